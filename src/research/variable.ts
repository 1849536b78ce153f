// What a column of a research file is, in both languages: every format (CSV, SPSS, DDI, codebook) is written from
// this one description, so none can label a code otherwise than another.
import { type Language, languages } from '#i18n/phrases.ts'
import type { CsvColumn } from '#report/csv.ts'
import type { Item, Text, WaveKind } from '#survey/questionnaire.ts'

export interface Variable {
  /** Letters, digits, dots and underscores; unique within a table. */
  name: string
  /** A heading in words. */
  label: Text
  /** The whole question, or what the column holds. */
  meaning: Text
  type: 'code' | Item['type']
  /** Item or indicator and its revision ("D1@1"); empty where the column is a circumstance. */
  source: string
  /** The codes there are, in order; a point without words has null. Empty where anything may stand. */
  values: readonly { code: number | string; label: Text | null }[]
  /** Negative codes that stand for no answer. Beside them a cell can be empty: nobody answered, or nothing to score. */
  missing: readonly { code: number; label: Text }[]
  /** Kinds of wave that ask the item; empty = the column does not depend on it. */
  waves: readonly WaveKind[]
  /** Indicators that the item counts in, or what an indicator is made of; "(R)" = turned round. */
  scores: readonly string[]
}

/** A variable with its cells. null = an empty cell. */
export type Column<Row> = Variable &
  (
    | { storage: 'number'; decimals?: number; value: (row: Row) => number | null }
    | { storage: 'code' | 'text'; value: (row: Row) => string | null }
  )

/** A text in both languages, from the phrases of each. */
export const inBoth = (words: (language: Language) => string): Text => ({ sv: words('sv'), en: words('en') })

/** As inBoth, from two texts. */
export const joined = (one: Text, other: Text, join: (one: string, other: string) => string): Text =>
  Object.fromEntries(languages.map((language) => [language, join(one[language], other[language])])) as Text

export function csvColumn<Row>(column: Column<Row>, language: Language): CsvColumn<Row> {
  const { name } = column
  // A question's heading is led by the variable's name: two questions may begin alike.
  const label = column.source === '' ? column.label[language] : `${name}: ${column.label[language]}`
  if (column.storage !== 'number') return { name, label, type: column.storage, value: column.value }
  const { value, decimals } = column
  return { name, label, type: 'number', value, ...(decimals === undefined ? {} : { decimals }) }
}
