// How a wave goes, municipality by municipality: how many were asked, have begun and have answered.
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { drafts, invitations, municipalities, participants, responses, seats } from './schema.ts'

export interface Turnout {
  invited: number
  /** Have begun and not sent in. A draft with no answer in it is not a beginning. */
  started: number
  answered: number
}

export interface MunicipalityTurnout extends Turnout {
  code: string
  name: string
}

/** By code. Where nobody was asked there is no row. */
export function countTurnoutByMunicipality(db: Database, waveId: string): MunicipalityTurnout[] {
  return db
    .select({
      code: seats.municipalityCode,
      name: municipalities.name,
      invited: count(),
      started: sql<number>`sum(${responses.id} is null and ${drafts.answers} is not null and ${drafts.answers} <> '{}')`,
      answered: sql<number>`sum(${responses.id} is not null)`,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(drafts, eq(drafts.invitationId, invitations.id))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(invitations.waveId, waveId))
    .groupBy(seats.municipalityCode)
    .orderBy(asc(seats.municipalityCode))
    .all()
}

/** How many opening a wave now would invite: for the words on the button. */
export function countInvitable(db: Database, projectId: string): number {
  return (
    db
      .select({ people: count() })
      .from(participants)
      .where(and(eq(participants.projectId, projectId), isNull(participants.leftAt), isNull(participants.withdrawnAt)))
      .get()?.people ?? 0
  )
}

export function sumTurnout(rows: readonly Turnout[]): Turnout {
  const sum = (part: keyof Turnout) => rows.reduce((total, row) => total + row[part], 0)
  return { invited: sum('invited'), started: sum('started'), answered: sum('answered') }
}
