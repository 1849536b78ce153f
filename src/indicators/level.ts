// How everybody who answered one wave stands, paired or not.
import { roundDifference } from '#stats/differences.ts'
import { mean } from '#stats/mean.ts'
import { median } from '#stats/quantile.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { type Sample, sizeOf, sumOver } from '#stats/tally.ts'
import { fewestForShares, shareOf } from './change-detail.ts'
import type { Ends, Level, Share } from './figures.ts'
import { tellsOfFew } from './pooling.ts'
import { type Figure, shown, withheld } from './published.ts'

/** Share at an end from which that end hides change. Terwee and others (2007), Journal of Clinical Epidemiology 60. */
const crowded = 0.15

/**
 * @param scores 0–100
 * @param threshold people at an end, and elsewhere, below whom their share is not told; null = of no ends at all
 * @throws RangeError below two people
 */
export function levelOf(scores: Sample, threshold: number | null): Level {
  const n = sizeOf(scores)
  const many = n >= fewestForShares
  return {
    n,
    mean: mean(scores),
    sd: sampleSd(scores),
    median: many ? shown(median(scores)) : withheld('too_few'),
    ends: many ? (threshold === null ? withheld('suppressed') : endsOf(scores, threshold)) : withheld('too_few'),
  }
}

function endsOf(scores: Sample, threshold: number): Figure<Ends> {
  const n = sizeOf(scores)
  const shareAt = (end: number): Figure<Share> => {
    const count = sumOver(scores, (score) => Number(roundDifference(score - end) === 0))
    return tellsOfFew(count, n, threshold) || count === n ? withheld('suppressed') : shown(shareOf(count, n))
  }
  const flagOf = (share: Figure<Share>) => (share.shown ? share.value.share >= crowded : null)
  const [floor, ceiling] = [shareAt(0), shareAt(100)]
  return shown({ floor, ceiling, floorFlag: flagOf(floor), ceilingFlag: flagOf(ceiling) })
}
