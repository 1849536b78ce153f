// How strongly each item of a scale follows the one thing they are meant to have in common.
import { correlationMatrix } from './correlation-matrix.ts'
import { sum } from './mean.ts'

/** Share of an item's variance below which its uniqueness counts as none; psych's own bound. */
const leastUniqueness = 0.005

/**
 * Loadings of the items on one factor, -1 to 1, with a sum from 0: those that leave the least squares of what the
 * correlations between different items have beyond λᵢλⱼ. Minres by one item at a time, Harman & Jones (1966),
 * Psychometrika 31, until nothing moves by more than 1e-14. R: psych::fa(rows, nfactors = 1, fm = "minres")$loadings,
 * whose own optimum has 6 to 7 digits.
 * @param rows one per person, complete, reversed items already turned
 * @returns null where an item does not vary, where an item would be nothing but the factor (a Heywood case: the
 * uniqueness 1 - λ² below 0.005), or where the correlations have no best factor
 * @throws RangeError below two people or three items, or with rows of different length
 */
export function oneFactorLoadings(rows: readonly (readonly number[])[]): number[] | null {
  if ((rows[0]?.length ?? 0) < 3) throw new RangeError('oneFactorLoadings requires at least three items')
  const correlations = correlationMatrix(rows)
  if (!correlations) return null
  const loadings = correlationsOfLeader(correlations)
  for (let round = 0; round < 10_000; round += 1) {
    if (improveEach(loadings, correlations) > 1e-14) continue
    if (loadings.some((loading) => !(1 - loading ** 2 >= leastUniqueness))) return null
    return sum(loadings) < 0 ? loadings.map((loading) => -loading) : loadings
  }
  return null
}

/** To begin with: correlations with the item that goes best with all the others. */
function correlationsOfLeader(correlations: readonly (readonly number[])[]): number[] {
  const strength = (row: readonly number[]) => sum(row.map((r) => r ** 2))
  return [...correlations.reduce((best, row) => (strength(row) > strength(best) ? row : best))]
}

/** Moves each loading to its best place given the others, and tells the longest way one moved. */
function improveEach(loadings: number[], correlations: readonly (readonly number[])[]): number {
  let longest = 0
  for (const [item, row] of correlations.entries()) {
    const before = loadings[item] ?? 0
    const others = loadings.map((loading, at) => (at === item ? 0 : loading))
    const better =
      sum(others.map((loading, at) => loading * (row[at] ?? 0))) / sum(others.map((loading) => loading ** 2))
    loadings[item] = better
    longest = Math.max(longest, Math.abs(better - before))
  }
  return longest
}
