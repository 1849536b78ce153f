// The chi-square distribution: behind the test of heterogeneity between groups.
import { findPositiveRoot } from './find-root.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import type { Tails } from './tails.ts'

/** P(X ≤ x) and P(X > x), for x ≥ 0. R: pchisq(x, df), pchisq(x, df, lower.tail = FALSE). */
export function chiSquareTails(x: number, df: number): Tails {
  return incompleteGamma(df / 2, x / 2)
}

/**
 * x with P(X ≤ x) = p, for 0 < p < 1. R: qchisq(p, df).
 * @throws RangeError with a p not between 0 and 1
 */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('chiSquareQuantile requires a share between 0 and 1')
  return p < 0.5
    ? findPositiveRoot((x) => Math.log(chiSquareTails(x, df).lower) - Math.log(p), df)
    : findPositiveRoot((x) => Math.log(1 - p) - Math.log(chiSquareTails(x, df).upper), df)
}
