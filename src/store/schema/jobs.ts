// Long work.
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { projects } from './programme.ts'
import { cuts } from './results.ts'

/** A file that takes its time: asked for by somebody, made beside the answering, kept for some days. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** Name in the list of src/jobs/kinds.ts. */
    kind: text().notNull(),
    /** JSON object of what was chosen. */
    params: text().notNull(),
    language: text({ enum: ['sv', 'en'] }).notNull(),
    /** interrupted: the process ended meanwhile. expired: its file has been removed. */
    state: text({ enum: ['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted', 'expired'] }).notNull(),
    /** Steps taken, of how many; `total` 0 = not known yet. */
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    /** staff:<id> or system. */
    askedBy: text('asked_by').notNull(),
    askedAt: integer('asked_at').notNull(),
    startedAt: integer('started_at'),
    endedAt: integer('ended_at'),
    /** What the file is called where it is downloaded. */
    fileName: text('file_name').notNull(),
    /** Bytes, and their sum; null until it is done. */
    fileSize: integer('file_size'),
    fileSha256: text('file_sha256'),
    /** The cut whose published figures are all that the file tells of anybody's answers; null where it tells more. */
    cutId: text('cut_id').references(() => cuts.id),
    /** Code of what went wrong; empty where nothing did. */
    error: text().notNull().default(''),
  },
  (t) => [
    index('jobs_by_project').on(t.projectId, t.askedAt),
    index('jobs_by_state').on(t.state, t.askedAt),
    check('params_are_json', sql`json_valid(${t.params})`),
    check('done_has_a_file', sql`${t.state} <> 'done' or (${t.fileSize} is not null and ${t.fileSha256} is not null)`),
  ],
)
