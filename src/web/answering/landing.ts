// The first page behind a link: who asks, how long it takes, and how answers are handled.
import type { FastifyReply } from 'fastify'
import { estimateMinutes } from '#survey/duration.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { renderPage } from '../page.ts'
import type { OpenDoor } from './door.ts'
import { type currentInformation, paragraphsOf } from './information.ts'
import { type KeptPages, sendReady } from './ready-page.ts'
import { type Frame, frameOf } from './show.ts'
import { type LinkRequest, pathOf, type Reader, tokenOf } from './visit.ts'

declare module '../page.ts' {
  interface Pages {
    'answering/landing': Frame & {
      invitation: { municipality: string; organisation: string; closesOn: string; waveKind: WaveKind }
      minutes: number
      begun: boolean
      action: string
      until: number | null
      information: {
        paragraphs: string[]
        /** The page is in a language that the text is not in. */
        isSwedish: boolean
        asksConsent: boolean
        /** Tells the text from another one; sent back by the form that begins. */
        print: string
      }
      choices: string
    }
  }
}

export function showLanding(
  kept: KeptPages<'token'>,
  request: LinkRequest,
  reply: FastifyReply,
  here: Reader & OpenDoor,
  information: ReturnType<typeof currentInformation>,
) {
  const { invitation, language, questionnaire } = here
  const { project, wave, draft } = invitation
  const asksConsent = information.legalBasis === 'consent'
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
    begun: draft !== null && Object.keys(draft.answers).length > 0,
    until: here.until,
    information: [information.print, asksConsent],
  }
  const page = kept(facts, ({ token }) =>
    renderPage(
      reply.server,
      'answering/landing',
      {
        ...facts,
        minutes: estimateMinutes(questionnaire, wave.kind),
        action: `${pathOf(token)}/start?lang=${language}`,
        information: {
          paragraphs: paragraphsOf(language === 'en' ? information.bodyEn : information.bodySv),
          isSwedish: language !== 'sv' && language !== 'en',
          asksConsent,
          print: information.print,
        },
        choices: `${pathOf(token)}/choices?lang=${language}`,
      },
      language,
    ),
  )
  return sendReady(reply, page, { token: tokenOf(request) })
}
