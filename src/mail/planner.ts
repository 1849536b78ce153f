// Looks now and then whether a mailing that is planned has come due. What that means is the store's; here is the clock.
import type { Database } from '#store/database.ts'
import { type Hindrance, makeDueMailings } from '#store/due-mailings.ts'
import { findMailPause } from '#store/mail-pause.ts'
import type { Wave } from '#store/waves.ts'

export interface PlannerOptions {
  db: Database
  now: () => number
  /** Called when letters were queued. */
  wakeSender: () => void
  /** Whether something of the settings would keep the letters of a wave from arriving. */
  isBlocked: (wave: Wave) => boolean
  log: { info(facts: object, text: string): void; warn(facts: object, text: string): void }
  /** Milliseconds between two looks; a clock that is set is noticed after as long. */
  interval?: number
}

export interface Planner {
  stop(): void
}

/**
 * Looks at once, and then at intervals. Start it behind the sender, which finds out whether this database is a copy: a
 * copy opens no wave and reminds nobody until somebody has confirmed it.
 */
export function startPlanner(options: PlannerOptions): Planner {
  const { interval = 30_000 } = options
  const look = () => {
    try {
      lookForMailings(options)
    } catch (error) {
      options.log.warn({ reason: error instanceof Error ? error.message : 'error' }, 'planned mailings wait')
    }
  }
  look()
  const timer = setInterval(look, interval)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** One look. While mail is paused nothing new is begun. @returns whether letters were queued */
export function lookForMailings({ db, now, wakeSender, isBlocked, log }: Omit<PlannerOptions, 'interval'>): boolean {
  const settled = makeDueMailings(db, now(), (wave) => findHindrance(db, wave, isBlocked))
  for (const { outcome, ...mailing } of settled) log.info({ ...mailing, ...outcome }, 'planned mailing')
  const hasLetters = settled.some(({ outcome }) => 'letters' in outcome && outcome.letters > 0)
  if (hasLetters) wakeSender()
  return hasLetters
}

/** What holds mailings of the wave back although their time has come. */
export const findHindrance = (
  db: Database,
  wave: Wave,
  isBlocked: PlannerOptions['isBlocked'],
): Hindrance | undefined =>
  findMailPause(db) === undefined ? (isBlocked(wave) ? 'blocked' : undefined) : 'mail_paused'
