// Why versions differ, in English: judgements and revisions were signed in Swedish alone before a questionnaire file
// could give a reason in both languages, and a published file never changes. What it lacks stands beside it, in
// surveys/<id>/judgements.en.json: the Swedish sentence → the English.
import { z } from 'zod'
import type { Language, Questionnaire, Text } from './questionnaire.ts'
import { parseFile, QuestionnaireError } from './questionnaire-file.ts'
import { refuseUnsaid, translatedTexts } from './translated-texts.ts'

/** Swedish sentence → English. A sentence means the same wherever it is signed. */
export type Judgements = ReadonlyMap<string, string>

const Shape = z.strictObject({
  format: z.literal(1),
  questionnaire: z.string(),
  texts: translatedTexts,
})

/** Every reason that a version gives: of judgements on its questions, and of new definitions of its measures. */
export const reasonsOf = ({ items, indicators }: Questionnaire): (string | Text)[] => [
  ...items.flatMap(({ comparableTo }) => comparableTo.map(({ reason }) => reason)),
  ...indicators.flatMap(({ revisionReason }) => revisionReason ?? []),
]

/** The reason as it was signed: results and addresses of figures hold this one. */
export const inSwedish = (reason: string | Text): string => (typeof reason === 'string' ? reason : reason.sv)

/** What the versions say themselves. */
export const judgementsIn = (versions: readonly Questionnaire[]): Judgements =>
  new Map(versions.flatMap(reasonsOf).flatMap((reason) => (typeof reason === 'string' ? [] : [[reason.sv, reason.en]])))

/**
 * Reads the text of a file of translations.
 * @param versions of the questionnaire that the file lies beside
 * @throws QuestionnaireError where it is of another questionnaire, or translates what no version says
 */
export function parseJudgements(text: string, file: string, versions: readonly Questionnaire[]): Judgements {
  const { questionnaire, texts } = parseFile(text, file, Shape)
  const [first] = versions
  if (first?.id !== questionnaire)
    throw new QuestionnaireError(file, [
      {
        path: 'questionnaire',
        message: {
          sv: `säger ${questionnaire}, men filen ligger hos ${first?.id}; ändra det ena`,
          en: `says ${questionnaire}, and the file lies with ${first?.id}; change one of them`,
        },
      },
    ])
  const said = new Set(versions.flatMap(reasonsOf).map(inSwedish))
  refuseUnsaid(texts, said, file, (swedish) => ({
    sv: `ingen version ger skälet ”${swedish}”; kopiera dess svenska`,
    en: `no version gives the reason “${swedish}”; copy its Swedish`,
  }))
  return new Map(Object.entries(texts))
}

export interface ToldReason {
  text: string
  /** Swedish where nobody has translated it: whoever shows it says so. */
  language: Language
}

/** The reason to a reader. */
export function tellReason(reason: string, language: Language, judgements: Judgements): ToldReason {
  const english = language === 'en' ? judgements.get(reason) : undefined
  return english === undefined ? { text: reason, language: 'sv' } : { text: english, language: 'en' }
}
