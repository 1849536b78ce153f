// Which items of a scale pull their weight: each against the sum of the others, and the scale without it.
import { correlation } from './correlation.ts'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { sum } from './mean.ts'

export interface ItemRest {
  /** Correlation of the item with the sum of the other items, -1 to 1; null where one of the two does not vary. */
  correlation: number | null
  /** Cronbach's α of the other items; null where their sum does not vary. */
  alphaWithout: number | null
}

/**
 * Corrected item–rest correlations and α if dropped, in the order of the items. Below 0.2 an item measures little of
 * what the others do. R: psych::alpha(rows)$item.stats$r.drop and $alpha.drop$raw_alpha.
 * @param rows one per person, complete, reversed items already turned
 * @throws RangeError below two people or three items, or with rows of different length
 */
export function itemRest(rows: readonly (readonly number[])[]): ItemRest[] {
  const k = rows[0]?.length ?? 0
  if (rows.length < 2 || k < 3) throw new RangeError('itemRest requires at least two people and three items')
  if (rows.some((row) => row.length !== k)) throw new RangeError('itemRest requires complete rows')
  return Array.from({ length: k }, (_, item) => {
    const others = rows.map((row) => row.toSpliced(item, 1))
    const own = rows.map((row) => row[item] ?? Number.NaN)
    return { correlation: correlation(own, others.map(sum)), alphaWithout: cronbachAlpha(others)?.alpha ?? null }
  })
}
