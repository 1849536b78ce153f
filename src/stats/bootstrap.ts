// How far a mean change would wander had other people answered, found by drawing the same people again and again.
import { sumDraws } from './bootstrap-draws.ts'
import { type BcaInterval, bcaInterval, percentileInterval } from './bootstrap-interval.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { mean } from './mean.ts'

export interface BootstrapMean {
  /** The two that make the result repeatable. */
  seed: number
  replicates: number
  /** In the order drawn, in the unit of the values. */
  means: Float64Array
  percentile: Interval
  /** null where all values are equal to 9 decimals. */
  bca: BcaInterval | null
}

/**
 * Bootstrap of a mean. Efron & Tibshirani (1993), An Introduction to the Bootstrap. Replicate for replicate
 * R: set.seed(seed); boot::boot(values, function(x, i) mean(x[i]), replicates).
 * @throws RangeError below two values, with replicates not a whole number from 2, or with a seed not of 32 bits
 */
export function bootstrapMean(
  values: readonly number[],
  seed: number,
  replicates = 9999,
  confidence: number = usualConfidence,
): BootstrapMean {
  const n = values.length
  if (n < 2) throw new RangeError('bootstrapMean requires at least two values')
  if (!(Number.isInteger(replicates) && replicates >= 2))
    throw new RangeError('bootstrapMean requires at least two replicates')
  const centre = mean(values)
  const deviations = Float64Array.from(values, (value) => value - centre)
  const means = sumDraws(deviations, seed, replicates).map((total) => centre + total / n)
  return {
    seed,
    replicates,
    means,
    percentile: percentileInterval(means, confidence),
    bca: bcaInterval(values, means, confidence),
  }
}
