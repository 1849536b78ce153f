// What the register knows of each invitation besides its answers, and of everybody who has held a seat: what a match
// report and response rates are counted from. Only what had happened when the wave closed, so that the same wave gives
// the same counts for ever.
import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { WaveKind } from '#survey/questionnaire.ts'
import type { Database } from './database.ts'
import type { Mode } from './responses.ts'
import { drafts, invitations, messages, participants, responses, seats } from './schema.ts'
import type { Wave } from './waves.ts'

/** What nobody can know is left out. */
export interface ContactMade {
  /** Pseudonym. */
  participant: string
  wave: WaveKind
  /** A letter was taken by the mail server; false = every letter was refused. Left out: none was written, or unknown. */
  delivered?: boolean
  /** The questionnaire was begun, or sent in. Left out in a wave whose answers came as a file. */
  opened?: boolean
  /** Something was typed, sent in or not. Left out as `opened`. */
  started?: boolean
  /** Asked for no more letters, or withdrew. */
  refused: boolean
  /** How the answer came in; left out where there is none. */
  mode?: Mode
}

export interface SeatHeld {
  /** Pseudonym. */
  participant: string
  seat: string
  municipality: string
  actorGroup: string
  left: boolean
  withdrawn: boolean
}

/** One row for each invitation of a wave, by pseudonym. */
export function readContacts(db: Database, wave: Wave): ContactMade[] {
  const until = wave.closedAt ?? Number.MAX_SAFE_INTEGER
  const letters = db
    .select({
      invitationId: messages.invitationId,
      taken: sql<number>`max(${messages.state} = 'accepted')`.as('taken'),
      refused: sql<number>`min(${messages.state} = 'failed')`.as('refused'),
    })
    .from(messages)
    .where(lte(messages.changedAt, until))
    .groupBy(messages.invitationId)
    .as('letters')
  const rows = db
    .select({
      participant: participants.pseudonym,
      taken: letters.taken,
      refused: letters.refused,
      draft: drafts.answers,
      mode: responses.mode,
      isQuiet: sql<number>`coalesce(${invitations.quietAt} <= ${until}, 0)`,
      hasWithdrawn: sql<number>`coalesce(${participants.withdrawnAt} <= ${until}, 0)`,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .leftJoin(letters, eq(letters.invitationId, invitations.id))
    .leftJoin(drafts, eq(drafts.invitationId, invitations.id))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(invitations.waveId, wave.id))
    .orderBy(asc(participants.pseudonym))
    .all()
  const isOnWeb = rows.some(({ draft, mode }) => draft !== null || mode === 'web')
  return rows.map(({ participant, taken, refused, draft, mode, isQuiet, hasWithdrawn }) => ({
    participant,
    wave: wave.kind,
    ...(taken === 1 ? { delivered: true } : refused === 1 ? { delivered: false } : {}),
    ...(isOnWeb
      ? { opened: mode !== null || draft !== null, started: mode !== null || (draft !== null && draft !== '{}') }
      : {}),
    refused: isQuiet === 1 || hasWithdrawn === 1,
    ...(mode ? { mode } : {}),
  }))
}

/**
 * Everybody who has held a seat, once for each seat: those who hold it, and those who were asked in one they have given
 * up since. By pseudonym.
 * @param until what happened later is left out
 */
export function readSeatsHeld(db: Database, projectId: string, until: number): SeatHeld[] {
  const person = {
    participant: participants.pseudonym,
    seat: seats.id,
    municipality: seats.municipalityCode,
    actorGroup: seats.actorGroup,
    hasLeft: sql<number>`coalesce(${participants.leftAt} <= ${until}, 0) or ${participants.seatId} <> ${seats.id}`,
    hasWithdrawn: sql<number>`coalesce(${participants.withdrawnAt} <= ${until}, 0)`,
  }
  const isHere = and(eq(participants.projectId, projectId), lte(participants.joinedAt, until))
  const holding = db.select(person).from(participants).innerJoin(seats, eq(seats.id, participants.seatId)).where(isHere)
  const asked = db
    .select(person)
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(isHere)
  return holding
    .union(asked)
    .all()
    .sort((one, other) => (`${one.participant} ${one.seat}` < `${other.participant} ${other.seat}` ? -1 : 1))
    .map(({ hasLeft, hasWithdrawn, ...held }) => ({ ...held, left: hasLeft === 1, withdrawn: hasWithdrawn === 1 }))
}
