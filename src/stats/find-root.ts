// Where a continuous function crosses zero: used for every quantile and for the estimators without a closed form.

/**
 * Zero of `f` between `low` and `high`, to the precision of a double. Chandrupatla (1997), "A new hybrid
 * quadratic/bisection algorithm", Advances in Engineering Software 28: inverse quadratic steps where they are safe,
 * bisection otherwise.
 * @throws RangeError where f has the same sign at both ends, or an end is not finite
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  return findBetween(f, low, f(low), high, f(high))
}

function findBetween(f: (x: number) => number, low: number, atLow: number, high: number, atHigh: number): number {
  if (!(Number.isFinite(low) && Number.isFinite(high))) throw new RangeError('findRoot requires finite ends')
  let [previous, newest, opposite] = [low, low, high]
  let [atPrevious, atNewest, atOpposite] = [atLow, atLow, atHigh]
  if (atNewest === 0) return low
  if (atOpposite === 0) return high
  if (atNewest > 0 === atOpposite > 0) throw new RangeError('findRoot requires ends with different signs')
  // Share of the way from the newest point to the one on the other side of zero.
  let step = 0.5
  for (;;) {
    const x = newest + step * (opposite - newest)
    const atX = f(x)
    if (atX > 0 === atNewest > 0) [previous, atPrevious] = [newest, atNewest]
    else [previous, opposite, atPrevious, atOpposite] = [opposite, newest, atOpposite, atNewest]
    ;[newest, atNewest] = [x, atX]
    const best = Math.abs(atNewest) < Math.abs(atOpposite) ? newest : opposite
    const smallestShare = (2 * Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(opposite - newest)
    if (smallestShare >= 0.5 || atNewest === 0) return best
    step = Math.min(1 - smallestShare, Math.max(smallestShare, nextStep()))
  }

  function nextStep(): number {
    const along = (newest - opposite) / (previous - opposite)
    const rise = (atNewest - atOpposite) / (atPrevious - atOpposite)
    if (!(rise ** 2 < along && (1 - rise) ** 2 < 1 - along)) return 0.5
    const fromNewest = (atNewest / (atOpposite - atNewest)) * (atPrevious / (atOpposite - atPrevious))
    const fromPrevious = (atNewest / (atPrevious - atNewest)) * (atOpposite / (atPrevious - atOpposite))
    return fromNewest + ((previous - newest) / (opposite - newest)) * fromPrevious
  }
}

/**
 * Zero of a function that rises over the positive numbers, bracketed from `start` by ever larger factors, so that a
 * root of 1e-100 is as precise as one of 1.
 * @param factor above 1: nearer to 1 where the start is known to be near
 */
export function findPositiveRoot(rising: (x: number) => number, start: number, factor = 2): number {
  let [near, atNear] = [start, rising(start)]
  const isBelow = atNear < 0
  for (let reach = factor; atNear !== 0; reach = Math.min(2, reach ** 2)) {
    const far = isBelow ? near * reach : near / reach
    const atFar = rising(far)
    if (atFar < 0 !== isBelow)
      return isBelow ? findBetween(rising, near, atNear, far, atFar) : findBetween(rising, far, atFar, near, atNear)
    ;[near, atNear] = [far, atFar]
  }
  return near
}
