// Why a link opens nothing.
import type { FastifyReply } from 'fastify'
import { renderPage } from '../page.ts'
import { hasLostCase } from '../token.ts'
import type { Door } from './door.ts'
import { type Frame, frameIn } from './frame.ts'
import { languageOf } from './language.ts'
import { readyOnce, sendReady } from './ready-page.ts'
import { base, type LinkRequest } from './visit.ts'

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
  const language = languageOf(request, invitation)
  const model = {
    ...frameIn(language, invitation),
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
