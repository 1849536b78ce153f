// What a survey of a given size could see at all: the ground of both questions asked before the first letter is sent,
// how small a change and how many people.
import { noncentralTCdf } from './noncentral-t.ts'
import { studentTQuantile } from './student-t.ts'

/**
 * Chance, 0–1, that a two-sided paired t test finds a true mean change, in the direction it has: a significant fall
 * while the truth is a rise does not count as finding it. R: power.t.test(n, delta, type = "paired")$power.
 * @param n pairs
 * @param standardised true mean change / standard deviation of the changes
 * @throws RangeError below two pairs, or with a significance not between 0 and 1
 */
export function pairedTPower(n: number, standardised: number, significance = 0.05): number {
  if (!(n >= 2)) throw new RangeError('pairedTPower requires at least two pairs')
  if (!(significance > 0 && significance < 1)) throw new RangeError('pairedTPower requires a significance within 0–1')
  const critical = studentTQuantile(1 - significance / 2, n - 1)
  return 1 - noncentralTCdf(critical, n - 1, Math.abs(standardised) * Math.sqrt(n))
}
