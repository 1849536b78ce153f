// What is planned of a wave's mail, as far as its other pages tell it: what comes next, what holds it back, and what
// becomes of the plan when the days of the wave are changed.
import type { Config } from '#config.ts'
import { findHindrance } from '#mail/planner.ts'
import { isBlocked } from '#mail/preflight/blocking.ts'
import type { Database } from '#store/database.ts'
import { foreseeVerdict, type Hindrance, type Verdict } from '#store/due-mailings.ts'
import { isAfterLastDay, listPlan, type MailingKind, type TimedMailing } from '#store/planned-mailings.ts'
import type { Wave, WaveDays } from '#store/waves.ts'

/** null where nothing holds the wave's mailings back. */
export type Hold = Hindrance | null

export const whatHolds = (db: Database, config: Config, wave: Wave): Hold =>
  findHindrance(db, wave, () => isBlocked(db, config, wave)) ?? null

export interface NextMailing {
  kind: MailingKind
  /** UTC milliseconds. */
  dueAt: number
  waits: Hold
}

/**
 * The opening of a wave that is not open, or what comes next of one that is: a reminder, or the invitation where answers
 * that were read in have opened it. null where none is planned.
 */
export function findNextMailing(db: Database, config: Config, wave: Wave, now: number): NextMailing | null {
  const next = listComing(db, wave).find(
    (mailing) => (mailing.kind === 'opening' || wave.openedAt !== null) && !isAfterLastDay(mailing, wave),
  )
  if (!next) return null
  return { kind: next.kind, dueAt: next.dueAt, waits: next.dueAt <= now ? whatHolds(db, config, wave) : null }
}

/** Why the opening that was planned last did not happen; null where it did, is to come, or was not planned. */
export function findMissedOpening(db: Database, wave: Wave): string | null {
  const last = listPlan(db, wave)
    .filter(({ kind }) => kind === 'opening')
    .at(-1)
  return last?.state === 'missed' ? last.reason : null
}

/**
 * What becomes of a mailing: made 'now'; never, since its time was 'too_late' ago, comes 'after' the last day, there is
 * 'nobody' to open for, or people are 'reminded' already: lately, or by the next mailing, which is due as well.
 */
export type Fate = 'now' | 'too_late' | 'after' | 'nobody' | 'reminded'

/** Of a verdict that is not here there is nothing to tell: the time is to come, or the mailing is not needed. */
const fates: { readonly [verdict in Verdict]?: Fate } = {
  go: 'now',
  too_late: 'too_late',
  wave_over: 'after',
  no_participants: 'nobody',
  overtaken: 'reminded',
  recently_reminded: 'reminded',
}

export interface Effect {
  kind: MailingKind
  ordinal: number
  dueAt: number
  fate: Fate
}

/** Mailings that other days give another fate; those that only move to another time to come are left out. */
export function foreseeEffects(db: Database, wave: Wave, days: WaveDays, now: number): Effect[] {
  const before = new Set(listEffects(db, wave, now).map(nameOfEffect))
  return listEffects(db, { ...wave, ...days }, now).filter((effect) => !before.has(nameOfEffect(effect)))
}

/** Mailings that are to come by the plan, and will not, as the days stand. */
export const listNever = (db: Database, wave: Wave, now: number): Effect[] =>
  listEffects(db, wave, now).filter(({ fate }) => fate === 'after')

export const nameOfEffect = ({ kind, ordinal, fate }: Effect): string => `${kind}-${ordinal}-${fate}`

const listComing = (db: Database, wave: Wave): TimedMailing[] =>
  listPlan(db, wave).filter(({ state }) => state === 'planned')

function listEffects(db: Database, wave: Wave, now: number): Effect[] {
  const coming = listComing(db, wave)
  return coming.flatMap((mailing) => {
    const { kind, ordinal, dueAt } = mailing
    const fate = isAfterLastDay(mailing, wave) ? 'after' : fates[foreseeVerdict(db, mailing, wave, coming, now)]
    return fate ? [{ kind, ordinal, dueAt, fate }] : []
  })
}
