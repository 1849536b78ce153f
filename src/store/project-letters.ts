// Which letters are a project's: the folder of letters holds those of every project.
import { asc, desc, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { invitations, messages, waves } from './schema.ts'

/** Message-IDs as in the letters themselves, angle brackets and all; the latest letter first. */
export function listMessageIds(db: Database, projectId: string): string[] {
  return db
    .select({ messageId: messages.messageId })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .where(eq(waves.projectId, projectId))
    .orderBy(desc(messages.queuedAt), desc(messages.changedAt), asc(messages.id))
    .all()
    .map((row) => row.messageId)
}

/** The wave that a letter is about: what may be done with the letter is decided there. */
export function findWaveOfMessage(db: Database, messageId: string): string | undefined {
  return db
    .select({ waveId: invitations.waveId })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .where(eq(messages.id, messageId))
    .get()?.waveId
}
