// Reports to the funder.
import { sql } from 'drizzle-orm'
import { blob, check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects } from './programme.ts'
import { cuts } from './results.ts'

/** A report to the funder: its own texts and facts around the figures of one cut. */
export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** Order within the project, from 1, and its name in addresses. */
    ordinal: integer().notNull(),
    kind: text({ enum: ['interim', 'final'] }).notNull(),
    /** Where the figures come from; null before anything is published. */
    cutId: text('cut_id').references(() => cuts.id),
    createdAt: integer('created_at').notNull(),
    /** staff:<id> or system. */
    createdBy: text('created_by').notNull(),
  },
  (t) => [uniqueIndex('one_report_per_ordinal').on(t.projectId, t.ordinal)],
)

/**
 * What somebody has written in place of a part's generated text, every edition of it. Triggers refuse every change and
 * removal, so that of two who write at once neither loses anything.
 */
export const reportSections = sqliteTable(
  'report_sections',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => reports.id),
    part: text().notNull(),
    language: text({ enum: ['sv', 'en'] }).notNull(),
    /** Edition of this text, from 1: the key lets the same one be written once. */
    revision: integer().notNull(),
    /** null: back to the generated text. */
    ownText: text('own_text'),
    /** The generated text it stands in place of, to tell when that changes. */
    generated: text().notNull(),
    /** JSON list of the addresses of figures that its marks [1], [2] … stand for. */
    sources: text().notNull(),
    writtenAt: integer('written_at').notNull(),
    writtenBy: text('written_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.part, t.language, t.revision] }),
    check('sources_are_json', sql`json_valid(${t.sources})`),
  ],
)

/** Facts of a report that nobody can compute: its cover, counted targets, co-financing. Every edition is kept. */
export const reportFacts = sqliteTable(
  'report_facts',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => reports.id),
    topic: text({ enum: ['cover', 'targets', 'finance'] }).notNull(),
    /** As in report_sections. */
    revision: integer().notNull(),
    /** JSON, of the shape its topic has. */
    content: text().notNull(),
    writtenAt: integer('written_at').notNull(),
    writtenBy: text('written_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.topic, t.revision] }),
    check('facts_content_is_json', sql`json_valid(${t.content})`),
  ],
)

/** Logotypes for the first page of a project's reports. */
export const reportLogos = sqliteTable('report_logos', {
  id: text().primaryKey(),
  projectId: text('project_id')
    .notNull()
    .references(() => projects.id),
  type: text({ enum: ['png', 'jpg', 'svg'] }).notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  /** In pixels, or the units of an SVG. */
  width: integer().notNull(),
  height: integer().notNull(),
  altSv: text('alt_sv').notNull(),
  altEn: text('alt_en').notNull(),
  addedAt: integer('added_at').notNull(),
  addedBy: text('added_by').notNull(),
})
