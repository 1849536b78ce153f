// Texts of a file that translates: the Swedish as a questionnaire says it → the words of another language.
import { z } from 'zod'
import { QuestionnaireError } from './questionnaire-file.ts'
import type { Sentence } from './sentence.ts'

export const translatedTexts = z.record(z.string(), z.string().trim().min(1))

/**
 * @param said all that there is to translate
 * @param tell what is wrong with a text that nobody says
 * @throws QuestionnaireError naming every text that is translated and not said
 */
export function refuseUnsaid(
  texts: Readonly<Record<string, string>>,
  said: ReadonlySet<string>,
  file: string,
  tell: (swedish: string) => Sentence,
): void {
  const strange = Object.keys(texts).filter((swedish) => !said.has(swedish))
  if (strange.length > 0)
    throw new QuestionnaireError(
      file,
      strange.map((swedish) => ({ path: 'texts', message: tell(swedish) })),
    )
}
