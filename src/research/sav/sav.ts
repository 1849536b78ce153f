// An SPSS system file (.sav): data, labels and missing codes in one file that SPSS, PSPP, R and Stata open.
import type { Table } from '../tables.ts'
import { savCases } from './cases.ts'
import { type SavFile, savDictionary, savVariables } from './dictionary.ts'

/** @param rows of the table; `file.rows` says how many */
export function* writeSav<Row>(columns: Table<Row>['columns'], rows: Iterable<Row>, file: SavFile): Generator<Buffer> {
  const variables = savVariables(columns)
  yield savDictionary(variables, file)
  yield* savCases(variables, rows)
}
