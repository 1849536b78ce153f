// Somebody with an open questionnaire before them: what is asked, what is answered so far, and in which words.
import type { FastifyRequest } from 'fastify'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import { isPassed } from '#store/drafts.ts'
import type { Invitation } from '#store/invitations.ts'
import type { Translations } from '#store/translations.ts'
import type { Answer, Answers } from '#survey/answer.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import { findPageOf } from '#survey/lookup.ts'
import type { Item, Questionnaire } from '#survey/questionnaire.ts'
import { type Wording, wordingOf } from '#survey/translation.ts'
import { type AskedPage, pagesAsked } from '#survey/visibility.ts'
import { mendToken } from '../token.ts'
import type { OpenDoor } from './door.ts'
import { asLanguage, languageOf } from './language.ts'

/** A request behind a mailed link. */
export type LinkRequest = FastifyRequest<{
  Params: { token: string; page?: string }
  Body: Record<string, unknown> | undefined
  Querystring: { lang?: string; replaced?: string; aside?: string; read?: string; from?: string; unseen?: string }
}>

/** Somebody who reads, in whichever language, and the questionnaire that they were sent. */
export interface Reader {
  invitation: Invitation
  questionnaire: Questionnaire
  language: AnsweringLanguage
  /** Languages in which there is anything of this version. */
  offered: readonly AnsweringLanguage[]
}

export interface Visit extends Reader, OpenDoor {
  wording: Wording
  pages: AskedPage[]
  answers: Answers
}

export function readerBehind(
  db: Database,
  translations: Translations,
  request: LinkRequest,
  { invitation }: Pick<OpenDoor, 'invitation'>,
  chosen: AnsweringLanguage = languageOf(request, invitation),
): Reader {
  const { wave } = invitation
  const questionnaire = getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  const offered: AnsweringLanguage[] = ['sv', 'en', ...translations(questionnaire).keys()]
  return { invitation, questionnaire, offered, language: offered.find((one) => one === chosen) ?? 'sv' }
}

export function visitBehind(
  db: Database,
  translations: Translations,
  request: LinkRequest,
  door: OpenDoor,
  chosen?: AnsweringLanguage,
): Visit {
  const reader = readerBehind(db, translations, request, door, chosen)
  const { questionnaire, language, invitation } = reader
  const answers = answersOf(questionnaire, invitation)
  const translation = language === 'sv' || language === 'en' ? undefined : translations(questionnaire).get(language)
  return {
    ...door,
    ...reader,
    answers,
    wording: wordingOf(questionnaire, language, translation),
    pages: pagesOf(questionnaire, invitation, answers),
  }
}

/** The draft's, and on pages that were sent what the register had filled in there and nobody changed. */
function answersOf(questionnaire: Questionnaire, invitation: Invitation): Answers {
  const { draft } = invitation
  if (!draft) return {}
  const answers: Record<string, Answer> = { ...draft.answers }
  for (const item of questionnaire.items) {
    const code = registeredFor(item, invitation)
    if (code === undefined || answers[item.id] !== undefined) continue
    const page = findPageOf(questionnaire, item.id)
    if (page && isPassed(draft.marks, page.id)) answers[item.id] = code
  }
  return answers
}

/** What the register fills in beforehand, to be corrected rather than asked again. */
export const registeredFor = (item: Item, { actorGroup }: Pick<Invitation, 'actorGroup'>): string | undefined =>
  item.type === 'choice' && item.knownFrom === 'actor_group' ? actorGroup : undefined

/** What the register knows of a person, for conditions. */
export const knownOf = (invitation: Invitation) => ({ actor_group: invitation.actorGroup })

export const pagesOf = (questionnaire: Questionnaire, invitation: Invitation, answers: Answers): AskedPage[] =>
  pagesAsked(questionnaire, invitation.wave.kind, answers, knownOf(invitation))

/** Ids of what is asked on the pages. */
export const itemsOn = (pages: readonly AskedPage[]): ReadonlySet<string> =>
  new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)))

export const tokenOf = (request: LinkRequest): string => mendToken(request.params.token)

/** Where all pages behind a link lie. */
export const pathOf = (token: string): string => `/s/${token}`

export const base = (request: LinkRequest): string => pathOf(tokenOf(request))

/** A link on the page to another one, in the language that was chosen for looking; else each says its own. */
export function onwardFrom(request: LinkRequest, place: string, more: Readonly<Record<string, string>> = {}): string {
  const chosen = asLanguage(request.query.lang) ?? asLanguage(request.body?._lang)
  const query = new URLSearchParams(chosen ? { ...more, lang: chosen } : more).toString()
  return `${base(request)}${place}${query && `?${query}`}`
}
