// One attempt at a letter. It is claimed, and everything about its reader checked again, in one transaction that is on
// disk before any socket is touched. So no letter is sent twice without a person's word for it: where the outcome
// cannot be known, the row says so and waits. A durable commit costs milliseconds, so a few letters share one.
import { and, asc, eq, gt, inArray, lte, min, sql } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { afterEnding, type CancelReason, type Ended, type Ending, isAboutDeadAddress } from './ending.ts'
import { findLastEvent } from './events.ts'
import { localDayOf } from './local-day.ts'
import { findMailPause, isWavePaused } from './mail-pause.ts'
import { type MessageKind, recordLetter, waitingStates } from './messages.ts'
import {
  type ClaimedNotice,
  changeNotice,
  claimNotices,
  findNotice,
  listNoticesInHand,
  nextNoticeAt,
  whyNotNotice,
} from './notices.ts'
import { given, preparedOnce } from './prepared.ts'
import {
  events,
  handovers,
  invitations,
  messages,
  municipalities,
  participants,
  personAddresses,
  persons,
  responses,
  seats,
  waves,
} from './schema.ts'
import { findSendingHours, isWithin, nextOpening, type SendingHours } from './sending-hours.ts'
import { isStill, type Moment, momentOf } from './stillness.ts'
import { currentAddress } from './taking-part.ts'
import { issueTokens, type LetterTokens } from './tokens.ts'
import { whyNotSend } from './why-not-send.ts'

/** A claimed letter: everything that is needed to write it, the person still sealed. */
export interface ClaimedLetter {
  id: string
  invitationId: string
  waveId: string
  messageId: string
  kind: MessageKind
  ordinal: number
  language: 'sv' | 'en'
  nameSealed: Buffer
  addressSealed: Buffer
  municipality: string
  /** The reader has taken the seat over from somebody else. */
  isSuccessor: boolean
  tokens: LetterTokens
}

type Claim =
  | { outcome: 'letter'; letter: ClaimedLetter }
  | { outcome: 'cancelled'; reason: CancelReason }
  /** `nextDueAt`: when the next retry is due, null where none waits. */
  | { outcome: 'nothing'; nextDueAt: number | null }
  | { outcome: 'paused'; reason: string }

export type Claimed = ClaimedLetter | ClaimedNotice

export interface Exchange {
  letters: Claimed[]
  /** Why there are fewer than were wanted; undefined where there may be more. */
  rest: Exclude<Claim, { outcome: 'letter' | 'cancelled' }> | undefined
  /** The last event of this commit: a database that does not have it is older than these letters. */
  mark: Mark
  /** What was true of all letters when these were claimed. */
  asOf: AsOf
}

export interface AsOf {
  moment: Moment
  /** The local day, YYYY-MM-DD. */
  today: string
  hours: SendingHours | undefined
}

export interface Mark {
  event: number
  /** UTC milliseconds of that event; 0 where there is none. */
  at: number
}

/** Letters that need no sending and are put aside in one commit: more would keep others from writing. */
const mostCancelledAtOnce = 200

/**
 * Settles what has ended, then takes up to `wanted` letters that are due, in one durable commit: each row is looked at
 * anew, marked `sending` with fresh tokens, or put aside. Letters of a wave that is not open yet, or past its last day
 * and not closed by staff, wait; so do invitations and reminders outside the sending hours.
 * @param today the local day, YYYY-MM-DD
 */
export function exchangeLetters(
  db: Database,
  ended: readonly Ended[],
  wanted: number,
  now: number,
  today: string,
): Exchange {
  return immediately(db, (tx) => {
    for (const { id, ending } of ended) settleIn(db, tx, id, ending, now)
    const counter = openCounter(db, now, today, wanted)
    const isSilent = counter.pause !== undefined
    const letters: Claimed[] = isSilent ? [] : claimNotices(db, tx, wanted, now, counter.opening === undefined)
    let rest: Exchange['rest']
    for (let cancelled = 0; letters.length < wanted && cancelled < mostCancelledAtOnce && !rest; ) {
      const claim = claimIn(db, tx, counter)
      if (claim.outcome === 'letter') letters.push(claim.letter)
      else if (claim.outcome === 'cancelled') cancelled += 1
      else rest = claim
    }
    const { hours } = counter
    return { letters, rest, mark: findMark(tx), asOf: { moment: momentOf(db), today, hours } }
  })
}

export function findMark(db: Database | Transaction): Mark {
  const event = findLastEvent(db)
  return { event, at: timeOfEvent(db, event) ?? 0 }
}

/** Whether the database has lived to see the mark. */
export const hasMark = (db: Database, { event, at }: Mark): boolean => event === 0 || timeOfEvent(db, event) === at

const timeOfEvent = (db: Database | Transaction, id: number): number | undefined =>
  db.select({ at: events.at }).from(events).where(eq(events.id, id)).get()?.at

/** What is true of every claim of one transaction, and the letters that are due in it. */
interface Counter {
  now: number
  today: string
  pause: string | undefined
  hours: SendingHours | undefined
  /** When the sending hours begin, where they have not. */
  opening: number | undefined
  due: Iterator<{ id: string }>
}

/** @param atOnce how many due letters are looked up together */
function openCounter(db: Database, now: number, today: string, atOnce: number): Counter {
  const hours = findSendingHours(db)
  const opening = hours === undefined || isWithin(hours, now) ? undefined : nextOpening(hours, now)
  const given = { now, today, isOpen: opening === undefined ? 1 : 0, most: Math.max(atOnce, 1) }
  return { now, today, pause: findMailPause(db), hours, opening, due: listDue(db, given) }
}

/** New letters before those that are tried again. Whoever takes a letter from it puts it into another state. */
function* listDue(db: Database, given: { now: number; today: string; isOpen: number; most: number }) {
  for (const state of ['queued', 'retry'])
    for (;;) {
      const found = preparedFor(db).due.all({ state, ...given })
      yield* found
      if (found.length < given.most) break
    }
}

function claimIn(db: Database, tx: Transaction, { now, today, pause, opening, due }: Counter): Claim {
  if (pause !== undefined) return { outcome: 'paused', reason: pause }
  const queries = preparedFor(db)
  const next = due.next()
  if (next.done) {
    const times = [queries.nextDue.get({ now })?.at, nextNoticeAt(db, now), opening].filter(
      (at) => typeof at === 'number',
    )
    return { outcome: 'nothing', nextDueAt: times.length > 0 ? Math.min(...times) : null }
  }
  const row = queries.letter.get({ id: next.value.id })
  if (!row) throw new Error(`message ${next.value.id} belongs to no invitation`)
  const { addressSealed } = row
  const whyNot = whyNotSend(row, today)
  if (whyNot !== undefined || addressSealed === null) {
    const reason = whyNot ?? 'no_address'
    queries.settle.run({ id: row.id, state: 'cancelled', attempts: row.attempts, dueAt: now, now, outcome: reason })
    recordLetter(tx, row, 'letter.cancelled', 'system', now, { reason })
    return { outcome: 'cancelled', reason }
  }
  queries.claim.run({ id: row.id, attempts: row.attempts + 1, addressId: row.addressId, now })
  const tokens = issueTokens(tx, row.invitationId, now)
  recordLetter(tx, row, 'letter.claimed', 'system', now, { attempt: row.attempts + 1 })
  return {
    outcome: 'letter',
    letter: {
      id: row.id,
      messageId: row.messageId,
      invitationId: row.invitationId,
      waveId: row.waveId,
      kind: row.kind,
      ordinal: row.ordinal,
      language: row.language,
      nameSealed: row.nameSealed,
      addressSealed,
      municipality: row.municipality,
      isSuccessor: row.takenOver > 0,
      tokens,
    },
  }
}

/**
 * The last look at a claimed letter, in the same breath in which it is begun: since the claim somebody may have
 * answered, moved to another address or paused the mail, or the day may have ended. Reads only.
 * @param asOf of the claim: where nothing has been written since, on the same day, only the hour can have changed
 * @returns undefined where the letter is to be sent
 */
export function lookAgain(db: Database, letter: Claimed, now: number, asOf?: AsOf): Ending | undefined {
  if (asOf && asOf.today === localDayOf(now) && isStill(db, asOf.moment))
    return isWanted(letter) || isOpenAt(asOf.hours, now) ? undefined : { outcome: 'released', dueAt: now }
  if ('notice' in letter) return lookAtNotice(db, letter, now)
  const row = preparedFor(db).reader.get({ id: letter.id })
  if (findMailPause(db) !== undefined || !row || row.isPaused) return { outcome: 'released', dueAt: now }
  const today = localDayOf(now)
  const reason = whyNotSend(row, today)
  if (reason !== undefined) return { outcome: 'cancelled', reason }
  const isInTime =
    (isWanted(letter) || isOpenAt(findSendingHours(db), now)) && (today <= row.wave.closesOn || row.kind === 'thanks')
  return isInTime && row.addressSealed?.equals(letter.addressSealed) ? undefined : { outcome: 'released', dueAt: now }
}

function lookAtNotice(db: Database, letter: ClaimedNotice, now: number): Ending | undefined {
  if (findMailPause(db) !== undefined) return { outcome: 'released', dueAt: now }
  const reason = whyNotNotice(db, letter)
  if (reason !== undefined) return { outcome: 'cancelled', reason }
  return isWanted(letter) || isOpenAt(findSendingHours(db), now) ? undefined : { outcome: 'released', dueAt: now }
}

/** Somebody has just asked for it, at whatever hour. */
const isWanted = (letter: Claimed): boolean =>
  'notice' in letter ? letter.notice === 'account' : letter.kind === 'links'

const isOpenAt = (hours: SendingHours | undefined, now: number): boolean => hours === undefined || isWithin(hours, now)

/** Writes down how an attempt ended. @throws Error where somebody else has decided about the letter meanwhile */
function settleIn(db: Database, tx: Transaction, id: string, ending: Ending, now: number): void {
  const queries = preparedFor(db)
  const row = queries.state.get({ id })
  if (!row) {
    settleNoticeIn(tx, id, ending, now)
    return
  }
  if (row.state !== 'sending') throw new Error(`message ${id} is ${row.state}, not sending`)
  const next = afterEnding(ending, row.attempts, now)
  queries.settle.run({ id, now, ...next })
  if (next.state === 'failed' && isAboutDeadAddress(next.outcome))
    queries.markDead.run({ addressId: row.addressId, now })
  const action = ending.outcome === 'released' ? 'letter.released' : `letter.${next.state}`
  recordLetter(tx, row, action, 'system', now, { attempt: row.attempts })
}

function settleNoticeIn(tx: Transaction, id: string, ending: Ending, now: number): void {
  const notice = findNotice(tx, id)
  if (notice?.state !== 'sending') throw new Error(`notice ${id} is ${notice?.state ?? 'gone'}, not sending`)
  changeNotice(tx, notice, afterEnding(ending, notice.attempts, now), now)
}

/**
 * For the start of the process: each letter that was being sent when the last one ended is settled by what is still
 * known of it. Where nothing is, that is `unknown`, and it is not sent again by itself. Call it only while holding sole
 * ownership of the database.
 * @returns how many are unknown
 */
export function recoverInterrupted(
  db: Database,
  now: number,
  endingOf: (id: string) => Ending = () => ({ outcome: 'unknown', reason: 'interrupted' }),
): number {
  return immediately(db, (tx) => {
    const interrupted = tx.select({ id: messages.id }).from(messages).where(eq(messages.state, 'sending')).all()
    const endings = [...interrupted, ...listNoticesInHand(tx)].map(({ id }) => ({ id, ending: endingOf(id) }))
    for (const { id, ending } of endings) settleIn(db, tx, id, ending, now)
    return endings.filter(({ ending }) => ending.outcome === 'unknown').length
  })
}

/** What may have changed since a letter was queued, and decides whether it is sent. */
const standing = {
  kind: messages.kind,
  quietAt: invitations.quietAt,
  withdrawnAt: participants.withdrawnAt,
  leftAt: participants.leftAt,
  erasedAt: persons.erasedAt,
  responseId: responses.id,
  addressSealed: personAddresses.addressSealed,
  bouncedAt: personAddresses.bouncedAt,
  closedAt: waves.closedAt,
  wave: { closesOn: waves.closesOn },
}

const preparedFor = preparedOnce((db: Database) => ({
  due: db
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .where(
      and(
        eq(messages.state, given('state')),
        lte(messages.dueAt, given('now')),
        // Thanks are due for an answer of the last evening too.
        sql`${waves.openedAt} is not null and (${waves.closedAt} is not null or ${waves.closesOn} >= ${given('today')} or ${messages.kind} = 'thanks')`,
        // What somebody has just asked for comes at any hour.
        sql`(${given('isOpen')} or ${messages.kind} = 'links')`,
        // What a closed wave asks for no more is put aside, paused or not; thanks are letters like any other.
        sql`(not ${isWavePaused} or (${waves.closedAt} is not null and ${messages.kind} <> 'thanks'))`,
      ),
    )
    .orderBy(asc(messages.dueAt))
    .limit(sql.placeholder('most'))
    .prepare(),
  nextDue: db
    .select({ at: min(messages.dueAt) })
    .from(messages)
    .where(and(inArray(messages.state, waitingStates), gt(messages.dueAt, given('now'))))
    .prepare(),
  letter: db
    .select({
      ...standing,
      id: messages.id,
      invitationId: messages.invitationId,
      waveId: invitations.waveId,
      messageId: messages.messageId,
      ordinal: messages.ordinal,
      attempts: messages.attempts,
      language: persons.language,
      nameSealed: persons.nameSealed,
      addressId: personAddresses.id,
      municipality: municipalities.name,
      takenOver: sql<number>`(select count(*) from ${handovers} where ${handovers.successorId} = ${participants.id})`,
    })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(personAddresses, currentAddress)
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(messages.id, given('id')))
    .prepare(),
  /** As much of it as may have changed since the claim: asked for each letter, so of no more tables than needed. */
  reader: db
    .select({
      ...standing,
      isPaused: sql<0 | 1>`${isWavePaused}`,
    })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .leftJoin(personAddresses, currentAddress)
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(messages.id, given('id')))
    .prepare(),
  state: db
    .select()
    .from(messages)
    .where(eq(messages.id, given('id')))
    .prepare(),
  claim: db
    .update(messages)
    .set({
      state: 'sending',
      attempts: given('attempts'),
      addressId: given('addressId'),
      dueAt: given('now'),
      changedAt: given('now'),
      outcome: '',
    })
    .where(eq(messages.id, given('id')))
    .prepare(),
  markDead: db
    .update(personAddresses)
    .set({ bouncedAt: given('now') })
    .where(eq(personAddresses.id, given('addressId')))
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
}))
