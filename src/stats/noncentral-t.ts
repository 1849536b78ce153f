// The distribution of t where the true change is not zero: what power is computed from.
import { incompleteBeta } from './incomplete-beta.ts'
import { normalTails } from './normal.ts'

/**
 * P(T ≤ t) for t ≥ 0 with `df` degrees of freedom and noncentrality `shift` ≥ 0, by the series of Lenth (1989),
 * algorithm AS 243, Applied Statistics 38. Absolute error below 1e-12 for a shift up to 37. R: pt(t, df, shift).
 * @throws RangeError with a negative t, or a shift outside 0–37
 */
export function noncentralTCdf(t: number, df: number, shift: number): number {
  if (!(t >= 0 && shift >= 0 && shift <= 37)) throw new RangeError('noncentralTCdf requires t ≥ 0 and a shift of 0–37')
  const x = (t * t) / (t * t + df)
  const y = df / (t * t + df)
  const half = (shift * shift) / 2
  // Poisson weights, at whole and at half steps; the terms die out beyond their mean `half`.
  let whole = Math.exp(-half)
  let between = whole * shift * Math.sqrt(2 / Math.PI)
  let total = 0
  for (let j = 0; j < half || whole + between > 1e-18; j += 1) {
    total += whole * incompleteBeta(x, y, j + 0.5, df / 2).lower + between * incompleteBeta(x, y, j + 1, df / 2).lower
    whole *= half / (j + 1)
    between *= half / (j + 1.5)
  }
  return normalTails(-shift).lower + total / 2
}
