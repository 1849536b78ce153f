// Order statistics: the median and its neighbours.
import { type Sample, sizeOf, tallyOf } from './tally.ts'

/**
 * Quantile of a sample, type 7 of Hyndman & Fan (1996), "Sample quantiles in statistical packages", The American
 * Statistician 50: linear between order statistics at position (n - 1)p. R: quantile(x, p), the default type.
 * @param p share below, 0–1
 * @throws RangeError without values, or with a p outside 0–1
 */
export function quantile(sample: Sample, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('quantile requires a share from 0 to 1')
  const { values, counts, n } = tallyOf(sample)
  if (n === 0) throw new RangeError('quantile requires at least one value')
  const position = (n - 1) * p
  let at = 0
  let upTo = counts[0] ?? 0
  while (upTo <= Math.floor(position)) {
    at += 1
    upTo += counts[at] ?? 0
  }
  const below = values[at] ?? 0
  const above = upTo <= Math.ceil(position) ? (values[at + 1] ?? 0) : below
  return below + (above - below) * (position - Math.floor(position))
}

/**
 * The middle value, or the mean of the two in the middle.
 * @throws RangeError without values
 */
export function median(sample: Sample): number {
  if (sizeOf(sample) === 0) throw new RangeError('median requires at least one value')
  return quantile(sample, 0.5)
}
