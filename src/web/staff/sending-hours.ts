// Sending hours as they are read and typed: days of the week and two times, and the pace beside them.
import { formatList } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { MailPace } from '#store/mail-pace.ts'
import type { SendingHours } from '#store/sending-hours.ts'
import { type FieldError, readChoices, readFields } from './form.ts'
import { readTime, writeTime } from './time-of-day.ts'

export interface HoursInWords {
  /** "måndag, tisdag och onsdag" */
  days: string
  from: string
  to: string
}

export function hoursInWords({ days, from, to }: SendingHours, language: Language): HoursInWords {
  const names = phrasesIn(language).plan.hours.weekday
  const list = formatList(
    days.map((day) => names[day - 1] ?? ''),
    language,
  )
  return { days: list, from: writeTime(from), to: writeTime(to) }
}

const textFields = ['from', 'to', 'connections', 'perMinute', 'perDomain'] as const
export type HoursForm = Record<(typeof textFields)[number], string> & { days: string[] }

const allWeek = [1, 2, 3, 4, 5, 6, 7]
const midnight = 24 * 60

export function hoursToForm(hours: SendingHours | undefined, pace: MailPace): HoursForm {
  const { days, from, to } = hours ?? { days: allWeek, from: 0, to: midnight }
  return {
    days: days.map(String),
    from: writeTime(from),
    to: writeTime(to),
    connections: String(pace.connections),
    perMinute: String(pace.perMinute ?? ''),
    perDomain: String(pace.perDomain ?? ''),
  }
}

export const readHoursForm = (body: unknown): HoursForm => ({
  ...readFields(body, textFields),
  days: readChoices(body, 'days'),
})

export type CheckedHours =
  /** `hours` undefined = at any time. */
  { hours: SendingHours | undefined; pace: MailPace; errors?: never } | { errors: FieldError[] }

export function checkHours(form: HoursForm, language: Language): CheckedHours {
  const words = phrasesIn(language).plan.hours.wrong
  const errors: FieldError[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  const days = allWeek.filter((day) => form.days.includes(String(day)))
  if (days.length === 0) wrong('days', words.days)
  const from = readTime(form.from)
  if (from === undefined) wrong('from', words.from)
  const to = readTime(form.to, midnight)
  if (to === undefined || to <= (from ?? 0)) wrong('to', words.to)
  const connections = form.connections === '1' ? 1 : form.connections === '2' ? 2 : undefined
  if (!connections) wrong('connections', words.connections)
  const [perMinute, perDomain] = [readLimit(form.perMinute), readLimit(form.perDomain)]
  if (perMinute === undefined) wrong('perMinute', words.perMinute)
  if (perDomain === undefined) wrong('perDomain', words.perDomain)
  if (errors.length > 0 || from === undefined || to === undefined || !connections) return { errors }
  if (perMinute === undefined || perDomain === undefined) return { errors }
  const isAnyTime = days.length === 7 && from === 0 && to === midnight
  return { hours: isAnyTime ? undefined : { days, from, to }, pace: { connections, perMinute, perDomain } }
}

/** null = no limit; undefined where it is no number. */
function readLimit(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  return /^[1-9]\d{0,5}$/.test(typed.trim()) ? Number(typed) : undefined
}
