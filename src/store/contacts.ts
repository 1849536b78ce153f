// From an address to where its owner is placed in a project, and from a participant to an address.
import { and, eq, isNull } from 'drizzle-orm'
import { inOwnLetters } from '#intake/address.ts'
import type { Database } from './database.ts'
import { type Identity, normaliseAddress } from './identity.ts'
import { participants, personAddresses, persons, seats } from './schema.ts'

/** Code of the municipality that the owner of the address has a seat in; undefined where nobody in the project has it. */
export function findMunicipalityOf(
  db: Database,
  identity: Identity,
  projectId: string,
  email: string,
): string | undefined {
  return db
    .select({ code: seats.municipalityCode })
    .from(personAddresses)
    .innerJoin(participants, eq(participants.personId, personAddresses.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .where(
      and(
        eq(personAddresses.addressKey, identity.lookupKey(normaliseAddress(email))),
        isNull(personAddresses.validTo),
        eq(participants.projectId, projectId),
      ),
    )
    .get()?.code
}

/** "a…@example.org": enough to know whom to ask, too little to write to. Empty where there is no address any more. */
export function maskedAddressOf(db: Database, identity: Identity, participantId: string): string {
  const row = db
    .select({ sealed: personAddresses.addressSealed })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(personAddresses, and(eq(personAddresses.personId, persons.id), isNull(personAddresses.validTo)))
    .where(eq(participants.id, participantId))
    .get()
  return row ? maskAddress(identity.open(row.sealed)) : ''
}

function maskAddress(kept: string): string {
  const address = inOwnLetters(kept)
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return `${first}…${address.slice(at)}`
}
