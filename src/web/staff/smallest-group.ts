// How few people a figure may be about, as it is typed.
import { smallestThreshold } from '#indicators/disclosure.ts'

/** Beyond, hardly any municipality would have a row of its own. */
export const largestSmallestGroup = 50

/** A whole number within the bounds; null where it is none. */
export function checkSmallestGroup(typed: string): number | null {
  if (!/^\d{1,3}$/.test(typed.trim())) return null
  const people = Number(typed)
  return people >= smallestThreshold && people <= largestSmallestGroup ? people : null
}
