// Whom their letter has not reached, and what staff do about it: correct the address, or have the same one tried again.
// Links handed out stay valid; the letter that goes out anew bears new ones.
import { and, asc, desc, eq, gt, inArray, isNotNull, notExists, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import type { Identity } from './identity.ts'
import { believeAddress, changeState, type Message } from './messages.ts'
import { correctAddress } from './rights.ts'
import {
  invitations,
  messages,
  municipalities,
  participants,
  personAddresses,
  persons,
  responses,
  seats,
} from './schema.ts'
import { currentAddress, stillExpected } from './taking-part.ts'

export interface Unreached {
  invitationId: string
  personId: string
  nameSealed: Buffer
  municipality: string
  /** The address that counts now, null where there is none; `isDead`: a server has said that nothing arrives there. */
  addressSealed: Buffer | null
  addressId: string | null
  isDead: boolean
  /** The letter that would be sent anew. */
  letter: Message
}

const later = alias(messages, 'later')

/**
 * Of those whose answer is still hoped for, each whose letter came back, was refused or was not even tried, and who has
 * had none since; the latest first.
 */
export function listUnreached(db: Database | Transaction, waveId: string): Unreached[] {
  const isTroubled = or(
    inArray(messages.state, ['returned', 'failed']),
    and(eq(messages.state, 'cancelled'), eq(messages.outcome, 'bounced')),
  )
  const hasHadOneSince = db
    .select({ id: later.id })
    .from(later)
    .where(
      and(eq(later.invitationId, invitations.id), eq(later.state, 'accepted'), gt(later.changedAt, messages.changedAt)),
    )
  const rows = db
    .select({
      invitationId: invitations.id,
      personId: persons.id,
      nameSealed: persons.nameSealed,
      municipality: municipalities.name,
      addressSealed: personAddresses.addressSealed,
      addressId: personAddresses.id,
      bouncedAt: personAddresses.bouncedAt,
      letter: messages,
    })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(personAddresses, currentAddress)
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(
      and(
        eq(invitations.waveId, waveId),
        stillExpected,
        isTroubled,
        or(isNotNull(personAddresses.bouncedAt), notExists(hasHadOneSince)),
      ),
    )
    .orderBy(desc(messages.changedAt), asc(messages.id))
    .all()
  const people = new Map<string, Unreached>()
  for (const { bouncedAt, ...row } of rows) {
    const known = people.get(row.invitationId)
    // The invitation says more than a reminder does: it is the letter to send anew.
    if (!known || row.letter.kind === 'invitation') people.set(row.invitationId, { ...row, isDead: bouncedAt !== null })
  }
  return [...people.values()]
}

export const findUnreached = (
  db: Database | Transaction,
  waveId: string,
  invitationId: string,
): Unreached | undefined => listUnreached(db, waveId).find((one) => one.invitationId === invitationId)

export type Resent =
  /** Somebody else's address, or nobody who is unreached: nothing has changed. */
  | { outcome: 'taken' }
  | { outcome: 'gone' }
  /** `letters`: how many go out. */
  | { outcome: 'corrected' | 'tried'; letters: 0 | 1 }

/**
 * The person is written to at this address from now on, and the letter goes out anew; the same address once more means
 * that staff believe it, whatever a server has said.
 * @param address checked and plain
 * @param maySend whether the wave takes answers; the address is corrected all the same
 */
export function correctAndResend(
  db: Database,
  identity: Identity,
  {
    waveId,
    invitationId,
    address,
    maySend,
  }: { waveId: string; invitationId: string; address: string; maySend: boolean },
  actor: Actor,
  now: number,
): Resent {
  return immediately(db, (tx) => {
    const person = findUnreached(tx, waveId, invitationId)
    if (!person) return { outcome: 'gone' }
    const change = correctAddress(db, identity, person.personId, address, actor, now)
    if (change === 'taken') return { outcome: 'taken' }
    if (change === 'unchanged' && person.addressId !== null) {
      believeAddress(tx, person.addressId)
      recordEvent(tx, { at: now, actor, action: 'person.address_believed', subject: `person:${person.personId}` })
    }
    if (maySend) changeState(tx, person.letter, 'queued', '', actor, now)
    return { outcome: change === 'changed' ? 'corrected' : 'tried', letters: maySend ? 1 : 0 }
  })
}

/** What came back for no fault of the address: sent anew when staff have mended what it was. */
export const isFaultless = ({ isDead, letter }: Unreached): boolean => !isDead && letter.state === 'returned'

/** Queues the faultless ones anew. @returns how many letters */
export function resendFaultless(db: Database, waveId: string, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const people = listUnreached(tx, waveId).filter(isFaultless)
    for (const { letter } of people) changeState(tx, letter, 'queued', '', actor, now)
    return people.length
  })
}
