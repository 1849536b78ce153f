// Accounts as those who keep the instance see them: which there are, what each may do, and changes that never leave
// the instance without an administrator. Whatever changes what an account may do ends its sessions.
import { and, asc, count, eq, isNull, ne } from 'drizzle-orm'
import type { Grant } from '#access.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { grants, sessions, staff } from './schema.ts'
import { findStaff, grantsOf, noPassword, type Staff } from './staff.ts'
import { bestMatch, hasAddress, withReadableAddress } from './staff-address.ts'

/** 'last_administrator': refused, since nobody would be left who administers the instance. */
export type AccountChange = 'done' | 'unchanged' | 'last_administrator'

const everywhere = { role: 'admin', projectId: '*', municipalityCode: '*' } as const satisfies Grant

const administersAll = and(
  eq(grants.role, everywhere.role),
  eq(grants.projectId, everywhere.projectId),
  eq(grants.municipalityCode, everywhere.municipalityCode),
)

/** Whether somebody administers this instance. Accounts of the demonstration administer that project alone. */
export const hasAdministrator = (db: Database): boolean => countAdministrators(db) > 0

/** @param besides an account that is not counted */
function countAdministrators(db: Database | Transaction, besides = ''): number {
  const found = db
    .select({ accounts: count() })
    .from(grants)
    .innerJoin(staff, eq(staff.id, grants.staffId))
    .where(and(administersAll, isNull(staff.deactivatedAt), ne(staff.id, besides)))
    .get()
  return found?.accounts ?? 0
}

/** The active account with this address. */
export function findStaffByEmail(db: Database, email: string): Staff | undefined {
  const row = db
    .select({ id: staff.id })
    .from(staff)
    .where(and(hasAddress(email), isNull(staff.deactivatedAt)))
    .orderBy(...bestMatch(email))
    .get()
  return row && findStaff(db, row.id)
}

const columns = {
  id: staff.id,
  email: staff.email,
  name: staff.name,
  language: staff.language,
  createdAt: staff.createdAt,
  deactivatedAt: staff.deactivatedAt,
}

/** By address, closed ones too. */
export function listAccounts(db: Database): Staff[] {
  const rows = db.select(columns).from(staff).orderBy(asc(staff.email)).all()
  return rows.map((row) => ({ ...withReadableAddress(row), grants: grantsOf(db, row.id) }))
}

/** The account with this address, closed or not. */
export function findAccount(db: Database, email: string): Staff | undefined {
  const row = db
    .select(columns)
    .from(staff)
    .where(hasAddress(email))
    .orderBy(...bestMatch(email))
    .get()
  return row && { ...withReadableAddress(row), grants: grantsOf(db, row.id) }
}

/** Whether its owner has chosen a password. */
export function hasPassword(db: Database, staffId: string): boolean {
  const row = db.select({ passwordHash: staff.passwordHash }).from(staff).where(eq(staff.id, staffId)).get()
  return row !== undefined && row.passwordHash !== noPassword
}

/** @param passwordHash from `hashPassword` */
export function changePassword(db: Database, staffId: string, passwordHash: string, actor: Actor, now: number): void {
  immediately(db, (tx) => {
    tx.update(staff).set({ passwordHash }).where(eq(staff.id, staffId)).run()
    endSessionsOf(tx, staffId)
    recordEvent(tx, { at: now, actor, action: 'staff.password_changed', subject: `staff:${staffId}` })
  })
}

export function addGrant(db: Database, staffId: string, grant: Grant, actor: Actor, now: number): AccountChange {
  return immediately(db, (tx) => {
    const added = tx
      .insert(grants)
      .values({ staffId, ...grant })
      .onConflictDoNothing()
      .run()
    if (added.changes === 0) return 'unchanged'
    endSessionsOf(tx, staffId)
    recordEvent(tx, { at: now, actor, action: 'staff.granted', subject: `staff:${staffId}`, details: { ...grant } })
    return 'done'
  })
}

export function removeGrant(db: Database, staffId: string, grant: Grant, actor: Actor, now: number): AccountChange {
  return immediately(db, (tx) => {
    const isThisGrant = and(
      eq(grants.staffId, staffId),
      eq(grants.role, grant.role),
      eq(grants.projectId, grant.projectId),
      eq(grants.municipalityCode, grant.municipalityCode),
    )
    if (!tx.select().from(grants).where(isThisGrant).get()) return 'unchanged'
    if (isEverywhere(grant) && countAdministrators(tx, staffId) === 0) return 'last_administrator'
    tx.delete(grants).where(isThisGrant).run()
    endSessionsOf(tx, staffId)
    recordEvent(tx, { at: now, actor, action: 'staff.revoked', subject: `staff:${staffId}`, details: { ...grant } })
    return 'done'
  })
}

/** The account signs in no more. It stays, since events name it, and keeps its rights on paper. */
export function deactivateAccount(db: Database, staffId: string, actor: Actor, now: number): AccountChange {
  return immediately(db, (tx) => {
    const row = tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.id, staffId), isNull(staff.deactivatedAt)))
      .get()
    if (!row) return 'unchanged'
    if (grantsOf(tx, staffId).some(isEverywhere) && countAdministrators(tx, staffId) === 0) return 'last_administrator'
    tx.update(staff).set({ deactivatedAt: now }).where(eq(staff.id, staffId)).run()
    endSessionsOf(tx, staffId)
    recordEvent(tx, { at: now, actor, action: 'staff.deactivated', subject: `staff:${staffId}` })
    return 'done'
  })
}

const isEverywhere = (grant: Grant): boolean =>
  grant.role === everywhere.role &&
  grant.projectId === everywhere.projectId &&
  grant.municipalityCode === everywhere.municipalityCode

const endSessionsOf = (tx: Transaction, staffId: string): unknown =>
  tx.delete(sessions).where(eq(sessions.staffId, staffId)).run()
