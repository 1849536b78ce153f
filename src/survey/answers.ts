// From what a form sends to answers, and from answers to a response that may be stored. Mistakes are values: the
// words for them stand with the pages. How each type of item is read stands in items/.
import { isDeepStrictEqual } from 'node:util'
import { type Answer, type Answers, isMissing } from './answer.ts'
import { isBlank } from './hidden-signs.ts'
import { type AnswerFault, fieldName, type Reading, type Typed } from './items/kind.ts'
import { kindOf } from './items/kinds.ts'
import { findItem } from './lookup.ts'
import { type Item, OfferedMissing, type Questionnaire, type WaveKind } from './questionnaire.ts'
import { itemsAsked, type Known } from './visibility.ts'

/** One mistake in one item. `entry` is what was sent, to be shown again. */
export type AnswerError = { item: string } & (
  | AnswerFault
  /** The item is not in this version. */
  | { code: 'unknown_item'; details: { entry: string } }
)

/** The fields of a form that belong to an item. */
export const fieldsOf = (item: Item): string[] =>
  kindOf(item)
    .parts(item)
    .map((part) => fieldName(item.id, part))

/**
 * Whether a form holds the item at all. What it does not hold was not touched: a radio button cannot be unticked.
 * Boxes that can be are led by an empty field of the same name.
 */
export const isTouched = (item: Item, body: unknown): boolean =>
  isRecord(body) && fieldsOf(item).some((field) => Object.hasOwn(body, field))

/**
 * The form without the answer that its button takes back: there is no other way to untick the last of some buttons.
 * Undefined where no such button was pressed.
 */
export function takenBack(items: readonly Item[], body: unknown): Record<string, unknown> | undefined {
  if (!isRecord(body)) return undefined
  const item = items.find(({ id }) => id === body._clear)
  return item && { ...body, ...Object.fromEntries(fieldsOf(item).map((field) => [field, ''])) }
}

/** What a form holds of an item, as it was typed; blank entries and repeated ones left out. */
export const typedIn = (item: Item, body: unknown): Typed =>
  Object.fromEntries(
    kindOf(item)
      .parts(item)
      .map((part) => [part, readField(body, fieldName(item.id, part))]),
  )

/** What a form would hold where this was answered before; nothing where it was not. */
export function typedFrom(item: Item, answer: Answer | undefined): Typed {
  if (answer === undefined) return {}
  return isMissing(answer) ? { '': [answer.missing] } : kindOf(item).typed(item, answer)
}

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
    const reading = kindOf(item).read(questionnaire, item, typedIn(item, body))
    if (!reading) continue
    if ('fault' in reading) errors.push({ item: item.id, ...reading.fault })
    else answers[item.id] = reading.answer
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
    else {
      const reading = readBack(questionnaire, item, answer)
      if (!reading) continue
      if ('fault' in reading) errors.push({ item: id, ...reading.fault })
      else kept[id] = answer
    }
  }
  return { answers: kept, errors, notAsked }
}

/** An answer is what a form could have sent: written into one and read again, it must be the same. */
function readBack(questionnaire: Questionnaire, item: Item, answer: Answer): Reading {
  const typed: Record<string, readonly string[]> = {}
  for (const [part, entries] of Object.entries(typedFrom(item, answer)))
    typed[part] = entries.filter((entry) => !isBlank(entry))
  const reading = kindOf(item).read(questionnaire, item, typed)
  // Most answers are codes and texts: of a file with a million of them, comparing deeply would cost the most.
  if (!reading || 'fault' in reading || reading.answer === answer || isDeepStrictEqual(reading.answer, answer))
    return reading
  return { fault: { code: 'unknown_option', details: { entry: show(answer) } } }
}

/** UTF-16 units. Ten times the longest text that any question takes: what is longer is shown again, and not kept. */
const longestKept = 100_000

/** Faults of what somebody wrote, rather than of a form that is not ours: the writing is worth keeping. */
const isKept = ({ code, details }: AnswerError): boolean =>
  code !== 'unknown_item' &&
  code !== 'unknown_option' &&
  code !== 'several_options' &&
  details.entry.length <= longestKept

/** Whether there are no faults but in what is kept as it was written, so that the page can be left and mended later. */
export const areKept = (errors: readonly AnswerError[]): boolean => errors.every(isKept)

/**
 * What was written wrongly, as it was written, for a draft: nobody loses a word by looking elsewhere before mending
 * it. checkAnswers finds the fault again, so that none of it is ever sent in.
 */
export const keptEntries = (errors: readonly AnswerError[]): Answers =>
  Object.fromEntries(errors.filter(isKept).map(({ item, details }) => [item, details.entry]))

/** Whether anything is said by the person: what the register filled in beforehand is not yet an answer of their own. */
export const saysSomething = (questionnaire: Questionnaire, answers: Answers): boolean =>
  questionnaire.items.some((item) => answers[item.id] !== undefined && !(item.type === 'choice' && item.knownFrom))

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
  if (isCode(value)) return true
  if (Array.isArray(value)) return value.length > 0 && value.every(isCode)
  return (
    typeof value === 'object' &&
    value !== null &&
    'missing' in value &&
    Object.keys(value).length === 1 &&
    OfferedMissing.safeParse(value.missing).success
  )
}

const isCode = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The different answers a field was sent with; none where it is missing or blank. */
function readField(body: unknown, name: string): string[] {
  if (!isRecord(body) || !Object.hasOwn(body, name)) return []
  const sent = body[name]
  const texts = (Array.isArray(sent) ? sent : [sent]).filter((entry): entry is string => typeof entry === 'string')
  return [...new Set(texts.filter((entry) => !isBlank(entry)))]
}

const show = (answer: Answer): string => (isMissing(answer) ? answer.missing : String(answer))
