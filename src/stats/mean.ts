// The average, on which nearly everything here rests.

/**
 * Arithmetic mean, in the unit of the values. The second pass removes the rounding of the first, so that the mean of
 * equal values is that value.
 * @throws RangeError without values
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('mean requires at least one value')
  const first = sum(values) / values.length
  return first + sum(values.map((value) => value - first)) / values.length
}

/** Plain sum; 0 without values. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
