// Scores rescaled to 0–100 carry the rounding of binary fractions (8.333…). Before a difference is compared with
// zero, with another difference or with a threshold it is rounded to 9 decimals, so that equal answers count as equal.
import { isTally, type Sample } from './tally.ts'

/** `value` to 9 decimals. For comparisons only: estimates are built from unrounded values. */
export function roundDifference(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

/**
 * after - before for each person, unrounded, in the order given.
 * @throws RangeError with lists of different length
 */
export function differences(before: readonly number[], after: readonly number[]): number[] {
  if (before.length !== after.length) throw new RangeError('differences requires two lists of the same length')
  return after.map((value, at) => value - (before[at] ?? Number.NaN))
}

/** Whether the values are the same to 9 decimals, so that there is no variation to speak of. True for one value. */
export function areEqual(sample: Sample): boolean {
  const values = isTally(sample) ? sample.values : sample
  const first = values[0] ?? 0
  return values.every((value) => roundDifference(value - first) === 0)
}
