// Who may sign in, and what each may do.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { notices } from './letters.ts'

export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  language: text({ enum: ['sv', 'en'] })
    .notNull()
    .default('sv'),
  createdAt: integer('created_at').notNull(),
  deactivatedAt: integer('deactivated_at'),
})

/** What a member of staff may do, and where. '*' = every project, every municipality. */
export const grants = sqliteTable(
  'grants',
  {
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    role: text({ enum: ['admin', 'coordinator', 'process_leader', 'economist', 'evaluator', 'researcher'] }).notNull(),
    projectId: text('project_id').notNull(),
    municipalityCode: text('municipality_code').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.role, t.projectId, t.municipalityCode] })],
)

export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('sessions_by_staff').on(t.staffId)],
)

/** A letter with a link that lets a member of staff choose a password. */
export const staffLetters = sqliteTable(
  'staff_letters',
  {
    noticeId: text('notice_id')
      .primaryKey()
      .references(() => notices.id),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    /** invitation: to a new account. reset: somebody has asked for a new password. */
    kind: text({ enum: ['invitation', 'reset'] }).notNull(),
    /** From 1. */
    ordinal: integer().notNull(),
  },
  (t) => [uniqueIndex('one_staff_letter_per_ordinal').on(t.staffId, t.kind, t.ordinal)],
)

/** Links of those letters, as in `tokens`; each sets one password, and is then spent. */
export const staffTokens = sqliteTable(
  'staff_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text({ enum: ['staff-reset'] }).notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    spentAt: integer('spent_at'),
  },
  (t) => [index('staff_tokens_by_staff').on(t.staffId)],
)
