// The distribution of t where the true change is not zero: behind power, and the interval of a standardised change.
import { incompleteBeta } from './incomplete-beta.ts'
import { logGamma } from './log-gamma.ts'
import { normalCdf } from './normal.ts'
import { studentTCdf } from './student-t.ts'

/**
 * P(T ≤ t) with `df` degrees of freedom and noncentrality `shift`, by the series of Lenth (1989), algorithm AS 243,
 * Applied Statistics 38, begun at its largest terms instead of at the first, which vanish beyond a shift of 37.
 * Absolute error below 1e-11. R: pt(t, df, shift), which for a shift beyond 37.62 only approximates.
 * @throws RangeError with a df not above 0, or a t or shift that is not finite
 */
export function noncentralTCdf(t: number, df: number, shift: number): number {
  if (!(df > 0 && Number.isFinite(t) && Number.isFinite(shift)))
    throw new RangeError('noncentralTCdf requires finite numbers and degrees of freedom above 0')
  if (t < 0) return 1 - noncentralTCdf(-t, df, -shift)
  if (shift === 0) return studentTCdf(t, df)
  const [x, y] = [(t * t) / (t * t + df), df / (t * t + df)]
  const half = (shift * shift) / 2
  // Poisson weight of a step, which may be a half.
  const weight = (step: number) => Math.exp(step * Math.log(half) - half - logGamma(step + 1))
  const largest = Math.floor(half)
  let total = 0
  const add = (j: number) => {
    const [whole, between] = [weight(j), Math.sign(shift) * weight(j + 0.5)]
    total += whole * incompleteBeta(x, y, j + 0.5, df / 2).lower + between * incompleteBeta(x, y, j + 1, df / 2).lower
    return whole + Math.abs(between) > 1e-18
  }
  for (let j = largest; add(j); j += 1);
  for (let j = largest - 1; j >= 0 && add(j); j -= 1);
  return normalCdf(-shift) + total / 2
}
