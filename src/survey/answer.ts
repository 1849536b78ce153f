// What a participant said to one item. The same shape in memory, in a draft and in a stored response, so that
// nothing is translated on the way; the item's type tells a code from a text.
import type { OfferedMissing } from './parts.ts'

export type Code = number | string

/** A missing answer that was ticked. */
export interface MissingAnswer {
  missing: OfferedMissing
}

/**
 * A code, a number, a text or an ISO day; codes where several are given: those chosen, or those ranked, first place
 * first. Not answered = not there at all.
 */
export type Answer = Code | readonly Code[] | MissingAnswer

/** By item id. An item that was not answered, or not asked, has no entry: missing is never zero. */
export type Answers = Readonly<Record<string, Answer>>

export const isMissing = (answer: Answer): answer is MissingAnswer => typeof answer === 'object' && 'missing' in answer
