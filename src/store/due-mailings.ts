// Does what is planned when its time has come: each mailing once, by whoever finds it first, in one commit with its
// letters. What is found late is done late or not at all; docs/decisions/0015 has the rule and its reasons.
import { and, eq } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { recordEvent } from './events.ts'
import { daysBetween, localDayOf } from './local-day.ts'
import { countUninvited, queueClosingSoon, queueInvitations, queueReminders } from './messages.ts'
import { openByMail } from './opening.ts'
import {
  findLastReminder,
  listPlan,
  listWavesWithPlans,
  type MailingKind,
  type TimedMailing,
} from './planned-mailings.ts'
import { plannedMailings } from './schema.ts'
import { countInvitable } from './turnout.ts'
import { findWave, type Wave } from './waves.ts'

/** Why a mailing that was planned is not made; `plan.missed` says it in words. */
export type MissReason =
  | 'already_open'
  | 'wave_closed'
  | 'wave_over'
  | 'overtaken'
  | 'too_late'
  | 'recently_reminded'
  | 'no_participants'
  | 'mail_paused'
  | 'blocked'

/** Something outside the plan that holds mailings back for now. */
export type Hindrance = Extract<MissReason, 'mail_paused' | 'blocked'>

export interface SettledMailing {
  waveId: string
  kind: MailingKind
  ordinal: number
  outcome: { letters: number } | { reason: MissReason }
}

const hour = 3_600_000

/** A mailing that is found later than this is not made: whoever planned it has long stopped expecting it. */
export const latest = 72 * hour

/** Just what the button on the wave's page does. @returns how many letters go out */
const deeds: Record<MailingKind, (db: Database, wave: Wave, now: number) => number> = {
  opening: (db, wave, now) =>
    wave.openedAt === null ? openByMail(db, wave, 'system', now) : queueInvitations(db, wave.id, 'system', now),
  reminder: (db, wave, now) => queueReminders(db, wave.id, 'system', now),
  closing_soon: (db, wave, now) => queueClosingSoon(db, wave.id, 'system', now, localDayOf(now)),
}

/**
 * Makes every mailing that is due, and writes down those that are missed.
 * @param findHindrance what holds a wave's mailings back; undefined where nothing does
 * @returns what was done or missed, in order
 */
export function makeDueMailings(
  db: Database,
  now: number,
  findHindrance: (wave: Wave) => Hindrance | undefined,
): SettledMailing[] {
  return listWavesWithPlans(db).flatMap((waveId) => {
    const settled: SettledMailing[] = []
    for (;;) {
      const next = settleNext(db, waveId, now, findHindrance)
      if (!next) return settled
      settled.push(next)
    }
  })
}

/** One mailing a commit: a plan that is changed meanwhile is read anew. */
function settleNext(
  db: Database,
  waveId: string,
  now: number,
  findHindrance: (wave: Wave) => Hindrance | undefined,
): SettledMailing | undefined {
  return immediately(db, (tx) => {
    const wave = findWave(db, waveId)
    if (!wave) return undefined
    const coming = listPlan(tx, wave).filter(({ state }) => state === 'planned')
    const found = { now, wave, coming, findHindrance: () => findHindrance(wave) }
    for (const mailing of coming) {
      const verdict = judge(db, mailing, found)
      if (verdict === 'wait') continue
      const outcome = verdict === 'go' ? { letters: deeds[mailing.kind](db, wave, now) } : { reason: verdict }
      settle(tx, mailing, outcome, now)
      return { waveId, kind: mailing.kind, ordinal: mailing.ordinal, outcome }
    }
    return undefined
  })
}

interface Found {
  now: number
  wave: Wave
  /** All that is to come of the wave, in order. */
  coming: readonly TimedMailing[]
  findHindrance: () => Hindrance | undefined
}

export type Verdict = 'go' | 'wait' | MissReason

/** What would become of the mailing now if nothing held it back. @param coming all that is to come of the wave, in order */
export const foreseeVerdict = (
  db: Database,
  mailing: TimedMailing,
  wave: Wave,
  coming: readonly TimedMailing[],
  now: number,
): Verdict => judge(db, mailing, { now, wave, coming, findHindrance: () => undefined })

function judge(db: Database, mailing: TimedMailing, found: Found): Verdict {
  const { now, wave } = found
  if (wave.closedAt !== null) return 'wave_closed'
  if (localDayOf(now) > wave.closesOn) return 'wave_over'
  // Answers that were read in open a wave without a letter: whoever is asked in it gets the letter that was planned.
  if (mailing.kind === 'opening' && wave.openedAt !== null && countUninvited(db, wave.id) === 0) return 'already_open'
  if (mailing.kind !== 'opening' && wave.openedAt === null) return 'wait'
  if (now < mailing.dueAt) return 'wait'
  if (mailing.kind !== 'opening' && isOvertaken(mailing, found)) return 'overtaken'
  const hindrance = found.findHindrance()
  if (now - mailing.dueAt > latest) return hindrance ?? 'too_late'
  if (hindrance) return 'wait'
  if (mailing.kind === 'opening')
    return wave.openedAt === null && countInvitable(db, wave.projectId) === 0 ? 'no_participants' : 'go'
  return wasJustReminded(db, mailing, now) ? 'recently_reminded' : 'go'
}

/** The next is due as well: people get one letter for the two of them. */
const isOvertaken = (mailing: TimedMailing, { coming, now }: Found): boolean =>
  coming.slice(coming.indexOf(mailing) + 1).some(({ kind, dueAt }) => kind !== 'opening' && dueAt <= now)

function wasJustReminded(db: Database, { waveId, spacing }: TimedMailing, now: number): boolean {
  const last = findLastReminder(db, waveId)
  return last !== undefined && daysBetween(localDayOf(last), localDayOf(now)) < spacing
}

function settle(tx: Transaction, mailing: TimedMailing, outcome: SettledMailing['outcome'], now: number): void {
  const { waveId, kind, ordinal, dueAt } = mailing
  const isDone = 'letters' in outcome
  tx.update(plannedMailings)
    .set({
      state: isDone ? 'done' : 'missed',
      dueAt,
      settledAt: now,
      letters: isDone ? outcome.letters : 0,
      reason: isDone ? '' : outcome.reason,
    })
    .where(
      and(eq(plannedMailings.waveId, waveId), eq(plannedMailings.kind, kind), eq(plannedMailings.ordinal, ordinal)),
    )
    .run()
  recordEvent(tx, {
    at: now,
    actor: 'system',
    action: isDone ? 'mailing.made' : 'mailing.missed',
    subject: `wave:${waveId}`,
    details: { kind, ordinal, ...outcome },
  })
}
