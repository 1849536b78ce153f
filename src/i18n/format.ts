// Numbers and dates as a reader writes them. Rounding is half away from zero, the minus is U+2212, days are those
// of Stockholm.
import type { AnsweringLanguage as Language } from './phrases.ts'

const locale = { sv: 'sv-SE', en: 'en-GB', fi: 'fi-FI' } as const
const zone = 'Europe/Stockholm'

/** Making a formatter costs a hundred times what using one does. */
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(decimals: number, language: Language): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const known = numberFormats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    roundingMode: 'halfExpand',
    signDisplay: 'negative',
    useGrouping: 'min2',
  })
  numberFormats.set(key, format)
  return format
}

/** A number with a fixed count of decimals: 8.25 → "8,3" in Swedish with one. Never "−0,0". */
export const formatNumber = (value: number, decimals: number, language: Language): string =>
  numberFormat(decimals, language)
    .format(Number(value.toPrecision(12)))
    .replace('-', '\u2212')

/** As formatNumber, with a plus sign where the value is above zero. */
export function formatChange(value: number, decimals: number, language: Language): string {
  const text = formatNumber(value, decimals, language)
  return /[1-9]/.test(text) && value > 0 ? `+${text}` : text
}

export const formatCount = (value: number, language: Language): string => formatNumber(value, 0, language)

/** "72 %" (Swedish writes a space), of a share 0–1. */
export const formatPercent = (share: number, language: Language): string =>
  `${formatNumber(share * 100, 0, language)}${language === 'en' ? '%' : '\u00a0%'}`

/** "Flen, Vingåker och Älvdalen". */
export const formatList = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(locale[language]).format(names)

/** "21 november 2026" / "21 November 2026", of UTC milliseconds or a day YYYY-MM-DD. */
export function formatDay(when: number | string, language: Language): string {
  return dayFormat(language).format(dateOf(when))
}

const dayFormats = new Map<Language, Intl.DateTimeFormat>()

function dayFormat(language: Language): Intl.DateTimeFormat {
  const known = dayFormats.get(language)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: zone })
  dayFormats.set(language, format)
  return format
}

const dateOf = (when: number | string): Date => new Date(typeof when === 'number' ? when : `${when}T12:00:00Z`)

/** "5 februari–9 mars 2018", "3–28 mars 2018": what both days share is said once. Days as formatDay takes them. */
export function formatDays(from: number | string, to: number | string, language: Language): string {
  return dayFormat(language).formatRange(dateOf(from), dateOf(to))
}

const timeFormats = new Map<Language, Intl.DateTimeFormat>()

/** "21 november 2026 kl. 14:05" in Swedish local time. */
export function formatTime(when: number, language: Language): string {
  const known = timeFormats.get(language)
  if (known) return known.format(when)
  const format = new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  timeFormats.set(language, format)
  return format.format(when)
}

/** The day that ends at the moment, as formatDay writes it; null where none does. "Until 00:00" is read a day too late. */
export const formatDayEnding = (when: number, language: Language): string | null =>
  localDay(when) === localDay(when - 1) ? null : formatDay(when - 1, language)

/** The day in Stockholm, YYYY-MM-DD: what "closes on 31 May" is compared with. */
export function localDay(when: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(when)
}
