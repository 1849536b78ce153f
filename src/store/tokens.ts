// Mailed links. A token is shown once, in the letter; the database keeps its hash, so a stolen file opens nothing.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { hashToken, newToken } from './ids.ts'
import { tokens } from './schema.ts'

export type TokenPurpose = (typeof tokens.$inferSelect)['purpose']

export interface LetterTokens {
  answer: string
  quiet: string
}

export interface FoundToken {
  invitationId: string
  revokedAt: number | null
}

/**
 * New tokens for one letter. Links of earlier letters stay valid: a reminder must never break the first letter.
 * Shown here and never again.
 */
export function issueTokens(db: Database | Transaction, invitationId: string, now: number): LetterTokens {
  const issued = { answer: newToken(), quiet: newToken() }
  const rows = (['answer', 'quiet'] as const).map((purpose) => ({
    tokenHash: hashToken(issued[purpose]),
    purpose,
    invitationId,
    createdAt: now,
  }))
  db.insert(tokens).values(rows).run()
  return issued
}

/** What a link leads to; undefined where it was never issued, or for another purpose. A revoked one is found as such. */
export function findToken(db: Database, token: string, purpose: TokenPurpose): FoundToken | undefined {
  if (!/^[\w-]{22}$/.test(token)) return undefined
  return preparedFor(db).find.get({ tokenHash: hashToken(token), purpose })
}

/** Every link of an invitation stops working. @returns how many did */
export function revokeTokens(db: Database | Transaction, invitationId: string, now: number): number {
  return db
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.invitationId, invitationId), isNull(tokens.revokedAt)))
    .run().changes
}

const prepared = new WeakMap<Database, ReturnType<typeof prepare>>()

function preparedFor(db: Database): ReturnType<typeof prepare> {
  const known = prepared.get(db) ?? prepare(db)
  prepared.set(db, known)
  return known
}

function prepare(db: Database) {
  return {
    find: db
      .select({ invitationId: tokens.invitationId, revokedAt: tokens.revokedAt })
      .from(tokens)
      .where(and(eq(tokens.tokenHash, sql.placeholder('tokenHash')), eq(tokens.purpose, sql.placeholder('purpose'))))
      .prepare(),
  }
}
