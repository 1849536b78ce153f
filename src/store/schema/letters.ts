// The outbox: letters, what came back, what is planned, and what projects say in their own words.
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { invitations } from './asking.ts'
import { participants, personAddresses } from './people.ts'
import { projects, waves } from './programme.ts'

/** How far a letter has come. */
const letterStates = ['queued', 'sending', 'accepted', 'returned', 'retry', 'failed', 'unknown', 'cancelled'] as const

/** The outbox: one row per letter, made with the decision to write it and claimed before the socket is touched. */
export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    invitationId: text('invitation_id')
      .notNull()
      .references(() => invitations.id),
    /**
     * closing_soon: the last reminder, in the wave's last days. thanks: after the answer. links: the participant's own wish,
     * for all that can be answered now.
     */
    kind: text({ enum: ['invitation', 'reminder', 'closing_soon', 'thanks', 'links'] }).notNull(),
    /** 1 for the invitation, 1.. for the others: a second "reminder 1" cannot exist. */
    ordinal: integer().notNull(),
    state: text({ enum: letterStates }).notNull(),
    attempts: integer().notNull().default(0),
    /** Not before this time; moved on by a retry. */
    dueAt: integer('due_at').notNull(),
    queuedAt: integer('queued_at').notNull(),
    /** When the state last changed. */
    changedAt: integer('changed_at').notNull(),
    /** RFC 5322 Message-ID, the same over all attempts. */
    messageId: text('message_id').notNull().unique(),
    /** The server's words, or the reason for cancelling. */
    outcome: text().notNull().default(''),
    /** Where its last attempt went; null = none yet, or before this was kept. */
    addressId: text('address_id').references(() => personAddresses.id),
  },
  (t) => [
    uniqueIndex('one_message_per_kind_and_ordinal').on(t.invitationId, t.kind, t.ordinal),
    index('messages_by_state').on(t.state, t.dueAt),
  ],
)

/**
 * What came back, read: one row per message that a mail server sent us about a letter, or that only a person can make
 * out. The message itself is not kept: it may hold anything, and lies in the mailbox that it came to.
 */
export const bounces = sqliteTable(
  'bounces',
  {
    id: text().primaryKey(),
    /** Of the message's bytes: the same one read again is recognised. */
    sha256: text().notNull().unique(),
    /** Its own Message-ID, by which a person finds it in the mailbox; empty where it bears none. */
    messageId: text('message_id').notNull().default(''),
    readAt: integer('read_at').notNull(),
    /** The letter that came back, and where it had gone; both null where that cannot be told. */
    letterId: text('letter_id').references(() => messages.id),
    addressId: text('address_id').references(() => personAddresses.id),
    /** failed: for good. gave_up: after trying. delayed: still being tried. policy: refused whoever the reader is. */
    verdict: text({ enum: ['failed', 'gave_up', 'delayed', 'policy'] }),
    /** RFC 3463, "5.1.1"; empty where the server gave none. */
    status: text().notNull().default(''),
    /** The server's words, shortened, without addresses and tokens; emptied with the person. */
    words: text().notNull().default(''),
    /** Why it is no known letter's; null where it is one's. */
    fault: text({ enum: ['unreadable', 'no_letter', 'not_sent', 'other_recipient'] }),
    /** When a person looked at one that is no letter's. */
    seenAt: integer('seen_at'),
  },
  (t) => [
    index('bounces_by_letter').on(t.letterId),
    check('a_letter_or_a_fault', sql`(${t.letterId} is null) = (${t.fault} is not null)`),
  ],
)

/**
 * Mailings of a wave that happen by themselves: each row is done once, by whoever finds it due first. When that is follows
 * from the wave's days as they stand, so that a wave that is moved takes its plan along.
 */
export const plannedMailings = sqliteTable(
  'planned_mailings',
  {
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    kind: text({ enum: ['opening', 'reminder', 'closing_soon'] }).notNull(),
    /** From 1 within its kind. What has been done or missed keeps its number. */
    ordinal: integer().notNull(),
    /** What the days are counted from: the wave's first day, the day of the last mailing, or back from its last day. */
    anchor: text({ enum: ['opening', 'letter', 'closing'] }).notNull(),
    days: integer().notNull(),
    /** Minutes after local midnight. */
    minutes: integer().notNull(),
    /** Whole days that must have passed since people were last reminded. */
    spacing: integer().notNull(),
    state: text({ enum: ['planned', 'done', 'missed'] }).notNull(),
    /** Once done or missed: when it was due, and when it was done or found to be missed. */
    dueAt: integer('due_at'),
    settledAt: integer('settled_at'),
    letters: integer().notNull().default(0),
    /** Why it was missed. */
    reason: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.waveId, t.kind, t.ordinal] }),
    index('planned_mailings_by_state').on(t.state),
    check('settled_or_planned', sql`(${t.state} = 'planned') = (${t.settledAt} is null)`),
  ],
)

/** Letters of the outbox that are about no wave (see docs/decisions/0014). Who reads one stands in a table per kind. */
export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['message', 'account'] }).notNull(),
    // As in messages.
    state: text({ enum: letterStates }).notNull(),
    attempts: integer().notNull().default(0),
    dueAt: integer('due_at').notNull(),
    queuedAt: integer('queued_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    messageId: text('message_id').notNull().unique(),
    outcome: text().notNull().default(''),
  },
  (t) => [index('notices_by_state').on(t.state, t.dueAt)],
)

/** What a coordinator has told everybody in a project. Triggers refuse change and removal: it has been read. */
export const projectMessages = sqliteTable(
  'project_messages',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** Order within the project, from 1: a button pressed twice makes one message. */
    ordinal: integer().notNull(),
    subjectSv: text('subject_sv').notNull(),
    bodySv: text('body_sv').notNull(),
    subjectEn: text('subject_en').notNull(),
    bodyEn: text('body_en').notNull(),
    writtenAt: integer('written_at').notNull(),
    /** staff:<id>. */
    writtenBy: text('written_by').notNull(),
  },
  (t) => [uniqueIndex('one_project_message_per_ordinal').on(t.projectId, t.ordinal)],
)

/** One participant told. */
export const projectMessageLetters = sqliteTable(
  'project_message_letters',
  {
    noticeId: text('notice_id')
      .primaryKey()
      .references(() => notices.id),
    projectMessageId: text('project_message_id')
      .notNull()
      .references(() => projectMessages.id),
    participantId: text('participant_id')
      .notNull()
      .references(() => participants.id),
  },
  (t) => [
    uniqueIndex('one_letter_per_project_message').on(t.projectMessageId, t.participantId),
    index('project_message_letters_by_participant').on(t.participantId),
  ],
)

/** What the letters of a project say in place of the standard text. Triggers refuse change and removal of an edition. */
export const letterTemplates = sqliteTable(
  'letter_templates',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    kind: text({
      enum: ['invitation', 'successor', 'reminder', 'reminder_again', 'closing_soon', 'thanks', 'links'],
    }).notNull(),
    language: text({ enum: ['sv', 'en'] }).notNull(),
    /** From 1: of two who write at once, one is told. */
    version: integer().notNull(),
    /** Plain text with fields in braces; both null: back to the standard text. */
    subject: text(),
    body: text(),
    writtenAt: integer('written_at').notNull(),
    /** staff:<id>. */
    writtenBy: text('written_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.kind, t.language, t.version] }),
    check('whole_or_standard', sql`(${t.subject} is null) = (${t.body} is null)`),
  ],
)
