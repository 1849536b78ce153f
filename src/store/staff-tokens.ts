// Links with which staff choose a password: each works once, for some hours or days, and only its hash is kept.
import { and, eq, gt, isNull } from 'drizzle-orm'
import { changePassword } from './accounts.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { hashToken, newToken } from './ids.ts'
import { staffTokens } from './schema.ts'
import { findStaff, type Staff } from './staff.ts'

const hour = 3_600_000

/** Milliseconds. Somebody who has asked for a new password waits at the mailbox; somebody invited may be away. */
export const lifetimeOf = { reset: 2 * hour, invitation: 7 * 24 * hour } as const

/** Shown here and never again. Earlier links stay good until they expire, or one of them is used. */
export function issueStaffToken(
  tx: Transaction,
  staffId: string,
  lifetime: number,
  now: number,
): { token: string; expiresAt: number } {
  const token = newToken()
  const expiresAt = now + lifetime
  tx.insert(staffTokens)
    .values({ tokenHash: hashToken(token), purpose: 'staff-reset', staffId, createdAt: now, expiresAt })
    .run()
  return { token, expiresAt }
}

/** Whose password the link sets; undefined where it is unknown, spent or too old, or the account is closed. */
export function findStaffByToken(db: Database, token: string, now: number): Staff | undefined {
  const found = db.select({ staffId: staffTokens.staffId }).from(staffTokens).where(isGood(token, now)).get()
  return found && findStaff(db, found.staffId)
}

/**
 * Sets the password, ends every session of the account, and spends this link and all its others.
 * @param passwordHash from `hashPassword`
 * @returns whose it was; undefined where the link is not good (any more), and nothing has changed
 */
export function redeemStaffToken(db: Database, token: string, passwordHash: string, now: number): Staff | undefined {
  return immediately(db, (tx) => {
    const account = findStaffByToken(db, token, now)
    if (!account) return undefined
    changePassword(db, account.id, passwordHash, `staff:${account.id}`, now)
    tx.update(staffTokens)
      .set({ spentAt: now })
      .where(and(eq(staffTokens.staffId, account.id), isNull(staffTokens.spentAt)))
      .run()
    return account
  })
}

const isGood = (token: string, now: number) =>
  and(
    eq(staffTokens.tokenHash, hashToken(token)),
    eq(staffTokens.purpose, 'staff-reset'),
    isNull(staffTokens.spentAt),
    gt(staffTokens.expiresAt, now),
  )
