// People in a project: registered from a checked list, known to everything else by a pseudonym.
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { ParticipantEntry } from '#intake/participants.ts'
import { addAddress, isCurrentAddress } from './contacts.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import type { Identity } from './identity.ts'
import { newId, newReadableCode } from './ids.ts'
import { municipalities, participants, personAddresses, persons, seats } from './schema.ts'

export type { ParticipantEntry }

/** In the project no longer: a list changes nothing of theirs, and they are not asked again. */
export type Absence = 'withdrawn' | 'left'

export type Registration = 'added' | 'updated' | 'unchanged' | Absence

export type RegistrationTally = Record<Registration, number>

/** An entry, and what becomes of it. */
export interface Prospect {
  entry: ParticipantEntry
  outcome: Registration
}

export function countOutcomes(prospects: readonly Pick<Prospect, 'outcome'>[]): RegistrationTally {
  const tally = { added: 0, updated: 0, unchanged: 0, withdrawn: 0, left: 0 }
  for (const { outcome } of prospects) tally[outcome] += 1
  return tally
}

export const listAbsent = (prospects: readonly Prospect[]): { name: string; why: Absence }[] =>
  prospects.flatMap(({ entry: { name }, outcome }) =>
    outcome === 'withdrawn' || outcome === 'left' ? [{ name, why: outcome }] : [],
  )

/** Registers all entries or, where one fails, none. The same list twice changes nothing. */
export function registerParticipants(
  db: Database,
  identity: Identity,
  projectId: string,
  entries: readonly ParticipantEntry[],
  actor: Actor,
  now: number,
): RegistrationTally {
  return immediately(db, (tx) => {
    const takeSeat = seatsOf(tx, projectId)
    const tally = countOutcomes(
      entries.map((entry) => ({ outcome: registerOne(tx, identity, projectId, entry, takeSeat, now) })),
    )
    if (tally.added + tally.updated > 0)
      recordEvent(tx, {
        at: now,
        actor,
        action: 'participants.imported',
        subject: `project:${projectId}`,
        details: tally,
      })
    return tally
  })
}

/** What registering would do to each entry, without doing it. */
export function foreseeRegistration(
  db: Database,
  identity: Identity,
  projectId: string,
  entries: readonly ParticipantEntry[],
): Prospect[] {
  const outcomeOf = (entry: ParticipantEntry): Registration => {
    const person = findPersonByAddress(db, identity, entry.email)
    const participant = person && findParticipation(db, projectId, person.id)
    if (!person || !participant) return 'added'
    return absenceOf(participant) ?? (differs(identity, person, participant, entry) ? 'updated' : 'unchanged')
  }
  return entries.map((entry) => ({ entry, outcome: outcomeOf(entry) }))
}

function registerOne(
  tx: Transaction,
  identity: Identity,
  projectId: string,
  entry: ParticipantEntry,
  takeSeat: TakeSeat,
  now: number,
): Registration {
  const person = findPersonByAddress(tx, identity, entry.email) ?? addPerson(tx, identity, entry, now)
  const participant = findParticipation(tx, projectId, person.id)
  if (!participant) {
    const seatId = takeSeat(entry)
    tx.insert(participants)
      .values({
        id: newId(),
        projectId,
        personId: person.id,
        seatId,
        pseudonym: newReadableCode([4, 4]),
        joinedAt: now,
      })
      .run()
    return 'added'
  }
  const absence = absenceOf(participant)
  if (absence) return absence
  if (!differs(identity, person, participant, entry)) return 'unchanged'
  tx.update(persons)
    .set({ nameSealed: identity.seal(entry.name), language: entry.language })
    .where(eq(persons.id, person.id))
    .run()
  if (movesSeat(participant, entry))
    tx.update(participants)
      .set({ seatId: takeSeat(entry) })
      .where(eq(participants.id, participant.id))
      .run()
  return 'updated'
}

function findPersonByAddress(tx: Database | Transaction, identity: Identity, email: string) {
  return tx
    .select({ id: persons.id, nameSealed: persons.nameSealed, language: persons.language })
    .from(personAddresses)
    .innerJoin(persons, eq(persons.id, personAddresses.personId))
    .where(isCurrentAddress(identity, email))
    .get()
}

function findParticipation(tx: Database | Transaction, projectId: string, personId: string) {
  return tx
    .select({
      id: participants.id,
      municipalityCode: seats.municipalityCode,
      actorGroup: seats.actorGroup,
      seat: seats.label,
      leftAt: participants.leftAt,
      withdrawnAt: participants.withdrawnAt,
    })
    .from(participants)
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .where(and(eq(participants.projectId, projectId), eq(participants.personId, personId)))
    .get()
}

type Person = NonNullable<ReturnType<typeof findPersonByAddress>>
type Participation = NonNullable<ReturnType<typeof findParticipation>>

/** Withdrawing frees the seat too. Nobody erased has an address to be found by. */
function absenceOf({ withdrawnAt, leftAt }: Participation): Absence | undefined {
  if (withdrawnAt !== null) return 'withdrawn'
  return leftAt === null ? undefined : 'left'
}

const movesSeat = (held: Participation, entry: ParticipantEntry): boolean =>
  held.municipalityCode !== entry.municipalityCode ||
  held.actorGroup !== entry.actorGroup ||
  (entry.seat !== '' && held.seat !== entry.seat)

const differs = (identity: Identity, person: Person, held: Participation, entry: ParticipantEntry): boolean =>
  identity.open(person.nameSealed) !== entry.name || person.language !== entry.language || movesSeat(held, entry)

function addPerson(tx: Transaction, identity: Identity, entry: ParticipantEntry, now: number): Person {
  const person = { id: newId(), nameSealed: identity.seal(entry.name), language: entry.language }
  tx.insert(persons)
    .values({ ...person, createdAt: now })
    .run()
  addAddress(tx, identity, person.id, entry.email.trim(), now)
  return person
}

/** The seat with that label, or a new one. Without a label the next free number is taken. */
type TakeSeat = (entry: ParticipantEntry) => string

/** Reads the project's seats once for a whole list. */
function seatsOf(tx: Transaction, projectId: string): TakeSeat {
  const places = new Map<string, { seats: Map<string, string>; free: number }>()
  const placeOf = (municipalityCode: string, actorGroup: string) => {
    const key = `${municipalityCode} ${actorGroup}`
    const place = places.get(key) ?? { seats: new Map<string, string>(), free: 1 }
    places.set(key, place)
    return place
  }
  for (const { id, municipalityCode, actorGroup, label } of tx
    .select()
    .from(seats)
    .where(eq(seats.projectId, projectId))
    .all())
    placeOf(municipalityCode, actorGroup).seats.set(label, id)
  return ({ municipalityCode, actorGroup, seat }) => {
    const place = placeOf(municipalityCode, actorGroup)
    const found = seat === '' ? undefined : place.seats.get(seat)
    if (found !== undefined) return found
    while (place.seats.has(String(place.free))) place.free += 1
    const id = newId()
    const label = seat === '' ? String(place.free) : seat
    tx.insert(seats).values({ id, projectId, municipalityCode, actorGroup, label }).run()
    place.seats.set(label, id)
    return id
  }
}

/** How many take part per municipality and actor group, those who left not counted. */
export function countParticipants(db: Database, projectId: string) {
  return db
    .select({
      municipalityCode: seats.municipalityCode,
      municipality: municipalities.name,
      actorGroup: seats.actorGroup,
      people: count(),
    })
    .from(participants)
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .where(and(eq(participants.projectId, projectId), isNull(participants.leftAt)))
    .groupBy(seats.municipalityCode, seats.actorGroup)
    .orderBy(asc(seats.municipalityCode), asc(seats.actorGroup))
    .all()
}

/** The seat is free for somebody else; what this person has answered stays. */
export function leaveSeat(db: Database, participantId: string, actor: Actor, now: number): void {
  db.transaction((tx) => {
    const left = tx
      .update(participants)
      .set({ leftAt: now })
      .where(and(eq(participants.id, participantId), isNull(participants.leftAt)))
      .run()
    if (left.changes > 0)
      recordEvent(tx, { at: now, actor, action: 'participant.left', subject: `participant:${participantId}` })
  })
}
