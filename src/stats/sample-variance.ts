// Spread of a sample around its own mean.
import { mean } from './mean.ts'

/**
 * Sample variance with Bessel's correction (divides by n - 1), in squared units. Two passes: no cancellation.
 * R: var(x).
 * @throws RangeError below two values
 */
export function sampleVariance(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('sampleVariance requires at least two values')
  const centre = mean(values)
  let squares = 0
  for (const value of values) squares += (value - centre) ** 2
  return squares / (values.length - 1)
}

/**
 * Sample standard deviation, in the unit of the values. R: sd(x).
 * @throws RangeError below two values
 */
export function sampleSd(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('sampleSd requires at least two values')
  return Math.sqrt(sampleVariance(values))
}
