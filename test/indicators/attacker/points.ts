// The attacker's fourth way: how many chose each point of an item. Beside the numbers that are told stand the number of
// pairs and their mean. Found is a point that one to four people chose, where it is told neither alone nor as nobody.
import { type Sum, spanOf } from '../linear-span.ts'
import { pointsOfItem, scales } from './questionnaire.ts'
import type { RandomProject } from './random-project.ts'
import { type Side, sides } from './scores.ts'
import type { Edition } from './sums.ts'
import { tells } from './told.ts'

export const itemsOfScales = Object.values(scales).flat()
const scaleOf = (item: string) => Object.values(scales).find((items) => items.includes(item)) ?? []

export function attackPoints({ project, published }: Edition): string[] {
  const told = [...published.values()].flatMap((one) => (one.of === 'points' ? one : []))
  return itemsOfScales.flatMap((item) =>
    sides.flatMap((side) => {
      if (!tells(published, { of: 'item', item })) return []
      const points = pointsOfItem(item)
      const own = told.filter((one) => one.item === item && one.side === side)
      const sums: Sum[] = [
        new Map(points.map((code) => [String(code), 1])),
        new Map(points.map((code) => [String(code), code])),
        // Of an indicator of this item alone the spread as well.
        ...(scaleOf(item).length === 1 ? [new Map(points.map((code) => [String(code), code ** 2]))] : []),
        ...own.map(({ codes }): Sum => new Map(codes.map((code) => [String(code), 1]))),
        // Where nobody chose any of them, nobody chose each.
        ...own
          .filter(({ codes }) => countAt(project, item, side, codes) === 0)
          .flatMap(({ codes }) => codes.map((code): Sum => new Map([[String(code), 1]]))),
      ]
      const span = spanOf(sums)
      return points
        .filter((code) => {
          const count = countAt(project, item, side, [code])
          return count > 0 && count < 5 && span.determines(new Map([[String(code), 1]]))
        })
        .map((code) => `how many chose ${code} of ${item} ${side}`)
    }),
  )
}

/** Of the pairs on the item. */
export const countAt = ({ people }: RandomProject, item: string, side: Side, codes: readonly number[]): number =>
  people.filter(
    (person) =>
      person.from?.[item] !== undefined &&
      person.to?.[item] !== undefined &&
      codes.includes(Number(person[side]?.[item])),
  ).length
