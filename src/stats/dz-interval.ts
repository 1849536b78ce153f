// The interval of d_z, the mean change in standard deviations of the changes: t with a shift tells how far off it may be.
import { findRoot } from './find-root.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { noncentralTCdf } from './noncentral-t.ts'

/**
 * Interval of d_z = t/√n: the shifts with which the observed t would lie at the edge of what is expected. Steiger &
 * Fouladi (1997), "Noncentrality interval estimation", in What If There Were No Significance Tests?
 * R: uniroot(function(shift) pt(t, n - 1, shift) - 0.975, …)$root / sqrt(n), and the same with 0.025.
 * @param t of the paired t test
 * @param n pairs
 * @throws RangeError below two pairs, or with a t that is not finite
 */
export function dzInterval(t: number, n: number, confidence: number = usualConfidence): Interval {
  if (!(n >= 2)) throw new RangeError('dzInterval requires at least two pairs')
  if (!Number.isFinite(t)) throw new RangeError('dzInterval requires a finite t')
  const limit = (share: number) => {
    const excess = (shift: number) => share - noncentralTCdf(t, n - 1, shift)
    // The greater the shift, the less often a value lies below t.
    let reach = 4 + Math.abs(t)
    while (excess(t - reach) > 0 || excess(t + reach) < 0) reach *= 2
    return findRoot(excess, t - reach, t + reach) / Math.sqrt(n)
  }
  return [limit((1 + confidence) / 2), limit((1 - confidence) / 2)]
}
