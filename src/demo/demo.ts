// Builds the demonstration: a project with two closed waves, a third to open and play with, and answers in which the
// true change is known. It goes through the same functions as a real project does.
import { getQuestionnaire } from '#store/catalogue.ts'
import { type Database, immediately } from '#store/database.ts'
import { type Identity, normaliseAddress } from '#store/identity.ts'
import { listInvitedByAddressKey } from '#store/invitations.ts'
import { leaveSeat, registerParticipants } from '#store/participants.ts'
import { addProgramme, createProject, findProject, type Project } from '#store/projects.ts'
import { recordResponse } from '#store/responses.ts'
import { closeWave, createWave, openWave } from '#store/waves.ts'
import { aboutTheDemo } from './about.ts'
import {
  baselineWave,
  drawMoment,
  endlineWave,
  followUpDays,
  type PastWave,
  participantsRegistered,
  projectBegan,
  seatsPassedOn,
} from './calendar.ts'
import { municipalitiesForServices, municipality, serviceInCollaboration } from './municipalities.ts'
import { type Invented, inventPeople, respond } from './people.ts'
import { seededRandom } from './random.ts'

export const demoSlug = 'demo'
export const demoQuestionnaire = 'samverkan'

/** What `--demo` and the first page use. */
export const demoSeed = 1

const actor = 'system'

/**
 * The demonstration project, whole or not at all; where it is there already it is returned untouched.
 * @param options.now the follow-up wave is planned from here; all else has dates of its own, 2017–2020
 * @param options.seed a whole number: the same seed gives the same people and the same answers
 * @throws Error where versions 1 and 2 of the questionnaire are not published
 */
export function createDemo(db: Database, identity: Identity, options: { now: number; seed: number }): Project {
  return immediately(db, () => findProject(db, demoSlug) ?? buildDemo(db, identity, options))
}

function buildDemo(db: Database, identity: Identity, { now, seed }: { now: number; seed: number }): Project {
  const people = inventPeople(seed)
  const starters = people.filter(({ seated }) => seated !== 'follows')
  const successors = people.filter(({ seated }) => seated === 'follows')
  const project = addProject(db)
  const { municipalities: codes, ...later } = municipalitiesForServices
  addProgramme(db, later, codes.map(municipality))
  const stage = { db, identity, project, people, seed }

  register(stage, starters, participantsRegistered)
  const invited = runWave(stage, baselineWave)
  for (const person of starters.filter(({ seated }) => seated === 'leaves'))
    leaveSeat(db, getInvited(stage, invited, person).participantId, actor, seatsPassedOn)
  register(stage, successors, seatsPassedOn)
  runWave(stage, endlineWave)

  const followUp = { kind: 'followup', questionnaireId: demoQuestionnaire, questionnaireVersion: 2 } as const
  createWave(db, { ...followUp, projectId: project.id, ...followUpDays(now) }, actor, now)
  return project
}

type InvitedByAddress = ReturnType<typeof listInvitedByAddressKey>
type Invited = NonNullable<ReturnType<InvitedByAddress['get']>>

interface Stage {
  db: Database
  identity: Identity
  project: Project
  people: readonly Invented[]
  seed: number
}

function addProject(db: Database): Project {
  const { municipalities, ...programme } = serviceInCollaboration
  const about = aboutTheDemo()
  return createProject(
    db,
    {
      programme,
      slug: demoSlug,
      nameSv: serviceInCollaboration.nameSv,
      nameEn: serviceInCollaboration.nameEn,
      aboutSv: about.sv,
      aboutEn: about.en,
      organisation: 'Hela Sverige ska leva (demo)',
      contactEmail: 'demo@example.org',
      isDemo: true,
      municipalities: municipalities.map(municipality),
    },
    actor,
    projectBegan,
  )
}

function register({ db, identity, project }: Stage, people: readonly Invented[], at: number): void {
  const entries = people.map(({ entry }) => entry)
  registerParticipants(db, identity, project.id, entries, actor, at)
}

/** Plans, opens and closes a wave; in between the planned answers come in. Letters are not invented. */
function runWave(stage: Stage, past: PastWave): InvitedByAddress {
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
  const random = seededRandom(seed, 0, past.questionnaireVersion)
  return people
    .flatMap((person) => {
      const answers = respond(person, past.kind, questionnaire, seed)
      return answers ? [{ person, answers, at: drawMoment(random, past) }] : []
    })
    .sort((one, other) => one.at - other.at)
}

function getInvited({ identity }: Stage, invited: InvitedByAddress, person: Invented): Invited {
  const found = invited.get(identity.lookupKey(normaliseAddress(person.entry.email)))
  if (!found) throw new Error(`participant ${person.number} of the demonstration is not invited`)
  return found
}
