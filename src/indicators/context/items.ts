// Item by item: what lies behind a scale's change, among those who answered the item both times.
import { mcnemarExact } from '#stats/mcnemar.ts'
import { compareVersions } from '#survey/comparability.ts'
import { findItem, wavesOf } from '#survey/lookup.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { ScorePair } from '#survey/scoring.ts'
import { type IndicatorComparison, isComposite, type ScaleComparison } from '../comparison.ts'
import type { ProjectResults, ResultsInput } from '../model.ts'
import type { Person, Response } from '../people.ts'
import { shown, type Withheld, withheld } from '../published.ts'
import { isFew } from './disclosure.ts'
import { groupChange, portionOf } from './group-change.ts'
import type { ItemChange, ItemEstimate } from './model.ts'

/** A rating item of the earlier version, and both answers of those who gave two. */
export interface ItemPairs {
  item: string
  /** Why there is no before-and-after figure at all; null where there is one. */
  obstacle: 'not_comparable' | 'not_asked' | null
  /** Codes of its response scale, lowest first, alike in all versions. */
  points: readonly number[]
  /** By person, in the order given. */
  pairs: readonly (ScorePair | undefined)[]
}

/** Every rating item of the earlier version that is asked in the earlier wave, in its order. */
export function pairItems(
  people: readonly Person[],
  { from, to }: Pick<ResultsInput, 'from' | 'to'>,
  versions: readonly Questionnaire[],
): ItemPairs[] {
  const verdicts = versions.map(
    (version) => new Map(compareVersions(from.questionnaire, version).map(({ item, verdict }) => [item, verdict])),
  )
  return from.questionnaire.items.flatMap((item): ItemPairs[] => {
    if (item.type !== 'rating' || !wavesOf(from.questionnaire, item).includes(from.kind)) return []
    const points = pointsOf(from.questionnaire, item.id)
    const later = findItem(to.questionnaire, item.id)
    const isAlike = versions.every(
      (version, at) =>
        ['identical', 'comparable'].includes(verdicts[at]?.get(item.id) ?? '') &&
        pointsOf(version, item.id).join() === points.join(),
    )
    const obstacle =
      later && !wavesOf(to.questionnaire, later).includes(to.kind) ? 'not_asked' : isAlike ? null : 'not_comparable'
    const pairs = people.map((person) => (obstacle ? undefined : pairOf(item.id, points, person)))
    return [{ item: item.id, obstacle, points, pairs }]
  })
}

/** The code that was answered to a rating item, where it is one of the points. */
export function ratingOf(response: Response | null, item: string, points: readonly number[]): number | undefined {
  const answer = response?.answers[item]
  return typeof answer === 'number' && points.includes(answer) ? answer : undefined
}

export function pointsOf(questionnaire: Questionnaire, id: string): number[] {
  const item = findItem(questionnaire, id)
  const scale = item?.type === 'rating' ? questionnaire.responseScales[item.responseScale] : undefined
  return scale?.points.map(({ code }) => code) ?? []
}

function pairOf(item: string, points: readonly number[], person: Person): ScorePair | undefined {
  const from = ratingOf(person.from.response, item, points)
  const to = ratingOf(person.to.response, item, points)
  return from === undefined || to === undefined ? undefined : { from, to }
}

export function itemChanges(
  paired: readonly ItemPairs[],
  comparisons: readonly IndicatorComparison[],
  results: ProjectResults,
  threshold: number,
): ItemChange[] {
  const scales = comparisons.flatMap((comparison) => (isComposite(comparison) ? [] : comparison))
  const hidden = hiddenItems(paired, scales, results, threshold)
  return paired.map(({ item, obstacle, points, pairs }) => {
    const own = scales.filter(({ indicator }) => indicator.items.some((entry) => entry.item === item))
    const both = pairs.flatMap((pair) => pair ?? [])
    const reason: Withheld | null = obstacle ?? (both.length === 0 ? 'too_few' : hidden.has(item) ? 'suppressed' : null)
    return {
      item,
      indicators: own.map(({ indicator }) => indicator.id),
      reversed: own.some(({ indicator }) => indicator.items.some((entry) => entry.item === item && entry.reversed)),
      change: reason === null ? shown(estimateItem(both, points)) : withheld(reason),
    }
  })
}

/** Rule 1 of disclosure.ts. */
export function hiddenItems(
  paired: readonly ItemPairs[],
  scales: readonly ScaleComparison[],
  results: ProjectResults,
  threshold: number,
): ReadonlySet<string> {
  const size = ({ pairs }: ItemPairs) => pairs.filter((pair) => pair !== undefined).length
  const hidden = new Set(paired.filter((one) => size(one) < threshold).map(({ item }) => item))
  const fewestFirst = paired.toSorted((one, other) => size(one) - size(other))
  for (const { indicator, core, obstacle } of scales) {
    if (obstacle) continue
    const items = fewestFirst.filter(({ item }) => core.items.includes(item))
    const total = results.indicators.find((result) => result.indicator.id === indicator.id)?.overall.paired
    if (total?.shown !== true) for (const { item } of items) hidden.add(item)
    else if (isFew(countPartial(items), threshold) && !items.some(({ item }) => hidden.has(item))) {
      const isElsewhere = (item: string) =>
        scales.some((other) => other.indicator.id !== indicator.id && other.core.items.includes(item))
      const own = items.filter(({ item }) => !isElsewhere(item))
      // An item of another scale too could be computed from there: without one of its own, all of them go.
      for (const { item } of own.length > 0 ? own.slice(0, 1) : items) hidden.add(item)
    }
  }
  return hidden
}

/** People who have a pair of some of the items, not of all. */
export function countPartial(items: readonly Pick<ItemPairs, 'pairs'>[]): number {
  const [first] = items
  if (!first) return 0
  return first.pairs.filter((_, at) => {
    const answered = items.filter(({ pairs }) => pairs[at] !== undefined).length
    return answered > 0 && answered < items.length
  }).length
}

function estimateItem(pairs: readonly ScorePair[], points: readonly number[]): ItemEstimate {
  return { ...groupChange(pairs), topTwo: points.length < 4 ? null : topTwoOf(pairs, points.slice(-2)) }
}

function topTwoOf(pairs: readonly ScorePair[], top: readonly number[]): NonNullable<ItemEstimate['topTwo']> {
  const count = (is: (pair: ScorePair) => boolean) => pairs.filter(is).length
  const before = (pair: ScorePair) => top.includes(pair.from)
  const after = (pair: ScorePair) => top.includes(pair.to)
  const from = portionOf(count(before), pairs.length)
  const to = portionOf(count(after), pairs.length)
  const isTelling = from.extreme === null && to.extreme === null
  const p = mcnemarExact(
    count((pair) => !before(pair) && after(pair)),
    count((pair) => before(pair) && !after(pair)),
  )
  return { from, to, p: isTelling ? p : null }
}

/** The published verdict on an item, for figures that divide its pairs. */
export const isShown = (changes: readonly ItemChange[], item: string): boolean =>
  changes.some((one) => one.item === item && one.change.shown)
