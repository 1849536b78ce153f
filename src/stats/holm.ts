// Several tests of one family: p values adjusted so that the risk of any false alarm stays as chosen.

/**
 * Holm's adjusted p values, in the order given, never above 1. Holm (1979), Scandinavian Journal of Statistics 6.
 * R: p.adjust(p, "holm").
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(0)
  let highest = 0
  const ascending = pValues.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p)
  ascending.forEach(({ p, at }, place) => {
    highest = Math.max(highest, Math.min(1, p * (pValues.length - place)))
    adjusted[at] = highest
  })
  return adjusted
}
