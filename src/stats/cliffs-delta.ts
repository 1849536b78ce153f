// How often somebody of one group lies above somebody of the other, for separate groups.
import { sum } from './mean.ts'
import { midranks } from './midranks.ts'

/**
 * Cliff's delta: share of pairs where second > first minus share where second < first, -1 to 1, from the ranks in both
 * groups together. Cliff (1993), Psychological Bulletin 114. R: mean(sign(outer(second, first, "-"))).
 * @throws RangeError where a group is empty
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0 || second.length === 0) throw new RangeError('cliffsDelta requires a value in each group')
  const ranks = midranks([...first, ...second]).slice(first.length)
  const wins = sum(ranks) - (second.length * (second.length + 1)) / 2
  return (2 * wins) / (first.length * second.length) - 1
}
