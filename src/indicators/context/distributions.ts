// How answers to one item spread over its points, before and after: what a diverging bar shows. The same people both
// times, those behind the item's change, and beside them how many of those who answered both waves did not know.
//
// Beside a distribution stand the number of pairs, both means and, of a scale, its spread. So:
// 1. No distribution without the item's change, and none where nobody or everybody stands on one side of the middle:
//    that would tell what each person said.
// 2. Every point holds nobody or at least the threshold in both waves; otherwise the points on each side of the middle
//    are one group. Number and mean are then two equations for four unknown points or more, of which the groups give
//    one: it is solved only where a whole side stands on one point, and a side is never few.
// 3. An indicator of this item alone publishes its spread as well, which would solve the groups: points or nothing.
//    The number on the two highest points may stand beside (items.ts): on the side above the middle, the others of it
//    are nobody or enough as well.
// 4. Those who did not know, and those without a pair for another reason, are each nobody or at least the threshold.
import { isMissing } from '#survey/answer.ts'
import type { ScorePair } from '#survey/scoring.ts'
import type { ProjectResults } from '../model.ts'
import { hasBoth, type Person } from '../people.ts'
import { isFew } from '../pooling.ts'
import { type Published, shown, withheld } from '../published.ts'
import { countPairs, type ItemPairs, isAlone } from './items.ts'
import type { ItemChange, ItemDistribution, ItemSpread } from './model.ts'

export function distributionsOf(
  people: readonly Person[],
  paired: readonly ItemPairs[],
  changes: readonly ItemChange[],
  { indicators, threshold }: ProjectResults,
): ItemDistribution[] {
  const both = people.filter(hasBoth)
  return paired.map((one, at) => {
    const change = changes[at]?.change ?? withheld('too_few')
    if (!change.shown) return { item: one.item, spread: withheld(change.reason) }
    const topTwo = change.value.topTwo
    const isTopTold = topTwo !== null && (topTwo.from.count !== null || topTwo.to.count !== null)
    const groups = groupsToShow(one, isAlone(one.item, indicators), isTopTold, threshold)
    if (!groups) return { item: one.item, spread: withheld('suppressed') }
    const without = both.length - countPairs(one)
    const unsure = (wave: 'from' | 'to') => publishUnsure(countUnsure(both, one.item, wave), without, threshold)
    return {
      item: one.item,
      spread: shown({ ...spreadOf(one, groups), unsure: { from: unsure('from'), to: unsure('to') } }),
    }
  })
}

/** Codes that are shown as one; undefined where nothing may be shown. */
function groupsToShow(
  one: ItemPairs,
  isOnly: boolean,
  isTopTold: boolean,
  threshold: number,
): readonly (readonly number[])[] | undefined {
  const sides = sidesOf(one.points)
  const pairs = pairsOf(one)
  const isOneSided = [sides.at(0), sides.at(-1)].some((side) =>
    bothCounts(pairs, side ?? []).some((count) => count === 0 || count === pairs.length),
  )
  if (isOneSided) return undefined
  const isSafe = (groups: readonly (readonly number[])[]) =>
    groups.every((codes) => bothCounts(pairs, codes).every((count) => !isFew(count, threshold)))
  const points = one.points.map((code) => [code])
  if (isSafe(points)) return points
  const upper = isTopTold ? (sides.at(-1)?.slice(0, -2) ?? []) : []
  return !isOnly && sides.some((side) => side.length > 1) && isSafe([...sides, upper]) ? sides : undefined
}

/** Below the middle, the middle where there is one, above it. */
function sidesOf(points: readonly number[]): number[][] {
  const half = Math.floor(points.length / 2)
  return [points.slice(0, half), points.slice(half, points.length - half), points.slice(points.length - half)].filter(
    (side) => side.length > 0,
  )
}

function spreadOf(one: ItemPairs, groups: readonly (readonly number[])[]): Omit<ItemSpread, 'unsure'> {
  const pairs = pairsOf(one)
  return {
    n: pairs.length,
    grouped: groups.some((codes) => codes.length > 1),
    groups: groups.map((codes) => {
      const [from = 0, to = 0] = bothCounts(pairs, codes)
      return { codes, from, to }
    }),
  }
}

const pairsOf = ({ pairs }: ItemPairs): ScorePair[] => pairs.flatMap((pair) => pair ?? [])

const bothCounts = (pairs: readonly ScorePair[], codes: readonly number[]): number[] => [
  pairs.filter(({ from }) => codes.includes(from)).length,
  pairs.filter(({ to }) => codes.includes(to)).length,
]

function countUnsure(people: readonly Person[], item: string, wave: 'from' | 'to'): number {
  return people.filter((person) => {
    const answer = person[wave].response?.answers[item]
    return answer !== undefined && isMissing(answer) && answer.missing === 'dont_know'
  }).length
}

/** @param without people who answered both waves and have no pair on the item */
function publishUnsure(count: number, without: number, threshold: number): Published<number> {
  return isFew(count, threshold) || isFew(without - count, threshold) ? withheld('suppressed') : shown(count)
}
