// What a participant said to one item. The same shape in memory, in a draft and in a stored response, so that
// nothing is translated on the way; the item's type tells a code from a text.
import type { OfferedMissing } from './questionnaire.ts'

/** A rating's or choice's code, a text, or a missing answer that was ticked. Not answered = not there at all. */
export type Answer = number | string | { missing: OfferedMissing }

/** By item id. An item that was not answered, or not asked, has no entry: missing is never zero. */
export type Answers = Readonly<Record<string, Answer>>
