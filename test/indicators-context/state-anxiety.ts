// Real answers on two occasions (test/data/state-anxiety/README.md), as the computation takes them.
import { readFileSync } from 'node:fs'
import type { ResultsInput } from '#indicators/model.ts'
import { parseQuestionnaire } from '#survey/questionnaire.ts'

const folder = new URL('../data/state-anxiety/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

/** Rows of a CSV without quotes or commas inside its cells. */
function rowsOf(name: string): Record<string, string>[] {
  const [header = [], ...rows] = read(name)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  return rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])))
}

/** Answers by person; null where a person has a row without any answer. */
function answersOf(name: string): Map<string, Record<string, number> | null> {
  return new Map(
    rowsOf(name).map(({ id = '', ...cells }) => {
      const given = Object.entries(cells).filter(([, cell]) => cell !== '' && cell !== 'NA')
      return [id, given.length === 0 ? null : Object.fromEntries(given.map(([item, cell]) => [item, Number(cell)]))]
    }),
  )
}

const groups: Record<string, string> = { morning: 'MORN', afternoon: 'NOON', evening: 'EVE', unknown: 'UNKNOWN' }

export function readStateAnxiety(): ResultsInput {
  const questionnaire = parseQuestionnaire(read('v1.json'), 'v1.json')
  const people = rowsOf('participants.csv')
  const waves = [
    { wave: 'baseline', answers: answersOf('responses_T1.csv') },
    { wave: 'endline', answers: answersOf('responses_T2.csv') },
  ] as const
  return {
    from: { kind: 'baseline', questionnaire },
    to: { kind: 'endline', questionnaire },
    municipalities: [...new Set(people.map(({ group = '' }) => group))].map((code) => ({ code, name: code })),
    asked: waves.flatMap(({ wave, answers }) =>
      people.flatMap(({ id = '', group = '', actor_group = '' }) => {
        const given = answers.get(id)
        if (given === undefined) return []
        const response = given && { version: 1, answers: given }
        return [{ participant: id, municipality: group, actorGroup: groups[actor_group] ?? '', wave, response }]
      }),
    ),
    threshold: 5,
    noticeableChange: 5,
  }
}
