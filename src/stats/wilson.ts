// An interval for a share that stays within 0–1 and does not collapse where nobody, or everybody, said yes.
import { type Interval, usualConfidence } from './interval.ts'
import { normalReach } from './normal.ts'

/**
 * Wilson's score interval for a share, 0–1. Wilson (1927), JASA 22. R: prop.test(successes, n, correct = FALSE).
 * @throws RangeError with n below 1, or successes outside 0–n
 */
export function wilsonInterval(successes: number, n: number, confidence: number = usualConfidence): Interval {
  if (!(n >= 1)) throw new RangeError('wilsonInterval requires at least one person')
  if (!(successes >= 0 && successes <= n)) throw new RangeError('wilsonInterval requires successes from 0 to n')
  const z = normalReach(confidence)
  const share = successes / n
  const centre = share + z ** 2 / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  const whole = 1 + z ** 2 / n
  // At the ends the two terms are equal on paper; the rounding of their difference is not an answer.
  return [successes === 0 ? 0 : (centre - reach) / whole, successes === n ? 1 : (centre + reach) / whole]
}
