// Which accounts there are, for the pages before somebody is signed in.
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Database } from './database.ts'
import { grants, staff } from './schema.ts'
import { findStaff, type Staff } from './staff.ts'

/** Whether somebody administers this instance. Accounts of the demonstration administer that project alone. */
export function hasAdministrator(db: Database): boolean {
  const found = db
    .select({ accounts: count() })
    .from(grants)
    .innerJoin(staff, eq(staff.id, grants.staffId))
    .where(and(eq(grants.role, 'admin'), eq(grants.projectId, '*'), isNull(staff.deactivatedAt)))
    .get()
  return (found?.accounts ?? 0) > 0
}

export function findStaffByEmail(db: Database, email: string): Staff | undefined {
  const row = db.select({ id: staff.id }).from(staff).where(eq(staff.email, email.trim().toLowerCase())).get()
  return row && findStaff(db, row.id)
}
