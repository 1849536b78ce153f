// What a mailing would do if it were made now: the mailing itself, made and taken back in one breath, so that it cannot
// differ from the real one. Nothing is left of it.
import { and, asc, count, eq, max, ne } from 'drizzle-orm'
import { type Database, immediately } from './database.ts'
import { queueReminders } from './messages.ts'
import { openByMail } from './opening.ts'
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
import { currentAddress, whyGone } from './taking-part.ts'
import type { Wave } from './waves.ts'

/** Why somebody of the project would get no letter. */
const passedOver = [
  'erased',
  'withdrawn',
  'left',
  'answered',
  'quiet',
  'no_address',
  'bounced',
  'not_asked',
  'uninvited',
  'not_now',
] as const
export type PassedOver = (typeof passedOver)[number]

export interface Foreseen {
  kind: 'invitation' | 'reminder'
  /** How many letters would be sent: those that would be queued, but for people without an address. */
  letters: number
  /** By code of the municipality. */
  municipalities: { code: string; name: string; letters: number }[]
  /**
   * Reasons that somebody meets. `not_asked`: came into the project after the wave was opened. `uninvited`: asked, and no
   * invitation has been written. `not_now`: written to within the day, or with a letter that has not arrived.
   */
  passedOver: { reason: PassedOver; people: number }[]
}

/** For the savepoint, which goes back where something is thrown. */
class TakenBack extends Error {}

/** The invitation of a wave that is planned, the next reminder of one that is open. Writes nothing. */
export function foreseeMailing(db: Database, wave: Wave, now: number): Foreseen {
  const kind = wave.openedAt === null ? 'invitation' : 'reminder'
  let foreseen: Foreseen | undefined
  try {
    immediately(db, () => {
      const before = listQueued(db, wave.id)
      if (kind === 'invitation') openByMail(db, wave, 'system', now)
      else queueReminders(db, wave.id, 'system', now)
      const queued = [...listQueued(db, wave.id)].filter(([letter]) => !before.has(letter))
      foreseen = tally(db, wave, kind, new Set(queued.map(([, participant]) => participant)))
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  if (!foreseen) throw new Error('nothing was foreseen')
  return foreseen
}

/** Participants by letter that waits for its first try. */
function listQueued(db: Database, waveId: string): Map<string, string> {
  const rows = db
    .select({ letter: messages.id, participant: invitations.participantId })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .where(and(eq(invitations.waveId, waveId), eq(messages.state, 'queued')))
    .all()
  return new Map(rows.map(({ letter, participant }) => [letter, participant]))
}

function tally(db: Database, wave: Wave, kind: Foreseen['kind'], written: ReadonlySet<string>): Foreseen {
  const places = new Map<string, { code: string; name: string; letters: number }>()
  const reasons = new Map<PassedOver, number>()
  let letters = 0
  for (const person of listPeople(db, wave)) {
    const reason = whyPassedOver(person, written.has(person.id))
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    else {
      const place = places.get(person.code) ?? { code: person.code, name: person.name, letters: 0 }
      places.set(person.code, { ...place, letters: place.letters + 1 })
      letters += 1
    }
  }
  return {
    kind,
    letters,
    municipalities: [...places.values()],
    passedOver: passedOver.flatMap((reason) => {
      const people = reasons.get(reason)
      return people === undefined ? [] : [{ reason, people }]
    }),
  }
}

type Person = ReturnType<typeof listPeople>[number]

/** Everybody who takes part or did, in the order of their municipalities. */
const listPeople = (db: Database, wave: Wave) =>
  db
    .select({
      id: participants.id,
      code: seats.municipalityCode,
      name: municipalities.name,
      leftAt: participants.leftAt,
      withdrawnAt: participants.withdrawnAt,
      erasedAt: persons.erasedAt,
      quietAt: invitations.quietAt,
      invitation: invitations.id,
      letter: messages.id,
      response: responses.id,
      addresses: count(personAddresses.id),
      bouncedAt: max(personAddresses.bouncedAt),
    })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(invitations, and(eq(invitations.participantId, participants.id), eq(invitations.waveId, wave.id)))
    .leftJoin(
      messages,
      and(eq(messages.invitationId, invitations.id), eq(messages.kind, 'invitation'), ne(messages.state, 'cancelled')),
    )
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .leftJoin(personAddresses, currentAddress)
    .where(eq(participants.projectId, wave.projectId))
    .groupBy(participants.id)
    .orderBy(asc(seats.municipalityCode))
    .all()

function whyPassedOver(person: Person, isWritten: boolean): PassedOver | undefined {
  const gone = whyGone(person)
  if (gone) return gone
  if (person.response !== null) return 'answered'
  if (person.addresses === 0) return 'no_address'
  if (person.bouncedAt !== null) return 'bounced'
  if (isWritten) return undefined
  if (person.invitation === null) return 'not_asked'
  if (person.letter === null) return 'uninvited'
  return person.quietAt === null ? 'not_now' : 'quiet'
}
