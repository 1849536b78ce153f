// How long a mailing takes, from the pace and the hours that are set: a forecast, since servers have their own.
import type { MailPace } from '#store/mail-pace.ts'
import { isWithin, nextOpening, type SendingHours } from '#store/sending-hours.ts'

const minute = 60_000
/** Where no pace is set: what an ordinary mail server takes, a letter each. */
const ordinarySpeed = 1000

/**
 * When the last of the letters would leave, UTC milliseconds; undefined where that is more than a year ahead.
 * @param toOneDomain most letters that go to one domain
 */
export function foreseeEnd(
  letters: number,
  toOneDomain: number,
  pace: MailPace,
  hours: SendingHours | undefined,
  start: number,
): number | undefined {
  const each = Math.max(ordinarySpeed / pace.connections, intervalOf(pace.perMinute))
  let left = Math.max(letters * each, toOneDomain * intervalOf(pace.perDomain))
  if (!hours) return start + left
  let at = nextOpening(hours, start)
  for (const last = start + 366 * 24 * 60 * minute; at < last; at = nextOpening(hours, at)) {
    const open = openFrom(hours, at)
    if (left <= open) return at + left
    left -= open
    at += open
  }
  return undefined
}

const intervalOf = (perMinute: number | null): number => (perMinute === null ? 0 : minute / perMinute)

/** How long mail may leave from then on without a break; never more than a day at a time. */
function openFrom(hours: SendingHours, at: number): number {
  let open = minute - (at % minute)
  while (open < 24 * 60 * minute && isWithin(hours, at + open)) open += minute
  return open
}
