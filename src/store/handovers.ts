// A seat that passes from one person to the next. Answers stay with whoever gave them; the newcomer is asked on their own.
import { and, desc, eq, isNull } from 'drizzle-orm'
import { isCurrentAddress } from './contacts.ts'
import { type Database, immediately } from './database.ts'
import { recordEvent } from './events.ts'
import type { Identity } from './identity.ts'
import { newId } from './ids.ts'
import { type Invitation, listAnswerable } from './invitations.ts'
import { queueLetter } from './messages.ts'
import { leaveSeat, registerParticipants } from './participants.ts'
import { handovers, invitations, participants, personAddresses, seats } from './schema.ts'

export interface Newcomer {
  name: string
  /** Checked and plain. */
  email: string
}

/**
 * The one who was invited leaves the seat to somebody new, who is registered in it and invited to what the leaver had
 * yet to answer. What the leaver has answered, or begun, is left as it is.
 * @returns 'taken' where the address already takes part in the project, and nothing has changed
 */
export function handOver(
  db: Database,
  identity: Identity,
  { participantId, personId, project, language }: Invitation,
  { name, email }: Newcomer,
  now: number,
): 'done' | 'taken' {
  return immediately(db, (tx) => {
    if (findByAddress(db, identity, project.id, email)) return 'taken'
    const seat = tx
      .select({
        id: seats.id,
        municipalityCode: seats.municipalityCode,
        actorGroup: seats.actorGroup,
        label: seats.label,
      })
      .from(participants)
      .innerJoin(seats, eq(seats.id, participants.seatId))
      .where(and(eq(participants.id, participantId), isNull(participants.leftAt)))
      .get()
    if (!seat) return 'taken'
    const unanswered = listAnswerable(tx, personId, now).filter((one) => one.participantId === participantId)
    const { municipalityCode, actorGroup, label } = seat
    const entry = { name, email, municipalityCode, actorGroup, language, seat: label }
    // Somebody of the project before, under an address of then: no newcomer.
    if (registerParticipants(db, identity, project.id, [entry], 'participant', now).added === 0) return 'taken'
    const successor = findByAddress(db, identity, project.id, email)
    if (!successor) throw new Error('handOver lost the newcomer it has just registered')
    leaveSeat(db, participantId, 'participant', now)
    tx.insert(handovers).values({ participantId, successorId: successor.id, handedOverAt: now }).run()
    for (const { wave } of unanswered) {
      const invitationId = newId()
      tx.insert(invitations)
        .values({ id: invitationId, waveId: wave.id, participantId: successor.id, seatId: seat.id, createdAt: now })
        .run()
      const letter = { invitationId, contactEmail: project.contactEmail, kind: 'invitation' as const, ordinal: 1 }
      queueLetter(tx, letter, now)
    }
    recordEvent(tx, {
      at: now,
      actor: 'participant',
      action: 'participant.handed_over',
      subject: `participant:${participantId}`,
      details: { successor: successor.id, invited: unanswered.length },
    })
    return 'done'
  })
}

const findByAddress = (db: Database, identity: Identity, projectId: string, email: string) =>
  db
    .select({ id: participants.id })
    .from(participants)
    .innerJoin(personAddresses, eq(personAddresses.personId, participants.personId))
    .where(and(eq(participants.projectId, projectId), isCurrentAddress(identity, email)))
    .get()

/** Who has handed over to whom in a project, the last one first. */
export const listHandovers = (db: Database, projectId: string) =>
  db
    .select({
      participantId: handovers.participantId,
      successorId: handovers.successorId,
      handedOverAt: handovers.handedOverAt,
    })
    .from(handovers)
    .innerJoin(participants, eq(participants.id, handovers.participantId))
    .where(eq(participants.projectId, projectId))
    .orderBy(desc(handovers.handedOverAt))
    .all()
