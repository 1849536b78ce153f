// What `npm run mail` reads of hours and pace, and how it says the hours.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { MailPace } from '#store/mail-pace.ts'
import type { SendingHours } from '#store/sending-hours.ts'

/** "any", or days and times: "1-5 08:00-17:00", "1,3,5 9:00-24:00". Undefined where it is neither. */
export function readHours(words: readonly string[]): SendingHours | 'any' | undefined {
  const [days = '', times = '', ...more] = words
  if (words.length === 1 && days === 'any') return 'any'
  const [, first, last] = /^([1-7])-([1-7])$/.exec(days) ?? []
  const listed = /^[1-7](,[1-7])*$/.test(days) ? days.split(',').map(Number) : []
  const range = Array.from({ length: 7 }, (_, at) => at + 1).filter(
    (day) => Number(first) <= day && day <= Number(last),
  )
  const [from, to] = /^[\d:]+-[\d:]+$/.test(times) ? times.split('-').map(readMinutes) : []
  const chosen = [...new Set([...listed, ...range])].sort()
  if (more.length > 0 || chosen.length === 0 || from === undefined || to === undefined || from >= to) return undefined
  return { days: chosen, from, to }
}

/** "08:00" → 480, "24:00" → 1440; undefined where it is no time of day. */
function readMinutes(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(time) ?? []
  const all = 60 * Number(hours) + Number(minutes)
  return all <= 24 * 60 ? all : undefined
}

/** "2 60 20": at once, a minute, a minute and domain; "-" = no limit. Undefined where it is not that. */
export function readPace([atOnce, perMinute = '-', perDomain = '-', ...more]: readonly string[]): MailPace | undefined {
  const limits = [perMinute, perDomain].map((word) =>
    word === '-' ? null : /^[1-9]\d{0,5}$/.test(word) ? Number(word) : undefined,
  )
  const [inAll, toDomain] = limits
  if ((atOnce !== '1' && atOnce !== '2') || inAll === undefined || toDomain === undefined || more.length > 0)
    return undefined
  return { connections: atOnce === '1' ? 1 : 2, perMinute: inAll, perDomain: toDomain }
}

export function sayHours(hours: SendingHours | undefined, language: Language): string {
  const words = phrasesIn(language).mail
  if (!hours) return words.task_any_hour
  return words.task_hours(hours.days.join(', '), `${sayMinutes(hours.from)}–${sayMinutes(hours.to)}`)
}

const sayMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
