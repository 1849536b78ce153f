// The information to participants as staff type it. A promise that cannot be kept is refused at the door: answers that a
// personal link joins are not anonymous, whatever a text says.
import type { Phrases } from '#i18n/phrases.ts'
import { hidesCharacters, isBlank } from '#intake/lookups.ts'
import { type InformationText, type LegalBasis, legalBases } from '#store/information.ts'
import type { FieldError } from './form.ts'

export const informationFields = ['legalBasis', 'origin', 'bodySv', 'bodyEn', 'showsFeedback'] as const
export type InformationForm = Record<(typeof informationFields)[number], string>

export type CheckedInformation =
  | { legalBasis: LegalBasis; origin: InformationText['origin']; errors?: never }
  | { errors: FieldError[]; legalBasis?: never; origin?: never }

type Words = Phrases['information']['wrong']

const longest = 8000

export function checkInformation(form: InformationForm, words: Words): CheckedInformation {
  const legalBasis = legalBases.find((basis) => basis === form.legalBasis)
  const origin = form.origin === 'own' ? 'own' : 'standard'
  const bodies = origin === 'own' ? (['bodySv', 'bodyEn'] as const) : []
  const errors = [
    ...(legalBasis ? [] : [{ field: `basis-${legalBases[0]}`, message: words.basis }]),
    ...bodies.flatMap((field) => {
      const message = checkBody(form[field], words)
      return message === null ? [] : [{ field, message }]
    }),
  ]
  return legalBasis && errors.length === 0 ? { legalBasis, origin } : { errors }
}

function checkBody(typed: string, words: Words): string | null {
  if (isBlank(typed)) return words.empty
  if (hidesCharacters(typed.replaceAll(/[\r\n\t]/g, ' '))) return words.hidden
  if (typed.length > longest) return words.tooLong(longest)
  const promise = promiseIn(typed)
  return promise === undefined ? null : words.promises(promise)
}

/** "anonymt", "anonyma", "anonymitet", "anonymously", "a n o n y m t", "anony­mt": the word as it was written. */
export const promiseIn = (text: string): string | undefined =>
  /\p{L}*a[\s\p{Cf}-]?n[\s\p{Cf}-]?o[\s\p{Cf}-]?n[\s\p{Cf}-]?y[\s\p{Cf}-]?m\p{L}*/iu.exec(text)?.[0]
