// How everybody who answered one wave stands, paired or not.
import { roundDifference } from '#stats/differences.ts'
import { mean } from '#stats/mean.ts'
import { median } from '#stats/quantile.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { type Sample, sizeOf, sumOver, tallyOf } from '#stats/tally.ts'
import { fewestForShares, shareOf } from './change-detail.ts'
import type { Ends, Level, Share } from './figures.ts'
import { isFew, tellsOfFew } from './pooling.ts'
import { type Figure, shown, withheld } from './published.ts'

/** Share at an end from which that end hides change. Terwee and others (2007), Journal of Clinical Epidemiology 60. */
const crowded = 0.15

/** What the share at an end is told of. */
export interface EndsRule {
  /** People at an end, and elsewhere, below whom it is not told. */
  threshold: number
  /** Scores are answers to one item: with mean and spread, the ends would leave one point after the other. */
  isOneItem: boolean
}

/**
 * @param scores 0–100
 * @param rule null = of no ends at all
 * @throws RangeError below two people
 */
export function levelOf(scores: Sample, rule: EndsRule | null): Level {
  const n = sizeOf(scores)
  const many = n >= fewestForShares
  return {
    n,
    mean: mean(scores),
    sd: sampleSd(scores),
    median: many ? shown(median(scores)) : withheld('too_few'),
    ends: many ? (rule ? endsOf(scores, rule) : withheld('suppressed')) : withheld('too_few'),
  }
}

function endsOf(scores: Sample, { threshold, isOneItem }: EndsRule): Figure<Ends> {
  if (isOneItem && tallyOf(scores).counts.some((count) => isFew(count, threshold))) return withheld('suppressed')
  const n = sizeOf(scores)
  const shareAt = (end: number): Figure<Share> => {
    const count = sumOver(scores, (score) => Number(roundDifference(score - end) === 0))
    return tellsOfFew(count, n, threshold) || count === n ? withheld('suppressed') : shown(shareOf(count, n))
  }
  const flagOf = (share: Figure<Share>) => (share.shown ? share.value.share >= crowded : null)
  const [floor, ceiling] = [shareAt(0), shareAt(100)]
  return shown({ floor, ceiling, floorFlag: flagOf(floor), ceilingFlag: flagOf(ceiling) })
}
