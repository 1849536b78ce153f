// The standard normal distribution.
import { findPositiveRoot } from './find-root.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import type { Tails } from './tails.ts'

/** P(Z ≤ z) and P(Z > z), by the incomplete gamma function of z²/2. R: pnorm(z), pnorm(z, lower.tail = FALSE). */
export function normalTails(z: number): Tails {
  const beyond = incompleteGamma(0.5, (z * z) / 2).upper / 2
  return z < 0 ? { lower: beyond, upper: 1 - beyond } : { lower: 1 - beyond, upper: beyond }
}

/** P(Z ≤ z). R: pnorm(z). */
export function normalCdf(z: number): number {
  return normalTails(z).lower
}

/**
 * z with P(Z ≤ z) = p. R: qnorm(p).
 * @throws RangeError with a p outside 0–1
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('normalQuantile requires a share from 0 to 1')
  if (p === 0.5) return 0
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
}

const reaches = new Map<number, number>()

/**
 * How many standard errors an interval reaches to each side: 1.96 for 95 %. A few coverages are asked for over and
 * over, so each is solved once.
 */
export function normalReach(confidence: number): number {
  const known = reaches.get(confidence)
  if (known !== undefined) return known
  const reach = normalQuantile((1 + confidence) / 2)
  reaches.set(confidence, reach)
  return reach
}

/** z > 0 with P(Z > z) = tail: solved for the tail where it is small, for the middle where that is small. */
function upperQuantile(tail: number): number {
  return tail < 0.25
    ? findPositiveRoot((z) => Math.log(tail) - Math.log(normalTails(z).upper), 2)
    : findPositiveRoot((z) => incompleteGamma(0.5, (z * z) / 2).lower - (1 - 2 * tail), 0.5)
}
