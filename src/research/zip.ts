// A ZIP that is written while its files are made: one file after another, each in pieces, nothing kept in memory.
import { once } from 'node:events'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as turn } from 'node:timers/promises'
import { ZipFile } from 'yazl'
import { Counted, type Entry } from './manifest.ts'

/** One file of the archive. `content` is called when its turn has come: later files can tell of earlier ones. */
export interface Member {
  name: string
  /** Rows without the headings, and columns; asked when the content has come to its end. Left out = the file is no table. */
  size?: () => Size
  content(): Chunks | Promise<Chunks>
}
export interface Size {
  rows: number
  columns: number
}
type Chunks = Iterable<string | Uint8Array>

/** The same files give the same archive on every day. */
const fixedDate = new Date(Date.UTC(2000, 0, 1))

/**
 * Writes all members and ends `output`.
 * @param note told of each file when it has been written
 * @throws the signal's reason where it is aborted, and whatever a content throws; `output` is destroyed then, so that
 *   nobody takes the beginning for the whole
 */
export async function writeZip(
  members: readonly Member[],
  output: Writable,
  { signal, note }: { signal: AbortSignal; note: (entry: Entry) => void },
): Promise<void> {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream as Readable, output, { signal })
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  // They are waited for file by file; between two files nobody listens, and nothing is lost by that.
  failed.catch(() => undefined)
  written.catch(() => undefined)
  try {
    for (const member of members) {
      const counted = new Counted()
      const stream = Readable.from(counted.through(politely(await member.content(), signal)), { objectMode: false })
      const ended = once(stream, 'end')
      zip.addReadStream(stream, member.name, { mtime: fixedDate, mode: 0o100600 })
      await Promise.race([ended, failed, written.then(() => Promise.reject(new Error('the output has ended early')))])
      note({ name: member.name, ...(member.size?.() ?? { rows: null, columns: null }), ...counted.sum() })
    }
    zip.end()
    await written
  } catch (error) {
    output.destroy()
    await written.catch(() => undefined)
    signal.throwIfAborted()
    throw error
  }
}

/** Lets others have their turn between two pieces, and stops where the work is called off. */
async function* politely(chunks: Chunks, signal: AbortSignal): AsyncGenerator<string | Uint8Array> {
  for (const chunk of chunks) {
    yield chunk
    await turn()
    signal.throwIfAborted()
  }
}
