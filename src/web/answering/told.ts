// What saving a form did besides, told once: on the page that follows, or at once to the script of the page.
import { phrasesIn } from '#i18n/phrases.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'

export interface Told {
  /** Answers put in place of what another window had said meanwhile. */
  replaced: number
  /** Answers kept to questions that are asked no longer: what was said in another window hides them. */
  aside: number
}

const kinds = ['replaced', 'aside'] as const satisfies readonly (keyof Told)[]

/** As it stands in an address; nothing where there is nothing to tell. */
export const toldQuery = (told: Told): Record<string, string> =>
  Object.fromEntries(kinds.filter((kind) => told[kind] > 0).map((kind) => [kind, String(told[kind])]))

/** No form has more answers, whatever an address says. */
const most = 100

/** What an address tells, in a sentence or two for each. */
export function toldIn(query: Readonly<Record<string, unknown>>, language: AnsweringLanguage): string[] {
  const read = (kind: keyof Told) => Math.min(Math.max(0, Math.trunc(Number(query[kind])) || 0), most)
  return tellings({ replaced: read('replaced'), aside: read('aside') }, language)
}

export function tellings(told: Told, language: AnsweringLanguage): string[] {
  const words = phrasesIn(language).answering
  return kinds.filter((kind) => told[kind] > 0).map((kind) => words[kind](told[kind]))
}
