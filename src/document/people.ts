// Counts in sentences, with the word that goes with them: one person is no people.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Figures } from './figures.ts'
import type { Marked } from './model.ts'

/** "140 personer", the number with its address. */
export const citePeople = ({ cite, printed }: Figures, path: string, language: Language): Marked =>
  phrasesIn(language).document.people(cite(path), printed(path) === '1')

/** "11 kommuner": all of the project's. */
export const municipalitiesIn = (
  { municipalities }: { municipalities: readonly unknown[] },
  language: Language,
): string =>
  phrasesIn(language).document.municipalities(formatCount(municipalities.length, language), municipalities.length === 1)
