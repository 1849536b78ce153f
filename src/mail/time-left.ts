// How long a mailing will take yet, from how fast letters left lately and how fast they may leave.
import type { Lately } from '#store/mailing.ts'

/** The time that counts as lately, milliseconds. */
export const lately = 60_000
/** Fewer letters, or a shorter time, tell nothing of the pace. */
const fewestLetters = 10
const shortestTime = 2000

/**
 * Whole seconds, as one would say them: 0 where nothing waits, null where nothing tells how fast it goes.
 * @param waiting letters that leave before the last of these, themselves among them
 * @param perMinute the limit that is set; null = none
 */
export function estimateSeconds(waiting: number, sent: Lately, perMinute: number | null, now: number): number | null {
  if (waiting === 0) return 0
  const time = sent.since === null ? 0 : Math.max(now - sent.since, 0)
  const isTelling = sent.letters >= fewestLetters && time >= shortestTime
  const measured = isTelling ? sent.letters / (time / 1000) : null
  const limit = perMinute === null ? null : perMinute / 60
  const rate = measured === null || (limit !== null && limit < measured) ? limit : measured
  return rate === null ? null : Math.ceil(waiting / rate)
}
