// How many people a mailing to come is about, as things stand: a forecast, which answers make smaller day by day.
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Database } from './database.ts'
import { invitations, participants, personAddresses, persons, responses } from './schema.ts'
import { currentAddress, stillExpected } from './taking-part.ts'
import { countInvitable } from './turnout.ts'
import type { Wave } from './waves.ts'

/** Of a wave to come, everybody who will be invited; of one that is open, those who may still be reminded. */
export function countAwaited(db: Database, wave: Wave): number {
  if (wave.openedAt === null) return countInvitable(db, wave.projectId)
  const row = db
    .select({ people: count() })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .leftJoin(personAddresses, currentAddress)
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(
      and(
        eq(invitations.waveId, wave.id),
        stillExpected,
        isNull(invitations.quietAt),
        isNull(personAddresses.bouncedAt),
      ),
    )
    .get()
  return row?.people ?? 0
}
