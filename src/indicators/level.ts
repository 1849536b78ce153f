// How everybody who answered one wave stands, paired or not.
import { roundDifference } from '#stats/differences.ts'
import { mean } from '#stats/mean.ts'
import { median } from '#stats/quantile.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { fewestForShares, shareOf } from './change-detail.ts'
import type { Ends, Level } from './figures.ts'
import { type Figure, shown, withheld } from './published.ts'

/** Share at an end from which that end hides change. Terwee and others (2007), Journal of Clinical Epidemiology 60. */
const crowded = 0.15

/**
 * @param scores 0–100
 * @throws RangeError below two people
 */
export function levelOf(scores: readonly number[]): Level {
  const many = scores.length >= fewestForShares
  return {
    n: scores.length,
    mean: mean(scores),
    sd: sampleSd(scores),
    median: many ? shown(median(scores)) : withheld('too_few'),
    ends: endsOf(scores),
  }
}

function endsOf(scores: readonly number[]): Figure<Ends> {
  if (scores.length < fewestForShares) return withheld('too_few')
  const shareAt = (end: number) =>
    shareOf(scores.filter((score) => roundDifference(score - end) === 0).length, scores.length)
  const [floor, ceiling] = [shareAt(0), shareAt(100)]
  return shown({ floor, ceiling, floorFlag: floor.share >= crowded, ceilingFlag: ceiling.share >= crowded })
}
