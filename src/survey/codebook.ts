// What the columns of a research file mean, straight from the questionnaire, so that the two cannot drift apart.
import type { Answer } from './answer.ts'
import { wavesOf } from './lookup.ts'
import {
  type Item,
  languages,
  type MissingReason,
  type Questionnaire,
  type Text,
  type WaveKind,
} from './questionnaire.ts'

export interface CodebookRow {
  variable: string
  item: string
  revision: number
  type: Item['type']
  /** A grid row is led by the grid's question. */
  text: Text
  /** Points or choices, in order; empty for a text. A point without a label has null. */
  values: readonly { code: number | string; label: Text | null }[]
  /** The codes that stand for no answer, in this variable. */
  missing: readonly { reason: MissingReason; code: number; label: Text }[]
  waves: readonly WaveKind[]
  /** The scale indicators it counts in. */
  scales: readonly { indicator: string; reversed: boolean }[]
}

/** One row per item, in the order of the file. */
export function codebook(questionnaire: Questionnaire): CodebookRow[] {
  return questionnaire.items.map((item) => ({
    variable: variableOf(item),
    item: item.id,
    revision: item.revision,
    type: item.type,
    text: fullText(questionnaire, item),
    values: valuesOf(questionnaire, item),
    missing: missingOf(questionnaire, item),
    waves: wavesOf(questionnaire, item),
    scales: questionnaire.indicators.flatMap((indicator) =>
      indicator.kind === 'scale'
        ? indicator.items
            .filter((entry) => entry.item === item.id)
            .map(({ reversed }) => ({ indicator: indicator.id, reversed }))
        : [],
    ),
  }))
}

/** The column's name. A later revision has a column of its own: under one name, L1@1 and L1@2 would be compared. */
export const variableOf = ({ id, revision }: Pick<Item, 'id' | 'revision'>): string =>
  revision === 1 ? id : `${id}_r${revision}`

/**
 * What a research file holds for one item: the code, the text, or the negative code of why there is none.
 * @param asked whether this person was asked the item in this wave
 */
export function answerCode(
  questionnaire: Questionnaire,
  item: Item,
  answer: Answer | undefined,
  asked: boolean,
): number | string {
  const { missing } = questionnaire
  if (!asked) return missing.not_asked.code
  // A text of nothing would be an empty cell, which tells no reason.
  if (answer === undefined || (item.type === 'text' && answer === '')) return missing.not_answered.code
  return typeof answer === 'object' ? missing[answer.missing].code : answer
}

function fullText(questionnaire: Questionnaire, item: Item): Text {
  const question = item.type === 'rating' && item.grid ? questionnaire.grids[item.grid]?.text : undefined
  if (!question) return item.text
  const joined = languages.map((language) => [
    language,
    `${question[language].replace(/\s*(?:…|\.\.\.)$/, '')} ${item.text[language]}`,
  ])
  return Object.fromEntries(joined) as Text
}

function valuesOf(questionnaire: Questionnaire, item: Item): CodebookRow['values'] {
  if (item.type === 'choice') return item.choices
  if (item.type === 'text') return []
  const points = questionnaire.responseScales[item.responseScale]?.points ?? []
  return points.map(({ code, label }) => ({ code, label: label ?? null }))
}

function missingOf(questionnaire: Questionnaire, item: Item): CodebookRow['missing'] {
  const offered = item.type === 'rating' ? (questionnaire.responseScales[item.responseScale]?.offers ?? []) : []
  return [...offered, 'not_answered' as const, 'not_asked' as const].map((reason) => ({
    reason,
    ...questionnaire.missing[reason],
  }))
}
