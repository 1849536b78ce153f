// Student's t distribution: behind the interval and the p value of every mean change.
import { findPositiveRoot } from './find-root.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { usualConfidence } from './interval.ts'
import { normalReach } from './normal.ts'
import type { Tails } from './tails.ts'

/** Of the intervals there are most of. */
const usualTail = 1 - (1 + usualConfidence) / 2

/**
 * P(T ≤ t) and P(T > t), each direct where it is small. Abramowitz & Stegun 26.7.1. R: pt(t, df).
 * @param df degrees of freedom, above 0, need not be whole
 */
export function studentTTails(t: number, df: number): Tails {
  const beyond = studentTTwoSided(t, df) / 2
  return t < 0 ? { lower: beyond, upper: 1 - beyond } : { lower: 1 - beyond, upper: beyond }
}

/** P(T ≤ t). R: pt(t, df). */
export function studentTCdf(t: number, df: number): number {
  return studentTTails(t, df).lower
}

/** P(|T| > |t|): the two-sided p value. R: 2 * pt(-abs(t), df). */
export function studentTTwoSided(t: number, df: number): number {
  return around(t, df).lower
}

/**
 * t with P(T ≤ t) = p. R: qt(p, df).
 * @throws RangeError with a p outside 0–1 or a df not above 0
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('studentTQuantile requires a share from 0 to 1')
  if (!(df > 0)) throw new RangeError('studentTQuantile requires degrees of freedom above 0')
  if (p === 0.5) return 0
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (1 - p === usualTail && Number.isInteger(df)) return usualQuantile(df)
  return p < 0.5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df)
}

/** By degrees of freedom: groups of as many people need the same quantile, which is solved once for all. */
const solved = new Map<number, number>()
/** Some hundred groups in a few projects; then it begins anew. */
const mostSolved = 10_000

function usualQuantile(df: number): number {
  const known = solved.get(df)
  if (known !== undefined) return known
  if (solved.size >= mostSolved) solved.clear()
  const quantile = upperQuantile(usualTail, df)
  solved.set(df, quantile)
  return quantile
}

/** t > 0 with P(T > t) = tail: solved for the tail where it is small, for the middle where that is small. */
function upperQuantile(tail: number, df: number): number {
  return tail < 0.25
    ? findPositiveRoot((t) => Math.log(2 * tail) - Math.log(around(t, df).lower), ...nearQuantile(tail, df))
    : findPositiveRoot((t) => around(t, df).upper - (1 - 2 * tail), 0.5)
}

/** Where to look: with ten degrees of freedom and more near the quantile of z, by the expansion A&S 26.7.5. */
function nearQuantile(tail: number, df: number): [start: number, factor: number] {
  if (df < 10 || tail < 1e-3) return [2, 2]
  const z = normalReach(1 - 2 * tail)
  return [
    z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2),
    1 + Math.max(1e-9, df ** -3),
  ]
}

/** P(|T| > |t|) as `lower` and P(|T| ≤ |t|) as `upper`. */
function around(t: number, df: number): Tails {
  if (Math.abs(t) === Number.POSITIVE_INFINITY) return { lower: 0, upper: 1 }
  const whole = df + t * t
  return incompleteBeta(df / whole, (t * t) / whole, df / 2, 0.5)
}
