// Words for a letter as staff type them: each fault in their language, with its place.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { hidesCharacters } from '#intake/lookups.ts'
import {
  type LetterKind,
  type LetterWords,
  type Place,
  placeIn,
  type TemplateFault,
  templateFaults,
} from '#mail/template.ts'
import type { FieldError } from './form.ts'
import { promiseIn } from './information-text.ts'

/** @param named what the fields of the form are called; left out = as the parts of the letter */
export function letterErrors(
  kind: LetterKind | 'message',
  words: LetterWords,
  language: Language,
  named: Record<keyof LetterWords, string> = { subject: 'subject', body: 'body' },
): FieldError[] {
  const faults = templateFaults(kind, words).map((fault) => ({
    field: named[fault.part],
    message: messageOf(fault, language),
  }))
  const others = (['subject', 'body'] as const).flatMap((part) =>
    otherFaults(words[part], language).map((message) => ({ field: named[part], message })),
  )
  return [...faults, ...others]
}

/** What holds for every text that participants read. */
function otherFaults(text: string, language: Language): string[] {
  const words = phrasesIn(language).letters.wrong
  const promise = promiseIn(text)
  const hidden = [...text].findIndex((letter) => hidesCharacters(letter.replace(/[\r\n\t]/, ' ')))
  const hiddenAt = [...text].slice(0, Math.max(hidden, 0)).join('').length
  return [
    ...(promise === undefined ? [] : [words.promise(promise, placeOf(placeIn(text, text.indexOf(promise)), language))]),
    ...(hidden < 0 ? [] : [words.hidden(placeOf(placeIn(text, hiddenAt), language))]),
  ]
}

function messageOf(fault: TemplateFault, language: Language): string {
  const { wrong: words, fields } = phrasesIn(language).letters
  switch (fault.code) {
    case 'empty':
      return words.empty[fault.part]
    case 'too_long':
      return words.too_long(fault.most)
    case 'no_link':
      return words.no_link
    case 'unknown_field':
      return words.unknown_field(fault.field, placeOf(fault, language), fault.meant ? fields[fault.meant] : '')
    case 'misplaced_field':
    case 'two_links':
      return words[fault.code](fault.field, placeOf(fault, language))
    case 'lines':
    case 'unclosed':
    case 'personal_link':
      return words[fault.code](placeOf(fault, language))
  }
}

const placeOf = ({ line, column }: Place, language: Language): string =>
  phrasesIn(language).letters.wrong.place(line, column)
