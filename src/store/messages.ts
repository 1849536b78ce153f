// The outbox: one row per letter. Who gets one, what staff decide about it, and how it stands. Sending is in sending.ts.
//
//   queued ─┬─ sending ─┬─ accepted     the server took it ── returned: and sent it back later (see bounces.ts)
//     ▲     │           ├─ retry ──┐    tried again later, with back-off
//     │     │           ├─ failed  │    refused for good; staff may queue it again
//     │     │           └─ unknown │    sent or not, nobody can tell; staff decide
//     │     └─ cancelled ◄─────────┘    no longer needed, with the reason
//     └── staff
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, notExists, or, sql } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import { given, preparedOnce } from './prepared.ts'
import {
  invitations,
  messages,
  municipalities,
  notices,
  participants,
  personAddresses,
  persons,
  projects,
  responses,
  seats,
  waves,
} from './schema.ts'
import { currentAddress, stillExpected } from './taking-part.ts'
import { findDaysChange } from './waves.ts'

export type Message = typeof messages.$inferSelect
export type MessageState = Message['state']
export type MessageKind = Message['kind']

const hour = 3_600_000

/** Nobody gets two letters about the same wave within this time, however often the button is pressed. */
export const leastTimeBetweenLetters = 20 * hour

export const waitingStates: MessageState[] = ['queued', 'retry']

// ── Queueing ─────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Queues the invitation of everybody asked in the wave who has an address and no letter. Queueing again adds nothing; a
 * letter that was cancelled, and is wanted after all, is queued once more. One to an address that a server has called
 * dead is put aside when its turn comes, with that reason.
 * @returns how many letters go out
 */
export function queueInvitations(db: Database, waveId: string, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const wanting = listUninvited(tx, waveId)
    for (const row of wanting) queueLetter(tx, { ...row, kind: 'invitation', ordinal: 1 }, now)
    recordQueueing(tx, waveId, 'invitation', wanting.length, actor, now)
    return wanting.filter(isAlive).length
  })
}

/** How many letters `queueInvitations` would send now: for the words on the button. */
export const countUninvited = (db: Database | Transaction, waveId: string): number =>
  listUninvited(db, waveId).filter(isAlive).length

const isAlive = ({ bouncedAt }: { bouncedAt: number | null }): boolean => bouncedAt === null

function listUninvited(db: Database | Transaction, waveId: string) {
  // What was put aside for its dead address would be so again.
  const isWantedAfterAll = and(eq(messages.state, 'cancelled'), isNull(personAddresses.bouncedAt))
  return db
    .select({
      invitationId: invitations.id,
      contactEmail: projects.contactEmail,
      bouncedAt: personAddresses.bouncedAt,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(personAddresses, currentAddress)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .leftJoin(messages, and(eq(messages.invitationId, invitations.id), eq(messages.kind, 'invitation')))
    .where(and(eq(invitations.waveId, waveId), stillExpected, or(isNull(messages.id), isWantedAfterAll)))
    .all()
}

/**
 * Queues the next reminder for those who have not answered and may be reminded: see `listRemindable`.
 * @returns how many letters were queued
 */
export function queueReminders(db: Database, waveId: string, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const remindable = listRemindable(tx, waveId, now)
    for (const row of remindable) queueLetter(tx, { ...row, kind: 'reminder' }, now)
    recordQueueing(tx, waveId, 'reminder', remindable.length, actor, now)
    return remindable.length
  })
}

/**
 * Queues the letter of a wave's last days, once for each of those who may be reminded; on other days nothing. Whoever
 * has had one before the last day was moved is told the day that counts now.
 * @param today the local day, YYYY-MM-DD
 * @returns how many letters were queued
 */
export function queueClosingSoon(db: Database, waveId: string, actor: Actor, now: number, today: string): number {
  return immediately(db, (tx) => {
    const wave = tx.select({ closesOn: waves.closesOn }).from(waves).where(eq(waves.id, waveId)).get()
    if (!wave || !isClosingSoon(wave.closesOn, today)) return 0
    const since = findDaysChange(tx, waveId)
    const wanting = listRemindable(tx, waveId, now).filter(({ closingAt }) => closingAt === null || closingAt < since)
    for (const { closingOrdinal: ordinal, ...row } of wanting)
      queueLetter(tx, { ...row, kind: 'closing_soon', ordinal }, now)
    recordQueueing(tx, waveId, 'closing_soon', wanting.length, actor, now)
    return wanting.length
  })
}

/** A wave's last day, and so many before it, are its last days. */
export const lastDays = 3

/** @param today as `closesOn`: a local day, YYYY-MM-DD */
export const isClosingSoon = (closesOn: string, today: string): boolean =>
  today <= closesOn && Date.parse(closesOn) - Date.parse(today) <= lastDays * 24 * hour

/**
 * Thanks whoever has just sent in their answer, where the project does so; within the transaction that stores it.
 * @returns whether a letter was queued
 */
export function queueThanks(db: Database | Transaction, invitationId: string, now: number): boolean {
  const project = thanking(db).get({ invitationId })
  if (!project?.sendsThanks) return false
  queueLetter(db, { invitationId, contactEmail: project.contactEmail, kind: 'thanks', ordinal: 1 }, now)
  return true
}

/** Whoever sends in waits for it. */
const thanking = preparedOnce((db: Database | Transaction) =>
  db
    .select({ sendsThanks: projects.sendsThanks, contactEmail: projects.contactEmail })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .where(eq(invitations.id, given('invitationId')))
    .prepare(),
)

/** How many letters `queueReminders` would queue now: for the words on the button. */
export const countRemindable = (db: Database, waveId: string, now: number): number =>
  listRemindable(db, waveId, now).length

/**
 * Those who have had their invitation, have not answered, withdrawn, left or asked for quiet, whose last letter came
 * through, and no sooner than `leastTimeBetweenLetters` ago. Nobody whose address a server has called dead.
 */
function listRemindable(db: Database | Transaction, waveId: string, now: number) {
  const isSent = (kind: MessageKind) => sql`${messages.kind} = ${kind} and ${messages.state} <> 'cancelled'`
  const nextOrdinal = (kind: MessageKind) =>
    sql<number>`1 + coalesce(max(case when ${isSent(kind)} then ${messages.ordinal} end), 0)`
  return db
    .select({
      invitationId: invitations.id,
      contactEmail: projects.contactEmail,
      ordinal: nextOrdinal('reminder'),
      closingOrdinal: nextOrdinal('closing_soon'),
      /** When the last letter of last days was queued. */
      closingAt: sql<number | null>`max(case when ${isSent('closing_soon')} then ${messages.queuedAt} end)`,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .innerJoin(messages, eq(messages.invitationId, invitations.id))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(and(eq(invitations.waveId, waveId), stillExpected, isNull(invitations.quietAt), isReachable(db)))
    .groupBy(invitations.id)
    .having(
      and(
        sql`sum(${messages.kind} = 'invitation' and ${messages.state} = 'accepted') = 1`,
        sql`sum(${messages.state} not in ('accepted', 'returned', 'cancelled')) = 0`,
        sql`max(case when ${messages.state} = 'accepted' then ${messages.changedAt} end) <= ${now - leastTimeBetweenLetters}`,
      ),
    )
    .all()
}

/** Of somebody whose address no server has called dead. */
const isReachable = (db: Database | Transaction) =>
  notExists(
    db
      .select({ id: personAddresses.id })
      .from(personAddresses)
      .where(and(currentAddress, isNotNull(personAddresses.bouncedAt))),
  )

interface NewMessage {
  invitationId: string
  contactEmail: string
  kind: MessageKind
  ordinal: number
}

/** Queues a letter; one of the same kind and number that was cancelled is wanted after all. */
export function queueLetter(tx: Database | Transaction, letter: NewMessage, now: number): void {
  const id = newId()
  tx.insert(messages)
    .values({
      id,
      invitationId: letter.invitationId,
      kind: letter.kind,
      ordinal: letter.ordinal,
      state: 'queued',
      dueAt: now,
      queuedAt: now,
      changedAt: now,
      messageId: newMessageId(id, letter.contactEmail),
    })
    .onConflictDoUpdate({
      target: [messages.invitationId, messages.kind, messages.ordinal],
      set: { state: 'queued', dueAt: now, queuedAt: now, changedAt: now, attempts: 0, outcome: '' },
      setWhere: eq(messages.state, 'cancelled'),
    })
    .run()
}

/** RFC 5322 Message-ID of a letter. @param sender an address whose domain it bears */
export const newMessageId = (letterId: string, sender: string): string => `<${letterId}@${domainOf(sender)}>`

/** The right side of a Message-ID. `.invalid` (RFC 2606) where the contact's domain is not plain letters. */
function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : 'samverka.invalid'
}

function recordQueueing(
  tx: Transaction,
  waveId: string,
  kind: MessageKind,
  letters: number,
  actor: Actor,
  now: number,
): void {
  if (letters === 0) return
  const action = kind === 'closing_soon' ? 'closing_letters.queued' : `${kind}s.queued`
  recordEvent(tx, { at: now, actor, action, subject: `wave:${waveId}`, details: { letters } })
}

// ── What staff decide ────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A person has looked in the mail server's log, or asked: the letter counts as sent, or is sent once more with the
 * same Message-ID.
 * @returns false where the letter is not (or no longer) unknown
 */
export function resolveUnknown(
  db: Database,
  id: string,
  decision: 'sent' | 'requeue',
  actor: Actor,
  now: number,
): boolean {
  return immediately(db, (tx) => {
    const row = tx
      .select()
      .from(messages)
      .where(and(eq(messages.id, id), eq(messages.state, 'unknown')))
      .get()
    if (!row) return false
    changeState(tx, row, decision === 'sent' ? 'accepted' : 'queued', 'resolved', actor, now)
    return true
  })
}

/** Failed letters of a wave are queued anew: after an address was corrected or the server mended. @returns how many */
export function requeueFailed(db: Database, waveId: string, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const failed = tx
      .select({ message: messages })
      .from(messages)
      .innerJoin(invitations, eq(invitations.id, messages.invitationId))
      .where(and(eq(invitations.waveId, waveId), eq(messages.state, 'failed')))
      .all()
    for (const { message } of failed) {
      changeState(tx, message, 'queued', '', actor, now)
      if (message.addressId !== null) believeAddress(tx, message.addressId)
    }
    return failed.length
  })
}

/** Whatever a server has said of the address, staff want it tried. */
export function believeAddress(tx: Transaction, addressId: string): void {
  tx.update(personAddresses).set({ bouncedAt: null }).where(eq(personAddresses.id, addressId)).run()
}

export function changeState(
  tx: Transaction,
  row: Message,
  state: MessageState,
  outcome: string,
  actor: Actor,
  now: number,
): void {
  const attempts = state === 'queued' ? 0 : row.attempts
  tx.update(messages).set({ state, outcome, attempts, dueAt: now, changedAt: now }).where(eq(messages.id, row.id)).run()
  recordLetter(tx, row, `letter.${state}`, actor, now, { before: row.state })
}

export type Letter = Pick<Message, 'id' | 'invitationId' | 'kind' | 'ordinal'>

export function recordLetter(
  tx: Transaction,
  { id, invitationId, kind, ordinal }: Letter,
  action: string,
  actor: Actor,
  at: number,
  details: Readonly<Record<string, string | number>>,
): void {
  const subject = `invitation:${invitationId}`
  recordEvent(tx, { at, actor, action, subject, details: { message: id, kind, ordinal, ...details } })
}

// ── Looking ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type MessageCounts = Record<MessageKind, Record<MessageState, number>>

/** Letters of a wave by kind and state, zeros included. */
export function countMessages(db: Database, waveId: string): MessageCounts {
  const none = { queued: 0, sending: 0, accepted: 0, returned: 0, retry: 0, failed: 0, unknown: 0, cancelled: 0 }
  const counts: MessageCounts = {
    invitation: { ...none },
    reminder: { ...none },
    closing_soon: { ...none },
    thanks: { ...none },
    links: { ...none },
  }
  const rows = db
    .select({ kind: messages.kind, state: messages.state, letters: count() })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .where(eq(invitations.waveId, waveId))
    .groupBy(messages.kind, messages.state)
    .all()
  for (const row of rows) counts[row.kind][row.state] = row.letters
  return counts
}

/** Letters still to be sent, over all waves, and those about none. */
export function countWaiting(db: Database): number {
  const counted = [messages, notices].map((table) =>
    db.select({ letters: count() }).from(table).where(inArray(table.state, waitingStates)).get(),
  )
  return counted.reduce((sum, found) => sum + (found?.letters ?? 0), 0)
}

/** Letters of a wave that want a person's eyes, the latest first: unknown, failed, and those tried again. */
export function listTroubled(db: Database, waveId: string) {
  return db
    .select({
      id: messages.id,
      invitationId: messages.invitationId,
      municipality: municipalities.name,
      nameSealed: persons.nameSealed,
      /** Of the address that counts now, null where there is none. */
      addressSealed: personAddresses.addressSealed,
      kind: messages.kind,
      state: messages.state,
      dueAt: messages.dueAt,
      changedAt: messages.changedAt,
      messageId: messages.messageId,
      outcome: messages.outcome,
    })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(personAddresses, currentAddress)
    .where(and(eq(invitations.waveId, waveId), inArray(messages.state, ['unknown', 'failed', 'retry'])))
    .orderBy(desc(messages.changedAt), asc(messages.id))
    .all()
}
