// What the columns of a research file mean, straight from the questionnaire, so that the two cannot drift apart.
import { type Answer, type Code, isMissing } from './answer.ts'
import type { ItemColumn } from './items/kind.ts'
import { kindOf } from './items/kinds.ts'
import { questionText, wavesOf, withoutDots } from './lookup.ts'
import type { Item, Language, MissingReason, Questionnaire, Text, WaveKind } from './questionnaire.ts'

export interface CodebookRow {
  variable: string
  item: string
  revision: number
  type: Item['type']
  /** A grid row is led by the grid's question, a choice of several by the item's. */
  text: Text
  /** Points or choices, in order; empty for what is written. A point without a label has null. */
  values: readonly { code: Code; label: Text | null }[]
  /** The codes that stand for no answer, in this variable. */
  missing: readonly { reason: MissingReason; code: number; label: Text }[]
  waves: readonly WaveKind[]
  /** The scale indicators it counts in. */
  scales: readonly { indicator: string; reversed: boolean }[]
  storage: ItemColumn['storage']
  /** Decimals of a number that is measured; null where the column holds codes or texts. */
  decimals: number | null
  /** What the column is about, where its item has several: the choice. */
  about: Text | null
  /** The column of its item that this is, from 0: an item of several choices has one per choice. */
  at: number
}

/** One row per column, in the order of the file. */
export function codebook(questionnaire: Questionnaire): CodebookRow[] {
  return questionnaire.items.flatMap((item) =>
    columnsOf(questionnaire, item).map(({ suffix, about, values, storage, decimals }, at) => ({
      variable: `${variableOf(item)}${suffix}`,
      item: item.id,
      revision: item.revision,
      type: item.type,
      text: fullText(questionnaire, item, about),
      values: values.map(({ code, label }) => ({ code, label })),
      missing: missingOf(questionnaire, item),
      waves: wavesOf(questionnaire, item),
      scales: scalesOf(questionnaire, item),
      storage,
      decimals: decimals ?? null,
      about: decimals === undefined ? about : null,
      at,
    })),
  )
}

/** The name of an item's column. A later revision has one of its own: under one name, L1@1 and L1@2 would be compared. */
export const variableOf = ({ id, revision }: Pick<Item, 'id' | 'revision'>): string =>
  revision === 1 ? id : `${id}_r${revision}`

const columnsOf = (questionnaire: Questionnaire, item: Item): readonly ItemColumn[] =>
  kindOf(item).columns(questionnaire, item)

/**
 * Makes of answers what a research file holds in one column of an item that was asked: the code, the number, the text,
 * or the negative code of why there is none.
 * @param at the column of the item, from 0
 */
export function answerCoder(questionnaire: Questionnaire, item: Item, at = 0): (answer: Answer | undefined) => Code {
  const { missing } = questionnaire
  const column = columnsOf(questionnaire, item)[at]
  return (answer) => {
    // A text of nothing would be an empty cell, which tells no reason.
    if (answer === undefined || answer === '') return missing.not_answered.code
    if (isMissing(answer)) return missing[answer.missing].code
    return column?.cell(answer) ?? missing.not_asked.code
  }
}

function fullText(questionnaire: Questionnaire, item: Item, about: Text | null): Text {
  const full = (language: Language) => {
    const asked = questionText(questionnaire, item, language)
    return about ? `${withoutDots(asked)} – ${about[language]}` : asked
  }
  return { sv: full('sv'), en: full('en') }
}

const scalesOf = (questionnaire: Questionnaire, item: Item): CodebookRow['scales'] =>
  questionnaire.indicators.flatMap((indicator) =>
    indicator.kind === 'scale'
      ? indicator.items
          .filter((entry) => entry.item === item.id)
          .map(({ reversed }) => ({ indicator: indicator.id, reversed }))
      : [],
  )

function missingOf(questionnaire: Questionnaire, item: Item): CodebookRow['missing'] {
  const offered = kindOf(item).offers?.(questionnaire, item) ?? []
  return [...offered, 'not_answered' as const, 'not_asked' as const].map((reason) => ({
    reason,
    ...questionnaire.missing[reason],
  }))
}
