// A CSV file → header and rows, each with its number in a spreadsheet; or the faults that keep it from being a table.
// Which columns mean what is left to the readers of this room.
import Papa from 'papaparse'
import { decode, type Encoding } from './decode.ts'
import type { Fault } from './fault.ts'

export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  row: number
  /** One per heading; a cell that the file leaves out is empty. */
  cells: readonly string[]
}

export interface Table {
  encoding: Encoding
  delimiter: string
  headerRow: number
  /** As they stand in the file, trimmed. */
  header: readonly string[]
  /** Rows with something in them. */
  rows: readonly Row[]
}

export interface TableLimits {
  bytes: number
  rows: number
  columns: number
}

/** Lists of people. A wide file of responses has a column per item, and raises `columns`. */
export const listLimits: TableLimits = { bytes: 2 * 1024 * 1024, rows: 10_000, columns: 60 }
export const responseLimits: TableLimits = { ...listLimits, columns: 2000 }

/** Reads the bytes of a file, or a text that was pasted. The delimiter is the one that gives the header most columns. */
export function readTable(
  input: Uint8Array | string,
  limits: TableLimits,
): { table: Table | null; faults: readonly Fault[] } {
  const bytes = typeof input === 'string' ? Buffer.byteLength(input) : input.length
  if (bytes > limits.bytes) return refused({ code: 'file_too_large', expected: String(limits.bytes / 1024 / 1024) })
  if (typeof input !== 'string' && isWorkbook(input)) return refused({ code: 'file_is_workbook' })
  const { text: raw, encoding } =
    typeof input === 'string' ? { text: input, encoding: 'utf-8' as const } : decode(input)

  // Excel writes and reads a first line "sep=;" that is no row of the table.
  const announced = /^\ufeff?sep=([,;\t])\r?\n?/i.exec(raw)
  const text = announced ? raw.slice(announced[0].length) : raw.replace(/^\ufeff/, '')
  const skipped = announced ? 1 : 0
  if (text.trim() === '') return refused({ code: 'file_empty' })

  const delimiter = announced?.[1] ?? guessDelimiter(text)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const quote = errors.find((error) => error.type === 'Quotes')
  if (quote)
    return refused({
      row: (quote.row ?? 0) + 1 + skipped,
      code: quote.code === 'MissingQuotes' ? 'quote_unclosed' : 'quote_stray',
    })

  const records = data
    .map((cells, at) => ({ row: at + 1 + skipped, cells: cells.map(unwrap) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first, ...rows] = records
  if (!first) return refused({ code: 'file_empty' })
  const header = withoutEmptyTail(first.cells.map((heading) => heading.trim()))
  if (header.length > limits.columns)
    return refused({
      row: first.row,
      code: 'too_many_columns',
      value: String(header.length),
      expected: String(limits.columns),
    })
  if (rows.length > limits.rows)
    return refused({ code: 'too_many_rows', value: String(rows.length), expected: String(limits.rows) })
  if (rows.length === 0) return refused({ row: first.row, code: 'no_rows' })

  const faults: Fault[] = []
  for (const { row, cells } of rows) {
    const beyond = cells.slice(header.length).find((cell) => cell.trim() !== '')
    if (beyond !== undefined)
      faults.push({ row, column: '', code: 'cells_beyond_header', value: beyond, expected: String(header.length) })
  }
  const table = {
    encoding,
    delimiter,
    headerRow: first.row,
    header,
    rows: rows.map(({ row, cells }) => ({ row, cells: header.map((_, at) => cells[at] ?? '') })),
  }
  return { table, faults }
}

function refused(fault: Partial<Fault> & Pick<Fault, 'code'>): { table: null; faults: readonly Fault[] } {
  return { table: null, faults: [{ row: 0, column: '', value: '', ...fault }] }
}

/** .xlsx and .ods are zip archives, .xls is an OLE file. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) ||
  (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)

function guessDelimiter(text: string): string {
  const columns = (delimiter: string) => Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0
  return [',', ';', '\t'].reduce((best, next) => (columns(next) > columns(best) ? next : best))
}

function withoutEmptyTail(header: readonly string[]): readonly string[] {
  return header.slice(0, header.findLastIndex((heading) => heading !== '') + 1)
}

const guardedFormula = /^'+(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/u

/** Takes away what report/csv.ts puts around a cell for a spreadsheet's sake: ="0428" and '=text. */
function unwrap(cell: string): string {
  const asText = /^="([^"]*)"$/.exec(cell)
  if (asText) return asText[1] ?? ''
  return guardedFormula.test(cell) ? cell.slice(1) : cell
}
