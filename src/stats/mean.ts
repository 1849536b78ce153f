// The average, on which nearly everything here rests.
import { type Sample, sizeOf, sumOver } from './tally.ts'

/**
 * Arithmetic mean, in the unit of the values. The second pass removes the rounding of the first, so that the mean of
 * equal values is that value.
 * @throws RangeError without values
 */
export function mean(sample: Sample): number {
  const n = sizeOf(sample)
  if (n === 0) throw new RangeError('mean requires at least one value')
  const first = sumOver(sample, (value) => value) / n
  return first + sumOver(sample, (value) => value - first) / n
}

/** Plain sum; 0 without values. */
export function sum(values: readonly number[]): number {
  // A loop: this runs a hundred times for each figure, and a callback a value costs more than the sum.
  let total = 0
  for (const value of values) total += value
  return total
}
