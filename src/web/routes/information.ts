// What participants are told of how their answers are handled, and what they are shown afterwards: staff write it, and
// every edition is kept.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { isBlank } from '#intake/lookups.ts'
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
import { mergeFields, printFields, printText } from '../staff/merging.ts'

declare module '../page.ts' {
  interface Pages {
    'projects/information': {
      slug: string
      project: string
      bases: readonly LegalBasis[]
      values: InformationForm
      /** What they build on. */
      basedOn: string
      /** The texts that stand unused beside the standard text, where their writer has just been told so. */
      toldOf: string
      /** What somebody else has chosen or written meanwhile. */
      meanwhile: readonly { label: string; text: string }[]
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
    return show(request, reply, project, formOf(project))
  })

  app.post('/projects/:slug/information', { config }, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { basedOn, toldOf, ...typed } = readFields(request.body, [...informationFields, 'basedOn', 'toldOf'])
    const standing = formOf(project)
    const { values: form, mine, theirs } = mergeFields(typed, standing, basedOn)
    const { wrong } = phrasesIn(request.language).information
    const meanwhile = textFieldsOf(standing).filter(
      (field) => theirs.includes(field) && printText(typed[field]) !== printText(standing[field]),
    )
    // Choices and texts are one notice: nobody has written the half of one and the half of another.
    if (meanwhile.length > 0 && mine.some((field) => field !== 'showsFeedback')) {
      const together = phrasesIn(request.language).staff.together
      const errors = meanwhile.map((field) => ({
        field: idOf[field],
        message: together.clash(labelOf(field, request)),
      }))
      const values = { ...typed, showsFeedback: form.showsFeedback }
      return show(request, reply.code(409), project, standing, { values, errors, meanwhile })
    }
    const isWritten = bodies.some((body) => mine.includes(body) && !isBlank(form[body]))
    if (form.origin === 'standard' && isWritten && toldOf !== printFields(bodiesOf(form)))
      return show(request, reply.code(422), project, standing, {
        values: { ...form, origin: 'own' },
        errors: [{ field: 'origin-own', message: wrong.unused }],
        toldOf: printFields(bodiesOf(form)),
      })
    const { legalBasis, origin, errors } = checkInformation(form, wrong)
    if (errors) return show(request, reply.code(422), project, standing, { values: form, errors })
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

  /** What the form is filled with: the project's own text, once there is one, also where the standard text is used. */
  function formOf(project: Project): InformationForm {
    const { origin, legalBasis, bodySv, bodyEn } = currentInformation(db, project)
    const own = listInformation(db, project.id).find((edition) => edition.origin === 'own')
    return {
      origin,
      legalBasis,
      bodySv: own?.bodySv ?? bodySv,
      bodyEn: own?.bodyEn ?? bodyEn,
      showsFeedback: project.showsFeedback ? 'yes' : '',
    }
  }

  function show(
    request: OfProject,
    reply: FastifyReply,
    project: Project,
    standing: InformationForm,
    { values = standing, errors = [], meanwhile = [], toldOf = '' }: Told = {},
  ) {
    const current = currentInformation(db, project)
    return sendPage(reply, 'projects/information', {
      slug: project.slug,
      project: nameOf(project, request.language),
      bases: legalBases,
      values,
      basedOn: printFields(standing),
      toldOf,
      meanwhile: meanwhile.map((field) => ({
        label: labelOf(field, request),
        text: wordsOf(field, standing[field], request),
      })),
      errors,
      failed: errors.length > 0,
      current: paragraphsOf(request.language === 'sv' ? current.bodySv : current.bodyEn),
      editions: listInformation(db, project.id),
      done: doneIn(request),
    })
  }
}

const bodies = ['bodySv', 'bodyEn'] as const
type TextField = (typeof bodies)[number] | 'legalBasis' | 'origin'

/** What is said of a form that was not taken. */
interface Told {
  values?: InformationForm
  errors?: readonly FieldError[]
  meanwhile?: readonly TextField[]
  toldOf?: string
}

const bodiesOf = ({ bodySv, bodyEn }: InformationForm) => ({ bodySv, bodyEn })

/** What the notice is made of: the boxes do not count where they stand unused. */
const textFieldsOf = ({ origin }: InformationForm): TextField[] => [
  'legalBasis',
  'origin',
  ...(origin === 'own' ? bodies : []),
]

const idOf: Readonly<Record<TextField, string>> = {
  legalBasis: `basis-${legalBases[0]}`,
  origin: 'origin-own',
  bodySv: 'bodySv',
  bodyEn: 'bodyEn',
}

function labelOf(field: TextField, { language }: FastifyRequest): string {
  const { page } = phrasesIn(language).information
  return field === 'legalBasis' ? page.basis : page[field]
}

/** What a field says, in words. */
function wordsOf(field: TextField, value: string, { language }: FastifyRequest): string {
  const { bases, origins } = phrasesIn(language).information.page
  const choices: Readonly<Record<string, string>> = { ...bases, ...origins }
  return field === 'legalBasis' || field === 'origin' ? (choices[value] ?? value) : value
}
