// How closely two measurements of the same people follow each other.
import { mean, sum } from './mean.ts'

/**
 * Pearson's product-moment correlation, -1 to 1; null where one of the two does not vary. R: cor(x, y).
 * @throws RangeError below two pairs, or with lists of different length
 */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length) throw new RangeError('correlation requires two lists of the same length')
  if (x.length < 2) throw new RangeError('correlation requires at least two pairs')
  const dx = deviations(x)
  const dy = deviations(y)
  const spread = Math.sqrt(products(dx, dx)) * Math.sqrt(products(dy, dy))
  if (spread === 0) return null
  return Math.max(-1, Math.min(1, products(dx, dy) / spread))
}

function deviations(values: readonly number[]): number[] {
  const centre = mean(values)
  return values.map((value) => value - centre)
}

function products(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, at) => value * (b[at] ?? 0)))
}
