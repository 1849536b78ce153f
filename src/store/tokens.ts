// Mailed links. A token is shown once, in the letter; the database keeps its hash, so a stolen file opens nothing.
import { sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { hashToken, newToken } from './ids.ts'
import { preparedOnce } from './prepared.ts'
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
  for (const purpose of ['answer', 'quiet'] as const)
    insertion(db).run({ tokenHash: hashToken(issued[purpose]), purpose, invitationId, createdAt: now })
  return issued
}

const insertion = preparedOnce((db: Database | Transaction) =>
  db
    .insert(tokens)
    .values({
      tokenHash: sql.placeholder('tokenHash'),
      purpose: sql.placeholder('purpose'),
      invitationId: sql.placeholder('invitationId'),
      createdAt: sql.placeholder('createdAt'),
    })
    .prepare(),
)
