// Paper and telephone: forms that staff enter.
import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { invitations } from './asking.ts'
import { staff } from './staff.ts'

/** The code that stands on an invitation's paper form. It finds the invitation for staff, and opens nothing by itself. */
export const paperCodes = sqliteTable('paper_codes', {
  invitationId: text('invitation_id')
    .primaryKey()
    .references(() => invitations.id),
  code: text().notNull().unique(),
  createdAt: integer('created_at').notNull(),
  /** The edition of the information on the form printed last; null = printed before editions were kept. */
  informationVersion: integer('information_version'),
})

/** A form as it was entered, once or twice over; removed when it has become a response. */
export const paperEntries = sqliteTable(
  'paper_entries',
  {
    invitationId: text('invitation_id')
      .notNull()
      .references(() => invitations.id),
    /** 1 for the first time it is entered, 2 for the second. */
    pass: integer().notNull(),
    mode: text({ enum: ['paper', 'telephone'] }).notNull(),
    /** As in responses.answers. */
    answers: text().notNull(),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => staff.id),
    enteredAt: integer('entered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.invitationId, t.pass] }),
    check('entered_once_or_twice', sql`${t.pass} in (1, 2)`),
    check('entry_is_json', sql`json_valid(${t.answers})`),
  ],
)
