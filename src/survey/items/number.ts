// A number that is written: comma or point before the decimals, whichever language the page has.
import { z } from 'zod'
import { asSeen } from '../hidden-signs.ts'
import { itemBase, Text } from '../parts.ts'
import { type AnswerFault, type ItemKind, one, readOne } from './kind.ts'

export const NumberItem = z.strictObject({
  ...itemBase,
  type: z.literal('number'),
  /** Both allowed. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** What it counts, behind the field: "hours a month". */
  unit: Text.optional(),
  /** How many decimals may be written. */
  decimals: z.int().min(0).max(6).default(0),
})
type NumberItem = z.output<typeof NumberItem>

export interface NumberLook {
  written: string
  unit: string | null
  decimals: number
  min: number | null
  max: number | null
  /** Characters that the field shows. */
  width: number
}

export const number: ItemKind<typeof NumberItem, NumberLook> = {
  schema: NumberItem,
  name: { sv: 'tal', en: 'number' },
  seconds: 15,
  parts: () => [''],
  read(_questionnaire, item, typed) {
    const found = readOne(typed)
    if (!found || 'fault' in found) return found
    const reading = readNumber(found.entry, item)
    return typeof reading === 'number' ? { answer: reading } : { fault: reading }
  },
  typed: (_item, answer) => ({ '': [String(answer)] }),
  look: (_questionnaire, item, typed, language) => ({
    written: writtenIn(one(typed), language),
    unit: item.unit?.[language] ?? null,
    decimals: item.decimals,
    min: item.min ?? null,
    max: item.max ?? null,
    width: Math.max(4, String(item.max ?? 1_000_000).length + (item.decimals > 0 ? item.decimals + 1 : 0)),
  }),
  inWords(_questionnaire, { unit }, answer, language) {
    const written = writtenIn(String(answer), language)
    return unit ? `${written} ${unit[language]}` : written
  },
  paper: (_questionnaire, { unit, decimals, min, max }, language) => ({
    form: 'box',
    options: [],
    missing: [],
    lines: 0,
    after: unit?.[language] ?? null,
    limits: { of: 'number', decimals, min: min ?? null, max: max ?? null },
  }),
  columns: (_questionnaire, { decimals, unit }) => [
    { suffix: '', about: unit ?? null, values: [], storage: 'number', decimals, cell: (answer) => Number(answer) },
  ],
  fromCells: (_item, cells) => ({ '': [cells[''] ?? ''] }),
  stimulus: (_questionnaire, { min, max, unit, decimals }) => ({ min, max, unit, decimals }),
  codes: () => [],
  check(questionnaire, item, report) {
    if (item.min !== undefined && item.max !== undefined && item.min >= item.max)
      report(['min'], {
        sv: `${item.id} tillåter inget tal: min ${item.min} är inte under max ${item.max}; ändra ett av dem`,
        en: `${item.id} allows no number: min ${item.min} is not under max ${item.max}; change one`,
      })
    for (const reason of ['not_answered', 'not_asked'] as const) {
      const { code } = questionnaire.missing[reason]
      if (code >= (item.min ?? Number.NEGATIVE_INFINITY) && code <= (item.max ?? Number.POSITIVE_INFINITY))
        report(['min'], {
          sv: `${code} står för ${reason} och kan vara ett svar på ${item.id}; höj min över ${code}, eller ändra koden`,
          en: `${code} stands for ${reason} and can be an answer to ${item.id}; raise min above ${code}, or change the code`,
        })
    }
  },
}

/** Spaces group thousands, and so do marks where there are two or more of one kind. */
const numeral = /^([+-]?)(\d{1,3}(?: \d{3})+|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:[.,](\d+))?$/u

/**
 * Both 3,5 and 3.5 are three and a half, and a true minus is a minus. Three digits behind a mark where the item takes
 * fewer decimals are refused: 1,200 may mean twelve hundred.
 */
function readNumber(entry: string, { min, max, decimals }: NumberItem): number | AnswerFault {
  const text = asSeen(entry).replace(/^[\u2212\u2013]/, '-')
  const found = numeral.exec(text)
  if (!found) return { code: 'not_a_number', details: { entry } }
  const [, sign = '', whole = '', fraction = ''] = found
  const kept = fraction.length < 3 ? fraction.replace(/0+$/, '') : fraction
  if (kept.length > decimals) return { code: 'too_many_decimals', details: { entry, decimals } }
  const value = Number(`${sign}${whole.replaceAll(/[ .,]/g, '')}.${kept || '0'}`)
  const isOutside =
    Math.abs(value) > Number.MAX_SAFE_INTEGER ||
    value < (min ?? Number.NEGATIVE_INFINITY) ||
    value > (max ?? Number.POSITIVE_INFINITY)
  if (isOutside) return { code: 'out_of_range', details: { entry, min: min ?? null, max: max ?? null } }
  // −0 is 0.
  return value + 0
}

/** A stored number with the decimal mark of the language; what somebody wrote stays as it was written. */
const writtenIn = (text: string, language: 'sv' | 'en'): string =>
  language === 'sv' && String(Number(text)) === text ? text.replace('.', ',') : text
