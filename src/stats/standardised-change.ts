// Change in standard deviations, for comparison with other studies. Points remain the main figure.
import { areEqual } from './differences.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { logGamma } from './log-gamma.ts'
import { mean } from './mean.ts'
import { normalReach } from './normal.ts'
import { correlationOfPairs, type PairedSample } from './paired-sample.ts'
import { sampleSd, sampleVariance } from './sample-variance.ts'
import { sizeOf } from './tally.ts'

/**
 * Hedges' factor against the bias of a standardised difference in small samples:
 * J(m) = Γ(m/2) / (√(m/2)·Γ((m - 1)/2)). Hedges (1981), Journal of Educational Statistics 6.
 * @param df degrees of freedom, at least 2
 */
export function hedgesFactor(df: number): number {
  if (!(df >= 2)) throw new RangeError('hedgesFactor requires at least two degrees of freedom')
  return Math.exp(logGamma(df / 2) - Math.log(df / 2) / 2 - logGamma((df - 1) / 2))
}

export interface StandardisedChange {
  /** Mean change / SD of the changes, and the same times Hedges' factor. */
  dz: number
  gz: number
  /** Mean change / √((s₁² + s₂²)/2), and the same times Hedges' factor. */
  dAv: number
  gAv: number
  /** Bonett's standard error of dAv, and the interval of gAv. */
  standardError: number
  interval: Interval
}

/**
 * d_z, g_z, d_av and g_av of the same people, with the interval of Bonett (2008), Psychological Methods 13, for
 * g_av. R: statpsych::ci.stdmean.ps (first row), times Hedges' factor.
 * @returns null where before, after or the changes do not vary
 * @throws RangeError below three pairs
 */
export function standardisedChange(
  pairs: PairedSample,
  confidence: number = usualConfidence,
): StandardisedChange | null {
  const { before, after, changes } = pairs
  const n = sizeOf(changes)
  if (n < 3) throw new RangeError('standardisedChange requires at least three pairs')
  const r = correlationOfPairs(pairs)
  if (r === null || areEqual(changes)) return null
  const df = n - 1
  const factor = hedgesFactor(df)
  const [before2, after2] = [sampleVariance(before), sampleVariance(after)]
  const average2 = (before2 + after2) / 2
  const dz = mean(changes) / sampleSd(changes)
  const dAv = mean(changes) / Math.sqrt(average2)
  const standardError = Math.sqrt(
    (dAv ** 2 * (before2 ** 2 + after2 ** 2 + 2 * r ** 2 * before2 * after2)) / (8 * df * average2 ** 2) +
      sampleVariance(changes) / (df * average2),
  )
  const reach = normalReach(confidence) * standardError
  return {
    dz,
    gz: factor * dz,
    dAv,
    gAv: factor * dAv,
    standardError,
    interval: [factor * (dAv - reach), factor * (dAv + reach)],
  }
}
