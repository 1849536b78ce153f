// A short or a long text in a person's own words, with a limit as a reader counts.
import { z } from 'zod'
import { itemBase } from '../parts.ts'
import { type ItemKind, one, readOne } from './kind.ts'

export const TextItem = z.strictObject({
  ...itemBase,
  type: z.literal('text'),
  /** Graphemes, as a reader counts them. */
  maxLength: z.int().positive().max(10_000).default(2000),
  /** One line: a title, a place. */
  short: z.boolean().default(false),
})

export interface TextLook {
  written: string
  /** Graphemes. */
  most: number
  short: boolean
}

export const text: ItemKind<typeof TextItem, TextLook> = {
  schema: TextItem,
  name: { sv: 'fritext', en: 'free text' },
  seconds: 45,
  parts: () => [''],
  read(_questionnaire, { maxLength }, typed) {
    const found = readOne(typed)
    if (!found || 'fault' in found) return found
    // Forms send CRLF; a text area shows and counts one line break.
    const entry = found.entry.replaceAll('\r\n', '\n')
    const length = countGraphemes(entry, maxLength)
    if (length > maxLength) return { fault: { code: 'too_long', details: { entry, length, maxLength } } }
    return { answer: entry }
  },
  typed: (_item, answer) => ({ '': [String(answer)] }),
  look: (_questionnaire, { maxLength, short }, typed) => ({ written: one(typed), most: maxLength, short }),
  inWords: (_questionnaire, _item, answer) => String(answer),
  paper: (_questionnaire, { maxLength, short }) => ({
    form: 'lines',
    options: [],
    missing: [],
    // A hand writes some sixty letters on a line.
    lines: short ? 1 : Math.min(4, Math.ceil(maxLength / 60)),
    after: null,
    limits: { of: 'text', most: maxLength, short },
  }),
  columns: () => [{ suffix: '', about: null, values: [], storage: 'text', cell: (answer) => String(answer) }],
  fromCells: (_item, cells) => ({ '': [cells[''] ?? ''] }),
  // The limit is left out, as it was before texts could be short: it changes nothing of what is asked.
  stimulus: () => [undefined, undefined],
  codes: () => [],
}

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })

/** Graphemes; code points where there are so many that a text is hopelessly long, or piles accents on one letter. */
function countGraphemes(text: string, maxLength: number): number {
  if (text.length <= maxLength) return text.length
  let length = 0
  if (text.length > maxLength * 16) for (const _ of text) length += 1
  else for (const _ of graphemes.segment(text)) length += 1
  return length
}
