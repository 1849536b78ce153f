// How little eleven groups say about how much groups differ: the interval of τ², which is nearly always wide.
import { type GroupEstimate, weightedMean } from './between-variance.ts'
import { chiSquareQuantile } from './chi-square.ts'
import { findPositiveRoot } from './find-root.ts'
import { type Interval, usualConfidence } from './interval.ts'

/**
 * Interval of τ² by the Q profile: all τ² with which the weighted squares are as expected of χ²(k - 1). Viechtbauer
 * (2007), Statistics in Medicine 26. R: metafor::confint(rma(yi, vi)), which gives up at τ² = max(100, 10·estimate)
 * without control = list(tau2.max = …). Both ends are 0 where the groups are more alike than chance would make them.
 * @throws RangeError below two groups
 */
export function betweenVarianceInterval(
  groups: readonly GroupEstimate[],
  confidence: number = usualConfidence,
): Interval {
  if (groups.length < 2) throw new RangeError('betweenVarianceInterval requires at least two groups')
  const limit = (share: number) => {
    const critical = chiSquareQuantile(share, groups.length - 1)
    const excess = (tau2: number) => critical - weightedMean(groups, tau2).squares
    return excess(0) >= 0 ? 0 : findPositiveRoot(excess, groups[0]?.variance ?? 1)
  }
  return [limit((1 + confidence) / 2), limit((1 - confidence) / 2)]
}
