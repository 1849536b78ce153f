// The programme side: projects in their municipalities, what they ask, and when.
import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const programmes = sqliteTable('programmes', {
  id: text().primaryKey(),
  nameSv: text('name_sv').notNull(),
  nameEn: text('name_en').notNull(),
})

/** The unit that results are grouped by. `code` is text: SCB's code ("0428" keeps its zero), or a study's own label. */
export const municipalities = sqliteTable('municipalities', {
  code: text().primaryKey(),
  name: text().notNull(),
  /** Two digits of the county, or empty where the unit is not a Swedish municipality. */
  countyCode: text('county_code').notNull().default(''),
})

export const programmeMunicipalities = sqliteTable(
  'programme_municipalities',
  {
    programmeId: text('programme_id')
      .notNull()
      .references(() => programmes.id),
    municipalityCode: text('municipality_code')
      .notNull()
      .references(() => municipalities.code),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.municipalityCode] })],
)

export const projects = sqliteTable('projects', {
  id: text().primaryKey(),
  programmeId: text('programme_id')
    .notNull()
    .references(() => programmes.id),
  /** Short name in addresses of pages: /projects/<slug>. */
  slug: text().notNull().unique(),
  nameSv: text('name_sv').notNull(),
  nameEn: text('name_en').notNull(),
  aboutSv: text('about_sv').notNull().default(''),
  aboutEn: text('about_en').notNull().default(''),
  /** Shown as sender's name and on the participant's pages. */
  organisation: text().notNull(),
  contactEmail: text('contact_email').notNull(),
  /** True for the demonstration: its mail is shown to staff, and its numbers are invented. */
  isDemo: integer('is_demo', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  /** Fewest people of whom a figure is shown; the migration that added it sees to it that they are never under five. */
  smallestGroup: integer('smallest_group').notNull().default(5),
  /** Whoever has answered may see the figures that were last published. */
  showsFeedback: integer('shows_feedback', { mode: 'boolean' }).notNull().default(false),
  /** Whoever has answered is thanked by letter. */
  sendsThanks: integer('sends_thanks', { mode: 'boolean' }).notNull().default(false),
})

/**
 * What participants are told of how their answers are handled (article 13 of the GDPR): every edition that somebody has
 * been shown, or that staff have written. Triggers refuse change and removal: a response says which one its writer saw.
 */
export const informationEditions = sqliteTable(
  'information_editions',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** From 1. */
    version: integer().notNull(),
    /** standard: made from what is known of the project; own: written by staff, and kept until they write another. */
    origin: text({ enum: ['standard', 'own'] }).notNull(),
    legalBasis: text('legal_basis', { enum: ['legitimate_interest', 'public_interest', 'consent'] }).notNull(),
    /** Paragraphs, parted by an empty line. */
    bodySv: text('body_sv').notNull(),
    bodyEn: text('body_en').notNull(),
    madeAt: integer('made_at').notNull(),
    /** staff:<id> or system. */
    madeBy: text('made_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.version] })],
)

export const projectMunicipalities = sqliteTable(
  'project_municipalities',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    municipalityCode: text('municipality_code')
      .notNull()
      .references(() => municipalities.code),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.municipalityCode] })],
)

/** A published edition of a questionnaire, as it was in its file. Triggers refuse every change and removal. */
export const questionnaireVersions = sqliteTable(
  'questionnaire_versions',
  {
    questionnaireId: text('questionnaire_id').notNull(),
    version: integer().notNull(),
    sha256: text().notNull(),
    definition: text().notNull(),
    publishedAt: integer('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionnaireId, t.version] }),
    check('definition_is_json', sql`json_valid(${t.definition})`),
  ],
)

export const waves = sqliteTable(
  'waves',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    kind: text({ enum: ['baseline', 'midterm', 'endline', 'followup'] }).notNull(),
    /** Order within the project, from 1. */
    ordinal: integer().notNull(),
    questionnaireId: text('questionnaire_id').notNull(),
    questionnaireVersion: integer('questionnaire_version').notNull(),
    /** Planned days in the project's local time, YYYY-MM-DD; both inclusive. */
    opensOn: text('opens_on').notNull(),
    closesOn: text('closes_on').notNull(),
    /** When staff opened and closed it; null = not yet. */
    openedAt: integer('opened_at'),
    closedAt: integer('closed_at'),
  },
  (t) => [
    uniqueIndex('one_wave_per_kind').on(t.projectId, t.kind),
    uniqueIndex('one_wave_per_ordinal').on(t.projectId, t.ordinal),
    foreignKey({
      columns: [t.questionnaireId, t.questionnaireVersion],
      foreignColumns: [questionnaireVersions.questionnaireId, questionnaireVersions.version],
    }),
    check('opens_before_closes', sql`${t.opensOn} <= ${t.closesOn}`),
  ],
)
