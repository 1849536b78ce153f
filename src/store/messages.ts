// The outbox: one row per letter. A letter is claimed, and everything about its reader checked again, in one
// transaction that is on disk before any socket is touched. So no letter is sent twice without a person's word for it:
// where the outcome cannot be known, the row says so and waits.
//
//   queued ─┬─ sending ─┬─ accepted     the server took it
//     ▲     │           ├─ retry ──┐    tried again later, with back-off
//     │     │           ├─ failed  │    refused for good; staff may queue it again
//     │     │           └─ unknown │    sent or not, nobody can tell; staff decide
//     │     └─ cancelled ◄─────────┘    no longer needed, with the reason
//     └── staff
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, min, or, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import {
  invitations,
  messages,
  participants,
  personAddresses,
  persons,
  projects,
  responses,
  seats,
  settings,
  waves,
} from './schema.ts'
import { issueTokens, type LetterTokens } from './tokens.ts'

export type Message = typeof messages.$inferSelect
export type MessageState = Message['state']
export type MessageKind = Message['kind']

/** How an attempt ended. The texts are the server's words, without addresses and tokens. */
export type Delivery =
  | { outcome: 'accepted'; reply: string }
  /** Nothing was handed over. Trouble with the server is no fault of the letter, and does not count as a try of it. */
  | { outcome: 'retry'; reason: string; trouble: 'letter' | 'server' }
  | { outcome: 'failed'; reason: string }
  /** The whole letter left us and no answer came back. */
  | { outcome: 'unknown'; reason: string }

export const cancelReasons = ['erased', 'withdrawn', 'left', 'answered', 'wave_closed', 'quiet', 'no_address'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** A claimed letter: everything that is needed to write it, the person still sealed. */
export interface ClaimedLetter {
  id: string
  messageId: string
  kind: MessageKind
  ordinal: number
  language: 'sv' | 'en'
  nameSealed: Buffer
  addressSealed: Buffer
  project: { nameSv: string; nameEn: string; organisation: string; contactEmail: string; isDemo: boolean }
  wave: { kind: 'baseline' | 'midterm' | 'endline' | 'followup'; closesOn: string }
  questionnaire: { id: string; version: number }
  tokens: LetterTokens
}

export type Claim =
  | { outcome: 'letter'; letter: ClaimedLetter }
  | { outcome: 'cancelled'; reason: CancelReason }
  /** `nextDueAt`: when the next retry is due, null where none waits. */
  | { outcome: 'nothing'; nextDueAt: number | null }
  | { outcome: 'paused'; reason: string }

const minute = 60_000
const hour = 60 * minute

/** Pauses before tries 2, 3, …; some 40 hours in all. After the last the letter has failed. */
const backOff = [5, 15, 30, 60, 120, 240, 480, 720, 720].map((minutes) => minutes * minute)

/** Nobody gets two letters about the same wave within this time, however often the button is pressed. */
export const leastTimeBetweenLetters = 20 * hour

const pauseKey = 'mail_paused'
const open: MessageState[] = ['queued', 'retry']

// ── Queueing ─────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Queues the invitation of everybody invited to the wave who has none. Queueing again adds nothing; a letter that was
 * cancelled, and is wanted after all, is queued once more.
 * @returns how many letters were queued
 */
export function queueInvitations(db: Database, waveId: string, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const wanting = tx
      .select({ invitationId: invitations.id, contactEmail: projects.contactEmail })
      .from(invitations)
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .innerJoin(persons, eq(persons.id, participants.personId))
      .innerJoin(projects, eq(projects.id, participants.projectId))
      .leftJoin(responses, eq(responses.invitationId, invitations.id))
      .leftJoin(messages, and(eq(messages.invitationId, invitations.id), eq(messages.kind, 'invitation')))
      .where(
        and(eq(invitations.waveId, waveId), stillExpected, or(isNull(messages.id), eq(messages.state, 'cancelled'))),
      )
      .all()
    for (const row of wanting) queue(tx, { ...row, kind: 'invitation', ordinal: 1 }, now)
    recordQueueing(tx, waveId, 'invitation', wanting.length, actor, now)
    return wanting.length
  })
}

/**
 * Queues the next reminder for those who have not answered and may be reminded: see `listRemindable`.
 * @returns how many letters were queued
 */
export function queueReminders(db: Database, waveId: string, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const remindable = listRemindable(tx, waveId, now)
    for (const row of remindable) queue(tx, { ...row, kind: 'reminder' }, now)
    recordQueueing(tx, waveId, 'reminder', remindable.length, actor, now)
    return remindable.length
  })
}

/** How many letters `queueReminders` would queue now: for the words on the button. */
export const countRemindable = (db: Database, waveId: string, now: number): number =>
  listRemindable(db, waveId, now).length

/**
 * Those who have had their invitation, have not answered, withdrawn, left or asked for quiet, whose last letter came
 * through, and no sooner than `leastTimeBetweenLetters` ago.
 */
function listRemindable(db: Database | Transaction, waveId: string, now: number) {
  const isSent = sql`${messages.state} <> 'cancelled'`
  return db
    .select({
      invitationId: invitations.id,
      contactEmail: projects.contactEmail,
      ordinal: sql<number>`1 + coalesce(max(case when ${messages.kind} = 'reminder' and ${isSent} then ${messages.ordinal} end), 0)`,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .innerJoin(messages, eq(messages.invitationId, invitations.id))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(and(eq(invitations.waveId, waveId), stillExpected, isNull(invitations.quietAt)))
    .groupBy(invitations.id)
    .having(
      and(
        sql`sum(${messages.kind} = 'invitation' and ${messages.state} = 'accepted') = 1`,
        sql`sum(${messages.state} not in ('accepted', 'cancelled')) = 0`,
        sql`max(case when ${messages.state} = 'accepted' then ${messages.changedAt} end) <= ${now - leastTimeBetweenLetters}`,
      ),
    )
    .all()
}

/** Of somebody whose answer is still hoped for. */
const stillExpected = and(
  isNull(responses.id),
  isNull(participants.withdrawnAt),
  isNull(participants.leftAt),
  isNull(persons.erasedAt),
)

interface NewMessage {
  invitationId: string
  contactEmail: string
  kind: MessageKind
  ordinal: number
}

function queue(tx: Transaction, letter: NewMessage, now: number): void {
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
      messageId: `<${id}@${domainOf(letter.contactEmail)}>`,
    })
    .onConflictDoUpdate({
      target: [messages.invitationId, messages.kind, messages.ordinal],
      set: { state: 'queued', dueAt: now, queuedAt: now, changedAt: now, attempts: 0, outcome: '' },
      setWhere: eq(messages.state, 'cancelled'),
    })
    .run()
}

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
  recordEvent(tx, { at: now, actor, action: `${kind}s.queued`, subject: `wave:${waveId}`, details: { letters } })
}

// ── Sending ──────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Takes the next letter that is due: one row, looked at anew, marked `sending` with fresh tokens, or `cancelled`.
 * Letters of a wave that is not open yet, or past its last day and not closed by staff, wait.
 * @param today the local day, YYYY-MM-DD
 */
export function claimNext(db: Database, now: number, today: string): Claim {
  const queries = preparedFor(db)
  return immediately(db, (tx) => {
    const pause = findMailPause(tx)
    if (pause !== undefined) return { outcome: 'paused', reason: pause }
    const due = queries.due.get({ state: 'queued', now, today }) ?? queries.due.get({ state: 'retry', now, today })
    if (!due) return { outcome: 'nothing', nextDueAt: queries.nextDue.get({ now })?.at ?? null }
    const row = queries.letter.get({ id: due.id })
    if (!row) throw new Error(`message ${due.id} belongs to no invitation`)
    const { addressSealed } = row
    const whyNot = whyNotSend(row)
    if (whyNot !== undefined || addressSealed === null) {
      const reason = whyNot ?? 'no_address'
      queries.settle.run({ id: row.id, state: 'cancelled', attempts: row.attempts, dueAt: now, now, outcome: reason })
      recordLetter(tx, row, 'letter.cancelled', 'system', now, { reason })
      return { outcome: 'cancelled', reason }
    }
    queries.settle.run({ id: row.id, state: 'sending', attempts: row.attempts + 1, dueAt: now, now, outcome: '' })
    const tokens = issueTokens(tx, row.invitationId, now)
    recordLetter(tx, row, 'letter.begun', 'system', now, { attempt: row.attempts + 1 })
    return {
      outcome: 'letter',
      letter: {
        id: row.id,
        messageId: row.messageId,
        kind: row.kind,
        ordinal: row.ordinal,
        language: row.language,
        nameSealed: row.nameSealed,
        addressSealed,
        project: row.project,
        wave: row.wave,
        questionnaire: row.questionnaire,
        tokens,
      },
    }
  })
}

interface Reader {
  kind: MessageKind
  erasedAt: number | null
  withdrawnAt: number | null
  leftAt: number | null
  responseId: string | null
  closedAt: number | null
  quietAt: number | null
}

function whyNotSend(reader: Reader): CancelReason | undefined {
  if (reader.erasedAt !== null) return 'erased'
  if (reader.withdrawnAt !== null) return 'withdrawn'
  if (reader.leftAt !== null) return 'left'
  if (reader.responseId !== null) return 'answered'
  if (reader.closedAt !== null) return 'wave_closed'
  if (reader.kind === 'reminder' && reader.quietAt !== null) return 'quiet'
  return undefined
}

/**
 * Writes down how an attempt ended.
 * @throws Error where the letter is not being sent: somebody else has decided about it meanwhile
 */
export function settle(db: Database, id: string, delivery: Delivery, now: number): void {
  const queries = preparedFor(db)
  immediately(db, (tx) => {
    const row = queries.state.get({ id })
    if (row?.state !== 'sending') throw new Error(`message ${id} is ${row?.state ?? 'gone'}, not sending`)
    const next = afterDelivery(delivery, row.attempts, now)
    queries.settle.run({ id, now, ...next })
    recordLetter(tx, row, `letter.${next.state}`, 'system', now, { attempt: row.attempts })
  })
}

function afterDelivery(delivery: Delivery, attempts: number, now: number) {
  switch (delivery.outcome) {
    case 'accepted':
      return { state: 'accepted', attempts, dueAt: now, outcome: delivery.reply } as const
    case 'failed':
    case 'unknown':
      return { state: delivery.outcome, attempts, dueAt: now, outcome: delivery.reason } as const
    case 'retry': {
      if (delivery.trouble === 'server')
        return { state: 'retry', attempts: attempts - 1, dueAt: now + minute, outcome: delivery.reason } as const
      const wait = backOff[attempts - 1]
      return wait === undefined
        ? ({ state: 'failed', attempts, dueAt: now, outcome: delivery.reason } as const)
        : ({ state: 'retry', attempts, dueAt: now + wait, outcome: delivery.reason } as const)
    }
  }
}

/**
 * For the start of the process: what was being sent when the last one ended is `unknown`, and is not sent again by
 * itself. Call it only while holding sole ownership of the database.
 * @returns how many letters
 */
export function recoverInterrupted(db: Database, now: number): number {
  return immediately(db, (tx) => {
    const interrupted = tx.select().from(messages).where(eq(messages.state, 'sending')).all()
    for (const row of interrupted) change(tx, row, 'unknown', 'interrupted', 'system', now)
    return interrupted.length
  })
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
    change(tx, row, decision === 'sent' ? 'accepted' : 'queued', 'resolved', actor, now)
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
    for (const { message } of failed) change(tx, message, 'queued', '', actor, now)
    return failed.length
  })
}

/** Stops all mail until `resumeMail`, over restarts too. The letter in hand is finished. */
export function pauseMail(db: Database, reason: string, actor: Actor, now: number): void {
  immediately(db, (tx) => {
    tx.insert(settings)
      .values({ key: pauseKey, value: reason })
      .onConflictDoUpdate({ target: settings.key, set: { value: reason } })
      .run()
    recordEvent(tx, { at: now, actor, action: 'mail.paused', subject: 'mail', details: { reason } })
  })
}

export function resumeMail(db: Database, actor: Actor, now: number): void {
  immediately(db, (tx) => {
    if (tx.delete(settings).where(eq(settings.key, pauseKey)).run().changes > 0)
      recordEvent(tx, { at: now, actor, action: 'mail.resumed', subject: 'mail' })
  })
}

/** Why mail is paused; undefined while it is not. */
export function findMailPause(db: Database | Transaction): string | undefined {
  return db.select({ value: settings.value }).from(settings).where(eq(settings.key, pauseKey)).get()?.value
}

function change(tx: Transaction, row: Message, state: MessageState, outcome: string, actor: Actor, now: number): void {
  const attempts = state === 'queued' ? 0 : row.attempts
  tx.update(messages).set({ state, outcome, attempts, dueAt: now, changedAt: now }).where(eq(messages.id, row.id)).run()
  recordLetter(tx, row, `letter.${state}`, actor, now, { before: row.state })
}

type Letter = Pick<Message, 'id' | 'invitationId' | 'kind' | 'ordinal'>

function recordLetter(
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
  const none = { queued: 0, sending: 0, accepted: 0, retry: 0, failed: 0, unknown: 0, cancelled: 0 }
  const counts: MessageCounts = { invitation: { ...none }, reminder: { ...none } }
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

/** Letters still to be sent, over all waves. */
export function countWaiting(db: Database): number {
  return db.select({ letters: count() }).from(messages).where(inArray(messages.state, open)).get()?.letters ?? 0
}

/** Letters of a wave that want a person's eyes, the latest first: unknown, failed, and those tried again. */
export function listTroubled(db: Database, waveId: string) {
  return db
    .select({
      id: messages.id,
      invitationId: messages.invitationId,
      participantId: participants.id,
      municipalityCode: seats.municipalityCode,
      nameSealed: persons.nameSealed,
      kind: messages.kind,
      ordinal: messages.ordinal,
      state: messages.state,
      attempts: messages.attempts,
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
    .where(and(eq(invitations.waveId, waveId), inArray(messages.state, ['unknown', 'failed', 'retry'])))
    .orderBy(desc(messages.changedAt), asc(messages.id))
    .all()
}

// ── Queries kept ready ───────────────────────────────────────────────────────────────────────────────────────────

const immediately = <T>(db: Database, body: (tx: Transaction) => T): T =>
  db.transaction(body, { behavior: 'immediate' })

const prepared = new WeakMap<Database, ReturnType<typeof prepare>>()

function preparedFor(db: Database): ReturnType<typeof prepare> {
  const known = prepared.get(db) ?? prepare(db)
  prepared.set(db, known)
  return known
}

function prepare(db: Database) {
  const given = (name: string) => sql`${sql.placeholder(name)}`
  return {
    due: db
      .select({ id: messages.id })
      .from(messages)
      .innerJoin(invitations, eq(invitations.id, messages.invitationId))
      .innerJoin(waves, eq(waves.id, invitations.waveId))
      .where(
        and(
          eq(messages.state, given('state')),
          lte(messages.dueAt, given('now')),
          sql`${waves.openedAt} is not null and (${waves.closedAt} is not null or ${waves.closesOn} >= ${given('today')})`,
        ),
      )
      .orderBy(asc(messages.dueAt))
      .limit(1)
      .prepare(),
    nextDue: db
      .select({ at: min(messages.dueAt) })
      .from(messages)
      .where(and(inArray(messages.state, open), gt(messages.dueAt, given('now'))))
      .prepare(),
    letter: db
      .select({
        id: messages.id,
        invitationId: messages.invitationId,
        messageId: messages.messageId,
        kind: messages.kind,
        ordinal: messages.ordinal,
        attempts: messages.attempts,
        quietAt: invitations.quietAt,
        withdrawnAt: participants.withdrawnAt,
        leftAt: participants.leftAt,
        erasedAt: persons.erasedAt,
        responseId: responses.id,
        language: persons.language,
        nameSealed: persons.nameSealed,
        addressSealed: personAddresses.addressSealed,
        closedAt: waves.closedAt,
        wave: { kind: waves.kind, closesOn: waves.closesOn },
        questionnaire: { id: waves.questionnaireId, version: waves.questionnaireVersion },
        project: {
          nameSv: projects.nameSv,
          nameEn: projects.nameEn,
          organisation: projects.organisation,
          contactEmail: projects.contactEmail,
          isDemo: projects.isDemo,
        },
      })
      .from(messages)
      .innerJoin(invitations, eq(invitations.id, messages.invitationId))
      .innerJoin(waves, eq(waves.id, invitations.waveId))
      .innerJoin(projects, eq(projects.id, waves.projectId))
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .innerJoin(persons, eq(persons.id, participants.personId))
      .leftJoin(personAddresses, and(eq(personAddresses.personId, persons.id), isNull(personAddresses.validTo)))
      .leftJoin(responses, eq(responses.invitationId, invitations.id))
      .where(eq(messages.id, given('id')))
      .prepare(),
    state: db
      .select()
      .from(messages)
      .where(eq(messages.id, given('id')))
      .prepare(),
    settle: db
      .update(messages)
      .set({
        state: given('state'),
        attempts: given('attempts'),
        dueAt: given('dueAt'),
        changedAt: given('now'),
        outcome: given('outcome'),
      })
      .where(eq(messages.id, given('id')))
      .prepare(),
  }
}
