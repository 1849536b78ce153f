// A day of the calendar, in three fields: a person knows day, month and year, and no script is needed. Kept as
// YYYY-MM-DD.
import { z } from 'zod'
import type { AnsweringLanguage } from '../languages.ts'
import { itemBase } from '../parts.ts'
import { dateParts, type ItemKind, one, type Typed } from './kind.ts'
import { readWrittenDay } from './written-day.ts'

export const DateItem = z.strictObject({
  ...itemBase,
  type: z.literal('date'),
  /** Both allowed. */
  earliest: z.iso.date().default('1900-01-01'),
  latest: z.iso.date().default('2099-12-31'),
})

export interface DateLook {
  day: string
  month: string
  year: string
}

export const date: ItemKind<typeof DateItem, DateLook> = {
  schema: DateItem,
  name: { sv: 'datum', en: 'date' },
  seconds: 15,
  parts: () => dateParts,
  read(_questionnaire, item, typed) {
    const fields = dateParts.map((part) => one(typed, part).trim())
    const written = readWrittenDay(fields)
    if (!written) return undefined
    const entry = fields.map((text) => text.replaceAll(between, '')).join(between)
    if ('missing' in written)
      return { fault: { code: 'date_incomplete', details: { entry, missing: written.missing } } }
    if ('fault' in written) return { fault: { code: written.fault, details: { entry } } }
    const { earliest, latest } = item
    if (written.iso < earliest || written.iso > latest)
      return { fault: { code: 'date_out_of_range', details: { entry, earliest, latest } } }
    return { answer: written.iso }
  },
  typed(_item, answer) {
    const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(answer))
    const parts = iso
      ? [String(Number(iso[3])), String(Number(iso[2])), iso[1] ?? '']
      : String(answer).split(between).slice(0, 3)
    return Object.fromEntries(dateParts.map((part, at) => [part, parts[at] ? [parts[at]] : []]))
  },
  look: (_questionnaire, _item, typed) => ({
    day: one(typed, 'day'),
    month: one(typed, 'month'),
    year: one(typed, 'year'),
  }),
  inWords: (_questionnaire, _item, answer, language, reader = language) =>
    new Intl.DateTimeFormat(locales[reader], { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(`${answer}T00:00:00Z`),
    ),
  paper: () => ({
    form: 'date',
    options: [],
    missing: [],
    lines: 0,
    after: null,
  }),
  columns: () => [{ suffix: '', about: null, values: [], storage: 'code', cell: (answer) => String(answer) }],
  fromCells: (item, cells): Typed => date.typed(item, isoOnly(cells[''] ?? '')),
  stimulus: (_questionnaire, { earliest, latest }) => ({ earliest, latest }),
  codes: () => [],
  check(_questionnaire, item, report) {
    if (item.earliest > item.latest)
      report(['earliest'], {
        sv: `${item.id} tillåter ingen dag: earliest ${item.earliest} är efter latest ${item.latest}; ändra en av dem`,
        en: `${item.id} allows no day: earliest ${item.earliest} is after latest ${item.latest}; change one`,
      })
  },
}

const locales: Readonly<Record<AnsweringLanguage, string>> = { sv: 'sv-SE', en: 'en-GB', fi: 'fi-FI' }

/** Between the fields of an entry that is no day: nobody can type it, so what was typed comes back field by field. */
const between = '\u001f'

/** A cell of a file is a day, or none at all: 03/04/2026 is read differently by two people. */
const isoOnly = (cell: string): string => (/^\s*(\d{4}-\d\d-\d\d)?\s*$/.test(cell) ? cell.trim() : '?')
