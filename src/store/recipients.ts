// People of a project by name, for whoever writes to them and wants to see a letter as one of them will.
import { and, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { Identity } from './identity.ts'
import { municipalities, participants, persons, seats } from './schema.ts'
import { takesPart } from './taking-part.ts'

export interface Recipient {
  participantId: string
  name: string
  municipality: string
}

/** More of them would make a list that nobody finds anybody in. */
const mostListed = 200

/** Those who take part now, by name. */
export function listRecipients(db: Database, identity: Identity, projectId: string): Recipient[] {
  const rows = db
    .select({ participantId: participants.id, nameSealed: persons.nameSealed, municipality: municipalities.name })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .where(and(eq(participants.projectId, projectId), takesPart))
    .limit(mostListed)
    .all()
  return rows
    .map(({ nameSealed, ...row }) => ({ ...row, name: identity.open(nameSealed) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}
