// What every page behind a link has around it, and texts that may stand in another language than the page.
import { phrasesIn } from '#i18n/phrases.ts'
import type { Invitation } from '#store/invitations.ts'
import { type AnsweringLanguage, othersThan } from '#survey/languages.ts'
import type { Reader, Visit } from './visit.ts'

export interface Frame {
  /** Named at the top of the page. */
  heading: string
  /** Languages to change to. */
  otherLanguages: readonly AnsweringLanguage[]
}

/** Of a page that is written in every language. @param invitation none where the link is nobody's */
export const frameIn = (language: AnsweringLanguage, invitation?: Invitation | null): Frame => ({
  heading: invitation
    ? invitation.project[language === 'en' ? 'nameEn' : 'nameSv']
    : phrasesIn(language).common.product,
  otherLanguages: othersThan(language),
})

/** Of a page of the questionnaire, in the languages of its version. */
export const frameOf = ({ invitation, language, offered }: Reader): Frame => ({
  ...frameIn(language, invitation),
  otherLanguages: offered.filter((one) => one !== language),
})

/** A text, with its language where it is not that of the page. */
export interface Said {
  text: string
  lang: AnsweringLanguage | null
}

export function saidIn({ wording, language }: Visit, text: Parameters<Visit['wording']['say']>[0]): Said {
  const said = wording.say(text)
  return { text: said.text, lang: unlessSame(said.language, language) }
}

export const unlessSame = (own: AnsweringLanguage, page: AnsweringLanguage): AnsweringLanguage | null =>
  own === page ? null : own
