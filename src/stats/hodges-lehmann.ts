// A typical change that a few extreme people cannot move.

/**
 * Hodges–Lehmann estimate: the median of the means of all pairs of changes, each with itself included.
 * Hodges & Lehmann (1963), Annals of Mathematical Statistics 34. R: median(outer(d, d, "+")[upper.tri(…, TRUE)] / 2).
 * The pairs are counted, not listed: 5 000 changes make twelve million.
 * @throws RangeError without changes
 */
export function hodgesLehmann(changes: readonly number[]): number {
  if (changes.length === 0) throw new RangeError('hodgesLehmann requires at least one change')
  const ordered = Float64Array.from(changes).sort()
  const pairs = (ordered.length * (ordered.length + 1)) / 2
  return (pairSum(ordered, Math.ceil(pairs / 2)) + pairSum(ordered, Math.floor(pairs / 2) + 1)) / 4
}

/** The sum of two values that is number `place` in order, from 1: found by halving the range in which it lies. */
function pairSum(ordered: Float64Array, place: number): number {
  let low = 2 * (ordered[0] ?? 0)
  let high = 2 * (ordered.at(-1) ?? 0)
  while (low < high) {
    const middle = low + (high - low) / 2
    // Between two neighbouring doubles the middle may be the upper one, and nothing would move.
    const { count, below, above } = sumsUpTo(ordered, middle < high ? middle : low)
    if (count >= place) high = below
    else low = above
  }
  return low
}

/** How many pairs sum to `limit` or less, the largest sum among them, and the smallest beyond. */
function sumsUpTo(ordered: Float64Array, limit: number) {
  let count = 0
  let below = Number.NEGATIVE_INFINITY
  let above = Number.POSITIVE_INFINITY
  // As the first of the pair rises, the second that still fits falls.
  let fits = ordered.length
  for (const [first, value] of ordered.entries()) {
    while (fits > 0 && value + (ordered[fits - 1] ?? 0) > limit) fits -= 1
    const partners = Math.max(first, fits)
    if (partners > first) {
      count += partners - first
      below = Math.max(below, value + (ordered[partners - 1] ?? 0))
    }
    if (partners < ordered.length) above = Math.min(above, value + (ordered[partners] ?? 0))
  }
  return { count, below, above }
}
