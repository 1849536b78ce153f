// The cases of an SPSS system file: cells of eight bytes, numbers as doubles, texts with blanks.
import { cellsOf, type SavVariable, systemMissing } from './dictionary.ts'

const rowsPerChunk = 500

/** In chunks of some hundred rows. @throws RangeError on a code wider than its column: cutting would change it */
export function* savCases<Row>(variables: readonly SavVariable<Row>[], rows: Iterable<Row>): Generator<Buffer> {
  const rowSize = variables.reduce((size, { width }) => size + 8 * cellsOf(width), 0)
  let chunk = Buffer.alloc(rowsPerChunk * rowSize)
  let end = 0
  for (const row of rows) {
    for (const { column, width } of variables) {
      const size = 8 * cellsOf(width)
      if (column.storage === 'number') chunk.writeDoubleLE(column.value(row) ?? systemMissing, end)
      else writeText(chunk, column.value(row) ?? '', { at: end, width, size, name: column.name })
      end += size
    }
    if (end < chunk.length) continue
    yield chunk
    chunk = Buffer.alloc(rowsPerChunk * rowSize)
    end = 0
  }
  if (end > 0) yield chunk.subarray(0, end)
}

function writeText(
  chunk: Buffer,
  text: string,
  { at, width, size, name }: { at: number; width: number; size: number; name: string },
): void {
  const bytes = Buffer.byteLength(text)
  if (bytes > width) throw new RangeError(`${name} holds ${text}, wider than its ${width} bytes`)
  chunk.fill(' ', at, at + size)
  chunk.write(text, at)
}
