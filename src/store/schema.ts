// Every table of the database. The migrations in migrations/ make these tables STRICT and add the triggers that
// freeze what must never change; a test holds the two together.
// Times are UTC milliseconds. Ids are random text made by the application. No key deletes what refers to it.
import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

// ── What the instance knows about itself ─────────────────────────────────────────────────────────────────────────

/** Single facts of this database: the fingerprint of the identity key, the hash of the set-up code. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
})

// ── The programme side ───────────────────────────────────────────────────────────────────────────────────────────

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

// ── People ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A person, known to answers and exports by id alone. The name is sealed with a key outside the database. */
export const persons = sqliteTable('persons', {
  id: text().primaryKey(),
  nameSealed: blob('name_sealed', { mode: 'buffer' }).notNull(),
  language: text({ enum: ['sv', 'en'] }).notNull(),
  createdAt: integer('created_at').notNull(),
  erasedAt: integer('erased_at'),
})

/** A person's addresses over time; the current one has no `validTo`. `addressKey` is a keyed hash, to find without reading. */
export const personAddresses = sqliteTable(
  'person_addresses',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    addressSealed: blob('address_sealed', { mode: 'buffer' }).notNull(),
    addressKey: text('address_key').notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
    /** When a server said for good that nothing arrives here; null = nobody has, or staff know better. */
    bouncedAt: integer('bounced_at'),
  },
  (t) => [
    uniqueIndex('one_current_address').on(t.personId).where(sql`${t.validTo} is null`),
    uniqueIndex('one_person_per_current_address').on(t.addressKey).where(sql`${t.validTo} is null`),
  ],
)

/** A place at the table: municipality × actor group × label. Its holder can change between waves. */
export const seats = sqliteTable(
  'seats',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    municipalityCode: text('municipality_code')
      .notNull()
      .references(() => municipalities.code),
    actorGroup: text('actor_group').notNull(),
    label: text().notNull(),
  },
  (t) => [uniqueIndex('one_seat_per_label').on(t.projectId, t.municipalityCode, t.actorGroup, t.label)],
)

/** A person in a project, holding a seat. */
export const participants = sqliteTable(
  'participants',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    seatId: text('seat_id')
      .notNull()
      .references(() => seats.id),
    /** What researchers see instead of the person. */
    pseudonym: text().notNull().unique(),
    joinedAt: integer('joined_at').notNull(),
    /** When the seat passed on or the person left; null = still here. */
    leftAt: integer('left_at'),
    withdrawnAt: integer('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('one_participant_per_person').on(t.projectId, t.personId),
    index('participants_by_seat').on(t.seatId),
  ],
)

/** Who has passed a seat on to whom. Answers stay with the person who gave them. */
export const handovers = sqliteTable('handovers', {
  /** The one who left. */
  participantId: text('participant_id')
    .primaryKey()
    .references(() => participants.id),
  successorId: text('successor_id')
    .notNull()
    .references(() => participants.id),
  handedOverAt: integer('handed_over_at').notNull(),
})

// ── Asking and answering ─────────────────────────────────────────────────────────────────────────────────────────

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
  (t) => [uniqueIndex('one_letter_per_project_message').on(t.projectMessageId, t.participantId)],
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

// ── Paper and telephone ──────────────────────────────────────────────────────────────────────────────────────────

/** The code that stands on an invitation's paper form. It finds the invitation for staff, and opens nothing by itself. */
export const paperCodes = sqliteTable('paper_codes', {
  invitationId: text('invitation_id')
    .primaryKey()
    .references(() => invitations.id),
  code: text().notNull().unique(),
  createdAt: integer('created_at').notNull(),
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

// ── Published results ────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Open answers ─────────────────────────────────────────────────────────────────────────────────────────────────
// What people wrote stays in their response. Here stands what others made of it; erasing a response erases this first.

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

// ── Long work ────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Reports ──────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Staff ────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Derived: kept to save time, made anew from the rows above ────────────────────────────────────────────────────

/**
 * The answers of two closed waves as columns (see docs/decisions/0009). Triggers remove a set as soon as a row that it
 * was made of changes, so that what is there is true and nothing erased lives on in it.
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
  },
  (t) => [uniqueIndex('one_set_per_pair_of_waves').on(t.fromWaveId, t.toWaveId)],
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
