// Who delivers the project: people of actor groups that the questionnaire leaves out of outcomes. What they say of
// their own work is no participant's voice, in words as little as in figures.
import { and, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { getQuestionnaire } from './catalogue.ts'
import type { Database } from './database.ts'
import { invitations, seats, waves } from './schema.ts'

/** Codes of the groups that some version of the wave's project leaves out. */
function listDeliveringGroups(db: Database, waveId: string): string[] {
  const own = alias(waves, 'own')
  const versions = db
    .selectDistinct({ id: waves.questionnaireId, version: waves.questionnaireVersion })
    .from(waves)
    .innerJoin(own, eq(own.projectId, waves.projectId))
    .where(eq(own.id, waveId))
    .all()
  const groups = versions.flatMap(({ id, version }) => getQuestionnaire(db, id, version).actorGroups)
  return [...new Set(groups.filter(({ excludedFromOutcomes }) => excludedFromOutcomes).map(({ code }) => code))]
}

/** A condition on invitations of a wave: of people who were asked as one who delivers in none of the project's waves. */
export function isNotDelivering(db: Database, waveId: string): SQL {
  const [asked, place] = [alias(invitations, 'asked'), alias(seats, 'place')]
  return notExists(
    db
      .select({ id: asked.id })
      .from(asked)
      .innerJoin(place, eq(place.id, asked.seatId))
      .where(
        and(
          eq(asked.participantId, sql`${invitations.participantId}`),
          inArray(place.actorGroup, listDeliveringGroups(db, waveId)),
        ),
      ),
  )
}
