// A typical change that a few extreme people cannot move.
import { type Sample, type Tally, tallyOf } from './tally.ts'

/**
 * Hodges–Lehmann estimate: the median of the means of all pairs of changes, each with itself included.
 * Hodges & Lehmann (1963), Annals of Mathematical Statistics 34. R: median(outer(d, d, "+")[upper.tri(…, TRUE)] / 2).
 * The pairs are counted, not listed: 5 000 changes make twelve million.
 * @throws RangeError without changes
 */
export function hodgesLehmann(changes: Sample): number {
  const tally = tallyOf(changes)
  if (tally.n === 0) throw new RangeError('hodgesLehmann requires at least one change')
  const pairs = (tally.n * (tally.n + 1)) / 2
  const place = Math.ceil(pairs / 2)
  const lower = pairSum(tally, place)
  if (pairs % 2 === 1) return lower / 2
  // The sum beside it is the same again where there are more of it, and otherwise the next.
  const { count, above } = sumsUpTo(tally, lower)
  return (lower + (count > place ? lower : above)) / 4
}

/** The sum of two values that is number `place` in order, from 1: found by halving the range in which it lies. */
function pairSum(tally: Tally, place: number): number {
  let low = 2 * (tally.values[0] ?? 0)
  let high = 2 * (tally.values.at(-1) ?? 0)
  while (low < high) {
    const middle = low + (high - low) / 2
    // Between two neighbouring doubles the middle may be the upper one, and nothing would move.
    const { count, below, above } = sumsUpTo(tally, middle < high ? middle : low)
    if (count >= place) high = below
    else low = above
  }
  return low
}

/** How many pairs sum to `limit` or less, the largest sum among them, and the smallest beyond. */
function sumsUpTo({ values, counts, n }: Tally, limit: number) {
  let count = 0
  let below = Number.NEGATIVE_INFINITY
  let above = Number.POSITIVE_INFINITY
  // As the first of the pair rises, the second that still fits falls.
  let fits = values.length
  let people = n
  let before = 0
  for (let first = 0; first < values.length; first += 1) {
    const value = values[first] ?? 0
    const own = counts[first] ?? 0
    while (fits > 0 && value + (values[fits - 1] ?? 0) > limit) {
      fits -= 1
      people -= counts[fits] ?? 0
    }
    const partners = Math.max(first, fits)
    if (partners > first) {
      // Each with each of the others who fit and stand higher, and those of this value among themselves.
      count += own * (people - before - own) + (own * (own + 1)) / 2
      below = Math.max(below, value + (values[partners - 1] ?? 0))
    }
    if (partners < values.length) above = Math.min(above, value + (values[partners] ?? 0))
    before += own
  }
  return { count, below, above }
}
