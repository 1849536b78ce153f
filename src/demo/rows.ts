// Three things the demonstration needs and the store has no verb for, since no page does them: a programme without a
// project, who holds which invitation, and a seat that is left. Written against the store's own tables.
import type { Database } from '#store/database.ts'
import { municipalities, participants, programmeMunicipalities, programmes } from '#store/schema.ts'
import { municipality, type Programme } from './municipalities.ts'

/** A programme and its municipalities, with no project in it yet. What is there already stays as it is. */
export function addProgramme(db: Database, { id, nameSv, nameEn, municipalities: codes }: Programme): void {
  db.insert(programmes).values({ id, nameSv, nameEn }).onConflictDoNothing().run()
  db.insert(municipalities).values(codes.map(municipality)).onConflictDoNothing().run()
  db.insert(programmeMunicipalities)
    .values(codes.map((municipalityCode) => ({ programmeId: id, municipalityCode })))
    .onConflictDoNothing()
    .run()
}

type Participant = typeof participants.$inferSelect

export interface Invited {
  invitationId: string
  participant: Participant
}

/** Everybody asked in a wave, by the keyed hash of the current address. */
export function listInvitedByAddressKey(db: Database, projectId: string, waveId: string): Map<string, Invited> {
  const invitationOf = new Map(
    db.query.invitations
      .findMany({ where: (invitation, { eq }) => eq(invitation.waveId, waveId) })
      .sync()
      .map(({ id, participantId }) => [participantId, id]),
  )
  const byPerson = new Map(
    db.query.participants
      .findMany({ where: (participant, { eq }) => eq(participant.projectId, projectId) })
      .sync()
      .map((participant) => [participant.personId, participant]),
  )
  const addresses = db.query.personAddresses
    .findMany({
      where: (address, { and, inArray, isNull }) =>
        and(inArray(address.personId, [...byPerson.keys()]), isNull(address.validTo)),
    })
    .sync()
  return new Map(
    addresses.flatMap(({ addressKey, personId }) => {
      const participant = byPerson.get(personId)
      const invitationId = participant && invitationOf.get(participant.id)
      return participant && invitationId ? [[addressKey, { invitationId, participant }]] : []
    }),
  )
}

/** The seat is free for somebody else; what this person has answered stays. */
export function leaveSeat(db: Database, participant: Participant, leftAt: number): void {
  db.insert(participants).values(participant).onConflictDoUpdate({ target: participants.id, set: { leftAt } }).run()
}
