// Difference between two separate groups in standard deviations: how leavers differ from those who stayed.
import { mean } from './mean.ts'
import { sampleVariance } from './sample-variance.ts'
import { hedgesFactor } from './standardised-change.ts'
import { type Sample, sizeOf } from './tally.ts'

/**
 * Hedges' g = J(n₁ + n₂ - 2)·(mean of second - mean of first)/pooled SD. Hedges (1981).
 * @returns null where neither group varies
 * @throws RangeError where a group has fewer than two values
 */
export function hedgesG(first: Sample, second: Sample): number | null {
  const [n1, n2] = [sizeOf(first), sizeOf(second)]
  if (n1 < 2 || n2 < 2) throw new RangeError('hedgesG requires at least two values in each group')
  const df = n1 + n2 - 2
  const pooled = ((n1 - 1) * sampleVariance(first) + (n2 - 1) * sampleVariance(second)) / df
  return pooled === 0 ? null : (hedgesFactor(df) * (mean(second) - mean(first))) / Math.sqrt(pooled)
}
