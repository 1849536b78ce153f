// A programme played through: people take their seats, a wave is planned and opened, the planned answers come in, and it
// is closed. By the functions that a real project goes through. Letters are not invented.
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import { type Identity, normaliseAddress } from '#store/identity.ts'
import { listInvitedByAddressKey } from '#store/invitations.ts'
import { registerParticipants } from '#store/participants.ts'
import type { Project } from '#store/projects.ts'
import { recordResponse } from '#store/responses.ts'
import { closeWave, createWave, openWave } from '#store/waves.ts'
import { drawMoment, type PastWave } from './calendar.ts'
import { type Invented, respond } from './people.ts'
import { partOf, seededRandom } from './random.ts'

export const demoQuestionnaire = 'samverkan'

/** Everything here happened without anybody at the keyboard. */
export const actor = 'system'

type InvitedByAddress = ReturnType<typeof listInvitedByAddressKey>
type Invited = NonNullable<ReturnType<InvitedByAddress['get']>>

export interface Stage {
  db: Database
  identity: Identity
  project: Project
  people: readonly Invented[]
  seed: number
}

export function register({ db, identity, project }: Stage, people: readonly Invented[], at: number): void {
  const entries = people.map(({ entry }) => entry)
  registerParticipants(db, identity, project.id, entries, actor, at)
}

/** Plans, opens and closes a wave; in between the planned answers come in. @returns who was asked */
export function runWave(stage: Stage, past: PastWave): InvitedByAddress {
  const { db, project } = stage
  const { plannedAt, openedAt, closedAt, ...planned } = past
  const wave = createWave(
    db,
    { ...planned, projectId: project.id, questionnaireId: demoQuestionnaire },
    actor,
    plannedAt,
  )
  openWave(db, wave, actor, openedAt)
  const invited = listInvitedByAddressKey(db, wave.id)
  for (const { person, answers, at } of listResponses(stage, past))
    recordResponse(
      db,
      {
        invitationId: getInvited(stage, invited, person).invitationId,
        questionnaireId: demoQuestionnaire,
        questionnaireVersion: past.questionnaireVersion,
        language: person.entry.language,
        mode: 'web',
        answers,
      },
      at,
    )
  closeWave(db, wave.id, actor, closedAt)
  return invited
}

/** In the order in which they came in. */
function listResponses({ db, people, seed }: Stage, past: PastWave) {
  const questionnaire = getQuestionnaire(db, demoQuestionnaire, past.questionnaireVersion)
  const random = seededRandom(seed, 0, partOf(past.kind))
  return people
    .flatMap((person) => {
      const answers = respond(person, past.kind, questionnaire, seed)
      return answers ? [{ person, answers, at: drawMoment(random, past) }] : []
    })
    .sort((one, other) => one.at - other.at)
}

export function getInvited({ identity }: Stage, invited: InvitedByAddress, person: Invented): Invited {
  const found = invited.get(identity.lookupKey(normaliseAddress(person.entry.email)))
  if (!found) throw new Error(`participant ${person.number} of the demonstration is not invited`)
  return found
}
