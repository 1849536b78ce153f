// The figures of a chart as one sheet, from which its table and its files are made: what is read and what is stored
// stand in the same cell.
import { formatChange, formatCount, formatNumber } from '#i18n/format.ts'
import { decimalsOfLimit, formatLimit } from '#i18n/interval.ts'
import type { Language } from '#i18n/phrases.ts'
import type { Interval } from '#indicators/model.ts'
import type { ChartTable } from './chart-model.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from './csv.ts'

/**
 * text: a name. code: letters and digits, in files only. number: a figure. word: a state, coded in research files and in
 * words elsewhere.
 */
export interface SheetColumn {
  name: string
  label: string
  type: 'text' | 'code' | 'number' | 'word'
}

/** `text` as it is read; `value` as it is stored, null where there is none. */
export interface Cell {
  text: string
  value: string | number | null
}

export interface Sheet {
  caption: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly Cell[])[]
  notes: readonly string[]
}

export const words = (text: string, value: string = text): Cell => ({ text, value })
export const count = (value: number, language: Language): Cell => ({ text: formatCount(value, language), value })
/** Decimals as printed, so that file and page hold the same number. */
export const level = (value: number, language: Language, decimals = 1): Cell => ({
  text: formatNumber(value, decimals, language),
  value: asPrinted(value, decimals),
})
export const change = (value: number, language: Language, decimals = 1): Cell => ({
  text: formatChange(value, decimals, language),
  value: asPrinted(value, decimals),
})
/** An end of an interval: as many decimals as tell it from zero, on the page and in the file. */
export const limit = (value: number, language: Language, decimals = 1): Cell => ({
  text: formatLimit(value, decimals, language),
  value: limitAsPrinted(value, decimals),
})
/** An empty cell of the file, with what the reader is told. */
export const none = (text = '–'): Cell => ({ text, value: null })

/** Half away from zero, by way of the printed form, so that marks and files hold exactly what is read. */
export const asPrinted = (value: number, decimals = 1): number =>
  Number(formatNumber(value, decimals, 'en').replace('\u2212', '-').replaceAll(',', ''))

const limitAsPrinted = (value: number, decimals: number): number => asPrinted(value, decimalsOfLimit(value, decimals))

/** As asPrinted, of an interval: a limit that is not zero stays on its side of it. */
export const intervalAsPrinted = ([low, high]: Interval, decimals = 1): Interval => [
  limitAsPrinted(low, decimals),
  limitAsPrinted(high, decimals),
]

export function sheetTable({ caption, columns, rows, notes }: Sheet): ChartTable {
  const shown = columns.map(({ type }) => type !== 'code')
  return {
    caption,
    columns: columns.flatMap(({ label, type }, at) => (shown[at] ? [{ label, numeric: type === 'number' }] : [])),
    rows: rows.map((cells) => cells.flatMap(({ text }, at) => (shown[at] ? [text] : []))),
    notes,
  }
}

export function sheetCsv({ columns, rows }: Sheet, profile: CsvProfile): string {
  return writeCsv(
    profile,
    columns.map(({ name, label, type }, at): CsvColumn<readonly Cell[]> => {
      if (type === 'number') return { name, label, type, value: (cells) => numberIn(cells[at]) }
      const isRead = profile === 'excel' && type === 'word'
      return { name, label, type: type === 'text' ? 'text' : 'code', value: (cells) => textIn(cells[at], isRead) }
    }),
    rows,
  )
}

const numberIn = (cell: Cell | undefined): number | null => (typeof cell?.value === 'number' ? cell.value : null)

function textIn(cell: Cell | undefined, isRead: boolean): string | null {
  if (!cell || cell.value === null) return null
  return isRead ? cell.text : String(cell.value)
}
