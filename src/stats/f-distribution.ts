// The F distribution: behind the interval of Cronbach's alpha.
import { findPositiveRoot } from './find-root.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import type { Tails } from './tails.ts'

/** P(X ≤ x) and P(X > x), for x ≥ 0. Abramowitz & Stegun 26.6.2. R: pf(x, df1, df2). */
export function fTails(x: number, df1: number, df2: number): Tails {
  const whole = df1 * x + df2
  return incompleteBeta((df1 * x) / whole, df2 / whole, df1 / 2, df2 / 2)
}

/**
 * x with P(X ≤ x) = p, for 0 < p < 1. R: qf(p, df1, df2).
 * @throws RangeError with a p not between 0 and 1
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('fQuantile requires a share between 0 and 1')
  return p < 0.5
    ? findPositiveRoot((x) => Math.log(fTails(x, df1, df2).lower) - Math.log(p), 1)
    : findPositiveRoot((x) => Math.log(1 - p) - Math.log(fTails(x, df1, df2).upper), 1)
}
