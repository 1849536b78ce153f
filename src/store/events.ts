// Who did what to what, and when. Never an answer, a token, a name or an address.
import { and, desc, eq, max, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { preparedOnce } from './prepared.ts'
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

const insertion = preparedOnce((db: Database | Transaction) =>
  db
    .insert(events)
    .values({
      at: sql.placeholder('at'),
      actor: sql.placeholder('actor'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      details: sql.placeholder('details'),
    })
    .prepare(),
)

export function recordEvent(db: Database | Transaction, { at, actor, action, subject, details = {} }: Event): void {
  insertion(db).run({ at, actor, action, subject, details: JSON.stringify(details) })
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

/** When it was last done to the subject, UTC milliseconds; undefined = never. */
export const findLastDeed = (db: Database | Transaction, subject: string, action: string): number | undefined =>
  db
    .select({ at: max(events.at) })
    .from(events)
    .where(and(eq(events.subject, subject), eq(events.action, action)))
    .get()?.at ?? undefined

/** Newest first. */
export function listEvents(db: Database, subject: string, limit = 50) {
  return db.select().from(events).where(eq(events.subject, subject)).orderBy(desc(events.id)).limit(limit).all()
}
