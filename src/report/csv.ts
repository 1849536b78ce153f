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
  const headings = columns.map((column) => quoted(guardText(column[dialect.heading]), dialect))
  yield `${dialect.start}${headings.join(dialect.delimiter)}\r\n`
  const cells = columns.map((column) => cellWriter(column, dialect))
  let chunk = ''
  let waiting = 0
  for (const row of rows) {
    chunk += `${cells.map((cell) => cell(row)).join(dialect.delimiter)}\r\n`
    waiting += 1
    if (waiting < rowsPerChunk) continue
    yield chunk
    chunk = ''
    waiting = 0
  }
  if (waiting > 0) yield chunk
}

/** Numbers and plain codes are joined as they are; the library quotes what must be quoted: a third of the time. */
function quoted(text: string, { delimiter }: Dialect): string {
  return needsLibrary.test(text) ? Papa.unparse([[text]], { delimiter, newline: '\r\n' }) : text
}

/** Anything but common letters, digits and signs that mean nothing to CSV. Every letter there is takes long to tell. */
const needsLibrary = /[^\w.:'=/()!?%+åäöÅÄÖ-]/

function cellWriter<Row>(column: CsvColumn<Row>, dialect: Dialect): (row: Row) => string {
  if (column.type === 'number') {
    const { value, decimals } = column
    return (row) => {
      const number = value(row)
      return number === null ? '' : numberText(number, column.name, decimals, dialect)
    }
  }
  const { value } = column
  const guard = column.type === 'code' ? dialect.code : guardText
  // Most columns say the same few things over and over.
  const known = new Map<string, string>()
  return (row) => {
    const text = value(row)
    if (text === null) return ''
    const before = known.get(text)
    if (before !== undefined) return before
    const cell = quoted(guard(text), dialect)
    if (known.size < mostRemembered && text.length < 100) known.set(text, cell)
    return cell
  }
}

/** Texts of a column whose cells are kept: enough for codes, and nothing beside a chunk of rows. */
const mostRemembered = 300

function numberText(value: number, name: string, decimals: number | undefined, { rounds, decimal }: Dialect): string {
  // Codes of answers, nearly all there is.
  if (Number.isInteger(value)) return String(value + 0)
  if (!Number.isFinite(value)) throw new RangeError(`Column ${name} holds ${value}, which is no number`)
  const told = rounds && decimals !== undefined ? Number(value.toFixed(decimals)) : value
  return String(told).replace('.', decimal)
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
