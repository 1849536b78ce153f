// The average, on which nearly everything here rests.

/**
 * Arithmetic mean, in the unit of the values. The second pass removes the rounding of the first, so that the mean of
 * equal values is that value.
 * @throws RangeError without values
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('mean requires at least one value')
  const first = sum(values) / values.length
  let rest = 0
  for (const value of values) rest += value - first
  return first + rest / values.length
}

/** Plain sum; 0 without values. */
export function sum(values: readonly number[]): number {
  // A loop: this runs a hundred times for each figure, and a callback a value costs more than the sum.
  let total = 0
  for (const value of values) total += value
  return total
}
