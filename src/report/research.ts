// Research files: every answer and score, by people known to this file alone. `long` has a row per person and wave,
// `wide` a row per person with the wave after each variable's name. The columns are those of the codebook.
import { createHmac } from 'node:crypto'
import { localDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Answers } from '#survey/answer.ts'
import { answerCode, variableOf } from '#survey/codebook.ts'
import { findItem } from '#survey/lookup.ts'
import type { Indicator, Item, Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { scoreIndicators } from '#survey/scoring.ts'
import { itemsAsked } from '#survey/visibility.ts'
import { type CsvColumn, type CsvProfile, csvChunks } from './csv.ts'

/** One person of a project and the waves they were asked in. */
export interface ResearchPerson {
  participantId: string
  municipality: string
  actorGroup: string
  waves: readonly { kind: WaveKind; response: ResearchResponse | null }[]
}

interface ResearchResponse {
  version: number
  language: Language
  mode: 'web' | 'import'
  submittedAt: number
  answers: Answers
}

export interface ResearchWave {
  kind: WaveKind
  questionnaire: Questionnaire
}

export interface ResearchOptions {
  profile: CsvProfile
  /** Of the headings in words; the research profile has none. */
  language: Language
  /** In the order of the project. */
  waves: readonly ResearchWave[]
  /** Two exports can be joined where they share a key, and not otherwise. */
  exportKey: Uint8Array
  /** Free text can name people: left out unless the receiver works under restriction. */
  includeText?: boolean
}

/** The name of a person in one export: p and 16 hex digits, HMAC-SHA-256 under the export's key. */
export function exportId(exportKey: Uint8Array, participantId: string): string {
  return `p${createHmac('sha256', exportKey).update(participantId).digest('hex').slice(0, 16)}`
}

/** One row per person and wave asked; who did not answer has `answered` 0 and empty cells. */
export function* researchLong(people: Iterable<ResearchPerson>, options: ResearchOptions): Generator<string> {
  const columns: CsvColumn<LongRow>[] = [
    ...personColumns<LongRow>(options, ({ person }) => person),
    waveColumn(options.language),
    ...responseColumns(options),
  ]
  yield* csvChunks(options.profile, columns, longRows(people, options))
}

/** One row per person. A wave that the person was not asked in has empty cells. */
export function* researchWide(people: Iterable<ResearchPerson>, options: ResearchOptions): Generator<string> {
  const columns: CsvColumn<WideRow>[] = [
    ...personColumns<WideRow>(options, ({ person }) => person),
    ...options.waves.flatMap((wave) => {
      const words = phrasesIn(options.language).common.waveKind[wave.kind]
      return responseColumns({ ...options, waves: [wave] }).map((column) =>
        inWave(column, wave.kind, `${column.label} (${words})`),
      )
    }),
  ]
  yield* csvChunks(options.profile, columns, wideRows(people, options))
}

/** One response made ready, so that a row's hundred cells do not each score it anew. */
interface Reading {
  wave: ResearchWave
  response: ResearchResponse | null
  asked: ReadonlySet<string>
  scores: ReadonlyMap<string, number>
}
interface LongRow extends Reading {
  person: ResearchPerson
}
interface WideRow {
  person: ResearchPerson
  readings: ReadonlyMap<WaveKind, Reading>
}

function* longRows(people: Iterable<ResearchPerson>, options: ResearchOptions): Generator<LongRow> {
  for (const person of people) for (const reading of readingsOf(person, options).values()) yield { person, ...reading }
}

function* wideRows(people: Iterable<ResearchPerson>, options: ResearchOptions): Generator<WideRow> {
  for (const person of people) yield { person, readings: readingsOf(person, options) }
}

function readingsOf(person: ResearchPerson, { waves }: ResearchOptions): Map<WaveKind, Reading> {
  const readings = new Map<WaveKind, Reading>()
  for (const wave of waves) {
    const here = person.waves.find(({ kind }) => kind === wave.kind)
    if (!here) continue
    const answers = here.response?.answers ?? {}
    const known = { actor_group: person.actorGroup }
    readings.set(wave.kind, {
      wave,
      response: here.response,
      asked: new Set(itemsAsked(wave.questionnaire, wave.kind, answers, known).map(({ id }) => id)),
      scores: here.response ? scoreIndicators(wave.questionnaire, answers) : new Map(),
    })
  }
  return readings
}

function personColumns<Row>(
  { exportKey, language }: ResearchOptions,
  personOf: (row: Row) => ResearchPerson,
): CsvColumn<Row>[] {
  const words = phrasesIn(language).research
  return [
    {
      name: 'participant',
      label: words.participant,
      type: 'code',
      value: (row) => exportId(exportKey, personOf(row).participantId),
    },
    { name: 'municipality', label: words.municipality, type: 'code', value: (row) => personOf(row).municipality },
    { name: 'actor_group', label: words.actor_group, type: 'code', value: (row) => personOf(row).actorGroup },
  ]
}

function waveColumn(language: Language): CsvColumn<Reading> {
  return { name: 'wave', label: phrasesIn(language).research.wave, type: 'code', value: ({ wave }) => wave.kind }
}

function responseColumns(options: ResearchOptions): CsvColumn<Reading>[] {
  const words = phrasesIn(options.language).research
  return [
    { name: 'answered', label: words.answered, type: 'number', value: ({ response }) => (response ? 1 : 0) },
    {
      name: 'questionnaire_version',
      label: words.questionnaire_version,
      type: 'number',
      value: ({ response }) => response?.version ?? null,
    },
    { name: 'language', label: words.language, type: 'code', value: ({ response }) => response?.language ?? null },
    { name: 'mode', label: words.mode, type: 'code', value: ({ response }) => response?.mode ?? null },
    {
      name: 'submitted_day',
      label: words.submitted_day,
      type: 'code',
      value: ({ response }) => response && localDay(response.submittedAt),
    },
    ...itemColumns(options),
    ...scoreColumns(options),
  ]
}

/** Every variable of any of the waves, once, in the order of the first version that has it. */
function itemColumns({ waves, language, includeText = false }: ResearchOptions): CsvColumn<Reading>[] {
  const variables = new Map<string, Item>()
  for (const { questionnaire } of waves)
    for (const item of questionnaire.items)
      if (!variables.has(variableOf(item)) && (item.type !== 'text' || includeText))
        variables.set(variableOf(item), item)
  return [...variables].map(([name, { id, revision, text, ...item }]) => {
    const codeOf = ({ wave, response, asked }: Reading): number | string | null => {
      if (!response) return null
      const { questionnaire } = wave
      const here = findItem(questionnaire, id)
      if (here?.revision !== revision) return questionnaire.missing.not_asked.code
      return answerCode(questionnaire, here, response.answers[id], asked.has(id))
    }
    const heading = { name, label: `${name}: ${text[language]}` }
    const isNumber = item.type === 'rating' || (item.type === 'choice' && item.choices.every(isNumbered))
    if (isNumber) return { ...heading, type: 'number', value: (row) => numberOrNull(codeOf(row)) }
    return { ...heading, type: item.type === 'text' ? 'text' : 'code', value: (row) => textOrNull(codeOf(row)) }
  })
}

const isNumbered = ({ code }: { code: number | string }): boolean => typeof code === 'number'
const numberOrNull = (code: number | string | null): number | null => (code === null ? null : Number(code))
const textOrNull = (code: number | string | null): string | null => (code === null ? null : String(code))

/** The name of a score's column; a later revision of the indicator has a column of its own. */
export const scoreVariable = ({ id, revision }: { id: string; revision: number }): string =>
  variableOf({ id: `score_${id}`, revision })

/** "Samtal"; "Samtal (version 2)" of a later revision. */
export const scoreTitle = ({ title, revision }: Indicator, language: Language): string =>
  revision > 1 ? phrasesIn(language).research.revised(title[language], revision) : title[language]

/** 0–100, as each wave's own version defines it; empty where too little was answered. */
function scoreColumns({ waves, language }: ResearchOptions): CsvColumn<Reading>[] {
  const columns = new Map<string, CsvColumn<Reading>>()
  for (const { questionnaire } of waves)
    for (const indicator of questionnaire.indicators) {
      const name = scoreVariable(indicator)
      columns.set(name, {
        name,
        label: `${name}: ${scoreTitle(indicator, language)}`,
        type: 'number',
        decimals: 2,
        value: ({ wave, scores }) =>
          wave.questionnaire.indicators.some((known) => scoreVariable(known) === name)
            ? (scores.get(indicator.id) ?? null)
            : null,
      })
    }
  return [...columns.values()]
}

/** A column of a response, moved to a wide row: its name and heading tell the wave. */
function inWave(column: CsvColumn<Reading>, kind: WaveKind, label: string): CsvColumn<WideRow> {
  const name = `${column.name}_${kind}`
  if (column.type === 'number') {
    const { value } = column
    return { ...column, name, label, value: (row) => at(row, kind, value) }
  }
  const { value } = column
  return { name, label, type: column.type, value: (row) => at(row, kind, value) }
}

function at<T>({ readings }: WideRow, kind: WaveKind, value: (reading: Reading) => T | null): T | null {
  const reading = readings.get(kind)
  return reading ? value(reading) : null
}
