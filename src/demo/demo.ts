// Builds the demonstration: a project with two closed waves, a third to open and play with, and answers in which the
// true change is known; and a smaller one that followed, for laying two programmes side by side. They go through the
// same functions as a real project does.
import { type Database, immediately } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { leaveSeat } from '#store/participants.ts'
import { addProgramme, createProject, findProject, type Project } from '#store/projects.ts'
import { createWave } from '#store/waves.ts'
import { aboutTheDemo, aboutTheLaterDemo } from './about.ts'
import {
  baselineWave,
  endlineWave,
  followUpDays,
  laterBegan,
  laterRegistered,
  laterWaves,
  participantsRegistered,
  projectBegan,
  seatsPassedOn,
} from './calendar.ts'
import {
  type MunicipalityCode,
  municipalitiesForServices,
  municipality,
  type Programme,
  serviceInCollaboration,
} from './municipalities.ts'
import { inventLaterPeople, inventPeople } from './people.ts'
import { laterPlans } from './plan.ts'
import { actor, demoQuestionnaire, getInvited, register, runWave } from './stage.ts'

export const demoSlug = 'demo'
export const laterDemoSlug = 'demo-2022'

/** What `--demo` and the first page use. */
export const demoSeed = 1

/**
 * The demonstration project, whole or not at all; where it is there already it is returned untouched.
 * @param options.now the follow-up wave is planned from here; all else has dates of its own, 2017–2020
 * @param options.seed a whole number: the same seed gives the same people and the same answers
 * @throws Error where versions 1 and 2 of the questionnaire are not published
 */
export function createDemo(db: Database, identity: Identity, options: { now: number; seed: number }): Project {
  return immediately(db, () => findProject(db, demoSlug) ?? buildDemo(db, identity, options))
}

/**
 * The programme that followed, 2022–2025, in six municipalities, of which three were in the first: whole or not at
 * all, and untouched where it is there already.
 * @throws Error where version 2 of the questionnaire is not published
 */
export function createLaterDemo(db: Database, identity: Identity, { seed }: { seed: number }): Project {
  return immediately(db, () => findProject(db, laterDemoSlug) ?? buildLaterDemo(db, identity, seed))
}

function buildDemo(db: Database, identity: Identity, { now, seed }: { now: number; seed: number }): Project {
  const people = inventPeople(seed)
  const starters = people.filter(({ seated }) => seated !== 'follows')
  const successors = people.filter(({ seated }) => seated === 'follows')
  const project = addProject(db, {
    slug: demoSlug,
    programme: serviceInCollaboration,
    municipalities: serviceInCollaboration.municipalities,
    about: aboutTheDemo(),
    organisation: 'Hela Sverige ska leva (demo)',
    at: projectBegan,
  })
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

function buildLaterDemo(db: Database, identity: Identity, seed: number): Project {
  const people = inventLaterPeople(seed)
  const project = addProject(db, {
    slug: laterDemoSlug,
    programme: municipalitiesForServices,
    municipalities: laterPlans.map(({ code }) => code),
    about: aboutTheLaterDemo(),
    organisation: 'Hela bygden (demo)',
    at: laterBegan,
  })
  const stage = { db, identity, project, people, seed }
  register(stage, people, laterRegistered)
  for (const wave of laterWaves) runWave(stage, wave)
  return project
}

interface Beginning {
  slug: string
  programme: Programme
  municipalities: readonly MunicipalityCode[]
  about: { sv: string; en: string }
  organisation: string
  /** UTC milliseconds. */
  at: number
}

function addProject(db: Database, { slug, programme, municipalities, about, organisation, at }: Beginning): Project {
  const { id, nameSv, nameEn } = programme
  return createProject(
    db,
    {
      programme: { id, nameSv, nameEn },
      slug,
      nameSv,
      nameEn,
      aboutSv: about.sv,
      aboutEn: about.en,
      organisation,
      contactEmail: 'demo@example.org',
      isDemo: true,
      municipalities: municipalities.map(municipality),
    },
    actor,
    at,
  )
}
