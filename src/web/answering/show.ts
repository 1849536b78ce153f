// What pages behind a link have in common, and why a link opens nothing.
import type { FastifyReply } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { type AnsweringLanguage, othersThan } from '#survey/languages.ts'
import { renderPage } from '../page.ts'
import { hasLostCase } from '../token.ts'
import type { Door } from './door.ts'
import { asLanguage, headingOf, languageOf } from './language.ts'
import { readyOnce, sendReady } from './ready-page.ts'
import { base, type LinkRequest, type Reader, type Visit } from './visit.ts'

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
  const language = invitation ? languageOf(request, invitation) : (asLanguage(request.query.lang) ?? request.language)
  const model = {
    heading: invitation ? headingOf(invitation, language) : phrasesIn(language).common.product,
    otherLanguages: othersThan(language),
    reason: door.state,
    at: door.state === 'answered' ? door.submittedAt : door.state === 'closed' ? door.closedAt : null,
    on: door.state === 'planned' ? door.invitation.wave.opensOn : null,
    receipt: door.state === 'answered' ? door.receipt : null,
    hasLostCase: door.state === 'unknown' && hasLostCase(request.params.token),
    other: hasOther ? `${base(request)}/other` : null,
    choices: invitation && door.state !== 'left' ? `${base(request)}/choices` : null,
  }
  const html = renderPage(reply.server, 'answering/shut', model, language)
  return sendReady(reply.code(statusOf[door.state]), readyOnce(html), {})
}

export const frameOf = ({ invitation, language, offered }: Reader): Frame => ({
  heading: headingOf(invitation, language),
  otherLanguages: offered.filter((one) => one !== language),
})

export function saidIn({ wording, language }: Visit, text: Parameters<Visit['wording']['say']>[0]): Said {
  const said = wording.say(text)
  return { text: said.text, lang: unlessSame(said.language, language) }
}

export const unlessSame = (own: AnsweringLanguage, page: AnsweringLanguage): AnsweringLanguage | null =>
  own === page ? null : own
