// The long table as JSON: a list of rows, each an object by variable; an empty cell is null. One row a line.
import type { Column } from '../variable.ts'

const rowsPerChunk = 500

export function* jsonRows<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<string> {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`)
  let chunk = '['
  let waiting = 0
  let separator = '\n'
  for (const row of rows) {
    chunk += `${separator}{${columns.map((column, at) => keys[at] + JSON.stringify(column.value(row))).join(',')}}`
    separator = ',\n'
    waiting += 1
    if (waiting < rowsPerChunk) continue
    yield chunk
    chunk = ''
    waiting = 0
  }
  yield `${chunk}\n]\n`
}
