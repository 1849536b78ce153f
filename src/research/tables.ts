// The two shapes of the data: `long` has a row per person and wave asked, `wide` a row per person with the wave after
// each variable's name.
import { phrasesIn } from '#i18n/phrases.ts'
import type { PanelPerson } from '#store/panel.ts'
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import { circumstance, personColumns } from './person-columns.ts'
import { type Reading, readingsOf } from './reading.ts'
import { responseColumns } from './response-columns.ts'
import type { Selection } from './selection.ts'
import { type Column, inBoth, joined } from './variable.ts'

export const forms = ['long', 'wide'] as const
export type Form = (typeof forms)[number]

/** A table to be written in any format: its columns, and its rows made from people as they come. */
export interface Table<Row> {
  form: Form
  columns: readonly Column<Row>[]
  rows(people: Iterable<PanelPerson>): Generator<Row>
}

/** One row per person and wave asked; who did not answer has `answered` 0 and empty cells. */
export function longTable(selection: Selection): Table<Reading> {
  const wave: Column<Reading> = {
    ...circumstance('wave', 'code'),
    values: waveValues(selection),
    storage: 'code',
    value: (row) => row.wave.kind,
  }
  return {
    form: 'long',
    columns: [...personColumns<Reading>(selection, ({ person }) => person), wave, ...responseColumns(selection)],
    *rows(people) {
      for (const person of people) if (selection.keepsPerson(person)) yield* readingsOf(person, selection.waves)
    },
  }
}

export interface WideRow {
  person: PanelPerson
  readings: ReadonlyMap<WaveKind, Reading>
}

/** One row per person. A wave that the person was not asked in has empty cells. */
export function wideTable(selection: Selection): Table<WideRow> {
  return {
    form: 'wide',
    columns: [
      ...personColumns<WideRow>(selection, ({ person }) => person),
      ...selection.waves.flatMap((wave) =>
        responseColumns({ ...selection, waves: [wave] }).map((column) => inWave(column, wave.kind)),
      ),
    ],
    *rows(people) {
      for (const person of people)
        if (selection.keepsPerson(person))
          yield {
            person,
            readings: new Map(readingsOf(person, selection.waves).map((reading) => [reading.wave.kind, reading])),
          }
    },
  }
}

const waveValues = ({ waves }: Selection) =>
  waveKinds
    .filter((kind) => waves.some((wave) => wave.kind === kind))
    .map((code) => ({ code, label: inBoth((language) => phrasesIn(language).common.waveKind[code]) }))

/** A column of a response, moved to a wide row: its name and heading tell the wave. */
function inWave(column: Column<Reading>, kind: WaveKind): Column<WideRow> {
  const words = inBoth((language) => phrasesIn(language).common.waveKind[kind])
  const withWave = (text: string, wave: string) => `${text} (${wave})`
  const moved = {
    name: `${column.name}_${kind}`,
    label: joined(column.label, words, withWave),
    meaning: joined(column.meaning, words, withWave),
  }
  if (column.storage === 'number') {
    const { value } = column
    return { ...column, ...moved, value: ({ readings }) => at(readings.get(kind), value) }
  }
  const { value } = column
  return { ...column, ...moved, value: ({ readings }) => at(readings.get(kind), value) }
}

const at = <T>(reading: Reading | undefined, value: (reading: Reading) => T | null): T | null =>
  reading ? value(reading) : null
