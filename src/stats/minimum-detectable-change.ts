// What a survey of this size could see at all; printed before the results, never computed from them.
import { findPositiveRoot } from './find-root.ts'
import { noncentralTCdf } from './noncentral-t.ts'
import { studentTQuantile } from './student-t.ts'

/**
 * Smallest true mean change that a two-sided paired t test finds with the given power, in the unit of `sdChange`.
 * R: power.t.test(n, sd = sdChange, power = 0.8, type = "paired")$delta, whose default tolerance gives 4 digits.
 * @param n pairs
 * @param sdChange assumed standard deviation of the changes
 * @throws RangeError below two pairs, or with an sdChange not above 0
 */
export function minimumDetectableChange(n: number, sdChange: number, power = 0.8, significance = 0.05): number {
  if (!(n >= 2)) throw new RangeError('minimumDetectableChange requires at least two pairs')
  if (!(sdChange > 0)) throw new RangeError('minimumDetectableChange requires a standard deviation above 0')
  const df = n - 1
  const critical = studentTQuantile(1 - significance / 2, df)
  // The chance of a significant rise; a significant fall while the truth is a rise is not counted as finding it.
  const shift = findPositiveRoot((candidate) => 1 - noncentralTCdf(critical, df, candidate) - power, 3)
  return (shift * sdChange) / Math.sqrt(n)
}
