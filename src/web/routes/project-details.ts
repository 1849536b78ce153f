// What a project is called and who asks, mended where it was mistyped: by those who write its letters.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { smallestThreshold } from '#indicators/disclosure.ts'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { changeProject, changeSmallestGroup, type Project } from '#store/projects.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'
import { mergeFields, printFields } from '../staff/merging.ts'
import { checkTexts, textFields } from '../staff/project-texts.ts'
import { checkSmallestGroup, largestSmallestGroup } from '../staff/smallest-group.ts'

const fields = [...textFields, 'smallestGroup'] as const
type DetailsForm = Record<(typeof fields)[number], string>

declare module '../page.ts' {
  interface Pages {
    'projects/edit': {
      slug: string
      project: string
      values: DetailsForm
      /** What they build on. */
      basedOn: string
      /** What somebody else has written meanwhile in fields that are wrong because of it. */
      meanwhile: readonly { label: string; text: string }[]
      errors: readonly FieldError[]
      failed: boolean
      /** Within which the smallest group lies. */
      between: readonly [fewest: number, most: number]
    }
  }
}

type OfProject = FastifyRequest<{ Params: { slug: string } }>

export async function projectDetails(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'waves:plan' as const }

  app.get('/projects/:slug/details', { config }, (request: OfProject, reply) => {
    const { project } = projectHere(db, request)
    return showForm(request, reply, project, detailsOf(project), [])
  })

  app.post('/projects/:slug/details', { config }, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { basedOn, ...typed } = readFields(request.body, [...fields, 'basedOn'])
    const form = { ...typed, contact: inPlainWriting(typed.contact) }
    const { values, clashing } = mergeFields(form, detailsOf(project), basedOn)
    const { wrong, together } = phrasesIn(request.language).staff
    const { texts, errors = [] } = checkTexts(values, wrong)
    const people = checkSmallestGroup(values.smallestGroup)
    const bounds = wrong.smallestGroup(smallestThreshold, largestSmallestGroup)
    const faults = [
      ...errors,
      ...(people === null ? [{ field: 'smallestGroup', message: bounds }] : []),
      ...clashing.map((field) => ({ field, message: together.clash(labelOf(field, request)) })),
    ]
    if (!texts || people === null || clashing.length > 0)
      return showForm(request, reply.code(clashing.length > 0 ? 409 : 422), project, values, faults, clashing)
    const areTextsChanged = changeProject(db, project, texts, actorOf(staff), now())
    const isGroupChanged = changeSmallestGroup(db, project, people, actorOf(staff), now())
    const done = areTextsChanged || isGroupChanged ? 'project_changed' : 'nothing_to_change'
    return reply.redirect(doneAt(`/projects/${project.slug}`, done), 303)
  })
}

function detailsOf(project: Project): DetailsForm {
  const { nameSv, nameEn, aboutSv, aboutEn, organisation, contactEmail: contact } = project
  return { nameSv, nameEn, organisation, contact, aboutSv, aboutEn, smallestGroup: String(project.smallestGroup) }
}

/** An address as it is kept, where it is one: browsers may send another writing of the same. */
function inPlainWriting(typed: string): string {
  const checked = checkAddress(typed)
  return checked.ok ? inOwnLetters(checked.address) : typed
}

function labelOf(field: keyof DetailsForm, { language }: FastifyRequest): string {
  const { newProject, editProject } = phrasesIn(language).staff
  return field === 'smallestGroup' ? editProject.smallestGroup : newProject[field]
}

const showForm = (
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  values: DetailsForm,
  errors: readonly FieldError[],
  clashing: readonly (keyof DetailsForm)[] = [],
) =>
  sendPage(reply, 'projects/edit', {
    slug: project.slug,
    project: nameOf(project, request.language),
    values,
    basedOn: printFields(detailsOf(project)),
    meanwhile: clashing.map((field) => ({ label: labelOf(field, request), text: detailsOf(project)[field] })),
    errors,
    failed: errors.length > 0,
    between: [smallestThreshold, largestSmallestGroup],
  })
