// One attempt at a letter. It is claimed, and everything about its reader checked again, in one transaction that is on
// disk before any socket is touched. So no letter is sent twice without a person's word for it: where the outcome
// cannot be known, the row says so and waits.
import { and, asc, eq, gt, inArray, isNull, lte, min, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { findMailPause } from './mail-pause.ts'
import { changeState, immediately, type MessageKind, recordLetter, waitingStates } from './messages.ts'
import { invitations, messages, participants, personAddresses, persons, projects, responses, waves } from './schema.ts'
import { issueTokens, type LetterTokens } from './tokens.ts'

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

/** Pauses before tries 2, 3, …; some 40 hours in all. After the last the letter has failed. */
const backOff = [5, 15, 30, 60, 120, 240, 480, 720, 720].map((minutes) => minutes * minute)

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
    for (const row of interrupted) changeState(tx, row, 'unknown', 'interrupted', 'system', now)
    return interrupted.length
  })
}

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
      .where(and(inArray(messages.state, waitingStates), gt(messages.dueAt, given('now'))))
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
