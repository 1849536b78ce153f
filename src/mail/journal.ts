// What the sender is doing right now, in a file beside the database. A line written here survives the death of the
// process without the milliseconds of a durable commit: so it tells, letter by letter, which of those that the
// database calls `sending` had been begun. And since it names the last commit that letters were sent after, it knows
// an older copy of the database from the one that it belongs to.
import { closeSync, fdatasyncSync, fstatSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import type { Delivery } from '#store/ending.ts'
import type { Mark } from '#store/sending.ts'

export interface Journal {
  /** A new page: what the database has settled is left out, what is still in hand is kept. */
  turnPage(mark: Mark, inHand: Iterable<string>): void
  /** Before the first byte to the server. @throws Error where it cannot be written: then the letter must not begin */
  begin(letter: string): void
  /** As well as the disk allows. */
  end(letter: string, delivery: Delivery): void
  close(): void
}

export interface JournalPage {
  instance: string
  /** Whether the file lies where it was written: a copy of a file is another file. */
  isOriginal: boolean
  /** Whether this machine has been running since: after a power cut the last lines may be missing. */
  isSameBoot: boolean
  mark: Mark
  /** Letters that were begun, and how they ended; undefined = nobody knows. */
  begun: Map<string, Delivery | undefined>
}

interface Heading {
  instance: string
  file: string
  boot: string | null
  mark: Mark
}

export const journalOf = (databaseFile: string): string => `${databaseFile}.sending`

/** Begins a journal in place of what is there. @param instance a name that is this database's alone */
export function openJournal(file: string, instance: string, mark: Mark): Journal {
  const boot = bootId()
  let page = writePage(file, { instance, boot, mark }, [])
  const write = (line: readonly unknown[]) => void writeSync(page, `${JSON.stringify(line)}\n`)
  return {
    turnPage(next, inHand) {
      const turned = writePage(file, { instance, boot, mark: next }, inHand)
      closeSync(page)
      page = turned
    },
    begin: (letter) => write([letter]),
    end(letter, delivery) {
      try {
        write([letter, delivery])
      } catch {
        // A full disk: the sender remembers, and after a kill the letter would be one that nobody knows about.
      }
    },
    close: () => closeSync(page),
  }
}

/** Whole or not at all: the new page takes the place of the old one in one step. @returns its file descriptor */
function writePage(file: string, heading: Omit<Heading, 'file'>, inHand: Iterable<string>): number {
  const unfinished = `${file}.tmp`
  const page = openSync(unfinished, 'w', 0o600)
  try {
    const own: Heading = { ...heading, file: nameOf(page) }
    const lines = [own, ...[...inHand].map((letter) => [letter])]
    writeSync(page, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    fdatasyncSync(page)
    renameSync(unfinished, file)
    return page
  } catch (error) {
    closeSync(page)
    throw error
  }
}

/** The journal that the last process left; undefined where there is none that can be read. */
export function readJournal(file: string): JournalPage | undefined {
  let page: number
  try {
    page = openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    // The last piece is empty, or was cut off while it was written: then its letter had not begun.
    const [first = '', ...lines] = readFileSync(page, 'utf8').split('\n').slice(0, -1)
    const heading = JSON.parse(first || '{}') as Partial<Heading>
    if (heading.instance === undefined || heading.mark === undefined) return undefined
    return {
      instance: heading.instance,
      isOriginal: heading.file === nameOf(page),
      isSameBoot: heading.boot !== null && heading.boot === bootId(),
      mark: heading.mark,
      begun: new Map(lines.map((line) => JSON.parse(line) as [string, Delivery | undefined])),
    }
  } finally {
    closeSync(page)
  }
}

/** What the file system calls a file, however it is named: a copy is called something else. */
const nameOf = (page: number): string => String(fstatSync(page, { bigint: true }).ino)

/** Changes whenever the machine starts; null where the system does not tell. */
function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}
