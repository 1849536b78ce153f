// Spread of a sample around its own mean.
import { mean } from './mean.ts'
import { type Sample, sizeOf, sumOver } from './tally.ts'

/**
 * Sample variance with Bessel's correction (divides by n - 1), in squared units. Two passes: no cancellation.
 * R: var(x).
 * @throws RangeError below two values
 */
export function sampleVariance(sample: Sample): number {
  const n = sizeOf(sample)
  if (n < 2) throw new RangeError('sampleVariance requires at least two values')
  const centre = mean(sample)
  return sumOver(sample, (value) => (value - centre) ** 2) / (n - 1)
}

/**
 * Sample standard deviation, in the unit of the values. R: sd(x).
 * @throws RangeError below two values
 */
export function sampleSd(sample: Sample): number {
  if (sizeOf(sample) < 2) throw new RangeError('sampleSd requires at least two values')
  return Math.sqrt(sampleVariance(sample))
}
