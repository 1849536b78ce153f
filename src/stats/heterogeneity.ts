// Whether groups differ more than chance alone would make them.
import { type GroupEstimate, weightedMean } from './between-variance.ts'
import { chiSquareTails } from './chi-square.ts'
import { sum } from './mean.ts'

export interface Heterogeneity {
  q: number
  df: number
  p: number
  /** Share of the variation between estimates that is not chance, 0–1, from Q (not from τ²). */
  iSquared: number
}

/**
 * Cochran's Q with its p value, and I² = max(0, (Q - df)/Q). Higgins & Thompson (2002), Statistics in Medicine 21.
 * R: metafor::rma(yi, vi, method = "DL"): QE, QEp, I2 / 100.
 * @throws RangeError below two groups
 */
export function heterogeneity(groups: readonly GroupEstimate[]): Heterogeneity {
  if (groups.length < 2) throw new RangeError('heterogeneity requires at least two groups')
  const q = weightedMean(groups, 0).squares
  const df = groups.length - 1
  return { q, df, p: chiSquareTails(q, df).upper, iSquared: q === 0 ? 0 : Math.max(0, (q - df) / q) }
}

/**
 * I² from τ²: τ²/(τ² + s²), 0–1, where s² = (k - 1)Σw/((Σw)² - Σw²) with w = 1/variance is the variance of a typical
 * group. Equal to the one from Q where τ² is DerSimonian and Laird's. Higgins & Thompson (2002).
 * R: metafor::rma(yi, vi, method = "PM")$I2 / 100.
 * @throws RangeError below two groups
 */
export function iSquaredFromTau2(groups: readonly GroupEstimate[], tau2: number): number {
  if (groups.length < 2) throw new RangeError('iSquaredFromTau2 requires at least two groups')
  const weights = groups.map(({ variance }) => 1 / variance)
  const total = sum(weights)
  const typical = ((groups.length - 1) * total) / (total ** 2 - sum(weights.map((weight) => weight ** 2)))
  return tau2 / (tau2 + typical)
}
