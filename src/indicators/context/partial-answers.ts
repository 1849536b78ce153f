// Items of a scale, added up, less so many times the scale, leave those who answered another number of them. Whoever
// takes the scale's own rows may choose that number for each row anew: where all but one of a group skipped an item, it
// is the one who answered it that is left.
import type { PersonScores } from '../pairing.ts'

export interface Given {
  /** Of which items the person has a pair, in the order of the items. */
  items: readonly boolean[]
  /** Counts in the scale's pairs. */
  scored: boolean
  /** The row that counts the person. */
  unit: string
}

/**
 * People left where each row's number is chosen so that the fewest are: those of another number, those with an item
 * that is not shown, and those who count in an item and not in the scale.
 */
export function countLeft(people: readonly Given[], shown: readonly boolean[]): number {
  let left = 0
  const concerned = people.filter(({ items, scored }) => scored || items.some((given, at) => given && shown[at]))
  for (const row of Map.groupBy(concerned, ({ unit }) => unit).values()) {
    const byNumber = new Map<number, number>()
    for (const { items, scored } of row) {
      if (!scored || items.some((given, at) => given && !shown[at])) continue
      const number = items.filter(Boolean).length
      byNumber.set(number, (byNumber.get(number) ?? 0) + 1)
    }
    left += row.length - Math.max(0, ...byNumber.values())
  }
  return left
}

/**
 * By place.
 * @param units the row of each person; undefined = in none
 */
export function givenOf(
  columns: readonly { pairs: readonly unknown[] }[],
  units: readonly (string | undefined)[],
  scores: readonly PersonScores[],
): Given[] {
  return units.flatMap((unit, at) => {
    const items = columns.map(({ pairs }) => pairs[at] !== undefined)
    return unit === undefined ? [] : [{ items, scored: scores[at]?.pair !== undefined, unit }]
  })
}
