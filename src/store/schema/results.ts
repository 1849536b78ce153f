// Published results, and the columns that they are counted from: kept to save time, made anew from the answers.
import { sql } from 'drizzle-orm'
import { blob, check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects, waves } from './programme.ts'

/** Results as they were published, byte for byte. Triggers refuse every change and removal: figures are quoted. */
export const cuts = sqliteTable(
  'cuts',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** Four letters and digits, the cut's name in addresses of figures. */
    code: text().notNull(),
    /** Order within the project, from 1. */
    ordinal: integer().notNull(),
    fromWaveId: text('from_wave_id')
      .notNull()
      .references(() => waves.id),
    toWaveId: text('to_wave_id')
      .notNull()
      .references(() => waves.id),
    madeAt: integer('made_at').notNull(),
    /** staff:<id> or system. */
    madeBy: text('made_by').notNull(),
    /** SHA-256 of the rows the figures were computed from. */
    inputSha256: text('input_sha256').notNull(),
    /** SHA-256 of `results`. */
    resultsSha256: text('results_sha256').notNull(),
    /** Canonical JSON of everything published: keys sorted, shortest exact numbers, no white space. */
    results: text().notNull(),
    /** JSON object: questionnaire versions with their sums, revisions, rules, code. */
    facts: text().notNull(),
  },
  (t) => [
    uniqueIndex('one_cut_per_code').on(t.projectId, t.code),
    uniqueIndex('one_cut_per_ordinal').on(t.projectId, t.ordinal),
    check('results_are_json', sql`json_valid(${t.results})`),
    check('facts_are_json', sql`json_valid(${t.facts})`),
  ],
)

/**
 * The answers of two closed waves as columns, and what was counted of them (see docs/decisions/0009). Triggers remove
 * the sets as soon as a row that they were made of changes, so that what is there is true and nothing erased lives on.
 */
export const columnSets = sqliteTable(
  'column_sets',
  {
    id: text().primaryKey(),
    fromWaveId: text('from_wave_id')
      .notNull()
      .references(() => waves.id),
    toWaveId: text('to_wave_id')
      .notNull()
      .references(() => waves.id),
    /** JSON: what the bytes are; empty while they are being written. */
    header: text().notNull().default(''),
    kind: text({ enum: ['answers', 'counts'] })
      .notNull()
      .default('answers'),
  },
  (t) => [uniqueIndex('one_set_of_each_kind').on(t.fromWaveId, t.toWaveId, t.kind)],
)

/** The bytes of a set in order, in pieces: a piece is written in so short a time that nobody's answer waits for it. */
export const columnParts = sqliteTable(
  'column_parts',
  {
    setId: text('set_id')
      .notNull()
      .references(() => columnSets.id),
    /** From 0. */
    part: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.setId, t.part] })],
)
