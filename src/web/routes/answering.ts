// The participant's way: landing, pages, check, receipt. The mailed link is the only key, so there is no session that
// could end while somebody writes; looking changes nothing, and every page is saved when it is sent.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { saveDraft, startDraft } from '#store/drafts.ts'
import type { Invitation } from '#store/invitations.ts'
import { recordResponse } from '#store/responses.ts'
import type { Answers } from '#survey/answer.ts'
import {
  type AnswerError,
  areKept,
  checkAnswers,
  isTouched,
  keptEntries,
  parseAnswers,
  typedFrom,
  typedIn,
} from '#survey/answers.ts'
import { estimateMinutes } from '#survey/duration.ts'
import type { Item, Language, Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { type AskedPage, pagesAsked } from '#survey/visibility.ts'
import { type Door, mendToken, openDoor } from '../answering/door.ts'
import { headingOf, languageOf } from '../answering/language.ts'
import { type Answered, answerInWords, buildQuestion, type Question } from '../answering/question.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'

interface Frame {
  /** Named at the top of every page of the questionnaire. */
  heading: string
}

declare module '../page.ts' {
  interface Pages {
    'answering/landing': Frame & {
      invitation: { municipality: string; organisation: string; contact: string; closesOn: string; waveKind: WaveKind }
      minutes: number
      begun: boolean
      action: string
      until: number | null
    }
    'answering/page': Frame & {
      /** Id of the page, sent back with its answers. */
      page: string
      title: string
      preamble: string | null
      questions: Question[]
      action: string
      at: number
      of: number
      failed: boolean
      unsaved: boolean
      until: number | null
    }
    'answering/check': Frame & {
      pages: { title: string; link: string; answers: Answered[] }[]
      action: string
      back: string
      empty: boolean
      failed: boolean
    }
    'answering/receipt': Frame & { receipt: string; submittedAt: number }
    'answering/shut': Frame & {
      reason: 'unknown' | 'gone' | 'answered' | 'planned' | 'closed'
      at: number | null
      on: string | null
      receipt: string | null
    }
  }
}

type Request = FastifyRequest<{
  Params: { token: string; page?: string }
  Body: Record<string, unknown> | undefined
  Querystring: { lang?: string }
}>
type Visit = Extract<Door, { state: 'open' }> & {
  questionnaire: Questionnaire
  language: Language
  pages: AskedPage[]
  answers: Answers
}

export async function answering(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'participant' as const }
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow')
  })

  app.get('/s/:token', { config }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    const { invitation } = door
    const language = languageOf(request, invitation)
    const { project, wave, draft } = invitation
    return sendPage(
      reply,
      'answering/landing',
      {
        heading: headingOf(invitation, language),
        invitation: {
          municipality: invitation.municipality,
          organisation: project.organisation,
          contact: project.contactEmail,
          closesOn: wave.closesOn,
          waveKind: wave.kind,
        },
        minutes: estimateMinutes(getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion), wave.kind),
        begun: draft !== null && draft.answers !== '{}',
        action: `${base(request)}/start?lang=${language}`,
        until: door.until,
      },
      language,
    )
  })

  app.post('/s/:token/start', { config }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    const { invitation } = door
    const language = languageOf(request, invitation)
    if (invitation.draft) saveDraft(db, invitation.id, { items: [], answers: {}, language }, now())
    else startDraft(db, invitation.id, language, now())
    return reply.redirect(`${base(request)}/1`, 303)
  })

  app.get('/s/:token/:page(^\\d+$)', { config }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    if (!door.invitation.draft) return reply.redirect(base(request), 303)
    const here = visit(request, door)
    const { errors } = checkAnswers(
      here.questionnaire,
      door.invitation.wave.kind,
      here.answers,
      knownOf(door.invitation),
    )
    return showPage(request, reply, here, pageNumber(request), { errors })
  })

  app.post('/s/:token/:page(^\\d+$)', { config }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    const here = visit(request, door)
    const body = request.body ?? {}
    // The page is known by its name: its number changes when an answer in another window hides or shows pages. A form
    // without a name is not one of ours, and saying nothing must not erase what was said.
    const asked = here.pages.find(({ page }) => page.id === body._page)
    if (!asked) return reply.redirect(`${base(request)}/${Math.min(pageNumber(request), here.pages.length)}`, 303)
    const at = 1 + here.pages.indexOf(asked)
    const go = body._go
    const { answers, errors } = parseAnswers(here.questionnaire, asked.items, body)
    const language = go === 'language' ? (here.language === 'sv' ? 'en' : 'sv') : here.language
    // What the form does not hold was not touched, here or in another window.
    const items = asked.items.filter((item) => isTouched(item, body)).map(({ id }) => id)
    try {
      saveDraft(db, here.invitation.id, { items, answers: { ...answers, ...keptEntries(errors) }, language }, now())
    } catch (error) {
      request.log.error(error)
      return showPage(request, reply.code(503), here, at, { body, unsaved: true })
    }
    const isLeaving = go === 'back' || go === 'language'
    if (errors.length > 0 && !(isLeaving && areKept(errors)))
      return showPage(request, reply.code(422), here, at, { body, errors })
    if (go === 'language') return reply.redirect(`${base(request)}/${at}`, 303)
    if (go === 'back') return reply.redirect(at === 1 ? base(request) : `${base(request)}/${at - 1}`, 303)
    // An answer on this page may have hidden or brought forward pages: the next one is looked up by name.
    const pages = pagesOf(here.questionnaire, here.invitation, { ...here.answers, ...answers })
    const next = 1 + pages.findIndex(({ page }) => page.id === asked.page.id) + 1
    return reply.redirect(`${base(request)}/${next > pages.length ? 'check' : next}`, 303)
  })

  app.get('/s/:token/check', { config }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    if (!door.invitation.draft) return reply.redirect(base(request), 303)
    return showCheck(request, reply, visit(request, door), false)
  })

  app.post('/s/:token/submission', { config }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state === 'answered') return reply.redirect(`${base(request)}/receipt`, 303)
    if (door.state !== 'open') return shut(request, reply, door)
    const here = visit(request, door)
    const { invitation, questionnaire, language } = here
    const { answers, errors } = checkAnswers(questionnaire, invitation.wave.kind, here.answers, knownOf(invitation))
    const wrong = here.pages.findIndex(({ items }) => items.some(({ id }) => errors.some(({ item }) => item === id)))
    if (wrong >= 0) return reply.redirect(`${base(request)}/${wrong + 1}`, 303)
    if (!saysSomething(questionnaire, answers)) return showCheck(request, reply.code(422), here, true)
    const response = {
      invitationId: invitation.id,
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      language,
      mode: 'web' as const,
      answers,
    }
    recordResponse(db, response, now())
    return reply.redirect(`${base(request)}/receipt`, 303)
  })

  app.get('/s/:token/receipt', { config }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state === 'open') return reply.redirect(base(request), 303)
    if (door.state !== 'answered') return shut(request, reply, door)
    const language = languageOf(request, door.invitation)
    return sendPage(
      reply,
      'answering/receipt',
      { heading: headingOf(door.invitation, language), receipt: door.receipt, submittedAt: door.submittedAt },
      language,
    )
  })

  function visit(request: Request, door: Extract<Door, { state: 'open' }>): Visit {
    const { invitation } = door
    const questionnaire = getQuestionnaire(db, invitation.wave.questionnaireId, invitation.wave.questionnaireVersion)
    const answers: Answers = invitation.draft ? JSON.parse(invitation.draft.answers) : {}
    return {
      ...door,
      questionnaire,
      answers,
      language: languageOf(request, invitation),
      pages: pagesOf(questionnaire, invitation, answers),
    }
  }
}

interface Rejected {
  /** The form as it was sent; shown again as it was typed. */
  body?: Record<string, unknown>
  errors?: readonly AnswerError[]
  unsaved?: boolean
}

function showPage(
  request: Request,
  reply: FastifyReply,
  here: Visit,
  at: number,
  { body, errors = [], unsaved = false }: Rejected,
) {
  const { questionnaire, language, pages, invitation } = here
  const asked = pages[at - 1]
  if (!asked) return reply.redirect(`${base(request)}/check`, 303)
  const questions = asked.items.map((item) => {
    const error = errors.find((candidate) => candidate.item === item.id) ?? null
    const typed = body ? typedIn(item, body) : typedFrom(item, here.answers[item.id] ?? registered(item, invitation))
    return buildQuestion(questionnaire, item, { typed, error }, language)
  })
  const model = {
    heading: headingOf(invitation, language),
    page: asked.page.id,
    title: asked.page.title[language],
    preamble: asked.page.preamble ? (questionnaire.preambles[asked.page.preamble]?.[language] ?? null) : null,
    questions,
    action: `${base(request)}/${at}`,
    at,
    of: pages.length,
    failed: unsaved || questions.some(({ error }) => error !== null),
    unsaved,
    until: here.until,
  }
  return sendPage(reply, 'answering/page', model, language)
}

function showCheck(request: Request, reply: FastifyReply, here: Visit, empty: boolean) {
  const { questionnaire, language, pages, answers, invitation } = here
  const model = {
    heading: headingOf(invitation, language),
    pages: pages.map(({ page, items }, at) => ({
      title: page.title[language],
      link: `${base(request)}/${at + 1}`,
      answers: items.map((item) => answerInWords(questionnaire, item, answers[item.id], language)),
    })),
    action: `${base(request)}/submission`,
    back: `${base(request)}/${pages.length}`,
    empty,
    failed: empty,
  }
  return sendPage(reply, 'answering/check', model, language)
}

function shut(request: Request, reply: FastifyReply, door: Exclude<Door, { state: 'open' }>) {
  const invitation = 'invitation' in door ? door.invitation : null
  const language = invitation ? languageOf(request, invitation) : request.language
  const status = { unknown: 404, gone: 410, answered: 200, planned: 200, closed: 410 } as const
  const model = {
    heading: invitation ? headingOf(invitation, language) : phrasesIn(language).common.product,
    reason: door.state,
    at: door.state === 'answered' ? door.submittedAt : door.state === 'closed' ? door.closedAt : null,
    on: door.state === 'planned' ? door.invitation.wave.opensOn : null,
    receipt: door.state === 'answered' ? door.receipt : null,
  }
  return sendPage(reply.code(status[door.state]), 'answering/shut', model, language)
}

/** What the register filled in beforehand is not yet an answer of the person's own. */
const saysSomething = (questionnaire: Questionnaire, answers: Answers): boolean =>
  questionnaire.items.some((item) => answers[item.id] !== undefined && !(item.type === 'choice' && item.knownFrom))

const base = (request: Request): string => `/s/${mendToken(request.params.token)}`
const pageNumber = (request: Request): number => Math.max(1, Number(request.params.page))
const knownOf = (invitation: Invitation) => ({ actor_group: invitation.actorGroup })
const pagesOf = (questionnaire: Questionnaire, invitation: Invitation, answers: Answers) =>
  pagesAsked(questionnaire, invitation.wave.kind, answers, knownOf(invitation))

/** What the register knows is filled in beforehand, to be corrected rather than asked again. */
const registered = (item: Item, invitation: Invitation): string | undefined =>
  item.type === 'choice' && item.knownFrom === 'actor_group' ? invitation.actorGroup : undefined
