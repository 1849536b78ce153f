// The projects somebody may see, and each one's own page: its waves, its people, and what to do next.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { can, municipalitiesFor, projectsFor } from '#access.ts'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { findObstacle } from '#results.ts'
import { hasAdministrator } from '#store/accounts.ts'
import { actorGroupsOf } from '#store/actor-groups.ts'
import { maskedAddressOf } from '#store/contacts.ts'
import { listHandovers } from '#store/handovers.ts'
import { countParticipants } from '#store/participants.ts'
import { createProject, findProject, listMunicipalities, listProjects, type Municipality } from '#store/projects.ts'
import { listKnownUnits } from '#store/units.ts'
import { listWaves, stateOn, type WaveState } from '#store/waves.ts'
import type { Dependencies } from '../dependencies.ts'
import { type Pages, sendPage } from '../page.ts'
import { requireStaff } from '../plugins/staff-access.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { mayForAll, requireForAll } from '../staff/for-all.ts'
import { type FieldError, readChoices, readFields } from '../staff/form.ts'
import { actorOf, keepsLetters, nameOf, projectHere } from '../staff/here.ts'
import { checkProject, type ProjectForm, projectFields } from '../staff/new-project.ts'
import { ownMunicipalities } from '../staff/own-municipalities.ts'
import { offeredMunicipalities } from '../staff/units.ts'
import { type WaveCard, waveCard } from '../staff/wave-card.ts'

export interface PeopleTable {
  /** Actor groups that somebody belongs to, in the order of the questionnaire. */
  groups: { code: string; label: string }[]
  rows: { municipality: string; counts: number[]; total: number }[]
  totals: number[]
  total: number
}

declare module '../page.ts' {
  interface Pages {
    'projects/list': {
      projects: { slug: string; name: string; isDemo: boolean; municipalities: number; states: WaveState[] }[]
      mayCreate: boolean
      mayInvite: boolean
      /** Nobody administers this instance yet: whoever looks around may set it up. */
      offerSetup: boolean
      done: string | null
    }
    'projects/new': {
      values: ProjectForm
      errors: readonly FieldError[]
      failed: boolean
      offered: readonly Municipality[]
    }
    'projects/show': {
      slug: string
      name: string
      about: string[]
      isDemo: boolean
      organisation: string
      contact: string
      municipalities: string[]
      waves: WaveCard[]
      /** null where the reader may not see how many take part. */
      people: PeopleTable | null
      /** Seats passed on, by masked addresses; for those who run the project. */
      handovers: { from: string; to: string; at: number }[]
      /** The municipalities that the reader is kept to, as in a sentence. */
      ownOnly: string | null
      may: { plan: boolean; importPeople: boolean; outbox: boolean; results: boolean; export: boolean }
      /** Two waves can be compared. */
      hasResults: boolean
      /** What there is to do now, and where. */
      next: { step: 'import' | 'plan' | 'open'; at: string } | null
      done: string | null
    }
  }
}

type InProject = FastifyRequest<{ Params: { slug: string } }>

export async function projects(app: FastifyInstance, { db, identity, now, config }: Dependencies): Promise<void> {
  app.get('/projects', { config: { access: 'projects:list' } }, (request: FastifyRequest, reply) => {
    const { grants } = requireStaff(request)
    const list = listProjects(db, projectsFor(grants)).map((project) => ({
      slug: project.slug,
      name: nameOf(project, request.language),
      isDemo: project.isDemo,
      municipalities: listMunicipalities(db, project.id).length,
      states: listWaves(db, project.id).map((wave) => stateOn(wave, localDay(now()))),
    }))
    return sendPage(reply, 'projects/list', {
      projects: list,
      mayCreate: mayForAll(grants, 'projects:create'),
      mayInvite: mayForAll(grants, 'staff:invite'),
      offerSetup: !hasAdministrator(db),
      done: doneIn(request),
    })
  })

  app.get('/projects/new', { config: { access: 'projects:create' } }, (request: FastifyRequest, reply) => {
    requireForAll(request.staff, 'projects:create')
    return showForm(reply, { ...readFields({}, projectFields), municipalities: [] }, [])
  })

  app.post('/projects', { config: { access: 'projects:create' } }, (request: FastifyRequest, reply) => {
    const staff = requireForAll(request.staff, 'projects:create')
    const form = {
      ...readFields(request.body, projectFields),
      municipalities: readChoices(request.body, 'municipalities'),
    }
    const known = { units: listKnownUnits(db), isSlugTaken: (slug: string) => findProject(db, slug) !== undefined }
    const { project, errors } = checkProject(form, known, phrasesIn(request.language).staff.wrong)
    if (errors) return showForm(reply.code(422), form, errors)
    const { slug } = createProject(db, project, actorOf(staff), now())
    return reply.redirect(doneAt(`/projects/${slug}`, 'project_created'), 303)
  })

  app.get('/projects/:slug', { config: { access: 'project:read' } }, (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { language } = request
    const scope = { projectId: project.id }
    const waves = listWaves(db, project.id).map((wave) => waveCard(db, wave, staff, language, localDay(now())))
    const municipalities = listMunicipalities(db, project.id).map(({ name }) => name)
    const seen = municipalitiesFor(staff.grants, 'participants:read', project.id)
    const mayPlan = can(staff.grants, 'waves:plan', scope)
    const hasResults = findObstacle(db, project, now()) === undefined
    const about = language === 'sv' ? project.aboutSv : project.aboutEn
    return sendPage(reply, 'projects/show', {
      slug: project.slug,
      name: nameOf(project, language),
      about: about.split(/\n\s*\n/).filter((part) => part.trim() !== ''),
      isDemo: project.isDemo,
      organisation: project.organisation,
      contact: project.contactEmail,
      municipalities,
      waves,
      people: seen.length > 0 ? tabulatePeople(project.id, seen, request) : null,
      handovers: mayPlan ? handoversOf(project.id) : [],
      ownOnly: ownMunicipalities(db, staff.grants, project.id, request.language),
      may: {
        plan: mayPlan,
        importPeople: municipalitiesFor(staff.grants, 'participants:import', project.id).length > 0,
        outbox: can(staff.grants, 'mail:read', scope) && keepsLetters(project, config),
        results: can(staff.grants, 'results:read', scope),
        export: hasResults && can(staff.grants, 'responses:export', scope),
      },
      hasResults,
      next: mayPlan ? nextStep(project.slug, countParticipants(db, project.id).length, waves) : null,
      done: doneIn(request),
    })
  })

  function handoversOf(projectId: string) {
    return listHandovers(db, projectId).map(({ participantId, successorId, handedOverAt }) => ({
      from: maskedAddressOf(db, identity, participantId),
      to: maskedAddressOf(db, identity, successorId),
      at: handedOverAt,
    }))
  }

  function tabulatePeople(
    projectId: string,
    seen: 'all' | readonly string[],
    { language }: FastifyRequest,
  ): PeopleTable {
    const counts = countParticipants(db, projectId).filter(
      (row) => seen === 'all' || seen.includes(row.municipalityCode),
    )
    const labels = new Map(actorGroupsOf(db, projectId).map(({ code, label }) => [code, label[language]]))
    const present = new Set(counts.map((row) => row.actorGroup))
    const known = [...labels.keys()].filter((code) => present.has(code))
    const codes = [...known, ...[...present].filter((code) => !labels.has(code))]
    const sum = (rows: typeof counts) => rows.reduce((total, row) => total + row.people, 0)
    const inGroups = (rows: typeof counts) => codes.map((code) => sum(rows.filter((row) => row.actorGroup === code)))
    const rows = [...new Map(counts.map((row) => [row.municipalityCode, row.municipality]))].map(
      ([code, municipality]) => {
        const here = counts.filter((row) => row.municipalityCode === code)
        return { municipality, counts: inGroups(here), total: sum(here) }
      },
    )
    const groups = codes.map((code) => ({ code, label: labels.get(code) ?? code }))
    return { groups, rows, totals: inGroups(counts), total: sum(counts) }
  }
}

function nextStep(slug: string, people: number, waves: readonly WaveCard[]): Pages['projects/show']['next'] {
  const [first] = waves
  if (!first) return { step: 'plan', at: `/projects/${slug}/waves/new` }
  if (people === 0) return { step: 'import', at: `/projects/${slug}/participants/import` }
  return waves.every(({ state }) => state === 'planned') ? { step: 'open', at: `/waves/${first.id}` } : null
}

const showForm = (reply: FastifyReply, values: ProjectForm, errors: readonly FieldError[]) =>
  sendPage(reply, 'projects/new', { values, errors, failed: errors.length > 0, offered: offeredMunicipalities })
