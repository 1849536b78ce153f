// How often somebody of one group lies above somebody of the other, for separate groups.
import { roundDifference } from './differences.ts'
import { mapTally, type Sample, sizeOf } from './tally.ts'

/**
 * Cliff's delta: share of pairs where second > first minus share where second < first, -1 to 1; values equal to 9
 * decimals are a tie. Cliff (1993), Psychological Bulletin 114. R: mean(sign(outer(second, first, "-"))).
 * @throws RangeError where a group is empty
 */
export function cliffsDelta(first: Sample, second: Sample): number {
  if (sizeOf(first) === 0 || sizeOf(second) === 0) throw new RangeError('cliffsDelta requires a value in each group')
  const [one, other] = [mapTally(first, roundDifference), mapTally(second, roundDifference)]
  let wins = 0
  let at = 0
  let below = 0
  for (const [place, value] of other.values.entries()) {
    while (at < one.values.length && (one.values[at] ?? 0) < value) {
      below += one.counts[at] ?? 0
      at += 1
    }
    const equal = one.values[at] === value ? (one.counts[at] ?? 0) : 0
    wins += (other.counts[place] ?? 0) * (below - (one.n - below - equal))
  }
  return wins / (one.n * other.n)
}
