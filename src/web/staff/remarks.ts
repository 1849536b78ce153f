// Faults and warnings of a file in words: where, and what to do about it.

import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Fault, Warning } from '#intake/fault.ts'

export interface RemarkInWords {
  /** As a spreadsheet counts; null = the file as a whole. */
  row: number | null
  /** Empty = the row as a whole. */
  column: string
  text: string
}

export interface Remarks {
  shown: RemarkInWords[]
  /** How many are left out: a hundred tell what is wrong. */
  more: number
}

const most = 100

export function remarksInWords(remarks: readonly (Fault | Warning)[], language: Language): Remarks {
  const words = phrasesIn(language).intake.remark
  const shown = remarks.slice(0, most).map(({ row, column, code, value, expected = '', otherRow = 0 }) => ({
    row: row === 0 ? null : row,
    column: shorten(column),
    text: words[code]({ value: shorten(value), expected, otherRow }),
  }))
  return { shown, more: remarks.length - shown.length }
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
