// Signed-in staff. The cookie holds a token, the database its hash: a stolen file signs nobody in.
import { eq, lt } from 'drizzle-orm'
import type { Database } from './database.ts'
import { hashToken, newToken } from './ids.ts'
import { sessions } from './schema.ts'
import { findStaff, type Staff } from './staff.ts'

/** A working day. Nothing is written when a page is merely looked at, so there is no idle clock. */
const lifetime = 12 * 3_600_000

/** A new session for every sign-in. Returns the token for the cookie. */
export function startSession(db: Database, staffId: string, now: number): string {
  db.delete(sessions)
    .where(lt(sessions.createdAt, now - lifetime))
    .run()
  const token = newToken()
  db.insert(sessions)
    .values({ idHash: hashToken(token), staffId, createdAt: now })
    .run()
  return token
}

/** Who this token signs in now; undefined after twelve hours, a sign-out or a deactivation. */
export function findSessionStaff(db: Database, token: string, now: number): Staff | undefined {
  const idHash = hashToken(token)
  const session = db.select().from(sessions).where(eq(sessions.idHash, idHash)).get()
  if (!session || now - session.createdAt > lifetime) return undefined
  return findStaff(db, session.staffId)
}

export function endSession(db: Database, token: string): void {
  db.delete(sessions)
    .where(eq(sessions.idHash, hashToken(token)))
    .run()
}
