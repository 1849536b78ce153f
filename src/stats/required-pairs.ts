// How many people must answer twice for a change worth knowing about to be seen: the minimum detectable change, asked
// from the other side.
import { pairedTPower } from './paired-t-power.ts'

/**
 * Fewest pairs, at least 2, with which a two-sided paired t test finds a true mean change with the given power.
 * R: ceiling(power.t.test(delta = change, sd = sdChange, power = 0.8, type = "paired")$n).
 * @param change wanted, in the unit of `sdChange`; its sign is of no account
 * @param sdChange assumed standard deviation of the changes
 * @throws RangeError with a change of 0, an sdChange not above 0, or a power not between 0 and 1
 */
export function requiredPairs(change: number, sdChange: number, power = 0.8, significance = 0.05): number {
  if (!(Number.isFinite(change) && change !== 0)) throw new RangeError('requiredPairs requires a change other than 0')
  if (!(sdChange > 0)) throw new RangeError('requiredPairs requires a standard deviation above 0')
  if (!(power > 0 && power < 1)) throw new RangeError('requiredPairs requires a power between 0 and 1')
  const isEnough = (n: number) => pairedTPower(n, change / sdChange, significance) >= power
  let enough = 2
  while (!isEnough(enough)) enough *= 2
  let tooFew = enough / 2
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}
