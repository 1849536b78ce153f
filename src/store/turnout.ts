// How a wave goes, municipality by municipality: how many were asked, have begun and have answered.
import { and, asc, count, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
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

/**
 * By code. Where nobody was asked there is no row.
 * @param without actor groups whose people are not counted, in whichever wave they belonged there: beside results, which
 * leave out those who deliver the project, a count of everybody would tell how many they are
 */
export function countTurnoutByMunicipality(
  db: Database,
  waveId: string,
  without: readonly string[] = [],
): MunicipalityTurnout[] {
  const leftOut = db
    .select({ id: invitations.participantId })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(inArray(seats.actorGroup, [...without]))
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
    .where(and(eq(invitations.waveId, waveId), notInArray(invitations.participantId, leftOut)))
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

/**
 * Numbers that move by so many at a time. Of a wave that is open, one answer more than an hour ago would tell who has
 * just answered. Those who were asked are no secret.
 */
export const inSteps = <T extends Turnout>(turnout: T, step: number): T => {
  const whole = (people: number) => Math.floor(people / step) * step
  return { ...turnout, started: whole(turnout.started), answered: whole(turnout.answered) }
}

export function sumTurnout(rows: readonly Turnout[]): Turnout {
  const sum = (part: keyof Turnout) => rows.reduce((total, row) => total + row[part], 0)
  return { invited: sum('invited'), started: sum('started'), answered: sum('answered') }
}
