// How fast letters may leave: so many at once, so many a minute, so many a minute to one domain.
import { z } from 'zod'
import type { Database } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { findSetting, writeSetting } from './settings.ts'

const Pace = z.object({
  /** Letters in the air at once, 1 or 2: as many may be of unknown fate after a crash. */
  connections: z.union([z.literal(1), z.literal(2)]).default(1),
  /** Letters a minute in all, and to one domain; null = as fast as the server takes them. */
  perMinute: z.number().int().min(1).nullable().default(null),
  perDomain: z.number().int().min(1).nullable().default(null),
})

export type MailPace = z.infer<typeof Pace>

const key = 'mail_pace'

export const findMailPace = (db: Database): MailPace => Pace.parse(JSON.parse(findSetting(db, key) ?? '{}'))

/** Holds from the sender's next start of work on, over restarts. */
export function setMailPace(db: Database, pace: MailPace, actor: Actor, now: number): void {
  const value = JSON.stringify(Pace.parse(pace))
  db.transaction((tx) => {
    writeSetting(tx, key, value)
    recordEvent(tx, { at: now, actor, action: 'mail.pace_set', subject: 'mail', details: { pace: value } })
  })
}
