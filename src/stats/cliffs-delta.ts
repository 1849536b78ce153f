// How often somebody of one group lies above somebody of the other, for separate groups.
import { roundDifference } from './differences.ts'
import { mean } from './mean.ts'

/**
 * Cliff's delta: share of pairs where second > first minus share where second < first, -1 to 1.
 * Cliff (1993), Psychological Bulletin 114. R: mean(sign(outer(second, first, "-"))).
 * @throws RangeError where a group is empty
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0 || second.length === 0) throw new RangeError('cliffsDelta requires a value in each group')
  return mean(second.flatMap((value) => first.map((other) => Math.sign(roundDifference(value - other)))))
}
