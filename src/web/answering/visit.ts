// Somebody with an open questionnaire before them: what is asked, what is answered so far, and in which words.
import type { FastifyRequest } from 'fastify'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Invitation } from '#store/invitations.ts'
import type { Translations } from '#store/translations.ts'
import type { Answers } from '#survey/answer.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { type Wording, wordingOf } from '#survey/translation.ts'
import { type AskedPage, pagesAsked } from '#survey/visibility.ts'
import type { OpenDoor } from './door.ts'
import { languageOf } from './language.ts'
import { mendToken } from './token.ts'

/** A request behind a mailed link. */
export type LinkRequest = FastifyRequest<{
  Params: { token: string; page?: string }
  Body: Record<string, unknown> | undefined
  Querystring: { lang?: string; replaced?: string }
}>

export interface Visit extends OpenDoor {
  questionnaire: Questionnaire
  wording: Wording
  language: AnsweringLanguage
  /** Languages in which there is anything of this version. */
  offered: readonly AnsweringLanguage[]
  pages: AskedPage[]
  answers: Answers
}

export function visitBehind(
  db: Database,
  translations: Translations,
  request: LinkRequest,
  door: OpenDoor,
  chosen: AnsweringLanguage = languageOf(request, door.invitation),
): Visit {
  const { invitation } = door
  const questionnaire = getQuestionnaire(db, invitation.wave.questionnaireId, invitation.wave.questionnaireVersion)
  const translated = translations(questionnaire)
  const offered: AnsweringLanguage[] = ['sv', 'en', ...translated.keys()]
  const language = offered.find((one) => one === chosen) ?? 'sv'
  const answers: Answers = invitation.draft ? JSON.parse(invitation.draft.answers) : {}
  return {
    ...door,
    questionnaire,
    answers,
    language,
    offered,
    wording: wordingOf(
      questionnaire,
      language,
      language === 'sv' || language === 'en' ? undefined : translated.get(language),
    ),
    pages: pagesOf(questionnaire, invitation, answers),
  }
}

/** What the register knows of a person, for conditions. */
export const knownOf = (invitation: Invitation) => ({ actor_group: invitation.actorGroup })

export const pagesOf = (questionnaire: Questionnaire, invitation: Invitation, answers: Answers): AskedPage[] =>
  pagesAsked(questionnaire, invitation.wave.kind, answers, knownOf(invitation))

/** Where all pages behind the link lie. */
export const base = (request: LinkRequest): string => `/s/${mendToken(request.params.token)}`
