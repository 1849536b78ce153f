// From what a form sends to answers, and from answers to a response that may be stored. Mistakes are values: the
// words for them stand with the pages.
import type { Answer, Answers } from './answer.ts'
import { findItem } from './lookup.ts'
import { type Item, OfferedMissing, type Questionnaire, type WaveKind } from './questionnaire.ts'
import { itemsAsked, type Known } from './visibility.ts'

/** One mistake in one item. `entry` is what was sent, to be shown again. */
export type AnswerError =
  /** The item is not in this version. */
  | { item: string; code: 'unknown_item'; details: { entry: string } }
  /** No such point, choice or missing answer in this version. */
  | { item: string; code: 'unknown_option'; details: { entry: string } }
  /** Several different answers where one is asked for. */
  | { item: string; code: 'several_options'; details: { entry: string } }
  /** Lengths in graphemes, as a reader counts them. */
  | { item: string; code: 'too_long'; details: { entry: string; length: number; maxLength: number } }

/**
 * Reads the given items, usually a page's, from a form body.
 * Nothing but white space or invisible characters is no answer, and so is anything that is not a text: missing is
 * never zero. Fields that are not among the items are left alone: browsers and extensions add their own.
 * A ticked missing answer arrives as its reason, `dont_know` or `not_applicable`.
 */
export function parseAnswers(
  questionnaire: Questionnaire,
  items: readonly Item[],
  body: unknown,
): { answers: Answers; errors: AnswerError[] } {
  const answers: Record<string, Answer> = {}
  const errors: AnswerError[] = []
  for (const item of items) {
    const entries = readField(body, item.id)
    const [entry] = entries
    if (entry === undefined) continue
    if (entries.length > 1) {
      errors.push({ item: item.id, code: 'several_options', details: { entry: entries.join(', ') } })
      continue
    }
    const answer = readEntry(questionnaire, item, entry)
    const error = findError(questionnaire, item, answer)
    if (error) errors.push(error)
    else answers[item.id] = answer
  }
  return { answers, errors }
}

/**
 * Checks a whole response before it is sent in.
 * Answers to items that this person was not asked, after all, are left out and listed in `notAsked`; answers to items
 * or with codes that the version does not have are errors.
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  wave: WaveKind,
  answers: Answers,
  known: Known = {},
): { answers: Answers; errors: AnswerError[]; notAsked: string[] } {
  const asked = new Set(itemsAsked(questionnaire, wave, answers, known).map(({ id }) => id))
  const kept: Record<string, Answer> = {}
  const errors: AnswerError[] = []
  const notAsked: string[] = []
  for (const [id, answer] of Object.entries(answers)) {
    const item = findItem(questionnaire, id)
    if (!item) errors.push({ item: id, code: 'unknown_item', details: { entry: show(answer) } })
    else if (!asked.has(id)) notAsked.push(id)
    else if (item.type === 'text' && typeof answer === 'string' && isBlank(answer)) continue
    else {
      const error = findError(questionnaire, item, answer)
      if (error) errors.push(error)
      else kept[id] = answer
    }
  }
  return { answers: kept, errors, notAsked }
}

/**
 * Reads the JSON of a stored draft or response. Codes are not held against a version: that was done at the door.
 * @throws TypeError naming the item, where the text is not a JSON object of answers
 */
export function parseStoredAnswers(text: string): Answers {
  const stored: unknown = JSON.parse(text)
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    throw new TypeError('parseStoredAnswers expects a JSON object of answers by item')
  const answers = stored as Record<string, unknown>
  // Not Object.entries: a result reads every response, and making the pairs would cost more than parsing does.
  for (const item in answers)
    if (!isAnswer(answers[item])) throw new TypeError(`parseStoredAnswers found no answer under ${item}`)
  return answers as Answers
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string') return true
  return (
    typeof value === 'object' &&
    value !== null &&
    'missing' in value &&
    Object.keys(value).length === 1 &&
    OfferedMissing.safeParse(value.missing).success
  )
}

/** The different answers a field was sent with; none where it is missing or blank. */
function readField(body: unknown, name: string): string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return []
  const sent: unknown = (body as Record<string, unknown>)[name]
  const texts = (Array.isArray(sent) ? sent : [sent]).filter((entry): entry is string => typeof entry === 'string')
  return [...new Set(texts.filter((entry) => !isBlank(entry)))]
}

/** White space, format and control characters, and the letters that are drawn as nothing. */
const nothingToSee = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u
const isBlank = (text: string): boolean => nothingToSee.test(text)

/** What an entry says. A code or reason the item does not have stays a text, for findError to refuse. */
function readEntry(questionnaire: Questionnaire, item: Item, entry: string): Answer {
  // Forms send CRLF; a text area shows and counts one line break.
  if (item.type === 'text') return entry.replaceAll('\r\n', '\n')
  const code = entry.trim()
  if (item.type === 'choice') return item.choices.find((choice) => String(choice.code) === code)?.code ?? code
  const scale = questionnaire.responseScales[item.responseScale]
  const reason = scale?.offers.find((offered) => offered === code)
  if (reason) return { missing: reason }
  return scale?.points.find((point) => String(point.code) === code)?.code ?? code
}

function findError(questionnaire: Questionnaire, item: Item, answer: Answer): AnswerError | undefined {
  if (item.type === 'text' && typeof answer === 'string') {
    const length = countGraphemes(answer, item.maxLength)
    if (length <= item.maxLength) return undefined
    return { item: item.id, code: 'too_long', details: { entry: answer, length, maxLength: item.maxLength } }
  }
  if (isOption(questionnaire, item, answer)) return undefined
  return { item: item.id, code: 'unknown_option', details: { entry: show(answer) } }
}

function isOption(questionnaire: Questionnaire, item: Item, answer: Answer): boolean {
  if (item.type === 'choice') return item.choices.some(({ code }) => code === answer)
  if (item.type === 'text') return false
  const scale = questionnaire.responseScales[item.responseScale]
  if (typeof answer === 'object') return scale?.offers.includes(answer.missing) ?? false
  return scale?.points.some(({ code }) => code === answer) ?? false
}

const show = (answer: Answer): string => (typeof answer === 'object' ? answer.missing : String(answer))

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })

/** Graphemes; code points where there are so many that a text is hopelessly long, or piles accents on one letter. */
function countGraphemes(text: string, maxLength: number): number {
  if (text.length <= maxLength) return text.length
  let length = 0
  if (text.length > maxLength * 16) for (const _ of text) length += 1
  else for (const _ of graphemes.segment(text)) length += 1
  return length
}
