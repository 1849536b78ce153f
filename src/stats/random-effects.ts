// The average group, what a new group could show, and each group's own estimate drawn towards the average as far as
// its size calls for.
import { type BetweenVarianceMethod, betweenVariance, type GroupEstimate, weightedMean } from './between-variance.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { sum } from './mean.ts'
import { studentTQuantile, studentTTwoSided } from './student-t.ts'

export interface RandomEffects {
  /** Groups. */
  k: number
  /** Mean over groups, in the unit of the estimates. */
  mean: number
  /** By Hartung and Knapp, and never smaller than without them. */
  standardError: number
  interval: Interval
  /** Two-sided, of a mean of zero, against t with k - 1 degrees of freedom. */
  p: number
  tau2: number
  /** Where the true value of a new group is expected: mean ± t(k - 1)·√(τ² + SE²). Higgins (2009) has k - 2. */
  predictionInterval: Interval
  /** In the order given. */
  shrunken: readonly ShrunkenEstimate[]
}

export interface ShrunkenEstimate {
  /** Weight of the group's own estimate, 0–1; the rest is that of the mean. */
  ownWeight: number
  estimate: number
  standardError: number
  /** ± t(k - 1); slightly too narrow, since the uncertainty of τ² itself is left out. */
  interval: Interval
}

/**
 * Random-effects model with the Hartung–Knapp correction, q = Σw(y - μ)²/(k - 1) held at 1 or more. Hartung & Knapp
 * (2001), Statistics in Medicine 20. R: metafor::rma(yi, vi, method = "PM", test = "adhoc"), predict(), blup().
 * Too few groups say little about τ²: below five the caller should leave the model out. The variances may be pooled or
 * each group's own (estimateGroups).
 * @throws RangeError below two groups
 */
export function randomEffects(
  groups: readonly GroupEstimate[],
  method: BetweenVarianceMethod = 'paule_mandel',
  confidence: number = usualConfidence,
): RandomEffects {
  const tau2 = betweenVariance(groups, method)
  const df = groups.length - 1
  const { value, weights, squares } = weightedMean(groups, tau2)
  const standardError = Math.sqrt(Math.max(1, squares / df) / sum(weights))
  const t = studentTQuantile((1 + confidence) / 2, df)
  const around = (centre: number, reach: number): Interval => [centre - t * reach, centre + t * reach]
  return {
    k: groups.length,
    mean: value,
    standardError,
    interval: around(value, standardError),
    p: studentTTwoSided(value / standardError, df),
    tau2,
    predictionInterval: around(value, Math.sqrt(tau2 + standardError ** 2)),
    shrunken: groups.map(({ estimate, variance }) => {
      const ownWeight = tau2 / (tau2 + variance)
      const shrunk = value + ownWeight * (estimate - value)
      const error = Math.sqrt(ownWeight * variance + (1 - ownWeight) ** 2 * standardError ** 2)
      return { ownWeight, estimate: shrunk, standardError: error, interval: around(shrunk, error) }
    }),
  }
}
