// How the items of a scale go together, two by two.
import { correlation } from './correlation.ts'

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
