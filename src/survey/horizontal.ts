// Which questions tell of the horizontal criteria that funders ask about: who takes part, by sex and by age. A version
// says so itself; for one that was published before it could, a file beside it does: surveys/<id>/v<n>.horizontal.json.
import { z } from 'zod'
import { id } from './parts.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { parseFile, QuestionnaireError, type QuestionnaireFault } from './questionnaire-file.ts'
import type { Sentence } from './sentence.ts'

export const criteria = ['sex', 'age'] as const
export type Criterion = (typeof criteria)[number]

/** The item of each criterion, which has one answer of several; left out = it is not asked. */
export const Horizontal = z.strictObject({ sex: id.optional(), age: id.optional() })
export type Horizontal = z.output<typeof Horizontal>

const File = z.strictObject({
  format: z.literal(1),
  questionnaire: z.string(),
  version: z.int().positive(),
  horizontal: Horizontal,
})

/** Criteria whose item is none of the questionnaire's, or has no choices to count. */
export const findHorizontalFaults = (horizontal: Horizontal, items: readonly Item[]): QuestionnaireFault[] =>
  criteria.flatMap((criterion) => {
    const named = horizontal[criterion]
    if (named === undefined || items.some((item) => item.id === named && item.type === 'choice')) return []
    return [{ path: `horizontal.${criterion}`, message: noChoice(named) }]
  })

const noChoice = (item: string): Sentence => ({
  sv: `${item} är ingen fråga med ett val (choice) i denna enkät; den som svarar räknas efter ett av alternativen`,
  en: `${item} is not a choice item of this questionnaire; whoever answers is counted by one of its choices`,
})

/**
 * Reads the text of a file beside a version.
 * @throws QuestionnaireError where it is of another version, names what is no choice item of this one, or the version
 *   says it itself
 */
export function parseHorizontal(text: string, file: string, questionnaire: Questionnaire): Horizontal {
  const { horizontal, ...of } = parseFile(text, file, File)
  const { id: own, version } = questionnaire
  if (questionnaire.horizontal) throw new QuestionnaireError(file, [{ path: 'horizontal', message: saidTwice }])
  const faults =
    of.questionnaire === own && of.version === version
      ? findHorizontalFaults(horizontal, questionnaire.items)
      : [
          {
            path: 'questionnaire, version',
            message: anotherVersion(`${of.questionnaire} v${of.version}`, `${own} v${version}`),
          },
        ]
  if (faults.length > 0) throw new QuestionnaireError(file, faults)
  return horizontal
}

const saidTwice: Sentence = {
  sv: 'anges också i versionen själv; ta bort den här filen',
  en: 'is said by the version itself, too; take this file away',
}

const anotherVersion = (said: string, own: string): Sentence => ({
  sv: `säger ${said}, men filen ligger bredvid ${own}; ändra det ena`,
  en: `says ${said}, and the file lies beside ${own}; change one of them`,
})
