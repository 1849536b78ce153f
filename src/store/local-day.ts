// Which day it is where the projects are, and when that day ends: a wave is open through its last day, and some days
// have 23 or 25 hours.

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
const hour = 3_600_000

let last = { hour: Number.NaN, day: '' }

/** YYYY-MM-DD in Stockholm, where days begin on a whole hour of UTC. @param when UTC milliseconds */
export function localDayOf(when: number): string {
  const at = Math.floor(when / hour)
  if (at !== last.hour) last = { hour: at, day: day.format(when) }
  return last.day
}

/**
 * The midnight in Stockholm that ends the day, UTC milliseconds. The clock changes at two or three at night, never then.
 * @param date YYYY-MM-DD
 */
export function endOfLocalDay(date: string): number {
  const midnightInUtc = Date.parse(`${date}T24:00:00Z`)
  const inSummer = midnightInUtc - 2 * hour
  return localDayOf(inSummer) > date ? inSummer : midnightInUtc - hour
}

/** So many days later, or earlier where negative. A day of the calendar, in no time zone. @param date YYYY-MM-DD */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 24 * hour).toISOString().slice(0, 10)

/** Days of the calendar from one to the other; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / (24 * hour)
