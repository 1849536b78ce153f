// The pages of a questionnaire as they are sent: one page of questions, the check before sending in, and why a link
// opens nothing.
import type { FastifyReply } from 'fastify'
import { type Phrases, phrasesIn } from '#i18n/phrases.ts'
import { printOf } from '#store/drafts.ts'
import { type AnswerError, typedFrom, typedIn } from '#survey/answers.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import type { Item } from '#survey/questionnaire.ts'
import { sendPage } from '../page.ts'
import type { Door } from './door.ts'
import { headingOf, languageOf } from './language.ts'
import { type Answered, answerInWords, buildQuestion, type Question } from './question.ts'
import { hasLostCase } from './token.ts'
import { base, type LinkRequest, type Visit } from './visit.ts'

/** What every page behind a link has. */
export interface Frame {
  /** Named at the top of the page. */
  heading: string
  /** Languages to change to. */
  otherLanguages: readonly AnsweringLanguage[]
}

/** A text, with its language where it is not that of the page. */
export interface Said {
  text: string
  lang: AnsweringLanguage | null
}

declare module '../page.ts' {
  interface Pages {
    'answering/page': Frame & {
      /** Id of the page, sent back with its answers. */
      page: string
      title: Said
      preamble: Said | null
      questions: (Question & { lang: AnsweringLanguage | null })[]
      action: string
      at: number
      of: number
      failed: boolean
      unsaved: boolean
      until: number | null
      /** Sent back as it is: tells this opening of the page from others. */
      opening: number
      /** Sent back as it is: what the page said when it was opened. */
      before: string
      /** Answers that the form before this one put in place of another window's. */
      replaced: number
      /** What is said around questions that are in Swedish on a page that is not. */
      swedish: Phrases
      /** Something on the page is in another language than the rest. */
      isPartlyTranslated: boolean
    }
    'answering/check': Frame & {
      pages: { title: Said; link: string; answers: (Answered & { lang: AnsweringLanguage | null })[] }[]
      action: string
      back: string
      empty: boolean
      unsaved: boolean
      failed: boolean
    }
    'answering/shut': Frame & {
      reason: Exclude<Door['state'], 'open'>
      at: number | null
      on: string | null
      receipt: string | null
      /** Its letters are all of one size. */
      hasLostCase: boolean
      /** Where to ask for the link to another questionnaire that is open; null where there is none. */
      other: string | null
      /** Where the person's own choices stand; null where there are none left. */
      choices: string | null
    }
  }
}

export interface Rejected {
  /** The form as it was sent; shown again as it was typed. */
  body?: Record<string, unknown>
  errors?: readonly AnswerError[]
  unsaved?: boolean
}

/** @param at from 1 @param opening what tells this showing of the page from others */
export function showPage(
  request: LinkRequest,
  reply: FastifyReply,
  here: Visit,
  at: number,
  opening: number,
  { body, errors = [], unsaved = false }: Rejected = {},
) {
  const { questionnaire, language, pages, wording, answers } = here
  const asked = pages[at - 1]
  if (!asked) return reply.redirect(`${base(request)}/check`, 303)
  const questions = asked.items.map((item) => {
    const error = errors.find((candidate) => candidate.item === item.id) ?? null
    const typed = body ? typedIn(item, body) : typedFrom(item, answers[item.id] ?? registered(item, here))
    const own = wording.of(item)
    const question = buildQuestion(own.questionnaire, own.item, { typed, error }, own.slot, own.language)
    return { ...question, lang: unlessSame(own.language, language) }
  })
  const preamble = asked.page.preamble ? questionnaire.preambles[asked.page.preamble] : undefined
  const title = saidIn(here, asked.page.title)
  const model = {
    ...frameOf(here),
    page: asked.page.id,
    title,
    preamble: preamble ? saidIn(here, preamble) : null,
    questions,
    action: `${base(request)}/${at}`,
    at,
    of: pages.length,
    failed: unsaved || questions.some(({ error }) => error !== null),
    unsaved,
    until: here.until,
    opening: readOpening(body) ?? opening,
    before:
      typeof body?._before === 'string'
        ? body._before
        : asked.items.map(({ id }) => `${id}:${printOf(answers[id])}`).join(' '),
    replaced: Math.min(Number(request.query.replaced) || 0, asked.items.length + 100),
    swedish: phrasesIn('sv'),
    isPartlyTranslated: title.lang !== null || questions.some(({ lang }) => lang !== null),
  }
  return sendPage(reply, 'answering/page', model, language)
}

/** Of a form: which opening of the page it came from. */
export function readOpening(body: Record<string, unknown> | undefined): number | undefined {
  const opening = Number(body?._opening)
  return Number.isSafeInteger(opening) && opening > 0 ? opening : undefined
}

/** Of a form: item id → print of what it held when it was opened; undefined where the form does not say. */
export function readBefore(body: Record<string, unknown>): Record<string, string> | undefined {
  if (typeof body._before !== 'string') return undefined
  return Object.fromEntries(
    body._before.split(' ').map((pair) => {
      const at = pair.indexOf(':')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

export function showCheck(
  request: LinkRequest,
  reply: FastifyReply,
  here: Visit,
  trouble: { empty?: boolean; unsaved?: boolean } = {},
) {
  const { language, pages, answers, wording } = here
  const { empty = false, unsaved = false } = trouble
  const model = {
    ...frameOf(here),
    pages: pages.map(({ page, items }, at) => ({
      title: saidIn(here, page.title),
      link: `${base(request)}/${at + 1}`,
      answers: items.map((item) => {
        const own = wording.of(item)
        const answered = answerInWords(own.questionnaire, own.item, answers[item.id], own.slot)
        return { ...answered, lang: unlessSame(own.language, language) }
      }),
    })),
    action: `${base(request)}/submission`,
    back: `${base(request)}/${pages.length}`,
    empty,
    unsaved,
    failed: empty || unsaved,
  }
  return sendPage(reply, 'answering/check', model, language)
}

const statusOf = {
  unknown: 404,
  erased: 410,
  withdrawn: 410,
  left: 410,
  answered: 200,
  planned: 200,
  closed: 410,
} as const

/** @param hasOther the person is invited to another questionnaire of the project that can be answered now */
export function showShut(
  request: LinkRequest,
  reply: FastifyReply,
  door: Exclude<Door, { state: 'open' }>,
  hasOther: boolean,
) {
  const invitation = 'invitation' in door ? door.invitation : null
  const language = invitation ? languageOf(request, invitation) : request.language
  const model = {
    heading: invitation ? headingOf(invitation, language) : phrasesIn(language).common.product,
    otherLanguages: language === 'sv' ? (['en'] as const) : (['sv'] as const),
    reason: door.state,
    at: door.state === 'answered' ? door.submittedAt : door.state === 'closed' ? door.closedAt : null,
    on: door.state === 'planned' ? door.invitation.wave.opensOn : null,
    receipt: door.state === 'answered' ? door.receipt : null,
    hasLostCase: door.state === 'unknown' && hasLostCase(request.params.token),
    other: hasOther ? `${base(request)}/other` : null,
    choices: invitation && door.state !== 'left' ? `${base(request)}/choices` : null,
  }
  return sendPage(reply.code(statusOf[door.state]), 'answering/shut', model, language)
}

export const frameOf = ({ invitation, language, offered }: Visit): Frame => ({
  heading: headingOf(invitation, language),
  otherLanguages: offered.filter((one) => one !== language),
})

function saidIn({ wording, language }: Visit, text: Parameters<Visit['wording']['say']>[0]): Said {
  const said = wording.say(text)
  return { text: said.text, lang: unlessSame(said.language, language) }
}

const unlessSame = (own: AnsweringLanguage, page: AnsweringLanguage): AnsweringLanguage | null =>
  own === page ? null : own

/** What the register knows is filled in beforehand, to be corrected rather than asked again. */
const registered = (item: Item, { invitation }: Visit): string | undefined =>
  item.type === 'choice' && item.knownFrom === 'actor_group' ? invitation.actorGroup : undefined
