// Which day it is where the projects are, and when that day ends: a wave is open through its last day, and some days
// have 23 or 25 hours.

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
const hour = 3_600_000

/** YYYY-MM-DD in Stockholm. @param when UTC milliseconds */
export const localDayOf = (when: number): string => day.format(when)

/**
 * The midnight in Stockholm that ends the day, UTC milliseconds. The clock changes at two or three at night, never then.
 * @param date YYYY-MM-DD
 */
export function endOfLocalDay(date: string): number {
  const midnightInUtc = Date.parse(`${date}T24:00:00Z`)
  const inSummer = midnightInUtc - 2 * hour
  return localDayOf(inSummer) > date ? inSummer : midnightInUtc - hour
}
