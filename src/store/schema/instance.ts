// What the instance knows about itself, and who did what.
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Single facts of this database: the fingerprint of the identity key, the hash of the set-up code. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
})

/** Who did what to what, and when. Append-only by trigger; never an answer, a token or an address. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    /** staff:<id>, participant or system. */
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    /** Counts and codes. */
    details: text().notNull().default('{}'),
  },
  (t) => [index('events_by_subject').on(t.subject), check('details_are_json', sql`json_valid(${t.details})`)],
)
