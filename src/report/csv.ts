// CSV in two dialects, for every file Samverka hands out. `research` is RFC 4180: comma, decimal point, UTF-8 without
// BOM, headings = variable names. `excel` is what a Swedish Excel opens by a double click: BOM, semicolon, decimal
// comma, headings in words, codes kept as text.
import Papa from 'papaparse'

export const csvProfiles = ['research', 'excel'] as const
export type CsvProfile = (typeof csvProfiles)[number]

/**
 * One column. `name` is the variable's name, `label` its heading in words. null = missing = an empty cell.
 * text: what people wrote or named. code: letters and digits that are no number ("0428"). number: finite; `decimals`
 * rounds what Excel shows, research files keep every digit.
 */
export type CsvColumn<Row> = { name: string; label: string } & (
  | { type: 'text' | 'code'; value: (row: Row) => string | null }
  | { type: 'number'; value: (row: Row) => number | null; decimals?: number }
)

interface Dialect {
  start: string
  delimiter: string
  decimal: string
  heading: 'name' | 'label'
  rounds: boolean
  code: (code: string) => string
}

const dialects: Record<CsvProfile, Dialect> = {
  research: { start: '', delimiter: ',', decimal: '.', heading: 'name', rounds: false, code: guardText },
  excel: { start: '\ufeff', delimiter: ';', decimal: ',', heading: 'label', rounds: true, code: excelCode },
}

/** The whole file as one text. @throws RangeError on a number that is not finite */
export function writeCsv<Row>(profile: CsvProfile, columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): string {
  return [...csvChunks(profile, columns, rows)].join('')
}

/**
 * The file in pieces of some hundred rows, for `Readable.from`: the rows may come straight from a statement's
 * iterator, and memory stays flat. Every row ends with CRLF. @throws RangeError on a number that is not finite
 */
export function* csvChunks<Row>(
  profile: CsvProfile,
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
  rowsPerChunk = 500,
): Generator<string> {
  const dialect = dialects[profile]
  yield dialect.start + lines([columns.map((column) => guardText(column[dialect.heading]))], dialect)
  let chunk: string[][] = []
  for (const row of rows) {
    chunk.push(columns.map((column) => cell(column, row, dialect)))
    if (chunk.length < rowsPerChunk) continue
    yield lines(chunk, dialect)
    chunk = []
  }
  if (chunk.length > 0) yield lines(chunk, dialect)
}

const lines = (rows: string[][], { delimiter }: Dialect): string =>
  `${Papa.unparse(rows, { delimiter, newline: '\r\n' })}\r\n`

function cell<Row>(column: CsvColumn<Row>, row: Row, dialect: Dialect): string {
  if (column.type === 'number') {
    const value = column.value(row)
    if (value === null) return ''
    if (!Number.isFinite(value)) throw new RangeError(`Column ${column.name} holds ${value}, which is no number`)
    const told = dialect.rounds && column.decimals !== undefined ? Number(value.toFixed(column.decimals)) : value
    return String(told).replace('.', dialect.decimal)
  }
  const value = column.value(row)
  if (value === null) return ''
  return column.type === 'code' ? dialect.code(value) : guardText(value)
}

// A cell that starts like a formula is run by the spreadsheet that opens it (CWE-1236). One apostrophe in front makes
// it text; texts that already start with apostrophes and then a formula get one more, so that taking one away again
// always gives back what was written. Spaces and control characters in front do not hide the formula from every
// program, nor do the full-width signs.
const formulaLike = /^'*(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])/u

/** A negative whole number is what every program takes it for: the code of a missing answer stays −9 in R and SPSS. */
const negativeCode = /^-\d{1,9}$/

function guardText(text: string): string {
  return formulaLike.test(text) && !negativeCode.test(text) ? `'${text}` : text
}

// What Excel would turn into something else: 0428 loses its zero, 1E5 and 1-2 become a number and a date, and so do
// MAR1 and SEPT-2 and the words for true and false.
const misread =
  /^\.?\p{N}|^(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)\p{L}*[.-]?\p{N}|^(?:sant|falskt|true|false)$/iu

/** ="0428" is read as it stands. Only what cannot break out of the quotes. */
function excelCode(code: string): string {
  return misread.test(code) && /^[\p{L}\p{N}_.:-]+$/u.test(code) ? `="${code}"` : guardText(code)
}
