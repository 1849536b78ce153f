// What a project is called, who asks and what is said about it: typed once when it is new, and again to mend it.
import type { Phrases } from '#i18n/phrases.ts'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { hidesCharacters, isBlank } from '#intake/lookups.ts'
import type { ProjectTexts } from '#store/projects.ts'
import type { FieldError } from './form.ts'

/** In the order of the form. */
export const textFields = ['nameSv', 'nameEn', 'organisation', 'contact', 'aboutSv', 'aboutEn'] as const
export type TextsForm = Record<(typeof textFields)[number], string>

export type CheckedTexts = { texts: ProjectTexts; errors?: never } | { errors: FieldError[]; texts?: never }

type Words = Phrases['staff']['wrong']

const longestName = 120
const longestAbout = 4000

export function checkTexts(form: TextsForm, words: Words): CheckedTexts {
  const contact = checkAddress(form.contact)
  const wrong: Record<keyof TextsForm, string | null> = {
    nameSv: checkName(form.nameSv, words.nameSv, words),
    nameEn: checkName(form.nameEn, words.nameEn, words),
    organisation: checkName(form.organisation, words.organisation, words),
    contact: contact.ok ? null : words.email,
    aboutSv: checkParagraphs(form.aboutSv, words),
    aboutEn: checkParagraphs(form.aboutEn, words),
  }
  const errors = textFields.flatMap((field) => {
    const message = wrong[field]
    return message === null ? [] : [{ field, message }]
  })
  if (errors.length > 0 || !contact.ok) return { errors }
  const texts = {
    nameSv: form.nameSv.trim(),
    nameEn: form.nameEn.trim(),
    aboutSv: form.aboutSv.trim(),
    aboutEn: form.aboutEn.trim(),
    organisation: form.organisation.trim(),
    contactEmail: inOwnLetters(contact.address),
  }
  return { texts }
}

/** One line that can be seen and says what it seems to say; else what to write instead. */
export function checkName(typed: string, missing: string, words: Words, longest = longestName): string | null {
  const name = typed.trim()
  if (isBlank(name)) return missing
  if (hidesCharacters(name)) return words.hidden
  return name.length > longest ? words.tooLong(longest) : null
}

function checkParagraphs(typed: string, words: Words): string | null {
  if (hidesCharacters(typed.replaceAll(/[\r\n\t]/g, ' '))) return words.hidden
  return typed.length > longestAbout ? words.tooLong(longestAbout) : null
}
