// What a project is called and who asks, mended where it was mistyped: by those who write its letters.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { smallestThreshold } from '#indicators/disclosure.ts'
import { changeProject, changeSmallestGroup, type Project } from '#store/projects.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'
import { checkTexts, type TextsForm, textFields } from '../staff/project-texts.ts'
import { checkSmallestGroup, largestSmallestGroup } from '../staff/smallest-group.ts'

declare module '../page.ts' {
  interface Pages {
    'projects/edit': {
      slug: string
      project: string
      values: TextsForm & { smallestGroup: string }
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
    const { nameSv, nameEn, aboutSv, aboutEn, organisation, contactEmail: contact } = project
    const smallestGroup = String(project.smallestGroup)
    const values = { nameSv, nameEn, aboutSv, aboutEn, organisation, contact, smallestGroup }
    return showForm(request, reply, project, values, [])
  })

  app.post('/projects/:slug/details', { config }, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const form = readFields(request.body, [...textFields, 'smallestGroup'])
    const words = phrasesIn(request.language).staff.wrong
    const { texts, errors = [] } = checkTexts(form, words)
    const people = checkSmallestGroup(form.smallestGroup)
    const wrong =
      people === null
        ? [{ field: 'smallestGroup', message: words.smallestGroup(smallestThreshold, largestSmallestGroup) }]
        : []
    if (!texts || people === null) return showForm(request, reply.code(422), project, form, [...errors, ...wrong])
    const areTextsChanged = changeProject(db, project, texts, actorOf(staff), now())
    const isGroupChanged = changeSmallestGroup(db, project, people, actorOf(staff), now())
    const done = areTextsChanged || isGroupChanged ? 'project_changed' : 'nothing_to_change'
    return reply.redirect(doneAt(`/projects/${project.slug}`, done), 303)
  })
}

const showForm = (
  { language }: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  values: TextsForm & { smallestGroup: string },
  errors: readonly FieldError[],
) =>
  sendPage(reply, 'projects/edit', {
    slug: project.slug,
    project: nameOf(project, language),
    values,
    errors,
    failed: errors.length > 0,
    between: [smallestThreshold, largestSmallestGroup],
  })
