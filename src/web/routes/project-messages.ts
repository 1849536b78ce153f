// Plain information to everybody who takes part in a project: written in both languages, read through before it is sent,
// and not too often.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { type Language, languages, phrasesIn } from '#i18n/phrases.ts'
import { type Letter, writeLetter } from '#mail/letters.ts'
import { type Field, fieldsOf } from '#mail/template.ts'
import { maskedAddressOf } from '#store/contacts.ts'
import {
  countTold,
  decideTelling,
  listProjectMessages,
  listTroubledTellings,
  type MessageTexts,
  mayTell,
  mostMessages,
  nextOrdinal,
  type TroubledTelling,
  tellProject,
} from '#store/project-messages.ts'
import type { Project } from '#store/projects.ts'
import { listRecipients } from '#store/recipients.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { type FieldError, readFields, withPlainBreaks } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'
import { previewFacts } from '../staff/letter-preview.ts'
import { letterErrors } from '../staff/letter-text.ts'

const textFields = ['subjectSv', 'bodySv', 'subjectEn', 'bodyEn'] as const
const parts = {
  sv: { subject: 'subjectSv', body: 'bodySv' },
  en: { subject: 'subjectEn', body: 'bodyEn' },
} as const

interface InProject {
  slug: string
  project: string
  /** How many would be told now. */
  people: number
  limit: { messages: number; days: number }
}

declare module '../page.ts' {
  interface Pages {
    'messages/list': InProject & {
      values: MessageTexts
      mayTell: boolean
      fields: readonly Field[]
      sent: ReturnType<typeof listProjectMessages>
      troubled: (TroubledTelling & { to: string })[]
      errors: readonly FieldError[]
      failed: boolean
      done: string | null
    }
    'messages/check': InProject & {
      values: MessageTexts & { ordinal: number }
      letters: ({ writtenIn: Language } & Pick<Letter, 'subject' | 'text'>)[]
    }
  }
}

type OfProject = FastifyRequest<{ Params: { slug: string } }>
type OfTelling = FastifyRequest<{ Params: { slug: string; letter: string } }>

/** More of them are one trouble, not a hundred. */
const mostTroubled = 100

export async function projectMessages(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db, identity, config: settings, now, wakeSender } = dependencies
  const config = { access: 'waves:run' as const }

  app.get('/projects/:slug/messages', { config }, (request: OfProject, reply) => {
    const { project } = projectHere(db, request)
    return show(request, reply, project, readFields({}, textFields), [])
  })

  /** Nothing is sent: the page that asks whether it is to be. */
  app.post('/projects/:slug/messages/check', { config }, (request: OfProject, reply) => {
    const { project } = projectHere(db, request)
    const texts = readTexts(request)
    const errors = [...faultsOf(texts, project, request.language), ...limitReached(project, request.language)]
    if (errors.length > 0) return show(request, reply.code(422), project, texts, errors)
    const [recipient] = listRecipients(db, identity, project.id)
    const letters = languages.map((language) => {
      const previewed = { project, wave: undefined, kind: 'message' as const, language, recipient }
      const words = { subject: texts[parts[language].subject], body: texts[parts[language].body] }
      const { subject, text } = writeLetter(previewFacts(db, previewed, settings.baseUrl ?? ''), words)
      return { writtenIn: language, subject, text }
    })
    const values = { ...texts, ordinal: nextOrdinal(db, project.id) }
    return sendPage(reply, 'messages/check', { ...frameOf(request, project), values, letters })
  })

  app.post('/projects/:slug/messages', { config }, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const texts = readTexts(request)
    const { ordinal, back } = readFields(request.body, ['ordinal', 'back'])
    if (back !== '') return show(request, reply, project, texts, [])
    const errors = faultsOf(texts, project, request.language)
    if (errors.length > 0) return show(request, reply.code(422), project, texts, errors)
    const told = tellProject(db, project, texts, Number(ordinal), actorOf(staff), now())
    const page = `/projects/${project.slug}/messages`
    if (told === 'already') return reply.redirect(doneAt(page, 'message_already_sent'), 303)
    if (told === 'enough')
      return show(request, reply.code(422), project, texts, limitReached(project, request.language))
    if (told === 'overtaken') {
      const { overtaken } = phrasesIn(request.language).letters.messages
      return show(request, reply.code(409), project, texts, [{ field: 'bodySv', message: overtaken }])
    }
    wakeSender()
    return reply.redirect(doneAt(page, 'message_sent', told), 303)
  })

  app.post('/projects/:slug/messages/letters/:letter', { config }, (request: OfTelling, reply) => {
    const { project, staff } = projectHere(db, request)
    const { decision } = readFields(request.body, ['decision'])
    if (decision !== 'sent' && decision !== 'requeue') throw new Problem('bad_request')
    const isDecided = decideTelling(db, project.id, request.params.letter, decision, actorOf(staff), now())
    if (isDecided && decision === 'requeue') wakeSender()
    const done = isDecided ? (decision === 'sent' ? 'letter_counted' : 'letter_requeued') : 'letter_settled'
    return reply.redirect(doneAt(`/projects/${project.slug}/messages`, done), 303)
  })

  function faultsOf(texts: MessageTexts, project: Project, language: Language): FieldError[] {
    const { messages: words } = phrasesIn(language).letters
    if (countTold(db, project.id) === 0) return [{ field: 'bodySv', message: words.nobody }]
    return languages.flatMap((one) => {
      const { subject, body } = parts[one]
      return letterErrors('message', { subject: texts[subject], body: texts[body] }, language, parts[one])
    })
  }

  function limitReached(project: Project, language: Language): FieldError[] {
    if (mayTell(db, project.id, now())) return []
    const { enough } = phrasesIn(language).letters.messages
    return [{ field: 'bodySv', message: enough(mostMessages.messages, mostMessages.days) }]
  }

  function show(
    request: OfProject,
    reply: FastifyReply,
    project: Project,
    values: MessageTexts,
    errors: readonly FieldError[],
  ) {
    return sendPage(reply, 'messages/list', {
      ...frameOf(request, project),
      values,
      mayTell: mayTell(db, project.id, now()),
      fields: fieldsOf('message'),
      sent: listProjectMessages(db, project.id),
      troubled: listTroubledTellings(db, project.id)
        .slice(0, mostTroubled)
        .map((one) => ({ ...one, to: maskedAddressOf(db, identity, one.participantId) })),
      errors,
      failed: errors.length > 0,
      done: doneIn(request),
    })
  }

  const frameOf = (request: OfProject, project: Project): InProject => ({
    slug: project.slug,
    project: nameOf(project, request.language),
    people: countTold(db, project.id),
    limit: mostMessages,
  })
}

function readTexts(request: OfProject): MessageTexts {
  const form = readFields(request.body, textFields)
  const tidy = (text: string) => withPlainBreaks(text).trim()
  return {
    subjectSv: tidy(form.subjectSv),
    bodySv: tidy(form.bodySv),
    subjectEn: tidy(form.subjectEn),
    bodyEn: tidy(form.bodyEn),
  }
}
