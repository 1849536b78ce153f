// The first thing a sender does: it looks at what the last one left, and whether this database is the one that the
// last one sent from. A copy says nothing until somebody has confirmed it; otherwise a restored backup would mail
// everybody whom the original has mailed since.
import type { Database } from '#store/database.ts'
import type { Ending } from '#store/ending.ts'
import { newId } from '#store/ids.ts'
import { silenceCopy } from '#store/mail-pause.ts'
import { findMark, hasMark, recoverInterrupted } from '#store/sending.ts'
import { findSetting, writeSetting } from '#store/settings.ts'
import { type Journal, type JournalPage, journalOf, openJournal, readJournal } from './journal.ts'

export interface Takeover {
  journal: Journal
  /** Letters whose fate nobody knows, now listed for a person. */
  unknown: number
  /** The database is a copy, found out just now. */
  isCopy: boolean
}

const instanceKey = 'mail_instance'

/** Call it only as sole owner of the database. A database in memory has nothing beside it, and is no copy. */
export function takeOver(db: Database, now: number): Takeover {
  const databaseFile = db.$client.name
  if (db.$client.memory) return { journal: forgetful, unknown: recoverInterrupted(db, now), isCopy: false }
  const file = journalOf(databaseFile)
  const page = readJournal(file)
  const instance = findSetting(db, instanceKey)
  const isCopy = isOfAnother(db, page, instance)
  const unknown = recoverInterrupted(db, now, isCopy ? undefined : endingsFrom(page, now))
  if (isCopy) return { journal: startAfresh(db, file, now), unknown, isCopy }
  const own = instance ?? newId()
  // The file first: a database that says it has a journal, and has none, is taken for a copy.
  const journal = openJournal(file, own, findMark(db))
  if (instance === undefined) writeSetting(db, instanceKey, own)
  return { journal, unknown, isCopy }
}

/**
 * A journal that is missing, another's, moved by copying, or ahead of the database: each means that letters may have
 * been sent which this database knows nothing of. Before its first letter a database has no journal.
 */
function isOfAnother(db: Database, page: JournalPage | undefined, instance: string | undefined): boolean {
  if (instance === undefined) return page !== undefined && !hasMark(db, page.mark)
  return page === undefined || page.instance !== instance || !page.isOriginal || !hasMark(db, page.mark)
}

/** The database first: a process that dies in between finds the copy out once more. */
function startAfresh(db: Database, file: string, now: number): Journal {
  const instance = newId()
  db.transaction((tx) => {
    writeSetting(tx, instanceKey, instance)
    silenceCopy(tx, now)
  })
  return openJournal(file, instance, findMark(db))
}

/** After a kill the journal is whole, and what it does not name was never begun. After a power cut nothing is sure. */
function endingsFrom(page: JournalPage | undefined, now: number): ((id: string) => Ending) | undefined {
  const begun = page?.begun
  if (!begun) return undefined
  return (id) => {
    if (!begun.has(id)) return { outcome: 'released', dueAt: now }
    return begun.get(id) ?? { outcome: 'unknown', reason: 'interrupted' }
  }
}

const forgetful: Journal = { forget() {}, turnPage: async () => {}, begin() {}, end() {}, close() {} }
