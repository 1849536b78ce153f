// What the sender is doing right now, in a file beside the database. A line written here survives the death of the
// process without the milliseconds of a durable commit: so it tells, letter by letter, which of those that the
// database calls `sending` had been begun. And since it names the last commit that letters were sent after, it knows
// an older copy of the database from the one that it belongs to.
import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { promisify } from 'node:util'
import type { Delivery } from '#store/ending.ts'
import { realFile } from '#store/real-file.ts'
import type { Mark } from '#store/sending.ts'

export interface Journal {
  /** The database has settled them, on disk: they are left out from the next page on. */
  forget(letters: Iterable<string>): void
  /**
   * A new page that begins at the mark, with what is not settled. Resolves when it is on disk; what is written
   * meanwhile stands on both pages.
   */
  turnPage(mark: Mark): Promise<void>
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
  mark: Mark
  /**
   * Letters that were begun, and how they ended; undefined = nobody knows. None of it is sure, and the whole undefined,
   * where the machine has been started since, which may have cost the last lines, or a full disk has spoilt one.
   */
  begun: Map<string, Delivery | undefined> | undefined
}

interface Heading {
  instance: string
  file: string
  boot: string | null
  mark: Mark
}

export const journalOf = (databaseFile: string): string => `${realFile(databaseFile)}.sending`

type Line = readonly [letter: string, ending?: Delivery]

/** Begins a journal in place of what is there. @param instance a name that is this database's alone */
export function openJournal(file: string, instance: string, mark: Mark): Journal {
  const boot = bootId()
  const unfinished = `${file}.tmp`
  const begun = new Map<string, Line>()
  /** Written since a new page was begun that is not yet in its place. */
  let meanwhile: Line[] = []

  const newPage = (at: Mark): number => {
    const page = openSync(unfinished, 'w', 0o600)
    try {
      writeLines(page, [{ instance, file: nameOf(page), boot, mark: at } satisfies Heading, ...begun.values()])
    } catch (error) {
      closeSync(page)
      throw error
    }
    meanwhile = []
    return page
  }
  const note = (line: Line) => {
    writeLines(page, [line])
    meanwhile.push(line)
    begun.set(line[0], line)
  }

  let page = newPage(mark)
  fdatasyncSync(page)
  renameSync(unfinished, file)
  return {
    forget(letters) {
      for (const letter of letters) begun.delete(letter)
    },
    async turnPage(next) {
      const turned = newPage(next)
      try {
        await promisify(fdatasync)(turned)
        writeLines(turned, meanwhile)
        renameSync(unfinished, file)
      } catch (error) {
        closeSync(turned)
        throw error
      }
      closeSync(page)
      page = turned
    },
    begin: (letter) => note([letter]),
    end(letter, delivery) {
      try {
        note([letter, delivery])
      } catch {
        // A full disk: the sender remembers, and after a kill the letter would be one that nobody knows about.
      }
    },
    close: () => closeSync(page),
  }
}

/** @throws Error where they are not written whole */
const writeLines = (page: number, lines: readonly unknown[]): void =>
  writeFileSync(page, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

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
      mark: heading.mark,
      begun: heading.boot !== null && heading.boot === bootId() ? readLines(lines) : undefined,
    }
  } finally {
    closeSync(page)
  }
}

function readLines(lines: readonly string[]): JournalPage['begun'] {
  try {
    return new Map(lines.map((line) => JSON.parse(line) as [string, Delivery | undefined]))
  } catch {
    return undefined
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
