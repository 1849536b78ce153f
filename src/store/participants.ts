// People in a project: registered from a checked list, known to everything else by a pseudonym.
import { and, asc, count, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { foldName } from '#intake/lookups.ts'
import type { ParticipantEntry } from '#intake/participants.ts'
import { addAddress, addressKeyOf, isCurrentAddress } from './contacts.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import type { Identity } from './identity.ts'
import { newId, newReadableCode } from './ids.ts'
import { municipalities, participants, personAddresses, persons, seats } from './schema.ts'
import { seatsOf, type TakeSeat } from './seats.ts'
import { takesPart } from './taking-part.ts'

export type { ParticipantEntry }

/** In the project no longer: a list changes nothing of theirs, and they are not asked again. */
export type Absence = 'withdrawn' | 'left'

export type Registration = 'added' | 'updated' | 'unchanged' | Absence

/** An entry, and what becomes of it. */
export interface Prospect {
  entry: ParticipantEntry
  outcome: Registration
  /** The name and language registered before stand, and are not those of the entry. */
  keepsDetails: boolean
  /** Known by name and by an address that has been corrected since: the list is old, and changes nothing of theirs. */
  hasNewerAddress: boolean
  /** Code of the municipality in which the person has a seat, or had one; undefined of somebody new. */
  heldIn: string | undefined
}

/** `kept` are those who keep their details or their newer address, whatever else becomes of them. */
export type RegistrationTally = Record<Registration | 'kept', number>

export function countProspects(prospects: readonly Prospect[]): RegistrationTally {
  const tally = { added: 0, updated: 0, unchanged: 0, withdrawn: 0, left: 0, kept: 0 }
  for (const { outcome, keepsDetails, hasNewerAddress } of prospects) {
    tally[outcome] += 1
    if (keepsDetails || hasNewerAddress) tally.kept += 1
  }
  return tally
}

export const listAbsent = (prospects: readonly Prospect[]): { name: string; why: Absence }[] =>
  prospects.flatMap(({ entry: { name }, outcome }) =>
    outcome === 'withdrawn' || outcome === 'left' ? [{ name, why: outcome }] : [],
  )

/** Names, as the list has them, of those who keep what was registered. */
export const listKept = (prospects: readonly Prospect[]): string[] =>
  prospects.filter(({ keepsDetails }) => keepsDetails).map(({ entry }) => entry.name)

/** Names of those whose address in the list is one that they have no more. */
export const listReaddressed = (prospects: readonly Prospect[]): string[] =>
  prospects.filter(({ hasNewerAddress }) => hasNewerAddress).map(({ entry }) => entry.name)

/**
 * Registers all entries or, where one fails, none. The same list twice changes nothing. Name and language are the
 * person's in all projects: a list of one project sets them only where the person takes part in no other.
 */
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
    const earlier = earlierAddressesIn(tx, projectId)
    const tally = countProspects(
      entries.map((entry) => {
        const judgement = judge(tx, identity, projectId, earlier, entry)
        carryOut(tx, identity, projectId, judgement, takeSeat, now)
        return judgement
      }),
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
  const earlier = earlierAddressesIn(db, projectId)
  return entries.map((entry) => judge(db, identity, projectId, earlier, entry))
}

/** A prospect with what it was judged by. */
interface Judgement extends Prospect {
  person: Person | undefined
  held: Participation | undefined
  setsDetails: boolean
}

function judge(
  tx: Database | Transaction,
  identity: Identity,
  projectId: string,
  earlier: EarlierAddresses,
  entry: ParticipantEntry,
): Judgement {
  const current = findPersonByAddress(tx, identity, entry.email)
  const person = current ?? findByEarlierAddress(identity, earlier, entry)
  const held = person && findParticipation(tx, projectId, person.id)
  const hasNewerAddress = person !== undefined && !current
  const heldIn = held?.municipalityCode
  const untouched = { entry, keepsDetails: false, hasNewerAddress, heldIn, person, held, setsDetails: false }
  const absence = held && absenceOf(held)
  if (absence) return { ...untouched, hasNewerAddress: false, outcome: absence }
  if (hasNewerAddress) return { ...untouched, outcome: 'unchanged' }
  const differs = person !== undefined && hasOtherDetails(identity, person, entry)
  const keepsDetails = differs && takesPartElsewhere(tx, projectId, person.id)
  const setsDetails = differs && !keepsDetails
  const known = { ...untouched, keepsDetails, setsDetails }
  if (!held) return { ...known, outcome: 'added' }
  return { ...known, outcome: setsDetails || movesSeat(held, entry) ? 'updated' : 'unchanged' }
}

function carryOut(
  tx: Transaction,
  identity: Identity,
  projectId: string,
  { entry, outcome, person, held, setsDetails }: Judgement,
  takeSeat: TakeSeat,
  now: number,
): void {
  if (person && setsDetails)
    tx.update(persons)
      .set({ nameSealed: identity.seal(entry.name), language: entry.language })
      .where(eq(persons.id, person.id))
      .run()
  if (outcome === 'added') {
    const personId = person?.id ?? addPerson(tx, identity, entry, now)
    const [id, seatId, pseudonym] = [newId(), takeSeat(entry), newReadableCode([4, 4])]
    tx.insert(participants).values({ id, projectId, personId, seatId, pseudonym, joinedAt: now }).run()
  }
  if (outcome === 'updated' && held && movesSeat(held, entry))
    tx.update(participants)
      .set({ seatId: takeSeat(entry) })
      .where(eq(participants.id, held.id))
      .run()
}

function findPersonByAddress(tx: Database | Transaction, identity: Identity, email: string) {
  return tx
    .select({ id: persons.id, nameSealed: persons.nameSealed, language: persons.language })
    .from(personAddresses)
    .innerJoin(persons, eq(persons.id, personAddresses.personId))
    .where(isCurrentAddress(identity, email))
    .get()
}

/** People of the project who had the address before, by its key: read once for a list. */
type EarlierAddresses = ReadonlyMap<string, readonly Person[]>

function earlierAddressesIn(tx: Database | Transaction, projectId: string): EarlierAddresses {
  const rows = tx
    .select({
      key: personAddresses.addressKey,
      id: persons.id,
      nameSealed: persons.nameSealed,
      language: persons.language,
    })
    .from(personAddresses)
    .innerJoin(persons, eq(persons.id, personAddresses.personId))
    .innerJoin(participants, eq(participants.personId, persons.id))
    .where(and(eq(participants.projectId, projectId), isNotNull(personAddresses.validTo)))
    .all()
  return Map.groupBy(rows, ({ key }) => key)
}

/** Somebody of the project who had the address before and has the name: one who took it over has another. */
const findByEarlierAddress = (
  identity: Identity,
  earlier: EarlierAddresses,
  { email, name }: ParticipantEntry,
): Person | undefined =>
  earlier.get(addressKeyOf(identity, email))?.find((person) => isSameName(identity.open(person.nameSealed), name))

const isSameName = (one: string, other: string): boolean => foldName(one) === foldName(other)

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

const hasOtherDetails = (identity: Identity, person: Person, entry: ParticipantEntry): boolean =>
  identity.open(person.nameSealed) !== entry.name || person.language !== entry.language

const takesPartElsewhere = (tx: Database | Transaction, projectId: string, personId: string): boolean =>
  tx
    .select({ id: participants.id })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .where(and(eq(participants.personId, personId), ne(participants.projectId, projectId), takesPart))
    .get() !== undefined

/** @returns the id */
function addPerson(tx: Transaction, identity: Identity, entry: ParticipantEntry, now: number): string {
  const id = newId()
  tx.insert(persons)
    .values({ id, nameSealed: identity.seal(entry.name), language: entry.language, createdAt: now })
    .run()
  addAddress(tx, identity, id, entry.email.trim(), now)
  return id
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
