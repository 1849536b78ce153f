// Which letters are a project's: the folder of letters holds those of every project.
import { eq, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import type { Database } from './database.ts'
import { invitations, messages, notices, projectMessageLetters, projectMessages, waves } from './schema.ts'

/** Message-IDs as in the letters themselves, angle brackets and all; the latest letter first. Staff's own are nobody's. */
export function listMessageIds(db: Database, projectId: string): string[] {
  const asking = db
    .select({
      messageId: messages.messageId,
      queuedAt: messages.queuedAt,
      changedAt: messages.changedAt,
      id: messages.id,
    })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .where(eq(waves.projectId, projectId))
  const telling = db
    .select({ messageId: notices.messageId, queuedAt: notices.queuedAt, changedAt: notices.changedAt, id: notices.id })
    .from(notices)
    .innerJoin(projectMessageLetters, eq(projectMessageLetters.noticeId, notices.id))
    .innerJoin(projectMessages, eq(projectMessages.id, projectMessageLetters.projectMessageId))
    .where(eq(projectMessages.projectId, projectId))
  return unionAll(asking, telling)
    .orderBy(sql`2 desc, 3 desc, 4`)
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
