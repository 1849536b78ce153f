// When invitations and reminders go out: on which days of the week and between which hours in Stockholm, where some
// nights lack an hour and some have one twice.
import { z } from 'zod'
import type { Database, Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { clearSetting, findSetting, writeSetting } from './settings.ts'

export interface SendingHours {
  /** 1 = Monday … 7 = Sunday; at least one. */
  days: number[]
  /** Minutes after local midnight: from `from`, and before `to` (at most 1440, the midnight that ends the day). */
  from: number
  to: number
}

const Hours = z
  .object({
    days: z.array(z.number().int().min(1).max(7)).min(1),
    from: z.number().int().min(0).max(1439),
    to: z.number().int().min(1).max(1440),
  })
  .refine(({ from, to }) => from < to)

const key = 'mail_hours'
const minute = 60_000
const hour = 60 * minute
const zone = 'Europe/Stockholm'

/** The hours that are set; undefined = at any time. */
export function findSendingHours(db: Database | Transaction): SendingHours | undefined {
  const value = findSetting(db, key)
  return value === undefined ? undefined : Hours.parse(JSON.parse(value))
}

/** @param hours undefined = at any time */
export function setSendingHours(db: Database, hours: SendingHours | undefined, actor: Actor, now: number): void {
  const value = hours && JSON.stringify(Hours.parse(hours))
  db.transaction((tx) => {
    if (value === undefined) clearSetting(tx, key)
    else writeSetting(tx, key, value)
    recordEvent(tx, { at: now, actor, action: 'mail.hours_set', subject: 'mail', details: { hours: value ?? 'any' } })
  })
}

export function isWithin(hours: SendingHours, when: number): boolean {
  const { weekday, minutes } = localTimeOf(when)
  return hours.days.includes(weekday) && hours.from <= minutes && minutes < hours.to
}

/**
 * The first moment from `now` on that is within the hours, UTC milliseconds. A time that the night of the change skips
 * gives the first minute after the gap; one that comes twice, its first coming.
 */
export function nextOpening(hours: SendingHours, now: number): number {
  if (isWithin(hours, now)) return now
  // Eight days hold every weekday whatever day it is; a day within one hour's change of noon is the right day.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const { date } = localTimeOf(now + ahead * 24 * hour)
    const opening = instantOf(date, hours.from)
    if (opening >= now && isWithin(hours, opening)) return opening
  }
  // Hours that lie wholly within the gap of a night open a week later.
  return nextOpening(hours, now + 7 * 24 * hour)
}

/** When the clock in Stockholm first shows the minute of the day, or the first minute after it that there is. */
export function instantOf(date: string, minutes: number): number {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minutes * minute
  // Summer time is two hours ahead and comes first where a time comes twice.
  for (let late = 0; ; late += minute)
    for (const offset of [2 * hour, hour]) {
      const instant = asIfUtc + late - offset
      const local = localTimeOf(instant)
      if (local.date === date && local.minutes === minutes + late / minute) return instant
    }
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** @param when UTC milliseconds */
function localTimeOf(when: number): { date: string; weekday: number; minutes: number } {
  const [date = '', time = ''] = clock.format(when).split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
  return { date, weekday, minutes: 60 * hours + minutes }
}
