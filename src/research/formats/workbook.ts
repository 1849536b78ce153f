// research.xlsx: the long table on one sheet, the codebook on the next. Codes are texts, so 0428 keeps its zero.
import type { Cell, Row as SheetRow } from 'write-excel-file/node'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Column, Variable } from '../variable.ts'

/** A workbook is made as a whole in memory, some 600 MiB of it for so many rows; beyond this there is the CSV. */
export const mostWorkbookRows = 50_000

/** @throws RangeError with more rows than mostWorkbookRows */
export async function writeWorkbook<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  language: Language,
): Promise<Buffer> {
  const words = phrasesIn(language).research.files
  const data: SheetRow[] = [heading(columns.map(({ name }) => name))]
  for (const row of rows) {
    if (data.length > mostWorkbookRows) throw new RangeError(`a workbook holds ${mostWorkbookRows} rows`)
    data.push(columns.map((column) => cellOf(column, row)))
  }
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile([
    { data, sheet: words.sheetData, stickyRowsCount: 1 },
    { data: codebookSheet(columns, language), sheet: words.sheetCodebook, stickyRowsCount: 1 },
  ]).toBuffer()
}

/** A value, not an object with a type: objects would double the memory. A text is never taken for a formula. */
const cellOf = <Row>(column: Column<Row>, row: Row): Cell => column.value(row)

const heading = (names: readonly string[]): SheetRow => names.map((value) => ({ value, fontWeight: 'bold' }))

/** A row per code; a variable without codes has one row. */
function codebookSheet(variables: readonly Variable[], language: Language): SheetRow[] {
  const { codebook, files } = phrasesIn(language).research
  const rows = variables.flatMap(({ name, meaning, type, values, missing }): SheetRow[] => {
    const codes = [
      ...values.map(({ code, label }) => [code, label?.[language] ?? '']),
      ...missing.map(({ code, label }) => [code, `${label[language]} (${files.missing})`]),
    ]
    const first = [name, meaning[language], type]
    return codes.length === 0 ? [[...first, null, null]] : codes.map((code) => [...first, ...code])
  })
  return [heading([codebook.variable, codebook.text, codebook.type, files.code, files.label]), ...rows]
}
