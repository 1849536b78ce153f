// How well each scale holds together in each wave, on the items that the change rests on, and whether it has room left.
// Of the whole project only: in a municipality there are too few for a coefficient to mean anything.
import { cronbachAlpha } from '#stats/cronbach-alpha.ts'
import { roundDifference } from '#stats/differences.ts'
import { itemRest } from '#stats/item-rest.ts'
import { omegaTotal } from '#stats/omega.ts'
import { tallyOf } from '#stats/tally.ts'
import { findItem } from '#survey/lookup.ts'
import { itemValue } from '#survey/scoring.ts'
import { type IndicatorComparison, isComposite, type ScaleComparison } from '../comparison.ts'
import type { ProjectResults, ResultsInput } from '../model.ts'
import type { PersonScores } from '../pairing.ts'
import type { Person, Response } from '../people.ts'
import { isFew, tellsOfFew } from '../pooling.ts'
import { type Published, shown, withheld } from '../published.ts'
import type { Extremes, Reliability, ScaleQuality } from './model.ts'

/** People below whom no coefficient is shown. */
const fewestForReliability = 30
/** Item–rest correlation under which an item measures little of what the others do. */
const weakItem = 0.2
/** Share at an end from which a scale has a floor or a ceiling. Terwee and others (2007), J Clin Epidemiol 60. */
const crowdedEnd = 0.15

/**
 * Each scale, earlier wave first. The share at an end stands only beside the level of the same people: where that is
 * hidden, this one less that of the pairs would be what few people answered.
 */
export function scaleQualities(
  people: readonly Person[],
  comparisons: readonly IndicatorComparison[],
  scores: ReadonlyMap<string, readonly PersonScores[]>,
  { from, to, threshold }: ResultsInput,
  results: ProjectResults,
): ScaleQuality[] {
  return comparisons.flatMap((scale) => {
    if (isComposite(scale)) return []
    return (
      [
        ['from', from.kind],
        ['to', to.kind],
      ] as const
    ).map(([side, wave]): ScaleQuality => {
      const indicator = scale.indicator.id
      if (scale.obstacle)
        return { indicator, wave, reliability: withheld(scale.obstacle), extremes: withheld(scale.obstacle) }
      const rows = people.flatMap((person) => completeRow(scale, person[side].response) ?? [])
      const scored = (scores.get(indicator) ?? []).flatMap((own) => own[side] ?? [])
      const level = results.indicators.find((one) => one.indicator.id === indicator)?.levels[side].core
      return {
        indicator,
        wave,
        reliability: reliabilityOf(scale, rows),
        extremes: level?.shown
          ? extremesOf(scored, threshold, scale.core.items.length === 1)
          : withheld(level?.reason ?? 'too_few'),
      }
    })
  })
}

/** Values 0–100 of all core items, reversed ones turned; undefined where one is missing. Wrapped, to be one row of many. */
function completeRow({ core, measures }: ScaleComparison, response: Response | null): number[][] | undefined {
  const measure = response && measures.get(response.questionnaire)
  if (!measure) return undefined
  const row = core.items.flatMap((id) => {
    const item = findItem(measure.questionnaire, id)
    const value = item && itemValue(measure.questionnaire, item, response.answers[id])
    const isReversed = measure.indicator.items.some((entry) => entry.item === id && entry.reversed)
    return value === undefined ? [] : [isReversed ? 100 - value : value]
  })
  return row.length === core.items.length ? [row] : undefined
}

/** Of complete rows in the order of the core's items. */
function reliabilityOf({ core }: ScaleComparison, rows: readonly (readonly number[])[]): Published<Reliability> {
  if (rows.length < fewestForReliability || core.items.length < 2) return withheld('too_few')
  const alpha = cronbachAlpha(rows)
  const rests = core.items.length < 3 ? [] : itemRest(rows)
  return shown({
    n: rows.length,
    alpha: alpha && { value: alpha.alpha, interval: alpha.interval },
    omega: core.items.length < 3 ? null : omegaTotal(rows),
    items: rests.map(({ correlation, alphaWithout }, at) => ({
      item: core.items[at] ?? '',
      itemRest: correlation,
      alphaWithout,
      weak: correlation !== null && correlation < weakItem,
    })),
  })
}

function extremesOf(scores: readonly number[], threshold: number, isOneItem: boolean): Published<Extremes> {
  const n = scores.length
  if (n < fewestForReliability) return withheld('too_few')
  const at = (end: number) => scores.filter((score) => roundDifference(score - end) === 0).length
  // As of the levels: mean and spread of one item beside its ends would leave one point after the other.
  const isTelling = isOneItem && tallyOf(scores).counts.some((count) => isFew(count, threshold))
  const publish = (count: number): Published<number> =>
    isTelling || tellsOfFew(count, n, threshold) || count === n ? withheld('suppressed') : shown(count / n)
  const ends = { floor: at(0), ceiling: at(100) }
  const flagged = (['floor', 'ceiling'] as const).filter((end) => roundDifference(ends[end] / n - crowdedEnd) >= 0)
  return shown({ n, floor: publish(ends.floor), ceiling: publish(ends.ceiling), flagged })
}
