// How one-sided the changes are, from -1 (all fell) to 1 (all rose).
import { type Interval, usualConfidence } from './interval.ts'
import { normalReach } from './normal.ts'
import { signedRanks } from './signed-ranks.ts'
import type { Sample } from './tally.ts'

export interface RankBiserial {
  value: number
  /** null where the value is -1 or 1: the formula has no interval there. */
  interval: Interval | null
}

/**
 * Matched-pairs rank-biserial correlation (T₊ - T₋)/(T₊ + T₋), Kerby (2014), Comprehensive Psychology 3, with the
 * interval on Fisher's scale of effectsize::rank_biserial, where m counts the changes that are not zero.
 * @returns null where no change differs from zero
 */
export function rankBiserial(changes: Sample, confidence: number = usualConfidence): RankBiserial | null {
  const { nonZero: m, positive, negative } = signedRanks(changes)
  if (m === 0) return null
  const value = (positive - negative) / (positive + negative)
  if (positive === 0 || negative === 0) return { value, interval: null }
  const standardError = Math.sqrt((2 * m ** 3 + 3 * m ** 2 + m) / 6) / ((m ** 2 + m) / 2)
  const reach = normalReach(confidence) * standardError
  return { value, interval: [Math.tanh(Math.atanh(value) - reach), Math.tanh(Math.atanh(value) + reach)] }
}
