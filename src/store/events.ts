// Who did what to what, and when. Never an answer, a token, a name or an address.
import { desc, eq, max } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { events } from './schema.ts'

export type Actor = `staff:${string}` | 'participant' | 'system'

export interface Event {
  at: number
  actor: Actor
  /** Noun and deed: wave.opened, response.submitted. */
  action: string
  /** Noun and id: wave:abc. */
  subject: string
  details?: Readonly<Record<string, string | number | boolean>>
}

export function recordEvent(db: Database | Transaction, event: Event): void {
  db.insert(events)
    .values({ ...event, details: JSON.stringify(event.details ?? {}) })
    .run()
}

/** Number of the last event; 0 before the first. Every deed that changes what is stored has one. */
export function findLastEvent(db: Database | Transaction): number {
  return (
    db
      .select({ last: max(events.id) })
      .from(events)
      .get()?.last ?? 0
  )
}

/** Newest first. */
export function listEvents(db: Database, subject: string, limit = 50) {
  return db.select().from(events).where(eq(events.subject, subject)).orderBy(desc(events.id)).limit(limit).all()
}
