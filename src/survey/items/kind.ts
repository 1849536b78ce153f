// What every type of item must be able to do. A type is one file beside this one, a look in views/answering/items, and
// a line in kinds.ts; nothing else asks which types there are.
import type { z } from 'zod'
import type { Answer, Code } from '../answer.ts'
import type { AnsweringLanguage } from '../languages.ts'
import type { Language, OfferedMissing, Text } from '../parts.ts'
import type { Item, Questionnaire } from '../questionnaire.ts'
import type { Sentence } from '../sentence.ts'

/** What a form holds of an item, by part: '' is the field of the item's own name, the others follow it. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** The name of a form's field. An id has no hyphen, so that no two fields collide. */
export const fieldName = (item: string, part: string): string => (part === '' ? item : `${item}-${part}`)

/** Why an entry is no answer. `entry` is what was written, as `typed` reads it back; the words stand with the pages. */
export type AnswerFault =
  /** No such point, choice or missing answer in this version. */
  | { code: 'unknown_option'; details: { entry: string } }
  /** Several different answers where one is asked for. */
  | { code: 'several_options'; details: { entry: string } }
  /** Something chosen beside what rules out everything else; the code of the latter. */
  | { code: 'beside_exclusive'; details: { entry: string; exclusive: Code } }
  /** Lengths in graphemes, as a reader counts them. */
  | { code: 'too_long'; details: { entry: string; length: number; maxLength: number } }
  | { code: 'not_a_number'; details: { entry: string } }
  /** Neither bound is crossed by a number between them; null = there is none. */
  | { code: 'out_of_range'; details: { entry: string; min: number | null; max: number | null } }
  | { code: 'too_many_decimals'; details: { entry: string; decimals: number } }
  | { code: 'date_incomplete'; details: { entry: string; missing: readonly DatePart[] } }
  /** Not to be made out, a year without its four figures, or 30 February. */
  | { code: 'not_a_date' | 'date_year' | 'no_such_day'; details: { entry: string } }
  /** ISO days, both allowed. */
  | { code: 'date_out_of_range'; details: { entry: string; earliest: string; latest: string } }
  /** Two or more things at one place. */
  | { code: 'places_shared'; details: { entry: string; place: number } }
  /** A place left out before one that is taken. */
  | { code: 'place_left_out'; details: { entry: string; place: number } }

export const dateParts = ['day', 'month', 'year'] as const
export type DatePart = (typeof dateParts)[number]

/** An answer, a fault, or nothing: the participant left it. */
export type Reading = { answer: Answer } | { fault: AnswerFault } | undefined

/** One column of a research file; an item with several has one per choice. */
export interface ItemColumn {
  /** Follows the item's variable: '' or '_' and the choice. */
  suffix: string
  /** What the column is about, where the item's question alone does not say it. */
  about: Text | null
  values: readonly { code: Code; label: Text | null }[]
  storage: 'number' | 'code' | 'text'
  /** Of a number that is measured rather than coded. */
  decimals?: number
  /** @param answer never one that is missing */
  cell(answer: Answer): Code
}

/** How an item is answered on paper. */
export interface PaperAnswer {
  /**
   * steps: one of a row; one: one of a list; several: any of a list; places: a box for a place before each; lines, box,
   * date: to write on or in.
   */
  form: 'steps' | 'one' | 'several' | 'places' | 'lines' | 'box' | 'date'
  options: readonly string[]
  /** Missing answers, kept apart from the others. */
  missing: readonly string[]
  /** Lines to write on; of places, how many there are. */
  lines: number
  /** Behind a box: the unit. */
  after: string | null
  /** Options that rule out all others, kept apart from them; left out = none. */
  alone?: readonly string[]
  /** What may be written; left out = nothing that would be refused when it is entered. */
  limits?: NumberLimits | TextLimits
}

/** null = there is none. */
interface NumberLimits {
  of: 'number'
  decimals: number
  min: number | null
  max: number | null
}

interface TextLimits {
  of: 'text'
  /** Graphemes. */
  most: number
  short: boolean
}

/** What a fault in a questionnaire file is told with: the path below the item, and the remedy. */
export type ItemReport = (path: readonly (string | number)[], message: Sentence) => void

/**
 * @typeParam S the schema of the item in a questionnaire file
 * @typeParam L what the template of the look needs, besides the question and its fault
 */
export interface ItemKind<S extends z.ZodType, L extends object> {
  schema: S
  /** What staff call it. */
  name: Text
  /** Seconds that it takes to answer: a rule of thumb, generous to slow readers. */
  seconds: number
  parts(item: z.output<S>): readonly string[]
  /** From a form. Blank entries have been taken out; one that is left may hold anything. */
  read(questionnaire: Questionnaire, item: z.output<S>, typed: Typed): Reading
  /** Back to what a form holds, from an answer, or from the `entry` of a fault. */
  typed(item: z.output<S>, answer: Answer): Typed
  look(questionnaire: Questionnaire, item: z.output<S>, typed: Typed, language: Language): L
  /** For eyes. @param answer never one that is missing @param reader of the page, where its texts stand under another */
  inWords(
    questionnaire: Questionnaire,
    item: z.output<S>,
    answer: Answer,
    language: Language,
    reader?: AnsweringLanguage,
  ): string | null
  paper(questionnaire: Questionnaire, item: z.output<S>, language: Language): PaperAnswer
  columns(questionnaire: Questionnaire, item: z.output<S>): readonly ItemColumn[]
  /** From the cells of a file, by suffix, to what a form would hold. */
  fromCells(item: z.output<S>, cells: Readonly<Record<string, string>>): Typed
  /** What a participant chooses between, for telling whether two versions ask alike. */
  stimulus(questionnaire: Questionnaire, item: z.output<S>): unknown
  /** Missing answers that can be ticked; left out = none. */
  offers?(questionnaire: Questionnaire, item: z.output<S>): readonly OfferedMissing[]
  /** The codes that a condition can look at; none where anything may be written. */
  codes(questionnaire: Questionnaire, item: z.output<S>): readonly Code[]
  /** Faults of the file that the schema cannot see. */
  check?(questionnaire: Questionnaire, item: z.output<S>, report: ItemReport): void
}

export type AnyKind = ItemKind<z.ZodType<Item>, object>

export const one = (typed: Typed, part = ''): string => typed[part]?.[0] ?? ''

/** The entry of a field that takes one answer; a fault where it holds several different ones. */
export function readOne(typed: Typed): { entry: string } | { fault: AnswerFault } | undefined {
  const entries = typed[''] ?? []
  const [entry] = entries
  if (entry === undefined) return undefined
  if (entries.length > 1) return { fault: { code: 'several_options', details: { entry: entries.join(', ') } } }
  return { entry }
}

export const labelIn = (label: Text | undefined | null, code: Code, language: Language): string =>
  label?.[language] ?? String(code)
