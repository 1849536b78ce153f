// One page of questions as it is sent. What nobody has answered yet is the same for everybody who is asked the same.
import type { FastifyReply } from 'fastify'
import { type Phrases, phrasesIn } from '#i18n/phrases.ts'
import { printOf } from '#store/drafts.ts'
import { type AnswerError, typedFrom, typedIn } from '#survey/answers.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import type { AskedPage } from '#survey/visibility.ts'
import { renderPage } from '../page.ts'
import { type Frame, frameOf, type Said, saidIn, unlessSame } from './frame.ts'
import { readUnseen, type Unseen, unseenIn } from './from-check.ts'
import { readOpening, readTurn } from './page-form.ts'
import { buildQuestion, type Question } from './question.ts'
import { type KeptPages, type Own, readyOnce, sendReady } from './ready-page.ts'
import { toldIn } from './told.ts'
import { type LinkRequest, onwardFrom, pathOf, registeredFor, tokenOf, type Visit } from './visit.ts'

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
      opening: string
      /** Counted on by the script of the page each time it sends: what arrives late is known by it. */
      turn: number
      /** Sent back as it is, where something is changed from the check; null elsewhere. */
      unseen: Unseen | null
      /** Sent back as it is: what the page said when it was opened. */
      before: string
      /** What the form before this one did besides. */
      told: readonly string[]
      /** What is said around questions that are in Swedish on a page that is not. */
      swedish: Phrases
      /** Something on the page is in another language than the rest. */
      isPartlyTranslated: boolean
    }
  }
}

/** Something was wrong with the form, and the page is shown again. */
export interface Rejected {
  /** The form as it was sent; shown again as it was typed. */
  body?: Record<string, unknown>
  errors?: readonly AnswerError[]
  unsaved?: boolean
}

type Gap = 'token' | 'opening'

/** @param at from 1 @param opening what tells this showing of the page from others */
export function showPage(
  kept: KeptPages<Gap>,
  request: LinkRequest,
  reply: FastifyReply,
  here: Visit,
  at: number,
  opening: number,
  rejected: Rejected = {},
) {
  const asked = here.pages[at - 1]
  if (!asked) return reply.redirect(onwardFrom(request, '/check'), 303)
  const { language, questionnaire, until } = here
  const way = {
    told: toldIn(request.query, language),
    unseen: rejected.body ? readUnseen(rejected.body) : unseenIn(request, here),
  }
  const render = (own: Own<Gap>) =>
    renderPage(reply.server, 'answering/page', modelOf(here, asked, at, way, own, rejected), language)
  const own = { token: tokenOf(request), opening: String(readOpening(rejected.body) ?? opening) }
  if (rejected.body || !isUntouched(here, at)) return sendReady(reply, readyOnce(render(own)), {})
  const facts = {
    ...frameOf(here),
    language,
    questionnaire: [questionnaire.id, questionnaire.version],
    page: asked.page.id,
    items: asked.items.map(({ id }) => id),
    registered: asked.items.map((item) => registeredFor(item, here.invitation)),
    place: [at, here.pages.length],
    until,
    way,
  }
  return sendReady(reply, kept(facts, render), own)
}

/** Nothing has been answered on the page. @param at from 1 */
export const isUntouched = ({ pages, answers }: Visit, at: number): boolean =>
  pages[at - 1]?.items.every(({ id }) => answers[id] === undefined) ?? true

function modelOf(
  here: Visit,
  asked: AskedPage,
  at: number,
  way: { told: readonly string[]; unseen: Unseen | null },
  { token, opening }: Own<Gap>,
  { body, errors = [], unsaved = false }: Rejected,
) {
  const { questionnaire, language, pages, wording, answers, until } = here
  const questions = asked.items.map((item) => {
    const error = errors.find((candidate) => candidate.item === item.id) ?? null
    const typed = body ? typedIn(item, body) : typedFrom(item, answers[item.id] ?? registeredFor(item, here.invitation))
    const own = wording.of(item)
    const question = buildQuestion(own.questionnaire, own.item, { typed, error }, own.slot, own.language)
    return { ...question, lang: unlessSame(own.language, language) }
  })
  const preamble = asked.page.preamble ? questionnaire.preambles[asked.page.preamble] : undefined
  const title = saidIn(here, asked.page.title)
  return {
    ...frameOf(here),
    page: asked.page.id,
    title,
    preamble: preamble ? saidIn(here, preamble) : null,
    questions,
    action: `${pathOf(token)}/${at}`,
    at,
    of: pages.length,
    failed: unsaved || questions.some(({ error }) => error !== null),
    unsaved,
    until,
    opening,
    before:
      typeof body?._before === 'string'
        ? body._before
        : asked.items
            .map((item) => `${item.id}:${printOf(answers[item.id] ?? registeredFor(item, here.invitation))}`)
            .join(' '),
    ...way,
    turn: readTurn(body),
    swedish: phrasesIn('sv'),
    isPartlyTranslated: title.lang !== null || questions.some(({ lang }) => lang !== null),
  }
}
