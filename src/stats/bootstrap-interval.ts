// From bootstrap replicates of a mean to an interval: straight off the replicates, or corrected for bias and skewness.
import { areEqual, roundDifference } from './differences.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { mean, sum } from './mean.ts'
import { normalCdf, normalQuantile } from './normal.ts'

export interface BcaInterval {
  interval: Interval
  /** z₀: how far the replicates lie to one side of the mean, in standard deviations. */
  bias: number
  /** a: how fast the standard error changes with the mean; 0 for symmetric values. */
  acceleration: number
}

/** Percentile interval. Efron (1979), Annals of Statistics 7. R: boot::boot.ci(type = "perc"). */
export function percentileInterval(replicates: Float64Array, confidence: number = usualConfidence): Interval {
  const ordered = replicates.toSorted()
  return [orderStatistic(ordered, (1 - confidence) / 2), orderStatistic(ordered, (1 + confidence) / 2)]
}

/**
 * Bias-corrected and accelerated interval of a mean. Efron (1987), JASA 82, with a = ΣL³/(6(ΣL²)^1.5), L = value - mean,
 * and replicates equal to the mean counted half: where answers come in steps, many are. R: boot::boot.ci(type = "bca",
 * L = values - mean(values)), but for z₀, which boot takes from the replicates strictly below the mean.
 * @param replicates bootstrap means of `values`
 * @returns null where the values do not vary, or all replicates lie on one side
 */
export function bcaInterval(
  values: readonly number[],
  replicates: Float64Array,
  confidence: number = usualConfidence,
): BcaInterval | null {
  if (areEqual(values)) return null
  const centre = mean(values)
  let below = 0
  for (const replicate of replicates) {
    const side = roundDifference(replicate - centre)
    if (side <= 0) below += side === 0 ? 0.5 : 1
  }
  const bias = normalQuantile(below / replicates.length)
  if (!Number.isFinite(bias)) return null
  const influence = values.map((value) => value - centre)
  const acceleration = sum(influence.map((one) => one ** 3)) / (6 * sum(influence.map((one) => one ** 2)) ** 1.5)
  const ordered = replicates.toSorted()
  const limit = (share: number) => {
    const moved = bias + normalQuantile(share)
    return orderStatistic(ordered, normalCdf(bias + moved / (1 - acceleration * moved)))
  }
  return { interval: [limit((1 - confidence) / 2), limit((1 + confidence) / 2)], bias, acceleration }
}

/**
 * The replicate below which a share lies: at place (B + 1)·share, between two places on the scale of the normal
 * distribution, at the ends the last there is. Davison & Hinkley (1997), Bootstrap Methods, 5.8. R: boot:::norm.inter.
 */
function orderStatistic(ordered: Float64Array, share: number): number {
  const places = ordered.length + 1
  const place = Math.floor(places * share + 1e-9)
  const [low, high] = [ordered[place - 1], ordered[place]]
  if (low === undefined) return ordered[0] ?? Number.NaN
  if (high === undefined || places * share - place < 1e-9) return low
  const z = (at: number) => normalQuantile(at / places)
  return low + ((normalQuantile(share) - z(place)) / (z(place + 1) - z(place))) * (high - low)
}
