// What stands behind a mailed link where something cannot be done: in the frame of the questionnaire, with the way back
// by the reader's own link. Whoever answers has no account, and nothing to look for where staff sign in.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemCode } from '#errors.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type sv from '#i18n/sv/trouble.ts'
import type { Database } from '#store/database.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation, type Invitation } from '#store/invitations.ts'
import { type HeldForm, holdForm } from '../held-form.ts'
import { sendPage } from '../page.ts'
import { mendToken } from '../token.ts'
import { type Frame, frameIn } from './frame.ts'
import { languageOf } from './language.ts'

type Trouble = keyof typeof sv.what

declare module '../page.ts' {
  interface Pages {
    'problems/behind-link': Frame & {
      trouble: Trouble
      requestId: string | null
      /** What was sent, to be sent once more. */
      held: HeldForm | null
      /** To be opened once more. */
      again: string | null
      /** `lost` where the link is nobody's; null where that is what can be tried again. */
      back: { to: 'questionnaire' | 'choices' | 'quiet' | 'lost'; link: string } | null
      failed: boolean
    }
  }
}

/** What ends otherwise when it is tried again. */
const passing: readonly Trouble[] = ['storage_failed', 'too_many_tries', 'internal']

/** Of a refusal that is not among the troubles of participants, the reader learns no more than of a bug. */
export function showTrouble(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Database,
  code: ProblemCode | 'internal',
): FastifyReply {
  const place = placeOf(request.url)
  const { invitation, isNobodys } = lookQuietly(db, place)
  const language = languageOf(request, invitation)
  const { what } = phrasesIn(language).trouble
  const trouble = Object.keys(what).find((one): one is Trouble => one === code) ?? 'internal'
  const same = passing.includes(trouble) ? `${place.path}${place.rest}?lang=${language}` : null
  const back = isNobodys ? { to: 'lost' as const, link: `/lost-link?lang=${language}` } : backFrom(place, language)
  const isSent = request.method === 'POST'
  const model = {
    ...frameIn(language, invitation),
    trouble,
    requestId: trouble === 'internal' ? request.id : null,
    held: same && isSent ? heldFrom(request, same) : null,
    again: same && !isSent ? same : null,
    // A form may have been sent from the page that its address shows.
    back: back.link === same && !(isSent && back.to === 'questionnaire') ? null : back,
    failed: trouble === 'storage_failed',
  }
  return sendPage(reply, 'problems/behind-link', model, language)
}

interface Place {
  road: 's' | 'quiet'
  token: string
  /** To the first page behind the link; to where a new one is asked for by whoever has none. */
  path: string
  /** What follows there, with its slash. */
  rest: string
}

function placeOf(url: string): Place {
  const [link, first, damaged = '', rest = ''] = /^\/(s|quiet)\/([^/?]*)(\/[^?]*)?/.exec(url) ?? []
  if (link === undefined) return { road: 's', token: '', path: '/lost-link', rest }
  const road = first === 'quiet' ? 'quiet' : 's'
  const token = mendToken(damaged)
  return { road, token, path: `/${road}/${token}`, rest }
}

/** Whose link it is, as far as anything can be read just now: that it cannot has been told already. */
function lookQuietly(
  db: Database,
  { road, token }: Place,
): { invitation?: Invitation | undefined; isNobodys: boolean } {
  try {
    const invitation = findInvitation(db, hashToken(token), road === 's' ? 'answer' : 'quiet')
    return { invitation, isNobodys: invitation === undefined }
  } catch {
    return { isNobodys: false }
  }
}

/** The form, also one that has nothing but its button; null where it cannot be held. */
function heldFrom(request: FastifyRequest, action: string): HeldForm | null {
  if (Object.keys(request.body ?? {}).length === 0) return { action, fields: [], texts: [] }
  const held = holdForm(request)
  return held && { ...held, action }
}

const choiceRoads = ['/choices', '/quiet', '/withdraw', '/erase', '/handover']

/** To the page that one was at, its choices, or the first one. */
function backFrom(
  { road, path, rest }: Place,
  language: string,
): { to: 'questionnaire' | 'choices' | 'quiet'; link: string } {
  const query = `?lang=${language}`
  if (road === 'quiet') return { to: 'quiet', link: `${path}${query}` }
  if (choiceRoads.includes(rest)) return { to: 'choices', link: `${path}/choices${query}` }
  return { to: 'questionnaire', link: `${path}${/^\/\d+$/.test(rest) ? rest : ''}${query}` }
}
