// Rounds of measurement: planned, opened by staff, closed.
import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import { Problem } from '#errors.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, findLastDeed, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import { endOfLocalDay, localDayOf } from './local-day.ts'
import { drafts, invitations, paperEntries, participants, plannedMailings, responses, waves } from './schema.ts'

export type Wave = typeof waves.$inferSelect

/** YYYY-MM-DD in local time, both inclusive. */
export type WaveDays = Pick<Wave, 'opensOn' | 'closesOn'>

export interface NewWave extends WaveDays {
  projectId: string
  kind: WaveKind
  questionnaireId: string
  questionnaireVersion: number
}

export function createWave(db: Database, wave: NewWave, actor: Actor, now: number): Wave {
  return db.transaction((tx) => {
    const ordinal =
      1 +
      (tx
        .select({ last: sql<number>`coalesce(max(${waves.ordinal}), 0)` })
        .from(waves)
        .where(eq(waves.projectId, wave.projectId))
        .get()?.last ?? 0)
    const row = tx
      .insert(waves)
      .values({ ...wave, id: newId(), ordinal })
      .returning()
      .get()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'wave.created',
      subject: `wave:${row.id}`,
      details: { kind: wave.kind, version: wave.questionnaireVersion },
    })
    return row
  })
}

export function findWave(db: Database, id: string): Wave | undefined {
  return db.select().from(waves).where(eq(waves.id, id)).get()
}

export function findWaveByKind(db: Database, projectId: string, kind: WaveKind): Wave | undefined {
  return db
    .select()
    .from(waves)
    .where(and(eq(waves.projectId, projectId), eq(waves.kind, kind)))
    .get()
}

export function listWaves(db: Database, projectId: string): Wave[] {
  return db.select().from(waves).where(eq(waves.projectId, projectId)).orderBy(asc(waves.ordinal)).all()
}

/**
 * Opens a wave: everybody who now takes part in the project is invited, in one transaction. Letters are queued apart.
 * @throws Problem 'wave_already_open', 'wave_needs_participants'
 */
export function openWave(db: Database, wave: Wave, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const opened = tx
      .update(waves)
      .set({ openedAt: now, closedAt: null })
      .where(and(eq(waves.id, wave.id), isNull(waves.openedAt)))
      .run()
    if (opened.changes === 0) throw new Problem('wave_already_open')
    const here = tx
      .select({ id: participants.id, seatId: participants.seatId })
      .from(participants)
      .where(
        and(eq(participants.projectId, wave.projectId), isNull(participants.leftAt), isNull(participants.withdrawnAt)),
      )
      .all()
    if (here.length === 0) throw new Problem('wave_needs_participants')
    for (const participant of here)
      tx.insert(invitations)
        .values({
          id: newId(),
          waveId: wave.id,
          participantId: participant.id,
          seatId: participant.seatId,
          createdAt: now,
        })
        .onConflictDoNothing()
        .run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'wave.opened',
      subject: `wave:${wave.id}`,
      details: { invited: here.length },
    })
    return here.length
  })
}

/** Closes an open wave; closing it again changes nothing. */
export function closeWave(db: Database, waveId: string, actor: Actor, now: number): void {
  db.transaction((tx) => {
    const closed = tx
      .update(waves)
      .set({ closedAt: now })
      .where(and(eq(waves.id, waveId), isNull(waves.closedAt)))
      .run()
    if (closed.changes > 0) recordEvent(tx, { at: now, actor, action: 'wave.closed', subject: `wave:${waveId}` })
  })
}

const daysChanged = 'wave.days_changed'

/** When the days became those of now, UTC milliseconds: what was told of them before is no longer so. 0 = as planned. */
export const findDaysChange = (db: Database | Transaction, waveId: string): number =>
  findLastDeed(db, `wave:${waveId}`, daysChanged) ?? 0

/**
 * Moves the days of a wave that is not closed: both while it is planned; of an open one only the last, since people
 * have been told when it began.
 * @returns false where it is closed, or nothing would change
 */
export function changeWaveDays(db: Database, wave: Wave, days: WaveDays, actor: Actor, now: number): boolean {
  const { opensOn, closesOn } = wave.openedAt === null ? days : { ...days, opensOn: wave.opensOn }
  if (opensOn === wave.opensOn && closesOn === wave.closesOn) return false
  return db.transaction((tx) => {
    const changed = tx
      .update(waves)
      .set({ opensOn, closesOn })
      .where(and(eq(waves.id, wave.id), isNull(waves.closedAt)))
      .run()
    if (changed.changes > 0)
      recordEvent(tx, {
        at: now,
        actor,
        action: daysChanged,
        subject: `wave:${wave.id}`,
        details: { opensOn, closesOn },
      })
    return changed.changes > 0
  })
}

/** Removes a wave that was only a plan. @returns false where it has been opened, or somebody is invited to it */
export function removeWave(db: Database, wave: Wave, actor: Actor, now: number): boolean {
  return immediately(db, (tx) => {
    const invited = tx.select({ id: invitations.id }).from(invitations).where(eq(invitations.waveId, wave.id))
    const onlyPlanned = tx
      .select({ id: waves.id })
      .from(waves)
      .where(and(eq(waves.id, wave.id), isNull(waves.openedAt), notExists(invited)))
      .get()
    if (!onlyPlanned) return false
    tx.delete(plannedMailings).where(eq(plannedMailings.waveId, wave.id)).run()
    tx.delete(waves).where(eq(waves.id, wave.id)).run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'wave.removed',
      subject: `wave:${wave.id}`,
      details: { kind: wave.kind },
    })
    return true
  })
}

export type WaveState = 'planned' | 'open' | 'closed'

export function waveState(wave: Pick<Wave, 'openedAt' | 'closedAt'>): WaveState {
  if (wave.openedAt === null) return 'planned'
  return wave.closedAt === null ? 'open' : 'closed'
}

/** Whoever had begun when a wave closed may send in for another day. */
export const grace = 24 * 3_600_000

/** Until when what had begun as the wave closed can be finished, on the web and by staff, UTC milliseconds. */
export const graceEnds = (wave: Pick<Wave, 'closedAt' | 'closesOn'>): number => closingTime(wave) + grace

/** Closed, and nothing that had begun can still be finished: from here on its answers stay as they are. */
export function isComplete(db: Database, wave: Wave, now: number): boolean {
  if (wave.closedAt === null) return false
  return now >= graceEnds(wave) || !(hasBegun(db, drafts, wave.id) || hasBegun(db, paperEntries, wave.id))
}

/**
 * Somebody who has not answered the wave has begun to, in a questionnaire on the web or in a form that staff enter.
 * Whoever has withdrawn since cannot finish it.
 */
function hasBegun(db: Database, table: typeof drafts | typeof paperEntries, waveId: string): boolean {
  const begun = db.select({ id: table.invitationId }).from(table)
  const open = db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(
      and(
        eq(invitations.waveId, waveId),
        isNull(responses.id),
        isNull(participants.withdrawnAt),
        inArray(invitations.id, begun),
      ),
    )
    .get()
  return open !== undefined
}

/** Open still, and past its last day: it takes no new answers, and can be extended. @param today YYYY-MM-DD, local */
export const isOverdue = (wave: Pick<Wave, 'openedAt' | 'closedAt' | 'closesOn'>, today: string): boolean =>
  waveState(wave) === 'open' && wave.closesOn < today

/** What a wave is to everybody but its own staff: past its last day it is closed. @param today YYYY-MM-DD, local */
export const stateOn = (wave: Pick<Wave, 'openedAt' | 'closedAt' | 'closesOn'>, today: string): WaveState =>
  isOverdue(wave, today) ? 'closed' : waveState(wave)

/**
 * First and last day on which people could answer: as it was, once it has been opened and closed, else as planned. A
 * wave that was opened after its last day holds answers of those days, read from a file.
 */
export function daysOf({ opensOn, closesOn, openedAt, closedAt }: DaysKnown): WaveDays {
  const opened = openedAt === null ? opensOn : localDayOf(openedAt)
  const closed = closedAt === null ? closesOn : localDayOf(closedAt)
  return opened > closesOn
    ? { opensOn, closesOn }
    : { opensOn: opened, closesOn: closed < closesOn ? closed : closesOn }
}

type DaysKnown = Pick<Wave, 'opensOn' | 'closesOn' | 'openedAt' | 'closedAt'>

/** From when on nobody may begin to answer, UTC milliseconds: as the last day ends, or earlier where staff closed it. */
export const closingTime = (wave: Pick<Wave, 'closedAt' | 'closesOn'>): number =>
  Math.min(wave.closedAt ?? Number.POSITIVE_INFINITY, endOfLocalDay(wave.closesOn))
