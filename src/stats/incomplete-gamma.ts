// The regularised incomplete gamma function: the distribution function behind chi-square and the normal.
import { continuedFraction } from './continued-fraction.ts'
import { stirlingRemainder } from './log-gamma.ts'
import { fromLower, fromUpper, type Tails } from './tails.ts'

/**
 * P(a, x) and Q(a, x) = 1 - P(a, x). Series 6.5.29 of Abramowitz & Stegun below the mean, continued fraction 6.5.31
 * (in its even form, Numerical Recipes 6.2) above.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0 && x >= 0)) throw new RangeError('incompleteGamma requires a > 0 and x ≥ 0')
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  return x < a + 1 ? fromLower(lowerTail(a, x)) : fromUpper(upperTail(a, x))
}

function lowerTail(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let n = 1; term > total * Number.EPSILON; n += 1) {
    term *= x / (a + n)
    total += term
  }
  return gammaPower(a, x) * total
}

function upperTail(a: number, x: number): number {
  const fraction = continuedFraction(
    (i) => i * (a - i),
    (i) => x + 2 * i + 1 - a,
  )
  return gammaPower(a, x) / fraction
}

/** x^a e^-x / Γ(a), with the large parts of the gamma function cancelled beforehand. */
function gammaPower(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * Math.log(x / a) - (x - a) - stirlingRemainder(a))
}
