// What a mailed link leads to: one participant asked in one wave.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { recordEvent } from './events.ts'
import {
  drafts,
  invitations,
  municipalities,
  participants,
  personAddresses,
  persons,
  projects,
  responses,
  seats,
  tokens,
  waves,
} from './schema.ts'

/** Prepared once per database: this query stands before every page a participant sees. */
const prepared = new WeakMap<Database, ReturnType<typeof prepareFind>>()

function prepareFind(db: Database) {
  return db
    .select({
      id: invitations.id,
      quietAt: invitations.quietAt,
      language: persons.language,
      erasedAt: persons.erasedAt,
      withdrawnAt: participants.withdrawnAt,
      actorGroup: seats.actorGroup,
      municipality: municipalities.name,
      wave: waves,
      project: projects,
      draft: drafts,
      submittedAt: responses.submittedAt,
      receipt: responses.receipt,
      answeredIn: responses.language,
    })
    .from(tokens)
    .innerJoin(invitations, eq(invitations.id, tokens.invitationId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .innerJoin(projects, eq(projects.id, waves.projectId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(drafts, eq(drafts.invitationId, invitations.id))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(
      and(
        eq(tokens.tokenHash, sql.placeholder('tokenHash')),
        eq(tokens.purpose, sql.placeholder('purpose')),
        isNull(tokens.revokedAt),
      ),
    )
    .prepare()
}

export type Invitation = NonNullable<ReturnType<typeof findInvitation>>

/** The invitation behind a link; a token of one purpose never opens another. */
export function findInvitation(db: Database, tokenHash: string, purpose: 'answer' | 'quiet') {
  const find = prepared.get(db) ?? prepareFind(db)
  prepared.set(db, find)
  return find.get({ tokenHash, purpose })
}

/** Everybody asked in a wave, by the keyed hash of their current address: a list from outside finds its people here. */
export function listInvitedByAddressKey(db: Database, waveId: string) {
  const rows = db
    .select({ addressKey: personAddresses.addressKey, invitationId: invitations.id, participantId: participants.id })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(personAddresses, eq(personAddresses.personId, participants.personId))
    .where(and(eq(invitations.waveId, waveId), isNull(personAddresses.validTo)))
    .all()
  return new Map(rows.map(({ addressKey, ...invited }) => [addressKey, invited]))
}

/** No more reminders for this invitation. Doing it twice changes nothing; the questionnaire stays open. */
export function silenceReminders(db: Database, invitationId: string, now: number): void {
  db.transaction((tx) => {
    const silenced = tx
      .update(invitations)
      .set({ quietAt: now })
      .where(and(eq(invitations.id, invitationId), isNull(invitations.quietAt)))
      .run()
    if (silenced.changes > 0)
      recordEvent(tx, {
        at: now,
        actor: 'participant',
        action: 'invitation.silenced',
        subject: `invitation:${invitationId}`,
      })
  })
}
