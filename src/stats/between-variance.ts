// How much groups truly differ, beyond the chance in each group's own estimate: τ², in squared units of the estimates.
import { findPositiveRoot } from './find-root.ts'
import { sum } from './mean.ts'

/** One group's estimate and the squared standard error of it (above 0). */
export interface GroupEstimate {
  estimate: number
  variance: number
}

/** Ways to estimate τ². Paule–Mandel is the usual one; the others show whether the answer depends on the way. */
export type BetweenVarianceMethod = 'paule_mandel' | 'dersimonian_laird' | 'reml'

/** Mean of the groups, each weighted by 1 / (its variance + τ²). */
export function weightedMean(groups: readonly GroupEstimate[], betweenVariance: number) {
  const weights = groups.map(({ variance }) => 1 / (variance + betweenVariance))
  const value = sum(groups.map(({ estimate }, at) => estimate * (weights[at] ?? 0))) / sum(weights)
  /** Σ w (estimate - mean)² */
  const squares = sum(groups.map(({ estimate }, at) => (weights[at] ?? 0) * (estimate - value) ** 2))
  return { value, weights, squares }
}

/**
 * τ² ≥ 0. R: metafor::rma(yi, vi, method = "PM" | "DL" | "REML")$tau2, with a tolerance of 1e-12.
 * @throws RangeError below two groups
 */
export function betweenVariance(
  groups: readonly GroupEstimate[],
  method: BetweenVarianceMethod = 'paule_mandel',
): number {
  if (groups.length < 2) throw new RangeError('betweenVariance requires at least two groups')
  if (method === 'dersimonian_laird') return derSimonianLaird(groups)
  return method === 'reml' ? reml(groups) : pauleMandel(groups)
}

/** τ² at which the weighted squares equal their expectation k - 1. Paule & Mandel (1982), J. Res. Natl. Bur. Stand. 87. */
function pauleMandel(groups: readonly GroupEstimate[]): number {
  const excess = (tau2: number) => groups.length - 1 - weightedMean(groups, tau2).squares
  return excess(0) >= 0 ? 0 : findPositiveRoot(excess, typicalVariance(groups))
}

/** Method of moments. DerSimonian & Laird (1986), Controlled Clinical Trials 7. */
function derSimonianLaird(groups: readonly GroupEstimate[]): number {
  const { weights, squares } = weightedMean(groups, 0)
  const scale = sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights)
  return Math.max(0, (squares - (groups.length - 1)) / scale)
}

/** Restricted maximum likelihood: where the slope of the likelihood is zero. Viechtbauer (2005), J. Educ. Behav. Stat. 30. */
function reml(groups: readonly GroupEstimate[]): number {
  const fall = (tau2: number) => {
    const { value, weights } = weightedMean(groups, tau2)
    const squaredWeights = sum(weights.map((weight) => weight ** 2))
    const fit = sum(groups.map(({ estimate }, at) => ((weights[at] ?? 0) * (estimate - value)) ** 2))
    return sum(weights) - squaredWeights / sum(weights) - fit
  }
  return fall(0) >= 0 ? 0 : findPositiveRoot(fall, typicalVariance(groups))
}

function typicalVariance(groups: readonly GroupEstimate[]): number {
  return sum(groups.map(({ variance }) => variance)) / groups.length
}
