// What a letter about an invitation needs to know of its reader besides the claim: which project's words it speaks, and
// whose municipality and seat it is about.
import { eq, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { preparedOnce } from './prepared.ts'
import { handovers, invitations, municipalities, participants, seats } from './schema.ts'

export interface LetterReader {
  projectId: string
  municipality: string
  /** Has taken the seat over from somebody else. */
  isSuccessor: boolean
}

/** @throws Error where there is no such invitation */
export function getLetterReader(db: Database, invitationId: string): LetterReader {
  const found = reader(db).get({ invitationId })
  if (!found) throw new Error(`no invitation ${invitationId}`)
  const { projectId, municipality, takenOver } = found
  return { projectId, municipality, isSuccessor: takenOver > 0 }
}

const reader = preparedOnce((db: Database) =>
  db
    .select({
      projectId: participants.projectId,
      municipality: municipalities.name,
      takenOver: sql<number>`(select count(*) from ${handovers} where ${handovers.successorId} = ${participants.id})`,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .where(eq(invitations.id, sql.placeholder('invitationId')))
    .prepare(),
)
