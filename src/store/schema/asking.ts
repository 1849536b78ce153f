// Asking and answering: one participant in one wave, the links, what is typed and what is sent in.
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { participants, seats } from './people.ts'
import { questionnaireVersions, waves } from './programme.ts'
import { staff } from './staff.ts'

/** One participant asked in one wave. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    participantId: text('participant_id')
      .notNull()
      .references(() => participants.id),
    /** The seat that was asked: results stay with it when the person takes another. */
    seatId: text('seat_id')
      .notNull()
      .references(() => seats.id),
    createdAt: integer('created_at').notNull(),
    /** No more reminders, at the participant's own wish. */
    quietAt: integer('quiet_at'),
  },
  (t) => [
    uniqueIndex('one_invitation_per_wave').on(t.waveId, t.participantId),
    index('invitations_by_participant').on(t.participantId),
  ],
)

/** Links handed out. Only the SHA-256 of a token is kept, so a stolen file opens no questionnaire. */
export const tokens = sqliteTable(
  'tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text({ enum: ['answer', 'quiet'] }).notNull(),
    invitationId: text('invitation_id')
      .notNull()
      .references(() => invitations.id),
    createdAt: integer('created_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('tokens_by_invitation').on(t.invitationId)],
)

/** What has been typed and not yet sent in. */
export const drafts = sqliteTable(
  'drafts',
  {
    invitationId: text('invitation_id')
      .primaryKey()
      .references(() => invitations.id),
    language: text({ enum: ['sv', 'en', 'fi'] }).notNull(),
    /** As in responses.answers. */
    answers: text().notNull(),
    /** JSON object: item id → [when it was saved, in which language it was seen, when its form was opened]. */
    marks: text().notNull().default('{}'),
    /** The edition of the information that was shown last; null = begun before editions were kept. */
    informationVersion: integer('information_version'),
    startedAt: integer('started_at').notNull(),
    savedAt: integer('saved_at').notNull(),
  },
  (t) => [check('draft_is_json', sql`json_valid(${t.answers})`)],
)

/** A response sent in. It carries its answers (see docs/decisions/0003): triggers refuse every change of them. */
export const responses = sqliteTable(
  'responses',
  {
    id: text().primaryKey(),
    invitationId: text('invitation_id')
      .notNull()
      .references(() => invitations.id),
    questionnaireId: text('questionnaire_id').notNull(),
    questionnaireVersion: integer('questionnaire_version').notNull(),
    language: text({ enum: ['sv', 'en', 'fi'] }).notNull(),
    mode: text({ enum: ['web', 'import', 'paper', 'telephone'] }).notNull(),
    /** Of a response on paper or by telephone: who entered it, and who entered it again. */
    enteredBy: text('entered_by').references(() => staff.id),
    checkedBy: text('checked_by').references(() => staff.id),
    /** JSON object: item id → number | string | {"missing": reason}. Items not answered are left out. */
    answers: text().notNull(),
    /** SHA-256 of questionnaire, version and answers: tells a changed byte. */
    sha256: text().notNull(),
    receipt: text().notNull().unique(),
    submittedAt: integer('submitted_at').notNull(),
    /** JSON object: item id → language, for answers given while it was read in another language than `language`. */
    languages: text().notNull().default('{}'),
    /** The edition of the information that its writer saw; null where none was shown, as with imported ones. */
    informationVersion: integer('information_version'),
  },
  (t) => [
    uniqueIndex('one_response_per_invitation').on(t.invitationId),
    foreignKey({
      columns: [t.questionnaireId, t.questionnaireVersion],
      foreignColumns: [questionnaireVersions.questionnaireId, questionnaireVersions.version],
    }),
    check('answers_are_json', sql`json_valid(${t.answers})`),
  ],
)
