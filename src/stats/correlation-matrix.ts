// How the items of a scale go together, two by two.
import { correlation } from './correlation.ts'
import { mean } from './mean.ts'

/**
 * Pearson correlations between all items, k × k, 1 on the diagonal. R: cor(rows).
 * @param rows one per person, complete
 * @returns null where an item does not vary
 * @throws RangeError below two people or two items, or with rows of different length
 */
export function correlationMatrix(rows: readonly (readonly number[])[]): number[][] | null {
  const k = rows[0]?.length ?? 0
  if (rows.length < 2 || k < 2) throw new RangeError('correlationMatrix requires at least two people and two items')
  if (rows.some((row) => row.length !== k)) throw new RangeError('correlationMatrix requires complete rows')
  const items = Array.from({ length: k }, (_, item) => rows.map((row) => row[item] ?? Number.NaN))
  const matrix = items.map((one) => items.map((other) => (one === other ? 1 : correlation(one, other))))
  return matrix.every((row) => row.every((r) => r !== null)) ? matrix : null
}

/**
 * Mean correlation between two different items, -1 to 1; from 0.15 to 0.50 for a scale that is neither a mixture nor
 * one question asked many times. Clark & Watson (1995), Psychological Assessment 7. R: psych::alpha(rows)$total$average_r.
 * @returns null where an item does not vary
 */
export function interItemCorrelation(rows: readonly (readonly number[])[]): number | null {
  const matrix = correlationMatrix(rows)
  return matrix && mean(matrix.flatMap((row, at) => row.slice(0, at)))
}
