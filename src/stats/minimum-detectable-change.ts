// What a survey of this size could see at all; printed before the results, never computed from them.
import { findPositiveRoot } from './find-root.ts'
import { pairedTPower } from './paired-t-power.ts'

/**
 * Smallest true mean change that a two-sided paired t test finds with the given power, in the unit of `sdChange`.
 * R: power.t.test(n, sd = sdChange, power = 0.8, type = "paired")$delta, whose default tolerance gives 4 digits.
 * @param n pairs
 * @param sdChange assumed standard deviation of the changes
 * @throws RangeError below two pairs, with an sdChange not above 0, or a power not between significance / 2 and 1
 */
export function minimumDetectableChange(n: number, sdChange: number, power = 0.8, significance = 0.05): number {
  if (!(n >= 2)) throw new RangeError('minimumDetectableChange requires at least two pairs')
  if (!(sdChange > 0)) throw new RangeError('minimumDetectableChange requires a standard deviation above 0')
  if (!(power > significance / 2 && power < 1))
    throw new RangeError('minimumDetectableChange requires a power between half the significance and 1')
  return sdChange * findPositiveRoot((change) => pairedTPower(n, change, significance) - power, 3 / Math.sqrt(n))
}
