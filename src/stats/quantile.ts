// Order statistics: the median and its neighbours.

/**
 * Quantile of a sample, type 7 of Hyndman & Fan (1996), "Sample quantiles in statistical packages", The American
 * Statistician 50: linear between order statistics at position (n - 1)p. R: quantile(x, p), the default type.
 * @param p share below, 0–1
 * @throws RangeError without values, or with a p outside 0–1
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('quantile requires a share from 0 to 1')
  const ordered = Float64Array.from(values).sort()
  const position = (ordered.length - 1) * p
  const below = ordered[Math.floor(position)]
  const above = ordered[Math.ceil(position)]
  if (below === undefined || above === undefined) throw new RangeError('quantile requires at least one value')
  return below + (above - below) * (position - Math.floor(position))
}

/**
 * The middle value, or the mean of the two in the middle.
 * @throws RangeError without values
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median requires at least one value')
  return quantile(values, 0.5)
}
