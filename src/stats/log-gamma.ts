// Stirling's remainder, and the gamma function built on it. Working with the remainder lets the incomplete beta and
// gamma functions cancel the large terms on paper instead of in floating point (Loader 2000, "Fast and accurate
// computation of binomial probabilities").

/**
 * What Stirling's formula leaves: ln Γ(x) = (x - ½) ln x - x + ½ ln 2π + remainder, for x > 0. Absolute error below 1e-15.
 * Asymptotic series (Abramowitz & Stegun 6.1.41), reached from a small x by δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) - 1.
 */
export function stirlingRemainder(x: number): number {
  let remainder = 0
  let large = x
  for (; large < 12; large += 1) remainder += (large + 0.5) * Math.log1p(1 / large) - 1
  const inverse = 1 / large
  const square = inverse * inverse
  return (
    remainder +
    inverse *
      (1 / 12 +
        square *
          (-1 / 360 +
            square * (1 / 1260 + square * (-1 / 1680 + square * (1 / 1188 + square * (-691 / 360360 + square / 156))))))
  )
}

/** ln Γ(x) for x > 0. R: lgamma(x). */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingRemainder(x)
}
