// The brake on all mail: pulled by the sender when servers refuse letter after letter, and by whoever restores a copy.
import { eq } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { settings } from './schema.ts'

const key = 'mail_paused'

/** Stops all mail until `resumeMail`, over restarts too. The letter in hand is finished. */
export function pauseMail(db: Database, reason: string, actor: Actor, now: number): void {
  db.transaction((tx) => {
    tx.insert(settings)
      .values({ key, value: reason })
      .onConflictDoUpdate({ target: settings.key, set: { value: reason } })
      .run()
    recordEvent(tx, { at: now, actor, action: 'mail.paused', subject: 'mail', details: { reason } })
  })
}

export function resumeMail(db: Database, actor: Actor, now: number): void {
  db.transaction((tx) => {
    if (tx.delete(settings).where(eq(settings.key, key)).run().changes > 0)
      recordEvent(tx, { at: now, actor, action: 'mail.resumed', subject: 'mail' })
  })
}

/** Why mail is paused; undefined while it is not. */
export function findMailPause(db: Database | Transaction): string | undefined {
  return db.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).get()?.value
}
