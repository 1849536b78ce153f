// Wilcoxon's signed-rank test, exact also with ties: a check on the t interval that assumes no normal distribution.
import { sum } from './mean.ts'
import { normalTails } from './normal.ts'
import { type SignedRanks, signedRanks, type ZeroRule } from './signed-ranks.ts'
import { subsetSumByConvolution } from './subset-sum-convolution.ts'
import { subsetSumByInversion } from './subset-sum-inversion.ts'
import type { Sample } from './tally.ts'

export interface Wilcoxon {
  /** Pairs whose change is not zero. Fewer than 6 can never give a p below 0.05. */
  nonZero: number
  /** Sum of the ranks of rises, and of falls. */
  positiveRanks: number
  negativeRanks: number
  /** Distance of the rises from their expectation in standard deviations, ties accounted for; above 0 for a rise. */
  z: number
  /** Two-sided; of the exact distribution, or of z. */
  p: number
  method: 'exact' | 'normal'
}

/** Changes that are not zero up to which the exact distribution is used: about 1.5 s of work where none are equal. */
const mostExact = 5000
/** Steps up to which the convolution is the quicker of the two ways to the same chance. */
const mostConvolved = 3e7

/**
 * Exact conditional test: every change could as well have had the other sign. Wilcoxon (1945), Biometrics Bulletin 1;
 * Pratt (1959), JASA 54. R: exactRankTests::wilcox.exact(after, before, paired = TRUE), and for Pratt
 * coin::wilcoxsign_test(after ~ before, distribution = "exact", zero.method = "Pratt"). Not wilcox.test before R 4.6,
 * which turns to the normal distribution where there are ties. Above `exactUpTo` changes that are not zero the normal
 * distribution with the variance Σ rank²/4, as coin's distribution = "asymptotic": no continuity correction.
 * @returns null where no change differs from zero
 */
export function wilcoxon(
  changes: Sample,
  zeros: ZeroRule = 'wilcoxon',
  exactUpTo: number = mostExact,
): Wilcoxon | null {
  const { nonZero, ranks, positive, negative } = signedRanks(changes, zeros)
  if (nonZero === 0) return null
  const z = (positive - negative) / Math.sqrt(sum(ranks.map(({ rank, count }) => count * rank ** 2)))
  const exact = nonZero <= exactUpTo
  const oneSided = exact ? exactTail(ranks, Math.min(positive, negative)) : normalTails(Math.abs(z)).upper
  return {
    nonZero,
    positiveRanks: positive,
    negativeRanks: negative,
    z,
    p: Math.min(1, 2 * oneSided),
    method: exact ? 'exact' : 'normal',
  }
}

/** Chance that the rises sum to `smaller` or less; by symmetry also that they sum to the rest or more. */
function exactTail(ranks: SignedRanks['ranks'], smaller: number): number {
  // Midranks are halves: doubled they are whole numbers. Without their common divisor there are fewer sums.
  const doubled = ranks.flatMap(({ rank, count }) => new Array<number>(count).fill(Math.round(2 * rank)))
  const divisor = doubled.reduce(commonDivisor)
  const numbers = doubled.map((rank) => rank / divisor)
  const most = Math.round((2 * smaller) / divisor)
  return numbers.length * most <= mostConvolved
    ? subsetSumByConvolution(numbers, most)
    : subsetSumByInversion(numbers, most)
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
