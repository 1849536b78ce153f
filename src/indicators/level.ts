// How everybody who answered one wave stands, paired or not.
import { roundDifference } from '#stats/differences.ts'
import { mean } from '#stats/mean.ts'
import { median } from '#stats/quantile.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { type Sample, sizeOf, sumOver } from '#stats/tally.ts'
import { fewestForShares, shareOf } from './change-detail.ts'
import type { Ends, Level } from './figures.ts'
import { type Figure, shown, withheld } from './published.ts'

/** Share at an end from which that end hides change. Terwee and others (2007), Journal of Clinical Epidemiology 60. */
const crowded = 0.15

/**
 * @param scores 0–100
 * @throws RangeError below two people
 */
export function levelOf(scores: Sample): Level {
  const n = sizeOf(scores)
  const many = n >= fewestForShares
  return {
    n,
    mean: mean(scores),
    sd: sampleSd(scores),
    median: many ? shown(median(scores)) : withheld('too_few'),
    ends: endsOf(scores),
  }
}

function endsOf(scores: Sample): Figure<Ends> {
  const n = sizeOf(scores)
  if (n < fewestForShares) return withheld('too_few')
  const shareAt = (end: number) =>
    shareOf(
      sumOver(scores, (score) => Number(roundDifference(score - end) === 0)),
      n,
    )
  const [floor, ceiling] = [shareAt(0), shareAt(100)]
  return shown({ floor, ceiling, floorFlag: floor.share >= crowded, ceilingFlag: ceiling.share >= crowded })
}
