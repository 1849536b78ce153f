// How much of a scale's score is the one thing its items have in common: alpha without its demand that all count alike.
import { sum } from './mean.ts'
import { oneFactorLoadings } from './one-factor.ts'

/**
 * ω total of one factor, 0–1: (Σλ)²/((Σλ)² + Σ(1 - λ²)), of standardised items. McDonald (1999), Test Theory.
 * R: l <- psych::fa(rows, nfactors = 1, fm = "minres")$loadings; sum(l)^2 / (sum(l)^2 + sum(1 - l^2)).
 * @param rows one per person, complete, reversed items already turned
 * @returns null where oneFactorLoadings has no answer
 * @throws RangeError below two people or three items, or with rows of different length
 */
export function omegaTotal(rows: readonly (readonly number[])[]): number | null {
  const loadings = oneFactorLoadings(rows)
  if (!loadings) return null
  const common = sum(loadings) ** 2
  return common / (common + sum(loadings.map((loading) => 1 - loading ** 2)))
}
