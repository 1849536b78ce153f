// What a participant may ask of us: what we have about them, a corrected address, to be left alone, to be erased.
// Answers are never read here; erasing removes them unread.
import { and, asc, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { forgetBounces } from './bounces.ts'
import { addAddress, isCurrentAddress } from './contacts.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import type { CancelReason } from './ending.ts'
import { type Actor, recordEvent } from './events.ts'
import type { Identity } from './identity.ts'
import { newToken } from './ids.ts'
import { expireAnswersOf } from './jobs.ts'
import { recordLetter, waitingStates } from './messages.ts'
import { forgetOpenAnswers } from './open-answers.ts'
import {
  drafts,
  invitations,
  messages,
  municipalities,
  notices,
  paperEntries,
  participants,
  personAddresses,
  persons,
  projectMessageLetters,
  projects,
  responses,
  seats,
  tokens,
  waves,
} from './schema.ts'

// ── Finding ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type RightsHolder = NonNullable<ReturnType<typeof findRightsHolder>>

/** The participant of a project with this current address or this pseudonym, however it is written. */
export function findRightsHolder(db: Database, identity: Identity, projectId: string, who: string) {
  const owner = db.select({ id: personAddresses.personId }).from(personAddresses).where(isCurrentAddress(identity, who))
  const isWho = who.includes('@')
    ? inArray(participants.personId, owner)
    : inArray(participants.pseudonym, [who, who.toUpperCase()])
  return db
    .select({
      personId: participants.personId,
      participantId: participants.id,
      pseudonym: participants.pseudonym,
      municipalityCode: seats.municipalityCode,
      municipality: municipalities.name,
      actorGroup: seats.actorGroup,
      withdrawnAt: participants.withdrawnAt,
      erasedAt: persons.erasedAt,
    })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .where(and(eq(participants.projectId, projectId), isWho))
    .get()
}

/** The projects a person is in, each under a pseudonym of its own. */
export function listParticipations(db: Database, personId: string): { project: string; pseudonym: string }[] {
  return db
    .select({ project: projects.slug, pseudonym: participants.pseudonym })
    .from(participants)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .where(eq(participants.personId, personId))
    .orderBy(asc(projects.slug))
    .all()
}

/** The waves somebody was asked in, by ordinal; `answeredAt` is null where nothing has been sent in. */
export function listWavesAsked(db: Database, participantId: string) {
  return db
    .select({ kind: waves.kind, askedAt: invitations.createdAt, answeredAt: responses.submittedAt })
    .from(invitations)
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(invitations.participantId, participantId))
    .orderBy(asc(waves.ordinal))
    .all()
}

/** How much a person has sent in and begun, over all projects: what erasing would remove. */
export function countWritten(db: Database, personId: string): { responses: number; drafts: number } {
  const asked = invitationsOf(db, personId)
  const sentIn = db.select({ n: count() }).from(responses).where(inArray(responses.invitationId, asked)).get()
  const begun = db.select({ n: count() }).from(drafts).where(inArray(drafts.invitationId, asked)).get()
  return { responses: sentIn?.n ?? 0, drafts: begun?.n ?? 0 }
}

// ── Address ──────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The person is written to at this address from now on, in all projects; the one before it stays as history. Letters
 * that wait find it by themselves, and links handed out stay valid.
 * @param address checked and plain
 * @returns 'taken' where it is somebody else's, and nothing has changed
 */
export function correctAddress(
  db: Database,
  identity: Identity,
  personId: string,
  address: string,
  actor: Actor,
  now: number,
): 'changed' | 'unchanged' | 'taken' {
  return immediately(db, (tx) => {
    const holder = tx
      .select({ personId: personAddresses.personId })
      .from(personAddresses)
      .where(isCurrentAddress(identity, address))
      .get()
    if (holder) return holder.personId === personId ? 'unchanged' : 'taken'
    endAddresses(tx, personId, now)
    addAddress(tx, identity, personId, address, now)
    recordEvent(tx, { at: now, actor, action: 'person.address_changed', subject: `person:${personId}` })
    return 'changed'
  })
}

function endAddresses(tx: Transaction, personId: string, now: number): void {
  tx.update(personAddresses)
    .set({ validTo: now })
    .where(and(eq(personAddresses.personId, personId), isNull(personAddresses.validTo)))
    .run()
}

// ── Withdrawal ───────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * No more letters of this project, its questionnaires closed to the participant, the seat free; responses sent in
 * stay. Links stay known, so that they open the page that says so.
 * @returns how many waiting letters were called back; null where the participant had withdrawn already
 */
export function withdrawParticipant(db: Database, participantId: string, actor: Actor, now: number): number | null {
  return immediately(db, (tx) => {
    if (endParticipation(tx, eq(participants.id, participantId), now) === 0) return null
    const letters = cancelLetters(tx, invitationsTo(tx, participantId), 'withdrawn', actor, now)
    const subject = `participant:${participantId}`
    recordEvent(tx, { at: now, actor, action: 'participant.withdrawn', subject, details: { letters } })
    return letters
  })
}

// ── Erasure ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Erasure {
  responses: number
  drafts: number
  /** Ids of all letters ever made for the person: files are named by them. */
  letters: string[]
  /** Letters that a sender holds in its hand at this moment: their files may appear yet. */
  inTheAir: number
}

/**
 * Erases a person in all projects: name and addresses are overwritten, responses and drafts removed with all that was
 * made of them, files that may hold them let go of, links revoked, waiting letters called back. A stub without anything
 * of the person stays, because invitations and events refer to it. Doing it again removes what came in between.
 * `sweepDatabase` then takes the traces out of the file.
 */
export function erasePerson(db: Database, identity: Identity, personId: string, actor: Actor, now: number): Erasure {
  return immediately(db, (tx) => {
    const asked = idsOf(invitationsOf(tx, personId).all())
    const written = eraseWritten(tx, asked, projectsOf(tx, personId), now)
    const isFirst = forgetIdentity(tx, identity, personId, now)
    // Waves opened later ask nobody who has withdrawn.
    endParticipation(tx, eq(participants.personId, personId), now)
    tx.update(tokens)
      .set({ revokedAt: now })
      .where(and(inArray(tokens.invitationId, asked), isNull(tokens.revokedAt)))
      .run()
    cancelLetters(tx, asked, 'erased', actor, now)
    forgetBounces(tx, asked)
    if (isFirst || written.responses + written.drafts > 0)
      recordEvent(tx, { at: now, actor, action: 'person.erased', subject: `person:${personId}`, details: written })
    const letters = tx
      .select({ id: messages.id, state: messages.state })
      .from(messages)
      .where(inArray(messages.invitationId, asked))
      .all()
    const told = tx
      .select({ id: notices.id, state: notices.state })
      .from(projectMessageLetters)
      .innerJoin(notices, eq(notices.id, projectMessageLetters.noticeId))
      .innerJoin(participants, eq(participants.id, projectMessageLetters.participantId))
      .where(eq(participants.personId, personId))
      .all()
    const all = [...letters, ...told]
    return { ...written, letters: idsOf(all), inTheAir: all.filter(({ state }) => state === 'sending').length }
  })
}

/**
 * Erases what a participant has answered in one project, with all that was made of it, and ends the participation; the
 * whole person, where there is no other project to be in. Results already published stand.
 */
export function eraseAnswers(
  db: Database,
  identity: Identity,
  participantId: string,
  actor: Actor,
  now: number,
): Erasure {
  return immediately(db, (tx) => {
    const participant = tx.select().from(participants).where(eq(participants.id, participantId)).get()
    if (!participant) throw new Error(`eraseAnswers requires a participant ${participantId}`)
    const { personId, projectId } = participant
    if (projectsOf(tx, personId).length === 1) return erasePerson(db, identity, personId, actor, now)
    const asked = invitationsTo(tx, participantId)
    const written = eraseWritten(tx, asked, [projectId], now)
    endParticipation(tx, eq(participants.id, participantId), now)
    cancelLetters(tx, asked, 'withdrawn', actor, now)
    const subject = `participant:${participantId}`
    recordEvent(tx, { at: now, actor, action: 'participant.answers_erased', subject, details: written })
    return { ...written, letters: [], inTheAir: 0 }
  })
}

/** All that the invitations brought in, with what was made of it, and the files of the projects that may hold it. */
function eraseWritten(tx: Transaction, asked: readonly string[], projectIds: readonly string[], now: number) {
  forgetOpenAnswers(tx, asked)
  for (const projectId of projectIds) expireAnswersOf(tx, projectId, now)
  const removeFrom = (table: typeof responses | typeof drafts | typeof paperEntries) =>
    tx.delete(table).where(inArray(table.invitationId, asked)).run().changes
  removeFrom(paperEntries)
  return { responses: removeFrom(responses), drafts: removeFrom(drafts) }
}

const projectsOf = (tx: Transaction, personId: string): string[] =>
  tx
    .select({ id: participants.projectId })
    .from(participants)
    .where(eq(participants.personId, personId))
    .all()
    .map(({ id }) => id)

/** @returns false where it was forgotten before */
function forgetIdentity(tx: Transaction, identity: Identity, personId: string, now: number): boolean {
  const isNew = and(eq(persons.id, personId), isNull(persons.erasedAt))
  const erased = tx
    .update(persons)
    .set({ nameSealed: identity.seal(''), erasedAt: now })
    .where(isNew)
    .run()
  if (erased.changes === 0) return false
  endAddresses(tx, personId, now)
  const rows = tx
    .select({ id: personAddresses.id })
    .from(personAddresses)
    .where(eq(personAddresses.personId, personId))
    .all()
  // A key of chance each, so that nobody who guesses an address can tell that it stood here.
  for (const { id } of rows)
    tx.update(personAddresses)
      .set({ addressSealed: identity.seal(''), addressKey: newToken() })
      .where(eq(personAddresses.id, id))
      .run()
  return true
}

/**
 * Takes out of the database file and its log what erasing has removed from the tables. SQLite zeroes what is deleted,
 * but a page that was split may keep a copy of rows that had moved: so every page is written anew.
 * @returns false where another connection, or a full disk, kept it from finishing: traces may remain until it succeeds
 */
export function sweepDatabase(db: Database): boolean {
  try {
    db.$client.exec('vacuum')
    const [log] = db.$client.pragma('wal_checkpoint(truncate)') as { busy: number }[]
    return log?.busy === 0
  } catch (error) {
    if (isHindered(error)) return false
    throw error
  }
}

const isHindered = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED|FULL)/.test(String(error.code))

// ── What the acts share ──────────────────────────────────────────────────────────────────────────────────────────

const invitationsOf = (db: Database | Transaction, personId: string) =>
  db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .where(eq(participants.personId, personId))

const invitationsTo = (tx: Transaction, participantId: string): string[] =>
  idsOf(tx.select({ id: invitations.id }).from(invitations).where(eq(invitations.participantId, participantId)).all())

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

/** Withdraws those who have not, and frees their seats. @returns how many */
const endParticipation = (tx: Transaction, isWhose: SQL, now: number): number =>
  tx
    .update(participants)
    .set({ withdrawnAt: now, leftAt: sql`coalesce(${participants.leftAt}, ${now})` })
    .where(and(isWhose, isNull(participants.withdrawnAt)))
    .run().changes

/** Calls back the letters that wait. Those in a sender's hand, sent, or of unknown fate stay as they are. */
function cancelLetters(
  tx: Transaction,
  invitationIds: readonly string[],
  reason: CancelReason,
  actor: Actor,
  now: number,
): number {
  const waiting = tx
    .select()
    .from(messages)
    .where(and(inArray(messages.invitationId, [...invitationIds]), inArray(messages.state, waitingStates)))
    .all()
  for (const letter of waiting) {
    tx.update(messages)
      .set({ state: 'cancelled', outcome: reason, dueAt: now, changedAt: now })
      .where(eq(messages.id, letter.id))
      .run()
    recordLetter(tx, letter, 'letter.cancelled', actor, now, { reason })
  }
  return waiting.length
}
