// A day as people write it: in three fields or all in the first, with figures or the month's name. Figures are read as
// Swedish writes them, the day before the month; a year of two figures could be any.
import { asSeen } from '../hidden-signs.ts'
import { type DatePart, dateParts } from './kind.ts'

export type WrittenDay =
  /** YYYY-MM-DD, a day of the calendar. */
  | { iso: string }
  | { missing: readonly DatePart[] }
  /** date_year: its year has not four figures. no_such_day: 30 February. not_a_date: none can be made out. */
  | { fault: 'date_year' | 'no_such_day' | 'not_a_date' }

/**
 * @param fields day, month and year as they were typed
 * @returns undefined where there is nothing to see in any of them
 */
export function readWrittenDay(fields: readonly string[]): WrittenDay | undefined {
  const [inDay = [], inMonth = [], inYear = []] = fields.map(wordsOf)
  const words = [...inDay, ...inMonth, ...inYear]
  const empty = dateParts.filter((_part, at) => asSeen(fields[at] ?? '') === '')
  if (empty.length === dateParts.length) return undefined
  if (empty.includes('day')) return { missing: empty }
  if (empty.length > 0 && words.length < 3 && inDay.every(isDayOrMonth)) {
    // "3/4" in the first field lacks the year alone.
    const missing = inDay.length === 1 ? empty : empty.filter((part) => part !== 'month')
    if (missing.length > 0) return { missing }
  }
  if (words.length !== 3) return { fault: 'not_a_date' }
  const [day = '', month = '', year = ''] = inOrder(words)
  return dayOf(day, monthNamed(month) ?? month, year)
}

/** A day, or a month behind it. */
const isDayOrMonth = (word: string, at: number): boolean =>
  /^\d{1,2}$/.test(word) || (at === 1 && monthNamed(word) !== undefined)

function dayOf(day: string, month: string, year: string): WrittenDay {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d+$/.test(year)) return { fault: 'not_a_date' }
  if (year.length !== 4) return { fault: 'date_year' }
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // The 31st of a month with 30 days would roll over into the next.
  const isReal = !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso)
  return isReal ? { iso } : { fault: 'no_such_day' }
}

/** "den 3 april 2026" is how a day is written in Swedish. */
const wordsOf = (text: string): string[] =>
  asSeen(text)
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s.,/\u2010-\u2013-]+/)
    .filter((word) => word !== '' && word !== 'den')

/** Day, month, year: so they are asked for, and so they are written in Swedish. A year or a name that comes first tells. */
function inOrder([first = '', second = '', third = '']: readonly string[]): string[] {
  if (/^\d{4}$/.test(first)) return [third, second, first]
  return monthNamed(first) ? [second, first, third] : [first, second, third]
}

/** By name, long or short, as languages of the questionnaire write it alone and behind a day. */
let months: ReadonlyMap<string, string> | undefined
function monthNamed(word: string): string | undefined {
  months ??= new Map(['sv', 'en-GB', 'en-US', 'fi'].flatMap((language) => namesIn(language)))
  return months.get(word)
}

const namesIn = (language: string): [name: string, month: string][] =>
  (['long', 'short'] as const).flatMap((month) => {
    const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
    const behindDay = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, at) => at).flatMap((at) =>
      [alone, behindDay]
        .flatMap((format) => format.formatToParts(Date.UTC(2026, at, 1)))
        .filter(({ type, value }) => type === 'month' && !/\d/.test(value))
        .map(({ value }): [string, string] => [value.toLowerCase().replace('.', ''), String(at + 1)]),
    )
  })
