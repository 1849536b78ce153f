// Real answers, read and scored as reference.json says: data for the stats room, without any other room.
import { readFileSync } from 'node:fs'
import { mean } from '#stats/mean.ts'
import reference from '../data/state-anxiety/reference.json' with { type: 'json' }

const folder = new URL('../data/state-anxiety/', import.meta.url)
const waves = ['T1', 'T2'] as const
/** Items in the order of the reference. */
const items = reference.reliability.T1.items.map(({ item }) => item)
const reversed = new Set(reference.reversed)

export interface Person {
  group: string
  /** Keyed answers 1–4 in the order of the reference, null where there is none; undefined without a row. */
  answers: Record<(typeof waves)[number], (number | null)[] | undefined>
}

/** In the order of the file. */
export function readPeople(): Person[] {
  const [first, second] = waves.map(
    (wave) =>
      new Map(rowsOf(`responses_${wave}.csv`).map((row) => [row.id, items.map((item) => keyed(item, row[item]))])),
  )
  return rowsOf('participants.csv').map(({ id, group = '' }) => ({
    group,
    answers: { T1: first?.get(id), T2: second?.get(id) },
  }))
}

function keyed(item: string, cell: string | undefined): number | null {
  if (!cell || cell === 'NA') return null
  return reversed.has(item) ? 5 - Number(cell) : Number(cell)
}

/** 0–100 of those who answered half of the items or more; null for the others. */
export function scoreOf(answers: readonly (number | null)[] | undefined): number | null {
  const given = (answers ?? []).filter((answer) => answer !== null)
  return given.length >= items.length / 2 ? ((mean(given) - 1) / 3) * 100 : null
}

/** Rows of a CSV without quotes or commas inside its cells. */
function rowsOf(name: string): Record<string, string>[] {
  const [header = [], ...rows] = readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  return rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])))
}
