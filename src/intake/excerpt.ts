// Rows of a file as they stand in it, to be shown beside what is wrong with them.
import { isIdentityNumber } from './identity-number.ts'
import { readTable, responseLimits } from './table.ts'

/**
 * The cells of each wanted row, joined as in the file. Personal identity numbers are blotted out: a screen has onlookers.
 * Rows of a file that is no table are not found.
 * @param wanted as a spreadsheet counts: the header is row 1
 */
export function quoteRows(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const { table } = readTable(text, responseLimits)
  if (!table) return new Map()
  const separator = table.delimiter === '\t' ? '\t' : `${table.delimiter} `
  const quote = (cells: readonly string[]) =>
    cells.map((cell) => (isIdentityNumber(cell) ? '…' : cell.trim())).join(separator)
  const rows = [{ row: table.headerRow, cells: table.header }, ...table.rows]
  return new Map(rows.filter(({ row }) => wanted.has(row)).map(({ row, cells }) => [row, quote(cells)]))
}
