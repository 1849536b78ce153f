// One item as a template shows it: plain texts, what is chosen, what is wrong. What each type shows stands in
// survey/items, and how it looks in views/answering/items.
import { formatDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { formatPlain } from '#i18n/plain-number.ts'
import { type Answer, isMissing } from '#survey/answer.ts'
import { type AnswerError, fieldsOf } from '#survey/answers.ts'
import { fieldName, type Typed } from '#survey/items/kind.ts'
import { type Kinds, kindOf } from '#survey/items/kinds.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import { findGridText } from '#survey/lookup.ts'
import type { Item, Language, Questionnaire } from '#survey/questionnaire.ts'

export interface Question {
  id: string
  text: string
  help: string | null
  error: string | null
  /** The field that the error summary leads to. */
  at: string
  /** The template of views/answering/items. */
  look: Item['type']
  /** The question that a row of a grid belongs to. */
  grid: string | null
  /** The register knows it, and fills it in again where nothing is answered. */
  isKnown: boolean
  /** What the template of the look needs. */
  shown: ReturnType<Kinds[Item['type']]['look']>
}

export interface Filled {
  /** What stands in the form: from the draft, or as just typed. */
  typed: Typed
  error: AnswerError | null
}

export function buildQuestion(
  questionnaire: Questionnaire,
  item: Item,
  { typed, error }: Filled,
  language: Language,
  /** Of what is said around the question, where its own texts stand under another. */
  reader: AnsweringLanguage = language,
): Question {
  return {
    id: item.id,
    text: item.text[language],
    help: item.help?.[language] ?? null,
    error: error && errorInWords(questionnaire, error, language, reader),
    at: error ? fieldOf(item, error) : item.id,
    look: item.type,
    grid: findGridText(questionnaire, item)?.[language] ?? null,
    isKnown: item.type === 'choice' && item.knownFrom !== undefined,
    shown: kindOf(item).look(questionnaire, item, typed, language) as Question['shown'],
  }
}

/** The field to mend: of a date the first that is left out, or its year, of buttons and boxes the first of them. */
export function fieldOf(item: Item, error: AnswerError): string {
  if (error.code === 'date_incomplete') return fieldName(item.id, error.details.missing[0] ?? '')
  if (error.code === 'date_year' && kindOf(item).typed(item, error.details.entry).year?.length)
    return fieldName(item.id, 'year')
  if (error.code === 'places_shared' || error.code === 'place_left_out') {
    const typed = kindOf(item).typed(item, error.details.entry)
    const shared = Object.entries(typed).filter(([, entries]) => entries.includes(String(error.details.place)))
    const free = Object.entries(typed).filter(([, entries]) => entries.length === 0)
    const [part] = (error.code === 'places_shared' ? shared.at(-1) : free[0]) ?? []
    return fieldName(item.id, part ?? kindOf(item).parts(item)[0] ?? '')
  }
  // Buttons and boxes are many of one name; the first bears the name as its id.
  return fieldsOf(item)[0] ?? item.id
}

/** What is wrong and what to do about it. */
export function errorInWords(
  questionnaire: Questionnaire,
  error: AnswerError,
  language: Language,
  reader: AnsweringLanguage = language,
): string {
  const words = phrasesIn(reader).items.error
  const shown = (value: number | null) => (value === null ? null : formatPlain(value, language))
  switch (error.code) {
    case 'too_long':
      return words.too_long(error.details.length, error.details.maxLength)
    case 'out_of_range':
      return words.out_of_range(shown(error.details.min), shown(error.details.max))
    case 'too_many_decimals':
      return words.too_many_decimals(error.details.decimals)
    case 'date_incomplete':
      return words.date_incomplete(error.details.missing)
    case 'date_out_of_range':
      return words.date_out_of_range(formatDay(error.details.earliest, reader), formatDay(error.details.latest, reader))
    case 'places_shared':
      return words.places_shared(error.details.place)
    case 'place_left_out':
      return words.place_left_out(error.details.place)
    case 'beside_exclusive':
      return words.beside_exclusive(labelOf(questionnaire, error.item, error.details.exclusive, language))
    case 'not_a_number':
    case 'not_a_date':
    case 'date_year':
    case 'no_such_day':
    case 'several_options':
    case 'unknown_option':
    case 'unknown_item':
      return words[error.code]
  }
}

function labelOf(questionnaire: Questionnaire, id: string, code: number | string, language: Language): string {
  const item = questionnaire.items.find((candidate) => candidate.id === id)
  const choices = item && 'choices' in item ? item.choices : []
  return choices.find((choice) => choice.code === code)?.label[language] ?? String(code)
}

/** A question and what was answered, for the page where answers are checked. */
export interface Answered {
  text: string
  /** The question that a row of a grid belongs to. */
  grid: string | null
  /** One thing or several, in order; null = not answered. */
  answer: string | null
}

export function answerInWords(
  questionnaire: Questionnaire,
  item: Item,
  answer: Answer | undefined,
  language: Language,
  /** Of what is said in an answer, where the question's own texts stand under another. */
  reader: AnsweringLanguage = language,
): Answered {
  return {
    text: item.text[language],
    grid: findGridText(questionnaire, item)?.[language] ?? null,
    answer: answer === undefined ? null : wordsOf(questionnaire, item, answer, language, reader),
  }
}

function wordsOf(
  questionnaire: Questionnaire,
  item: Item,
  answer: Answer,
  language: Language,
  reader: AnsweringLanguage,
): string | null {
  if (isMissing(answer)) return questionnaire.missing[answer.missing].label[language]
  return kindOf(item).inWords(questionnaire, item, answer, language, reader)
}
