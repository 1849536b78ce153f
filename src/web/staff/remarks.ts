// Faults and warnings of a file in words: where, what to do about it, and beside a fault what stands in its row.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { quoteRows } from '#intake/excerpt.ts'
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

export interface FaultInWords extends RemarkInWords {
  /** The row as it stands in the file, shortened; empty where the file could not be read as rows. */
  content: string
}

export interface Faults {
  shown: FaultInWords[]
  more: number
}

const most = 100

/** @param text the file */
export function faultsInWords(faults: readonly Fault[], text: string, language: Language): Faults {
  const { shown, more } = remarksInWords(faults, language)
  const rows = quoteRows(text, new Set(shown.map(({ row }) => row ?? 0)))
  return { shown: shown.map((fault) => ({ ...fault, content: shorten(rows.get(fault.row ?? 0) ?? '', 120) })), more }
}

export function remarksInWords(remarks: readonly (Fault | Warning)[], language: Language): Remarks {
  const words = phrasesIn(language).intake.remark
  const shown = remarks.slice(0, most).map(({ row, column, code, value, expected = '', otherRow = 0 }) => ({
    row: row === 0 ? null : row,
    column: shorten(column),
    text: words[code]({ value: shorten(value), expected, otherRow }),
  }))
  return { shown, more: remarks.length - shown.length }
}

const shorten = (text: string, longest = 80): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text
