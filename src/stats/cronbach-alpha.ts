// Whether the items of a scale hang together in one wave.
import { fQuantile } from './f-distribution.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { sum } from './mean.ts'
import { sampleVariance } from './sample-variance.ts'

export interface CronbachAlpha {
  alpha: number
  interval: Interval
}

/**
 * Cronbach's α = k/(k - 1)·(1 - Σs²ᵢ/s²ₜₒₜₐₗ) with the interval of Feldt (1965), Psychometrika 30.
 * R: psych::alpha(rows)$total$raw_alpha and $feldt.
 * @param rows one per person, complete, reversed items already turned
 * @returns null where the totals do not vary
 * @throws RangeError below two people or two items, or with rows of different length
 */
export function cronbachAlpha(
  rows: readonly (readonly number[])[],
  confidence: number = usualConfidence,
): CronbachAlpha | null {
  const k = rows[0]?.length ?? 0
  if (rows.length < 2 || k < 2) throw new RangeError('cronbachAlpha requires at least two people and two items')
  if (rows.some((row) => row.length !== k)) throw new RangeError('cronbachAlpha requires complete rows')
  const itemVariances = Array.from({ length: k }, (_, item) => sampleVariance(rows.map((row) => row[item] ?? 0)))
  const totalVariance = sampleVariance(rows.map(sum))
  if (totalVariance === 0) return null
  const alpha = (k / (k - 1)) * (1 - sum(itemVariances) / totalVariance)
  const [df1, df2] = [rows.length - 1, (rows.length - 1) * (k - 1)]
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, df1, df2)
  return { alpha, interval: [bound((1 + confidence) / 2), bound((1 - confidence) / 2)] }
}
