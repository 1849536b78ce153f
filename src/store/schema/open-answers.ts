// What others made of open answers. What people wrote stays in their response; erasing it erases this first.
import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { responses } from './asking.ts'
import { projects } from './programme.ts'
import { staff } from './staff.ts'

/** An answer that somebody has read: what may be read on by others, and whether it may be quoted. */
export const answerReviews = sqliteTable(
  'answer_reviews',
  {
    responseId: text('response_id')
      .notNull()
      .references(() => responses.id),
    itemId: text('item_id').notNull(),
    /** The answer without what could tell who wrote it, or whom it is about. */
    redacted: text().notNull(),
    verdict: text({ enum: ['quote', 'keep'] }).notNull(),
    reviewedBy: text('reviewed_by').notNull(),
    reviewedAt: integer('reviewed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.itemId] })],
)

/** What answers are sorted into. Never removed: one that is merged points to where its answers went. */
export const answerCategories = sqliteTable(
  'answer_categories',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    createdAt: integer('created_at').notNull(),
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => answerCategories.id),
  },
  (t) => [index('answer_categories_by_project').on(t.projectId)],
)

/** What a category has been called, the last one last. */
export const answerCategoryNames = sqliteTable(
  'answer_category_names',
  {
    categoryId: text('category_id')
      .notNull()
      .references(() => answerCategories.id),
    /** From 1. */
    ordinal: integer().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    namedAt: integer('named_at').notNull(),
    namedBy: text('named_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.categoryId, t.ordinal] })],
)

/** The categories that one coder put an answer in; none is a finding too. */
export const answerCodings = sqliteTable(
  'answer_codings',
  {
    responseId: text('response_id')
      .notNull()
      .references(() => responses.id),
    itemId: text('item_id').notNull(),
    coderId: text('coder_id')
      .notNull()
      .references(() => staff.id),
    /** JSON list of ids, as they were then: merges are followed when it is read. */
    categories: text().notNull(),
    codedAt: integer('coded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.itemId, t.coderId] }),
    check('coding_is_json', sql`json_valid(${t.categories})`),
  ],
)

/** Where two coders differed: the categories that they settled on. */
export const answerResolutions = sqliteTable(
  'answer_resolutions',
  {
    responseId: text('response_id')
      .notNull()
      .references(() => responses.id),
    itemId: text('item_id').notNull(),
    /** As in answerCodings. */
    categories: text().notNull(),
    resolvedBy: text('resolved_by').notNull(),
    resolvedAt: integer('resolved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.itemId] }),
    check('resolution_is_json', sql`json_valid(${t.categories})`),
  ],
)
