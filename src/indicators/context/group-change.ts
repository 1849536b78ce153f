// The change of any group of pairs, the way the main table makes it.
import { mean } from '#stats/mean.ts'
import { pairedT } from '#stats/paired-t.ts'
import type { ScorePair } from '#survey/scoring.ts'
import { fewestForShares } from '../change-detail.ts'
import type { GroupChange, Portion, StepChange } from './model.ts'

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

export function portionOf(count: number, n: number): Portion {
  if (count === 0) return { count: null, share: null, extreme: 'nearly_none' }
  if (count === n) return { count: null, share: null, extreme: 'nearly_all' }
  return { count, share: shareOf(count, n), extreme: null }
}
