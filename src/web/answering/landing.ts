// The first page behind a link: who asks, how long it takes, and how answers are handled.
import type { FastifyReply } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { estimateMinutes } from '#survey/duration.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { renderPage } from '../page.ts'
import type { OpenDoor } from './door.ts'
import { type Frame, frameOf } from './frame.ts'
import { type currentInformation, hasBeenTold, paragraphsOf } from './information.ts'
import { progressIn } from './progress.ts'
import { type KeptPages, sendReady } from './ready-page.ts'
import { type LinkRequest, pagesOf, pathOf, type Reader, tokenOf } from './visit.ts'

declare module '../page.ts' {
  interface Pages {
    'answering/landing': Frame & {
      invitation: { municipality: string; organisation: string; closesOn: string; waveKind: WaveKind }
      /** Something is answered already, and fewer minutes are left. */
      isBegun: boolean
      minutes: number
      /** How far somebody has come who has answered anything; empty where nobody has. */
      progress: string
      /** Where they may begin from the first page again; null where the button leads there. */
      first: string | null
      action: string
      until: number | null
      information: {
        paragraphs: string[]
        /** The page is in a language that the text is not in. */
        isSwedish: boolean
        asksConsent: boolean
        /** Nothing said so far was said with this consent: to go on is to give it. */
        mustAgree: boolean
        /** The reader wanted to go on or send in, and is to read it first. */
        isToBeRead: boolean
        /** Tells the text from another one; sent back by the form that begins. */
        print: string
      }
      choices: string
    }
  }
}

export function showLanding(
  kept: KeptPages<'token' | 'progress'>,
  request: LinkRequest,
  reply: FastifyReply,
  here: Reader & OpenDoor,
  information: ReturnType<typeof currentInformation>,
) {
  const { invitation, language, questionnaire } = here
  const { project, wave, draft } = invitation
  const progress = draft && progressIn(pagesOf(questionnaire, invitation, draft.answers), draft)
  const isBegun = progress !== null && progress.answered > 0
  const asksConsent = information.legalBasis === 'consent'
  const mustAgree = asksConsent && !(isBegun && hasBeenTold(information, draft))
  const isToBeRead = request.query.read !== undefined
  const facts = {
    ...frameOf(here),
    language,
    questionnaire: [questionnaire.id, questionnaire.version],
    invitation: {
      municipality: invitation.municipality,
      organisation: project.organisation,
      closesOn: wave.closesOn,
      waveKind: wave.kind,
    },
    isBegun,
    leadsOn: progress !== null && progress.next !== 1,
    until: here.until,
    information: [information.print, asksConsent, mustAgree, isToBeRead],
  }
  const page = kept(facts, (own) =>
    renderPage(
      reply.server,
      'answering/landing',
      {
        ...facts,
        progress: isBegun ? own.progress : '',
        first: facts.leadsOn && !mustAgree ? `${pathOf(own.token)}/1?lang=${language}` : null,
        minutes: estimateMinutes(questionnaire, wave.kind),
        action: `${pathOf(own.token)}/start?lang=${language}`,
        information: {
          paragraphs: paragraphsOf(language === 'en' ? information.bodyEn : information.bodySv),
          isSwedish: language !== 'sv' && language !== 'en',
          asksConsent,
          mustAgree,
          isToBeRead,
          print: information.print,
        },
        choices: `${pathOf(own.token)}/choices?lang=${language}`,
      },
      language,
    ),
  )
  const told = isBegun ? phrasesIn(language).answering.answeredParts(progress.answered, progress.of) : ''
  return sendReady(reply, page, { token: tokenOf(request), progress: told })
}
