// A typical change that a few extreme people cannot move.
import { median } from './quantile.ts'

/**
 * Hodges–Lehmann estimate: the median of the means of all pairs of changes, each with itself included.
 * Hodges & Lehmann (1963), Annals of Mathematical Statistics 34. R: median(outer(d, d, "+")[upper.tri(…, TRUE)] / 2).
 * @throws RangeError without changes
 */
export function hodgesLehmann(changes: readonly number[]): number {
  if (changes.length === 0) throw new RangeError('hodgesLehmann requires at least one change')
  return median(changes.flatMap((one, at) => changes.slice(at).map((other) => (one + other) / 2)))
}
