// What is planned of a wave's mail, as far as its other pages tell it: what comes next, what holds it back, and what
// becomes of the plan when the days of the wave are changed.
import type { Config } from '#config.ts'
import { isBlocked } from '#mail/preflight/blocking.ts'
import type { Database } from '#store/database.ts'
import { latest } from '#store/due-mailings.ts'
import { findMailPause } from '#store/mail-pause.ts'
import { isAfterLastDay, listPlan, type MailingKind, type TimedMailing } from '#store/planned-mailings.ts'
import { countInvitable } from '#store/turnout.ts'
import type { Wave, WaveDays } from '#store/waves.ts'

/** What holds mailings of the wave back although their time has come. */
export type Hold = 'paused' | 'blocked' | null

export const whatHolds = (db: Database, config: Config, wave: Wave): Hold =>
  findMailPause(db) === undefined ? (isBlocked(db, config, wave) ? 'blocked' : null) : 'paused'

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
 * What becomes of a mailing: made 'now'; never, since its time was 'too_late' ago, comes 'after' the last day, or there
 * is 'nobody' to open for.
 */
export type Fate = 'now' | 'too_late' | 'after' | 'nobody'

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

const listEffects = (db: Database, wave: Wave, now: number): Effect[] =>
  listComing(db, wave).flatMap((mailing) => {
    const { kind, ordinal, dueAt } = mailing
    const fate = fateOf(db, mailing, wave, now)
    return fate ? [{ kind, ordinal, dueAt, fate }] : []
  })

/** As `judge` of store/due-mailings.ts will find; undefined where its time is to come. */
function fateOf(db: Database, mailing: TimedMailing, wave: Wave, now: number): Fate | undefined {
  if (isAfterLastDay(mailing, wave)) return 'after'
  // Days of a reminder are counted anew from the day of the opening.
  if (mailing.kind !== 'opening' && wave.openedAt === null) return undefined
  if (mailing.dueAt > now) return undefined
  if (now - mailing.dueAt > latest) return 'too_late'
  const isNobody = mailing.kind === 'opening' && wave.openedAt === null && countInvitable(db, wave.projectId) === 0
  return isNobody ? 'nobody' : 'now'
}
