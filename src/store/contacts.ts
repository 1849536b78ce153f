// From an address to where its owner is placed in a project, and from a participant to an address.
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { inOwnLetters } from '#intake/address.ts'
import type { Database, Transaction } from './database.ts'
import { type Identity, normaliseAddress } from './identity.ts'
import { newId } from './ids.ts'
import { participants, personAddresses } from './schema.ts'

/** A condition on addresses: that somebody has it now, however it is written. */
export const isCurrentAddress = (identity: Identity, email: string): SQL | undefined =>
  and(eq(personAddresses.addressKey, addressKeyOf(identity, email)), isNull(personAddresses.validTo))

/** By which an address is found without being read, however it is written. */
export const addressKeyOf = (identity: Identity, email: string): string => identity.lookupKey(normaliseAddress(email))

/** The person is written to at this address from now on. */
export function addAddress(tx: Transaction, identity: Identity, personId: string, email: string, now: number): void {
  const [addressSealed, addressKey] = [identity.seal(email), addressKeyOf(identity, email)]
  tx.insert(personAddresses).values({ id: newId(), personId, addressSealed, addressKey, validFrom: now }).run()
}

/** "a…@example.org": enough to know whom to ask, too little to write to. Empty where there is no address any more. */
export function maskedAddressOf(db: Database, identity: Identity, participantId: string): string {
  const row = db
    .select({ sealed: personAddresses.addressSealed })
    .from(participants)
    .innerJoin(personAddresses, eq(personAddresses.personId, participants.personId))
    .where(and(eq(participants.id, participantId), isNull(personAddresses.validTo)))
    .get()
  return row ? maskAddress(identity.open(row.sealed)) : ''
}

export function maskAddress(kept: string): string {
  const address = inOwnLetters(kept)
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return `${first}…${address.slice(at)}`
}
