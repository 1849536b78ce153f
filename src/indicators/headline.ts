// What may be said first of a measure, decided once for pages, charts and reports: the change of the average
// municipality where there is a model of it, else that of everybody.
import { roundDifference } from '#stats/differences.ts'
import type { Finding, IndicatorResult, Interval } from './model.ts'
import { type Published, shown } from './published.ts'

export interface Headline {
  of: 'municipality' | 'everybody'
  /** Points. */
  change: number
  interval: Interval | null
  /** null where there is no interval to judge by. */
  finding: Finding | null
}

export function headlineOf({ model, overall }: Pick<IndicatorResult, 'model' | 'overall'>): Published<Headline> {
  if (model.shown) {
    const { mean, interval } = model.value.averageMunicipality
    return shown({ of: 'municipality', change: mean, interval, finding: findingOf(interval) })
  }
  if (!overall.paired.shown) return overall.paired
  const { meanChange, interval } = overall.paired.value
  return shown({ of: 'everybody', change: meanChange, interval, finding: interval && findingOf(interval) })
}

/** Of a measure without a model: municipalities are few, everybody in one changed alike, or the joint change is hidden. */
export function whyNoModel({
  model,
  overall,
}: Pick<IndicatorResult, 'model' | 'overall'>): 'few' | 'equal' | 'withheld' {
  if (!overall.paired.shown) return 'withheld'
  return !model.shown && model.reason === 'no_variation' ? 'equal' : 'few'
}

/** What the interval lets us say; an end that differs from zero by rounding alone is zero. */
export const findingOf = ([low, high]: Interval): Finding =>
  roundDifference(low) > 0 ? 'increased' : roundDifference(high) < 0 ? 'decreased' : 'indistinguishable'
