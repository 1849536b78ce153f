// What a mailed link leads to: one participant asked in one wave.
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { parseStoredAnswers } from '#survey/answers.ts'
import type { Database, Transaction } from './database.ts'
import { recordEvent } from './events.ts'
import { given, preparedOnce } from './prepared.ts'
import { remembered } from './remembered.ts'
import {
  drafts,
  handovers,
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
import { stillExpected } from './taking-part.ts'
import { closingTime } from './waves.ts'

/** Whom a link belongs to, and whether it still is theirs. */
const findAddressee = remembered({
  name: 'addressee',
  tables: [invitations, participants, persons, seats, municipalities, handovers],
  keys: [tokens.tokenHash],
  read: (db, tokenHash) => preparedFor(db).addressee.get({ tokenHash }),
  most: 20_000,
})

/** What they are asked and until when, by the wave's id. */
export const findRound = remembered({
  name: 'round',
  tables: [projects],
  keys: [waves.id],
  read(db, waveId) {
    const found = preparedFor(db).round.get({ waveId })
    return found && { ...found, closesAt: closingTime(found.wave) }
  },
  most: 1000,
})

/** How far they have come, by the invitation's id. */
export const findProgress = remembered({
  name: 'progress',
  keys: [drafts.invitationId, responses.invitationId],
  read(db, invitationId) {
    const found = preparedFor(db).progress.get({ invitationId })
    return (
      found && { ...found, draft: found.draft && { ...found.draft, answers: parseStoredAnswers(found.draft.answers) } }
    )
  },
  most: 5000,
})

/** What pages behind a link need of the wide tables: each column costs as much as a fifth of looking up its row. */
const preparedFor = preparedOnce((db: Database) => ({
  addressee: db
    .select({
      id: invitations.id,
      purpose: tokens.purpose,
      waveId: invitations.waveId,
      participantId: participants.id,
      personId: persons.id,
      quietAt: invitations.quietAt,
      revokedAt: tokens.revokedAt,
      language: persons.language,
      erasedAt: persons.erasedAt,
      withdrawnAt: participants.withdrawnAt,
      handedOverAt: handovers.handedOverAt,
      actorGroup: seats.actorGroup,
      municipality: municipalities.name,
    })
    .from(tokens)
    .innerJoin(invitations, eq(invitations.id, tokens.invitationId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(handovers, eq(handovers.participantId, participants.id))
    .where(eq(tokens.tokenHash, given('tokenHash')))
    .prepare(),
  round: db
    .select({
      wave: {
        kind: waves.kind,
        questionnaireId: waves.questionnaireId,
        questionnaireVersion: waves.questionnaireVersion,
        opensOn: waves.opensOn,
        closesOn: waves.closesOn,
        openedAt: waves.openedAt,
        closedAt: waves.closedAt,
      },
      project: {
        id: projects.id,
        nameSv: projects.nameSv,
        nameEn: projects.nameEn,
        organisation: projects.organisation,
        contactEmail: projects.contactEmail,
        smallestGroup: projects.smallestGroup,
        showsFeedback: projects.showsFeedback,
        isDemo: projects.isDemo,
      },
    })
    .from(waves)
    .innerJoin(projects, eq(projects.id, waves.projectId))
    .where(eq(waves.id, given('waveId')))
    .prepare(),
  progress: db
    .select({
      draft: {
        language: drafts.language,
        answers: drafts.answers,
        marks: drafts.marks,
        informationVersion: drafts.informationVersion,
        startedAt: drafts.startedAt,
      },
      submittedAt: responses.submittedAt,
      receipt: responses.receipt,
      answeredIn: responses.language,
    })
    .from(invitations)
    .leftJoin(drafts, eq(drafts.invitationId, invitations.id))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(invitations.id, given('invitationId')))
    .prepare(),
}))

export type Invitation = NonNullable<ReturnType<typeof findInvitation>>

/** The invitation behind a link, called back or not; a token of one purpose never opens another. */
export function findInvitation(db: Database, tokenHash: string, purpose: 'answer' | 'quiet') {
  const addressee = findAddressee(db, tokenHash)
  if (addressee?.purpose !== purpose) return undefined
  const round = findRound(db, addressee.waveId)
  const progress = findProgress(db, addressee.id)
  return round && progress && { ...addressee, ...round, ...progress }
}

/** The person's questionnaires that can be answered now, in all projects, the one that closes first at the head. */
export function listAnswerable(db: Database | Transaction, personId: string, now: number) {
  return db
    .select({ invitationId: invitations.id, participantId: participants.id, wave: waves, project: projects })
    .from(invitations)
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .innerJoin(projects, eq(projects.id, waves.projectId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(and(eq(participants.personId, personId), stillExpected, isNotNull(waves.openedAt), isNull(waves.closedAt)))
    .orderBy(asc(waves.closesOn), asc(invitations.id))
    .all()
    .filter(({ wave }) => now < closingTime(wave))
}

/** Whether the person is invited to another questionnaire of the same project that can be answered now. */
export const hasOtherOpen = (db: Database, { id, personId, project }: Invitation, now: number): boolean =>
  listAnswerable(db, personId, now).some((one) => one.project.id === project.id && one.invitationId !== id)

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
