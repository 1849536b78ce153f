// What a coordinator tells everybody in a project: plain information, to whoever takes part, and not too often.
import { and, count, desc, eq, gt, gte, inArray, isNull, max } from 'drizzle-orm'
import { countReaders } from './awaited.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import type { MessageState } from './messages.ts'
import { changeNotice, queueNotice } from './notices.ts'
import type { Project } from './projects.ts'
import { notices, participants, personAddresses, persons, projectMessageLetters, projectMessages } from './schema.ts'
import { currentAddress, takesPart } from './taking-part.ts'

export type ProjectMessage = typeof projectMessages.$inferSelect
export type MessageTexts = Pick<ProjectMessage, 'subjectSv' | 'bodySv' | 'subjectEn' | 'bodyEn'>

const day = 24 * 3_600_000

/** So many in as many days; more of them would be left unread, and so would the questionnaire. */
export const mostMessages = { messages: 3, days: 30 }

/** Whether the project may tell everybody something now. */
export function mayTell(db: Database | Transaction, projectId: string, now: number): boolean {
  const lately = db
    .select({ n: count() })
    .from(projectMessages)
    .where(and(eq(projectMessages.projectId, projectId), gt(projectMessages.writtenAt, now - mostMessages.days * day)))
    .get()
  return (lately?.n ?? 0) < mostMessages.messages
}

/** The number of the next message: the form carries it, so that a button pressed twice sends once. */
export function nextOrdinal(db: Database | Transaction, projectId: string): number {
  const last = db
    .select({ ordinal: max(projectMessages.ordinal) })
    .from(projectMessages)
    .where(eq(projectMessages.projectId, projectId))
    .get()
  return 1 + (last?.ordinal ?? 0)
}

/** Those who take part now and have an address that letters arrive at. */
const listTold = (db: Database | Transaction, projectId: string) =>
  db
    .select({ participantId: participants.id })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(personAddresses, and(currentAddress, isNull(personAddresses.bouncedAt)))
    .where(and(eq(participants.projectId, projectId), takesPart))
    .all()

export const countTold = (db: Database, projectId: string): number => countReaders(db, projectId).letters

/**
 * Keeps the message and queues a letter to each of them, in one transaction.
 * @param ordinal as `nextOrdinal` gave it
 * @returns how many letters; 'already' where these words are sent, 'enough' where there have been too many, 'overtaken'
 *   where other words have been sent since
 */
export function tellProject(
  db: Database,
  project: Project,
  texts: MessageTexts,
  ordinal: number,
  actor: Actor,
  now: number,
): number | 'already' | 'enough' | 'overtaken' {
  return immediately(db, (tx) => {
    const { subjectSv, bodySv, subjectEn, bodyEn } = texts
    if (isTold(tx, project.id, texts, ordinal)) return 'already'
    if (!mayTell(tx, project.id, now)) return 'enough'
    if (nextOrdinal(tx, project.id) !== ordinal) return 'overtaken'
    const id = newId()
    tx.insert(projectMessages)
      .values({
        id,
        projectId: project.id,
        ordinal,
        subjectSv,
        bodySv,
        subjectEn,
        bodyEn,
        writtenAt: now,
        writtenBy: actor,
      })
      .run()
    const told = listTold(tx, project.id)
    for (const { participantId } of told) {
      const noticeId = queueNotice(tx, 'message', project.contactEmail, now)
      tx.insert(projectMessageLetters).values({ noticeId, projectMessageId: id, participantId }).run()
    }
    recordEvent(tx, {
      at: now,
      actor,
      action: 'project_message.queued',
      subject: `project:${project.id}`,
      details: { ordinal, letters: told.length },
    })
    return told.length
  })
}

/** Whether these very words went out since the form was given the number: a button pressed twice. */
function isTold(
  tx: Transaction,
  projectId: string,
  { subjectSv, bodySv, subjectEn, bodyEn }: MessageTexts,
  ordinal: number,
): boolean {
  const same = tx
    .select({ id: projectMessages.id })
    .from(projectMessages)
    .where(
      and(
        eq(projectMessages.projectId, projectId),
        gte(projectMessages.ordinal, ordinal),
        eq(projectMessages.subjectSv, subjectSv),
        eq(projectMessages.bodySv, bodySv),
        eq(projectMessages.subjectEn, subjectEn),
        eq(projectMessages.bodyEn, bodyEn),
      ),
    )
    .get()
  return same !== undefined
}

/** A letter of a message that somebody must decide about. */
export interface TroubledTelling {
  noticeId: string
  participantId: string
  state: 'unknown' | 'failed'
  outcome: string
  messageId: string
  changedAt: number
}

/** Letters of the project's messages that are unknown or have failed, the latest first. */
export function listTroubledTellings(db: Database, projectId: string): TroubledTelling[] {
  return db
    .select({
      noticeId: notices.id,
      participantId: projectMessageLetters.participantId,
      state: notices.state,
      outcome: notices.outcome,
      messageId: notices.messageId,
      changedAt: notices.changedAt,
    })
    .from(projectMessageLetters)
    .innerJoin(notices, eq(notices.id, projectMessageLetters.noticeId))
    .innerJoin(projectMessages, eq(projectMessages.id, projectMessageLetters.projectMessageId))
    .where(and(eq(projectMessages.projectId, projectId), inArray(notices.state, ['unknown', 'failed'])))
    .orderBy(desc(notices.changedAt))
    .all()
    .flatMap((row) => (row.state === 'unknown' || row.state === 'failed' ? [{ ...row, state: row.state }] : []))
}

/**
 * A person's word about a letter of the project: an unknown one counts as sent, or either kind is sent (once more) with
 * the same Message-ID.
 * @returns false where it waits for nobody's word (any more)
 */
export function decideTelling(
  db: Database,
  projectId: string,
  noticeId: string,
  decision: 'sent' | 'requeue',
  actor: Actor,
  now: number,
): boolean {
  return immediately(db, (tx) => {
    const telling = listTroubledTellings(db, projectId).find((one) => one.noticeId === noticeId)
    if (!telling || (decision === 'sent' && telling.state !== 'unknown')) return false
    const state = decision === 'sent' ? 'accepted' : 'queued'
    changeNotice(tx, { id: noticeId, kind: 'message' }, { state, attempts: 0, dueAt: now, outcome: '' }, now, actor)
    return true
  })
}

/** The last one first, each with how many of its letters are in which state. */
export function listProjectMessages(db: Database, projectId: string) {
  const counts = db
    .select({ id: projectMessageLetters.projectMessageId, state: notices.state, letters: count() })
    .from(projectMessageLetters)
    .innerJoin(notices, eq(notices.id, projectMessageLetters.noticeId))
    .groupBy(projectMessageLetters.projectMessageId, notices.state)
    .all()
  return db
    .select()
    .from(projectMessages)
    .where(eq(projectMessages.projectId, projectId))
    .orderBy(desc(projectMessages.ordinal))
    .all()
    .map((message) => ({
      ...message,
      letters: counts
        .filter(({ id }) => id === message.id)
        .map(({ state, letters }): { state: MessageState; letters: number } => ({ state, letters })),
    }))
}
