// Mailings of a wave that happen by themselves: what is planned, and when that is as the wave's days stand. Doing them is
// in due-mailings.ts.
import { and, asc, eq, inArray, max, min, ne } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { addDays, localDayOf } from './local-day.ts'
import { invitations, messages, plannedMailings } from './schema.ts'
import { instantOf } from './sending-hours.ts'
import type { Wave } from './waves.ts'

export type PlannedMailing = typeof plannedMailings.$inferSelect
export type MailingKind = PlannedMailing['kind']

/** A mailing to come: `days` after the wave's first day or the last mailing, or before its last day. */
export type NewMailing = Pick<PlannedMailing, 'kind' | 'anchor' | 'days' | 'minutes' | 'spacing'>

/** With when it happens, UTC milliseconds: for what is to come as things stand, for the rest as it was due. */
export type TimedMailing = PlannedMailing & { dueAt: number }

/**
 * What is planned from now on, in place of what was. What has been done or missed stays, and keeps its number; so a
 * mailing that is planned anew is another one.
 */
export function changePlan(db: Database, waveId: string, plan: readonly NewMailing[], actor: Actor, now: number): void {
  immediately(db, (tx) => {
    tx.delete(plannedMailings)
      .where(and(eq(plannedMailings.waveId, waveId), eq(plannedMailings.state, 'planned')))
      .run()
    const taken = new Map(
      tx
        .select({ kind: plannedMailings.kind, last: max(plannedMailings.ordinal) })
        .from(plannedMailings)
        .where(eq(plannedMailings.waveId, waveId))
        .groupBy(plannedMailings.kind)
        .all()
        .map(({ kind, last }) => [kind, last ?? 0]),
    )
    for (const mailing of plan) {
      const ordinal = 1 + (taken.get(mailing.kind) ?? 0)
      taken.set(mailing.kind, ordinal)
      tx.insert(plannedMailings)
        .values({ ...mailing, waveId, ordinal, state: 'planned' })
        .run()
    }
    const said = plan.map(({ kind, anchor, days, minutes }) => `${kind} ${anchor} ${days} ${minutes}`).join(', ')
    recordEvent(tx, { at: now, actor, action: 'mail.planned', subject: `wave:${waveId}`, details: { plan: said } })
  })
}

/** Everything that was planned of the wave and is, in the order in which it happens. */
export function listPlan(db: Database | Transaction, wave: Wave): TimedMailing[] {
  const rows = listRows(db, wave)
  const coming = rows.filter(({ state }) => state === 'planned')
  const times = timesOf(db, coming, wave, rows)
  return [
    ...rows.flatMap((row) => (row.dueAt === null ? [] : [{ ...row, dueAt: row.dueAt }])),
    ...coming.flatMap((row, at) => ({ ...row, dueAt: times[at] ?? 0 })),
  ].sort((a, b) => a.dueAt - b.dueAt)
}

/** The opening that is to come, or the invitation, where answers that were read in have opened the wave before. */
export const findPlannedOpening = (plan: readonly TimedMailing[]): TimedMailing | undefined =>
  plan.find(({ kind, state }) => kind === 'opening' && state === 'planned')

/** Never made as the days stand: by then nobody may answer any more. */
export const isAfterLastDay = ({ dueAt }: Pick<TimedMailing, 'dueAt'>, { closesOn }: Wave): boolean =>
  localDayOf(dueAt) > closesOn

/** When the mailings would happen if they were planned now, UTC milliseconds, one for each. */
export const foreseePlan = (db: Database, wave: Wave, plan: readonly NewMailing[]): number[] =>
  timesOf(db, plan, wave, listRows(db, wave))

const listRows = (db: Database | Transaction, wave: Wave): PlannedMailing[] =>
  db
    .select()
    .from(plannedMailings)
    .where(eq(plannedMailings.waveId, wave.id))
    .orderBy(asc(plannedMailings.kind), asc(plannedMailings.ordinal))
    .all()

/** Days are those of the calendar in Stockholm; where the clock changes at night is `instantOf`'s to know. */
function timesOf(
  db: Database | Transaction,
  mailings: readonly NewMailing[],
  wave: Wave,
  rows: readonly PlannedMailing[],
): number[] {
  const firstDay = findFirstDay(db, mailings, wave)
  let last = findLastDay(db, wave, rows, firstDay)
  const dayOf = ({ kind, anchor, days }: NewMailing): string => {
    if (anchor === 'closing') return addDays(wave.closesOn, -days)
    // Its day stands, also where answers that were read in have opened the wave before.
    if (kind === 'opening') return addDays(wave.opensOn, days)
    if (anchor === 'opening') return addDays(firstDay, days)
    last = addDays(last, days)
    return last
  }
  return mailings.map((mailing) => instantOf(dayOf(mailing), mailing.minutes))
}

/** The day of the invitations, or the one on which they are planned; where there are none, the day of the opening. */
function findFirstDay(db: Database | Transaction, mailings: readonly NewMailing[], wave: Wave): string {
  if (wave.openedAt === null) return wave.opensOn
  const row = db
    .select({ at: min(messages.queuedAt) })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .where(and(eq(invitations.waveId, wave.id), eq(messages.kind, 'invitation')))
    .get()
  const isPlanned = mailings.some(({ kind }) => kind === 'opening')
  return isPlanned && !row?.at ? wave.opensOn : localDayOf(row?.at ?? wave.openedAt)
}

/** The day of the last mailing: the first day, a reminder by plan or by hand, or the day on which one was missed. */
function findLastDay(
  db: Database | Transaction,
  wave: Wave,
  rows: readonly PlannedMailing[],
  firstDay: string,
): string {
  if (wave.openedAt === null) return firstDay
  const settled = rows.flatMap(({ state, settledAt, dueAt }) => (state === 'done' ? settledAt : dueAt) ?? [])
  const mailed = [findLastReminder(db, wave.id) ?? [], settled].flat().map((at) => localDayOf(at))
  return [firstDay, ...mailed].reduce((latest, day) => (day > latest ? day : latest))
}

/** Waves of which something is to come. */
export function listWavesWithPlans(db: Database): string[] {
  return db
    .selectDistinct({ waveId: plannedMailings.waveId })
    .from(plannedMailings)
    .where(eq(plannedMailings.state, 'planned'))
    .all()
    .map(({ waveId }) => waveId)
}

/** When people of the wave were last reminded, by plan or by hand, UTC milliseconds; undefined where never. */
export function findLastReminder(db: Database | Transaction, waveId: string): number | undefined {
  const row = db
    .select({ at: max(messages.queuedAt) })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .where(
      and(
        eq(invitations.waveId, waveId),
        inArray(messages.kind, ['reminder', 'closing_soon']),
        ne(messages.state, 'cancelled'),
      ),
    )
    .get()
  return row?.at ?? undefined
}
