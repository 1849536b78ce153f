// How far apart the highest and the lowest of several estimates lie when nothing but chance keeps them apart.
import { normalCdf } from './normal.ts'

/** Standard errors beyond which a normal estimate is not looked for: chance takes it there once in 10¹⁵. */
const reach = 8
/** Even, as Simpson's rule asks. */
const steps = 400

/**
 * Expected range of independent normal estimates with one true value and these standard errors:
 * ∫ 1 − ΠF(x) − Π(1 − F(x)) dx. Tippett (1925), Biometrika 17, for equal errors. R: integrate() of the same.
 * @param standardErrors all above zero
 * @throws RangeError below two estimates, or with an error that is not above zero
 */
export function expectedRange(standardErrors: readonly number[]): number {
  if (standardErrors.length < 2) throw new RangeError('expectedRange requires at least two estimates')
  if (standardErrors.some((error) => !(error > 0 && Number.isFinite(error))))
    throw new RangeError('expectedRange requires standard errors above zero')
  const end = reach * Math.max(...standardErrors)
  const width = end / steps
  let sum = 0
  // The integrand is even: twice the integral from zero.
  for (let at = 0; at <= steps; at += 1) {
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2
    sum += weight * apart(at * width, standardErrors)
  }
  return 2 * sum * (width / 3)
}

/** The chance that some of the estimates lie below x and some above. */
function apart(x: number, standardErrors: readonly number[]): number {
  let allBelow = 1
  let allAbove = 1
  for (const error of standardErrors) {
    const below = normalCdf(x / error)
    allBelow *= below
    allAbove *= 1 - below
  }
  return 1 - allBelow - allAbove
}
