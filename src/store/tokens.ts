// Mailed links. A token is shown once, in the letter; the database keeps its hash, so a stolen file opens nothing.
import type { Database, Transaction } from './database.ts'
import { hashToken, newToken } from './ids.ts'
import { tokens } from './schema.ts'

export interface LetterTokens {
  answer: string
  quiet: string
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
