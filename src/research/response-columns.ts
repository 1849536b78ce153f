// What somebody answered in a wave: circumstances, every item as it was coded, every score.
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { modes } from '#store/responses.ts'
import type { Answer, Code } from '#survey/answer.ts'
import { answerCoder, type CodebookRow, codebook, variableOf } from '#survey/codebook.ts'
import { answeringLanguages } from '#survey/languages.ts'
import { findItem, wavesOf } from '#survey/lookup.ts'
import type { Indicator, Item, WaveKind } from '#survey/questionnaire.ts'
import { circumstance } from './person-columns.ts'
import type { Reading, ResearchWave } from './reading.ts'
import type { Selection } from './selection.ts'
import { type Column, inBoth, joined } from './variable.ts'

export function responseColumns(selection: Selection): Column<Reading>[] {
  return [
    {
      ...circumstance('answered', 'number'),
      values: (['silent', 'answered'] as const).map((how, code) => ({
        code,
        label: inBoth((language) => phrasesIn(language).research.answeredValues[how]),
      })),
      storage: 'number',
      value: ({ response }) => (response ? 1 : 0),
    },
    {
      ...circumstance('questionnaire_version', 'number'),
      storage: 'number',
      value: ({ response }) => response?.version ?? null,
    },
    ...(selection.tellsCircumstances ? circumstances() : []),
    ...itemColumns(selection),
    ...scoreColumns(selection),
  ]
}

function circumstances(): Column<Reading>[] {
  return [
    {
      ...circumstance('language', 'code'),
      values: answeringLanguages.map((code) => ({
        code,
        label: inBoth((language) => phrasesIn(language).research.languageValues[code]),
      })),
      storage: 'code',
      value: ({ response }) => response?.language ?? null,
    },
    {
      ...circumstance('mode', 'code'),
      values: modes.map((code) => ({
        code,
        label: inBoth((language) => phrasesIn(language).research.modeValues[code]),
      })),
      storage: 'code',
      value: ({ response }) => response?.mode ?? null,
    },
    {
      ...circumstance('submitted_day', 'date'),
      storage: 'code',
      value: ({ response }) => response && dayOf(response.submittedAt),
    },
  ]
}

const hour = 3_600_000
const days = new Map<number, string>()

/** As localDay, which takes longer than all the rest of a row. A day of Stockholm begins with an hour of UTC. */
function dayOf(when: number): string {
  const at = Math.floor(when / hour)
  const day = days.get(at) ?? localDay(when)
  days.set(at, day)
  return day
}

/** Every variable of any of the waves, once, in the order of the first version that has it. */
function itemColumns({ waves, keepsItem }: Selection): Column<Reading>[] {
  const columns = new Map<string, Column<Reading>>()
  for (const { questionnaire } of waves) {
    for (const row of codebook(questionnaire)) {
      const item = findItem(questionnaire, row.item)
      if (item && !columns.has(row.variable) && keepsItem(item)) columns.set(row.variable, itemColumn(waves, item, row))
    }
  }
  return [...columns.values()]
}

function itemColumn(waves: readonly ResearchWave[], item: Item, row: CodebookRow): Column<Reading> {
  const { variable, text, values, missing, scales, storage, decimals } = row
  const described = {
    name: variable,
    label: row.about ?? item.text,
    meaning: text,
    type: item.type,
    source: `${item.id}@${item.revision}`,
    values,
    missing,
    waves: row.waves,
    scores: scales.map(({ indicator, reversed }) => (reversed ? `${indicator} (R)` : indicator)),
  }
  const codeOf = codeReader(waves, item, row.at)
  if (storage !== 'number') return { ...described, storage, value: (reading) => textOrNull(codeOf(reading)) }
  return {
    ...described,
    storage,
    // A code is whole; only what is measured has decimals.
    ...(decimals === null || decimals === 0 ? {} : { decimals }),
    value: (reading) => numberOrNull(codeOf(reading)),
  }
}

/** How a cell of the column is read is found once for each wave: there are millions of cells. */
function codeReader(waves: readonly ResearchWave[], item: Item, at: number): (reading: Reading) => Code | null {
  const { id } = item
  const readers: Partial<Record<WaveKind, Reader>> = Object.fromEntries(
    waves.map((wave) => [wave.kind, readerIn(wave, item, at)]),
  )
  return (reading) => {
    const { response, wave } = reading
    return response ? (readers[wave.kind]?.(response.answers[id], reading) ?? null) : null
  }
}

type Reader = (answer: Answer | undefined, reading: Reading) => Code

/** Another revision under the same id is another variable: this one was not asked there. */
function readerIn({ kind, questionnaire }: ResearchWave, { id, revision }: Item, at: number): Reader {
  const item = findItem(questionnaire, id)
  const notAsked = questionnaire.missing.not_asked.code
  if (item?.revision !== revision || !wavesOf(questionnaire, item).includes(kind)) return () => notAsked
  const codeOf = answerCoder(questionnaire, item, at)
  return item.showIf ? (answer, reading) => (reading.isAsked(id) ? codeOf(answer) : notAsked) : codeOf
}

const numberOrNull = (code: Code | null): number | null => (typeof code === 'string' ? Number(code) : code)
const textOrNull = (code: Code | null): string | null => (typeof code === 'number' ? String(code) : code)

/** The name of a score's column; a later revision of the indicator has a column of its own. */
const scoreVariable = ({ id, revision }: Pick<Indicator, 'id' | 'revision'>): string =>
  variableOf({ id: `score_${id}`, revision })

/** 0–100, as each wave's own version defines it; empty where too little was answered. */
function scoreColumns({ waves, keepsIndicator }: Selection): Column<Reading>[] {
  const columns = new Map<string, Column<Reading>>()
  for (const { questionnaire } of waves)
    for (const indicator of questionnaire.indicators) {
      const name = scoreVariable(indicator)
      if (!columns.has(name) && keepsIndicator(indicator)) columns.set(name, scoreColumn(waves, indicator))
    }
  return [...columns.values()]
}

function scoreColumn(waves: readonly ResearchWave[], indicator: Indicator): Column<Reading> {
  const { id, revision, direction } = indicator
  const scored = new Set(
    waves
      .filter(({ questionnaire }) =>
        questionnaire.indicators.some((other) => other.id === id && other.revision === revision),
      )
      .map(({ kind }) => kind),
  )
  // A measure redefined since must not bear the name of the first.
  const label = inBoth((language) => {
    const title = indicator.title[language]
    return revision > 1 ? phrasesIn(language).research.revised(title, revision) : title
  })
  return {
    name: scoreVariable(indicator),
    label,
    meaning: joined(
      label,
      inBoth((language) => phrasesIn(language).research.score[direction]),
      (title, how) => `${title}. ${how}`,
    ),
    type: 'number',
    source: `${id}@${revision}`,
    values: [],
    missing: [],
    waves: [],
    scores:
      indicator.kind === 'composite'
        ? indicator.of
        : indicator.items.map(({ item, reversed }) => (reversed ? `${item} (R)` : item)),
    storage: 'number',
    decimals: 2,
    value: (reading) => (scored.has(reading.wave.kind) ? (reading.scoreOf(id) ?? null) : null),
  }
}
