// What an archive holds, counted while it is written: a file that was cut off has fewer rows or bytes than it should.
import { createHash } from 'node:crypto'
import { type CsvColumn, writeCsv } from '#report/csv.ts'

export interface Entry {
  name: string
  /** Of data, without the headings; null where the file is no table. */
  rows: number | null
  columns: number | null
  bytes: number
  sha256: string
}

/** What goes through it, unchanged; afterwards its size and sum. */
export class Counted {
  #bytes = 0
  readonly #hash = createHash('sha256')

  async *through(chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      const bytes =
        typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      this.#bytes += bytes.length
      this.#hash.update(bytes)
      yield bytes
    }
  }

  sum(): { bytes: number; sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

/** manifest.csv: the last file of an archive. */
export function manifestCsv(entries: readonly Entry[]): string {
  const columns: CsvColumn<Entry>[] = [
    { name: 'file', label: 'file', type: 'text', value: ({ name }) => name },
    { name: 'rows', label: 'rows', type: 'number', value: ({ rows }) => rows },
    { name: 'columns', label: 'columns', type: 'number', value: ({ columns: own }) => own },
    { name: 'bytes', label: 'bytes', type: 'number', value: ({ bytes }) => bytes },
    { name: 'sha256', label: 'sha256', type: 'code', value: ({ sha256 }) => sha256 },
  ]
  return writeCsv('research', columns, entries)
}

/** SHA256SUMS: as the tool sha256sum checks it. */
export const sumsText = (entries: readonly Entry[]): string =>
  entries.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
