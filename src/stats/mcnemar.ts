// Yes or no, before and after, in the same people: whether more went one way than the other.
import { logGamma } from './log-gamma.ts'

/**
 * Exact two-sided p of McNemar's test: the changes one way are heads of a fair coin. McNemar (1947), Psychometrika 12.
 * R: binom.test(oneWay, oneWay + otherWay)$p.value.
 * @param oneWay people who went from no to yes
 * @param otherWay people who went from yes to no
 * @returns null where nobody changed
 * @throws RangeError with counts that are not whole numbers from 0
 */
export function mcnemarExact(oneWay: number, otherWay: number): number | null {
  if (![oneWay, otherWay].every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError('mcnemarExact requires two counts')
  const n = oneWay + otherWay
  if (n === 0) return null
  let tail = 0
  for (let heads = Math.min(oneWay, otherWay); heads >= 0; heads -= 1)
    tail += Math.exp(logGamma(n + 1) - logGamma(heads + 1) - logGamma(n - heads + 1) - n * Math.LN2)
  return Math.min(1, 2 * tail)
}
