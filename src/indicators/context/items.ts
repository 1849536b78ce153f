// Item by item: what lies behind a scale's change, among those who answered the item both times.
import { mcnemarExact } from '#stats/mcnemar.ts'
import { compareVersions } from '#survey/comparability.ts'
import { findItem, wavesOf } from '#survey/lookup.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { ScorePair } from '#survey/scoring.ts'
import { type IndicatorComparison, isComposite, type ScaleComparison } from '../comparison.ts'
import type { ProjectResults, ResultsInput } from '../model.ts'
import type { PersonScores } from '../pairing.ts'
import type { Person, Response } from '../people.ts'
import { isFew } from '../pooling.ts'
import { shown, type Withheld, withheld } from '../published.ts'
import { type PublishedUnits, publishedUnits } from './crossing.ts'
import { groupChange, portionOf } from './group-change.ts'
import type { ItemChange, ItemEstimate, Portion } from './model.ts'
import { countLeft, givenOf } from './partial-answers.ts'

/** A rating item of the earlier version, and both answers of those who gave two. */
export interface ItemPairs {
  item: string
  /** Why there is no before-and-after figure at all; null where there is one. */
  obstacle: 'not_comparable' | 'not_asked' | null
  /** Not asked of everybody. */
  isConditional: boolean
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
    return [{ item: item.id, obstacle, isConditional: item.showIf !== undefined, points, pairs }]
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
  people: readonly Person[],
  paired: readonly ItemPairs[],
  comparisons: readonly IndicatorComparison[],
  scores: ReadonlyMap<string, readonly PersonScores[]>,
  results: ProjectResults,
): ItemChange[] {
  const scales = comparisons.flatMap((comparison) => (isComposite(comparison) ? [] : comparison))
  const hidden = hiddenItems(people, paired, scales, scores, results)
  return paired.map(({ item, obstacle, points, pairs }) => {
    const own = scales.filter(({ indicator }) => indicator.items.some((entry) => entry.item === item))
    const both = pairs.flatMap((pair) => pair ?? [])
    const reason: Withheld | null = obstacle ?? (both.length === 0 ? 'too_few' : hidden.has(item) ? 'suppressed' : null)
    return {
      item,
      indicators: own.map(({ indicator }) => indicator.id),
      reversed: own.some(({ indicator }) => indicator.items.some((entry) => entry.item === item && entry.reversed)),
      change:
        reason === null
          ? shown(estimateItem(both, points, isAlone(item, scales), results.threshold))
          : withheld(reason),
    }
  })
}

/** Rule 1 of disclosure.ts. */
function hiddenItems(
  people: readonly Person[],
  paired: readonly ItemPairs[],
  scales: readonly ScaleComparison[],
  scores: ReadonlyMap<string, readonly PersonScores[]>,
  results: ProjectResults,
): ReadonlySet<string> {
  const { threshold } = results
  const hidden = new Set(
    paired.filter((one) => one.isConditional || countPairs(one) < threshold).map(({ item }) => item),
  )
  for (const { indicator, core, obstacle } of scales) {
    if (obstacle) continue
    const items = paired.filter(({ item }) => core.items.includes(item))
    const result = results.indicators.find((one) => one.indicator.id === indicator.id)
    if (!result?.overall.paired.shown) {
      for (const { item } of items) hidden.add(item)
      continue
    }
    const isElsewhere = ({ item }: ItemPairs) =>
      scales.some((other) => other.indicator.id !== indicator.id && other.core.items.includes(item))
    const candidates = items
      .filter((one) => !isElsewhere(one))
      .toSorted((one, other) => countPairs(one) - countPairs(other))
    const placements = placementsOf(people, publishedUnits(result))
    const own = scores.get(indicator.id) ?? []
    const isUnsafe = () => {
      const isVisible = items.map(({ item }) => !hidden.has(item))
      return placements.some((units) => isFew(countLeft(givenOf(items, units, own), isVisible), threshold))
    }
    while (isUnsafe() && items.some(({ item }) => !hidden.has(item))) {
      const next = candidates.find(({ item }) => !hidden.has(item))
      // An item of another scale too could be computed from there: without one of its own left, all of them go.
      for (const { item } of next ? [next] : items) hidden.add(item)
    }
  }
  return hidden
}

export const countPairs = ({ pairs }: Pick<ItemPairs, 'pairs'>): number =>
  pairs.filter((pair) => pair !== undefined).length

/** The row that counts each person: the total, the municipality's, the group's; those without one are one together. */
function placementsOf(people: readonly Person[], { municipalities, actorGroups }: PublishedUnits): string[][] {
  return [
    people.map(() => ''),
    people.map(({ municipality }) => (municipalities.has(municipality) ? municipality : '')),
    people.map(({ actorGroup }) => (actorGroups.has(actorGroup) ? actorGroup : '')),
  ]
}

/** An indicator is made of this item alone, and tells its spread and the ends of its scale as well. */
export const isAlone = (item: string, scales: readonly { core: IndicatorComparison['core'] }[]): boolean =>
  scales.some(({ core }) => core.items.length === 1 && core.items.includes(item))

function estimateItem(
  pairs: readonly ScorePair[],
  points: readonly number[],
  isAlone: boolean,
  threshold: number,
): ItemEstimate {
  return { ...groupChange(pairs), topTwo: topTwoOf(pairs, points, isAlone, threshold) }
}

const notTold: Portion = { count: null, share: null, extreme: null }

function topTwoOf(
  pairs: readonly ScorePair[],
  points: readonly number[],
  isAlone: boolean,
  threshold: number,
): ItemEstimate['topTwo'] {
  if (points.length < 4) return null
  const top = points.slice(-2)
  const count = (is: (pair: ScorePair) => boolean) => pairs.filter(is).length
  const before = (pair: ScorePair) => top.includes(pair.from)
  const after = (pair: ScorePair) => top.includes(pair.to)
  const portion = (wave: 'from' | 'to') => {
    const countAt = (codes: readonly number[]) => count((pair) => codes.includes(pair[wave]))
    // Mean, spread and ends beside it would leave one point after the other.
    const isTelling = isAlone && points.some((code) => isFew(countAt([code]), threshold))
    return isTelling ? notTold : portionOf(countAt(top), pairs.length, threshold)
  }
  const [from, to] = [portion('from'), portion('to')]
  const isTelling = from.count !== null && to.count !== null
  const p = mcnemarExact(
    count((pair) => !before(pair) && after(pair)),
    count((pair) => before(pair) && !after(pair)),
  )
  return { from, to, p: isTelling ? p : null }
}
