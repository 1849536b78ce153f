// A project's letters in its own words: which there are, the page that each is written on, what it looks like to one of
// its readers, and a test to whoever writes it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { localDay } from '#i18n/format.ts'
import { type Language, languages, phrasesIn } from '#i18n/phrases.ts'
import { standardWords, writeLetter, writePreview } from '#mail/letters.ts'
import { wordsIn } from '#mail/post.ts'
import { type Field, fieldsOf, type LetterKind, type LetterWords, letterKinds } from '#mail/template.ts'
import { newId } from '#store/ids.ts'
import { findLetterTemplate, keepLetterTemplate, listLetterTemplates } from '#store/letter-templates.ts'
import { findSilencedCopy } from '#store/mail-pause.ts'
import { newMessageId } from '#store/messages.ts'
import { changeThanks, type Project } from '#store/projects.ts'
import { listRecipients, type Recipient } from '#store/recipients.ts'
import { listWaves, stateOn, type Wave } from '#store/waves.ts'
import type { Dependencies } from '../dependencies.ts'
import { ownAddress } from '../own-address.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { type FieldError, readFields, withPlainBreaks } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'
import { sendFramed } from '../staff/letter-page.ts'
import { type Previewed, previewFacts } from '../staff/letter-preview.ts'
import { letterErrors } from '../staff/letter-text.ts'

interface InProject {
  slug: string
  project: string
  done: string | null
}

declare module '../page.ts' {
  interface Pages {
    'letters/list': InProject & {
      letters: { kind: LetterKind; texts: { inLanguage: Language; own: { version: number; at: number } | null }[] }[]
      sendsThanks: boolean
    }
    'letters/edit': InProject & {
      kind: LetterKind
      writtenIn: Language
      values: LetterWords & { recipient: string; basedOn: string }
      fields: readonly Field[]
      /** What they are called in the language of the letter. */
      fieldNames: Readonly<Record<Field, string>>
      recipients: Recipient[]
      /** The text that stands is the project's own. */
      isOwn: boolean
      /** The address of the frame before anything is typed. */
      frame: string
      errors: readonly FieldError[]
      failed: boolean
    }
  }
}

type OfProject = FastifyRequest<{ Params: { slug: string } }>
type OfLetter = FastifyRequest<{
  Params: { slug: string; kind: LetterKind; language: Language }
  Querystring: { recipient?: string }
}>

const formFields = ['subject', 'body', 'recipient', 'basedOn', 'act'] as const
type Form = Record<(typeof formFields)[number], string>

const testsPerMinute = 6

export async function letterTexts(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db, identity, config: settings, now, sendNow } = dependencies
  const config = { access: 'waves:plan' as const }
  const page = '/projects/:slug/letters/:kind/:language'

  app.get('/projects/:slug/letters', { config }, (request: OfProject, reply) => {
    const { project } = projectHere(db, request)
    const written = listLetterTemplates(db, project.id)
    return sendPage(reply, 'letters/list', {
      ...frameOf(request, project),
      sendsThanks: project.sendsThanks,
      letters: letterKinds.map((kind) => ({
        kind,
        texts: languages.map((inLanguage) => {
          const last = written.find((one) => one.kind === kind && one.language === inLanguage)
          return { inLanguage, own: last?.body == null ? null : { version: last.version, at: last.writtenAt } }
        }),
      })),
    })
  })

  app.post('/projects/:slug/letters', { config }, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { sendsThanks } = readFields(request.body, ['sendsThanks'])
    const isChanged = changeThanks(db, project, sendsThanks === 'yes', actorOf(staff), now())
    const done = isChanged ? 'project_changed' : 'nothing_to_change'
    return reply.redirect(doneAt(`/projects/${project.slug}/letters`, done), 303)
  })

  app.get(page, { config }, (request: OfLetter, reply) => {
    const { project, key } = letterHere(request)
    const words = wordsIn(db, project.id, key.kind, key.language)
    const basedOn = String(findLetterTemplate(db, key)?.version ?? 0)
    return show(request, reply, project, { ...words, recipient: request.query.recipient ?? '', basedOn, act: '' }, [])
  })

  app.post(page, { config }, (request: OfLetter, reply) => {
    const { project, key, staff } = letterHere(request)
    const form = readForm(request)
    const isStandard = form.act === 'standard'
    const errors = isStandard ? [] : letterErrors(key.kind, form, request.language)
    if (errors.length > 0) return show(request, reply.code(422), project, form, errors)
    const standard = standardWords(key.kind, key.language)
    const isSame = form.subject === standard.subject && form.body === standard.body
    const words = isStandard || isSame ? undefined : { subject: form.subject, body: form.body }
    const kept = keepLetterTemplate(db, key, words, Number(form.basedOn), actorOf(staff), now())
    if (kept === 'conflict') {
      const basedOn = String(findLetterTemplate(db, key)?.version ?? 0)
      const message = phrasesIn(request.language).letters.page.conflict
      return show(request, reply.code(409), project, { ...form, basedOn }, [{ field: 'body', message }])
    }
    const done = kept === 'kept' ? 'letter_text_kept' : 'nothing_to_change'
    return reply.redirect(doneAt(pathOf(project, key), done), 303)
  })

  app.get(`${page}/preview`, { config }, (request: OfLetter, reply) => {
    const { project, key } = letterHere(request)
    return preview(request, reply, project, wordsIn(db, project.id, key.kind, key.language), request.query.recipient)
  })

  app.post(`${page}/preview`, { config }, (request: OfLetter, reply) => {
    const { project } = letterHere(request)
    const form = readForm(request)
    return preview(request, reply, project, form, form.recipient)
  })

  app.post(
    `${page}/test`,
    { config: { ...config, rateLimit: { max: testsPerMinute, timeWindow: 60_000 } } },
    async (request: OfLetter, reply) => {
      const { project, key, staff } = letterHere(request)
      const form = readForm(request)
      const words = phrasesIn(request.language).letters.page
      const errors = letterErrors(key.kind, form, request.language)
      if (errors.length > 0) return show(request, reply.code(422), project, form, errors)
      if (!sendNow || findSilencedCopy(db) !== undefined)
        return show(request, reply.code(409), project, form, [{ field: 'body', message: words.testNowhere }])
      const letter = writeLetter(factsOf(request, project, form.recipient), form)
      const delivery = await sendNow(
        {
          sender: project,
          to: { name: staff.name, address: staff.email },
          messageId: newMessageId(`test-${newId()}`, settings.mailFrom ?? project.contactEmail),
          date: now(),
          unsubscribe: { by: 'none' },
          letter: { ...letter, subject: `${phrasesIn(key.language).letters.page.testMark} ${letter.subject}` },
        },
        project.isDemo,
      )
      if (delivery.outcome === 'accepted') return show(request, reply, project, form, [], words.testSent(staff.email))
      const reason = phrasesIn(request.language).mail.outcome(delivery.reason)
      return show(request, reply.code(502), project, form, [{ field: 'body', message: words.testFailed(reason) }])
    },
  )

  /** @throws Problem 'not_found' for a letter that there is not */
  function letterHere(request: OfLetter) {
    const { project, staff } = projectHere(db, request)
    const { kind, language } = request.params
    if (!letterKinds.includes(kind) || !languages.includes(language)) throw new Problem('not_found')
    return { project, staff, key: { projectId: project.id, kind, language } }
  }

  function show(
    request: OfLetter,
    reply: FastifyReply,
    project: Project,
    form: Form,
    errors: readonly FieldError[],
    done: string | null = null,
  ) {
    const { kind, language } = request.params
    const recipients = listRecipients(db, identity, project.id)
    const recipient = recipients.some(({ participantId }) => participantId === form.recipient) ? form.recipient : ''
    const key = { projectId: project.id, kind, language }
    const { act: _, ...values } = form
    return sendPage(reply, 'letters/edit', {
      ...frameOf(request, project),
      ...(done === null ? {} : { done }),
      kind,
      writtenIn: language,
      values: { ...values, recipient },
      fields: fieldsOf(kind),
      fieldNames: phrasesIn(language).letters.fields,
      recipients,
      isOwn: findLetterTemplate(db, key)?.body != null,
      frame: `${pathOf(project, key)}/preview${recipient === '' ? '' : `?recipient=${recipient}`}`,
      errors,
      failed: errors.length > 0,
    })
  }

  function preview(
    request: OfLetter,
    reply: FastifyReply,
    project: Project,
    words: LetterWords,
    recipient: string | undefined,
  ) {
    const { letters } = phrasesIn(request.language)
    const errors = letterErrors(request.params.kind, words, request.language)
    if (errors.length > 0) {
      const model = { language: request.language, title: letters.page.faultsTitle }
      const messages = errors.map(({ message }) => message)
      return sendFramed(reply.code(422), app.render('mail/preview-faults', { ...model, messages }))
    }
    const labels = { subject: letters.page.subject, text: letters.page.asText }
    return sendFramed(reply, writePreview(factsOf(request, project, recipient), words, labels))
  }

  function factsOf(request: OfLetter, project: Project, participantId: string | undefined) {
    const { kind, language } = request.params
    const recipient = participantId
      ? listRecipients(db, identity, project.id).find((one) => one.participantId === participantId)
      : undefined
    const previewed: Previewed = { project, wave: waveInMind(listWaves(db, project.id)), kind, language, recipient }
    return previewFacts(db, previewed, ownAddress(request, settings))
  }

  /** The wave that letters are about now: one that is open, else the next one planned, else the last there was. */
  function waveInMind(waves: readonly Wave[]): Wave | undefined {
    const inState = (state: string) => waves.find((wave) => stateOn(wave, localDay(now())) === state)
    return inState('open') ?? inState('planned') ?? waves.at(-1)
  }
}

function readForm(request: OfLetter): Form {
  const form = readFields(request.body, formFields)
  return { ...form, subject: form.subject.trim(), body: withPlainBreaks(form.body).trimEnd() }
}

const pathOf = ({ slug }: Project, { kind, language }: { kind: LetterKind; language: Language }): string =>
  `/projects/${slug}/letters/${kind}/${language}`

const frameOf = (request: FastifyRequest, project: Project): InProject => ({
  slug: project.slug,
  project: nameOf(project, request.language),
  done: doneIn(request),
})
