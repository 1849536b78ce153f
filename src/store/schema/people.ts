// People, the places they hold, and where letters reach them.
import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { municipalities, projects } from './programme.ts'

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
    // Those of before, too.
    index('addresses_by_person').on(t.personId),
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
    index('participants_by_person').on(t.personId),
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
