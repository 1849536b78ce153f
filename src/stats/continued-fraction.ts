// Evaluates b₀ + a₁/(b₁ + a₂/(b₂ + …)): the form in which the incomplete beta and gamma functions converge in their tails.

/**
 * Value of a continued fraction by the modified Lentz algorithm (Thompson & Barnett 1986, "Coulomb and Bessel functions
 * of complex arguments and order"), to the precision of a double.
 * @param above aᵢ for i = 1, 2, …
 * @param beside bᵢ for i = 0, 1, …
 * @throws RangeError where it has not settled after 200 000 terms
 */
export function continuedFraction(above: (i: number) => number, beside: (i: number) => number): number {
  const tiny = 1e-300
  let value = beside(0) || tiny
  let c = value
  let d = 0
  for (let i = 1; i <= 200_000; i += 1) {
    const a = above(i)
    const b = beside(i)
    d = 1 / (b + a * d || tiny)
    c = b + a / c || tiny
    value *= c * d
    if (Math.abs(c * d - 1) <= Number.EPSILON) return value
  }
  throw new RangeError('continuedFraction requires terms that converge')
}
