// The change of any group of pairs, the way the main table makes it.
import { mean } from '#stats/mean.ts'
import { pairedT } from '#stats/paired-t.ts'
import type { ScorePair } from '#survey/scoring.ts'
import { fewestForShares } from '../change-detail.ts'
import type { GroupChange, Portion, StepChange } from './model.ts'

/** Few of so many times as many are nearly none: a tenth. */
const fewInMany = 10

/** @throws RangeError below two pairs */
export function groupChange(pairs: readonly ScorePair[]): GroupChange {
  const from = pairs.map((pair) => pair.from)
  const to = pairs.map((pair) => pair.to)
  const { n, meanChange, sdChange, interval } = pairedT(pairs.map((pair) => pair.to - pair.from))
  return { n, fromMean: mean(from), toMean: mean(to), meanChange, sdChange, interval }
}

/** @throws RangeError below two pairs */
export function stepChange(pairs: readonly ScorePair[]): StepChange {
  const { n, meanChange, interval } = groupChange(pairs)
  return { n, mean: meanChange, interval }
}

/** null where a percentage would say more than there is. */
export function shareOf(count: number, n: number): number | null {
  return n >= fewestForShares ? count / n : null
}

/**
 * Nobody and everybody would tell what each person said, and are told as few and all but few are: were those told by
 * number, "nearly" would mean nobody.
 */
export function portionOf(count: number, n: number, threshold: number): Portion {
  if (Math.min(count, n - count) >= threshold) return { count, share: shareOf(count, n), extreme: null }
  const isNearly = n >= fewInMany * (threshold - 1)
  return { count: null, share: null, extreme: isNearly ? (2 * count < n ? 'nearly_none' : 'nearly_all') : null }
}
