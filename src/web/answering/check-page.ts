// The check before sending in: everything that was answered, and what of it is still to be mended.
import type { FastifyReply } from 'fastify'
import { type AnswerError, checkAnswers, typedFrom } from '#survey/answers.ts'
import { kindOf } from '#survey/items/kinds.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import type { Item } from '#survey/questionnaire.ts'
import { renderPage } from '../page.ts'
import { type Frame, frameOf, type Said, saidIn, unlessSame } from './frame.ts'
import { type Answered, answerInWords, errorInWords, fieldOf } from './question.ts'
import { readyOnce, sendReady } from './ready-page.ts'
import { toldIn } from './told.ts'
import { base, knownOf, type LinkRequest, onwardFrom, type Visit } from './visit.ts'

interface Checked extends Answered {
  lang: AnsweringLanguage | null
  /** What is wrong with it, in the reader's language; null = nothing. */
  fault: string | null
  /** Where it is mended. */
  link: string
}

declare module '../page.ts' {
  interface Pages {
    'answering/check': Frame & {
      pages: { title: Said; link: string; answers: Checked[] }[]
      /** Those of all pages with something wrong, in order. */
      wrong: Checked[]
      action: string
      back: string
      told: readonly string[]
      /** Until when it can be sent in, where the wave has closed. */
      until: number | null
      isPartlyTranslated: boolean
      empty: boolean
      unsaved: boolean
      failed: boolean
    }
  }
}

export function showCheck(
  request: LinkRequest,
  reply: FastifyReply,
  here: Visit,
  trouble: { empty?: boolean; unsaved?: boolean } = {},
) {
  const { language, questionnaire, invitation, answers, until } = here
  const { empty = false, unsaved = false } = trouble
  const { errors } = checkAnswers(questionnaire, invitation.wave.kind, answers, knownOf(invitation))
  const pages = here.pages.map(({ page, items }, at) => {
    const link = onwardFrom(request, `/${at + 1}`, { from: 'check' })
    const title = saidIn(here, page.title)
    return { title, link, answers: items.map((item) => checked(here, item, errors, link)) }
  })
  const wrong = pages.flatMap((page) => page.answers.filter(({ fault }) => fault !== null))
  const model = {
    ...frameOf(here),
    pages,
    wrong,
    action: `${base(request)}/submission`,
    back: onwardFrom(request, `/${pages.length}`),
    told: toldIn(request.query, language),
    until,
    isPartlyTranslated: pages.some(({ title, answers }) => title.lang !== null || answers.some(({ lang }) => lang)),
    empty,
    unsaved,
    failed: empty || unsaved || wrong.length > 0,
  }
  return sendReady(reply, readyOnce(renderPage(reply.server, 'answering/check', model, language)), {})
}

function checked(here: Visit, item: Item, errors: readonly AnswerError[], page: string): Checked {
  const own = here.wording.of(item)
  const answer = here.answers[item.id]
  const error = errors.find((one) => one.item === item.id)
  const lang = unlessSame(own.language, here.language)
  if (!error)
    return {
      ...answerInWords(own.questionnaire, own.item, answer, own.slot, own.language),
      lang,
      fault: null,
      link: page,
    }
  return {
    ...answerInWords(own.questionnaire, own.item, undefined, own.slot),
    answer: answer === undefined ? null : writtenIn(here, item, answer),
    lang,
    fault: errorInWords(own.questionnaire, error, own.slot, own.language),
    link: `${page}#${fieldOf(item, error)}`,
  }
}

/** What somebody wrote that is no answer yet; null where there is nothing to write, but to choose. */
function writtenIn({ questionnaire }: Visit, item: Item, entry: Visit['answers'][string]): string | null {
  const { form } = kindOf(item).paper(questionnaire, item, 'sv')
  const isWritten = form === 'lines' || form === 'box' || form === 'date'
  return isWritten ? Object.values(typedFrom(item, entry)).flat().join(' ') : null
}
