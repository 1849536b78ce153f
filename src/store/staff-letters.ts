// Letters to staff: a new account's invitation, and a link for whoever has forgotten the password. Whether an address has
// an account is told to nobody.
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { findStaffByEmail } from './accounts.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import type { MessageState } from './messages.ts'
import { queueNotice } from './notices.ts'
import { notices, staffLetters } from './schema.ts'
import { addStaff, type NewStaff, noPassword, type Staff } from './staff.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Between two such letters to one account. */
const leastTimeBetween = 10 * minute
const mostPerDay = 5

/** An account without a password, and the letter that lets its owner choose one. @param from whose domain the letter bears */
export function inviteStaff(
  db: Database,
  account: Omit<NewStaff, 'passwordHash'>,
  from: string,
  actor: Actor,
  now: number,
): Staff {
  return immediately(db, (tx) => {
    const added = addStaff(db, { ...account, passwordHash: noPassword }, actor, now)
    queueStaffLetter(tx, added.id, 'invitation', from, actor, now)
    return added
  })
}

/** Once more to somebody who has not chosen a password. @returns false where they have had enough letters */
export const inviteAgain = (db: Database, staffId: string, from: string, actor: Actor, now: number): boolean =>
  immediately(db, (tx) => {
    if (hasEnough(tx, staffId, now)) return false
    queueStaffLetter(tx, staffId, 'invitation', from, actor, now)
    return true
  })

/** @returns false where there is no such account, or it has had enough letters */
export function requestReset(db: Database, email: string, from: string, now: number): boolean {
  const account = findStaffByEmail(db, email)
  if (!account) return false
  return immediately(db, (tx) => {
    if (hasEnough(tx, account.id, now)) return false
    queueStaffLetter(tx, account.id, 'reset', from, 'system', now)
    return true
  })
}

function hasEnough(tx: Transaction, staffId: string, now: number): boolean {
  const { letters, last } = tx
    .select({ letters: sql<number>`count(*)`, last: sql<number>`coalesce(max(${notices.queuedAt}), 0)` })
    .from(staffLetters)
    .innerJoin(notices, eq(notices.id, staffLetters.noticeId))
    .where(and(eq(staffLetters.staffId, staffId), gt(notices.queuedAt, now - day)))
    .get() ?? { letters: 0, last: 0 }
  return letters >= mostPerDay || last > now - leastTimeBetween
}

function queueStaffLetter(
  tx: Transaction,
  staffId: string,
  kind: 'invitation' | 'reset',
  from: string,
  actor: Actor,
  now: number,
): void {
  const last = tx
    .select({ ordinal: staffLetters.ordinal })
    .from(staffLetters)
    .where(and(eq(staffLetters.staffId, staffId), eq(staffLetters.kind, kind)))
    .orderBy(desc(staffLetters.ordinal))
    .limit(1)
    .get()
  const noticeId = queueNotice(tx, 'account', from, now)
  tx.insert(staffLetters)
    .values({ noticeId, staffId, kind, ordinal: 1 + (last?.ordinal ?? 0) })
    .run()
  recordEvent(tx, { at: now, actor, action: `staff.${kind}_queued`, subject: `staff:${staffId}` })
}

/** How the last letter to each account stands, by id of the account. */
export function lastStaffLetters(
  db: Database,
): Map<string, { state: MessageState; changedAt: number; outcome: string }> {
  const rows = db
    .select({
      staffId: staffLetters.staffId,
      state: notices.state,
      changedAt: notices.changedAt,
      outcome: notices.outcome,
    })
    .from(staffLetters)
    .innerJoin(notices, eq(notices.id, staffLetters.noticeId))
    .orderBy(notices.queuedAt)
    .all()
  return new Map(rows.map(({ staffId, ...letter }) => [staffId, letter]))
}
