// What participants are told of how their answers are handled, and what they are shown afterwards: staff write it, and
// every edition is kept.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import {
  type InformationEdition,
  keepInformation,
  type LegalBasis,
  legalBases,
  listInformation,
} from '#store/information.ts'
import { changeFeedback, type Project } from '#store/projects.ts'
import { currentInformation, paragraphsOf, standardInformation } from '../answering/information.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'
import { checkInformation, type InformationForm, informationFields } from '../staff/information-text.ts'

declare module '../page.ts' {
  interface Pages {
    'projects/information': {
      slug: string
      project: string
      bases: readonly LegalBasis[]
      values: InformationForm
      errors: readonly FieldError[]
      failed: boolean
      /** How it reads now, in the language of the page. */
      current: string[]
      editions: Pick<InformationEdition, 'version' | 'origin' | 'legalBasis' | 'madeAt'>[]
      done: string | null
    }
  }
}

type OfProject = FastifyRequest<{ Params: { slug: string } }>

export async function information(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'waves:plan' as const }

  app.get('/projects/:slug/information', { config }, (request: OfProject, reply) => {
    const { project } = projectHere(db, request)
    const { origin, legalBasis, bodySv, bodyEn } = currentInformation(db, project)
    const own = listInformation(db, project.id).find((edition) => edition.origin === 'own')
    const values = {
      origin,
      legalBasis,
      bodySv: own?.bodySv ?? bodySv,
      bodyEn: own?.bodyEn ?? bodyEn,
      showsFeedback: project.showsFeedback ? 'yes' : '',
    }
    return show(request, reply, project, values, [])
  })

  app.post('/projects/:slug/information', { config }, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const form = readFields(request.body, informationFields)
    const { legalBasis, origin, errors } = checkInformation(form, phrasesIn(request.language).information.wrong)
    if (errors) return show(request, reply.code(422), project, form, errors)
    const text =
      origin === 'standard'
        ? standardInformation(project, legalBasis)
        : { origin, legalBasis, bodySv: form.bodySv.trim(), bodyEn: form.bodyEn.trim() }
    const actor = actorOf(staff)
    const kept = keepInformation(db, project.id, text, actor, now())
    const isFeedbackChanged = changeFeedback(db, project, form.showsFeedback === 'yes', actor, now())
    const done = kept.isNew || isFeedbackChanged ? 'project_changed' : 'nothing_to_change'
    return reply.redirect(doneAt(`/projects/${project.slug}/information`, done), 303)
  })

  function show(
    request: OfProject,
    reply: FastifyReply,
    project: Project,
    values: InformationForm,
    errors: readonly FieldError[],
  ) {
    const current = currentInformation(db, project)
    return sendPage(reply, 'projects/information', {
      slug: project.slug,
      project: nameOf(project, request.language),
      bases: legalBases,
      values,
      errors,
      failed: errors.length > 0,
      current: paragraphsOf(request.language === 'sv' ? current.bodySv : current.bodyEn),
      editions: listInformation(db, project.id),
      done: doneIn(request),
    })
  }
}
