// What may be said about the differences between municipalities: how far apart their figures lie, how far chance alone
// would carry them, and how much they truly differ. Made from published figures only, so it tells nothing that the
// table beside it does not.
import { expectedRange } from '#stats/expected-range.ts'
import { pooledVariance } from '#stats/pooled-variance.ts'
import type { Interval } from './figures.ts'
import type { IndicatorResult } from './model.ts'
import { type Figure, noVariation, shown, withheld } from './published.ts'

export interface FairComparison {
  /** Municipalities whose change is shown. */
  municipalities: number
  /** Pairs of the smallest and of the largest of them. */
  people: { fewest: number; most: number }
  /** Highest less lowest of their measured changes, points. */
  observedGap: number
  /** The same, on average, if all had changed equally and shared one spread. */
  chanceGap: number
  differences: Figure<TrueDifferences>
}

/** How much true changes differ, as the random-effects model has it. Points. */
export interface TrueDifferences {
  /** told: the interval of τ lies above zero. untold: nothing at all is among what the answers allow. */
  verdict: 'told' | 'untold'
  /** τ, the typical distance of a municipality's true change from that of the average one. */
  typical: number
  interval: Interval
}

/** Municipalities below which nothing is said about how they differ: two figures are no distribution. */
const fewestMunicipalities = 3

/** no_variation: within no municipality do two people differ, so there is nothing to judge chance by. */
export function compareFairly({
  byMunicipality,
  model,
}: Pick<IndicatorResult, 'byMunicipality' | 'model'>): Figure<FairComparison> {
  const pairs = byMunicipality.flatMap(({ change }) => (change.paired.shown ? [change.paired.value] : []))
  if (pairs.length < fewestMunicipalities) return withheld('too_few')
  const spread = pooledVariance(pairs.map(({ n, sdChange }) => ({ n, variance: sdChange ** 2 })))
  if (!spread || spread.variance === 0) return noVariation
  const people = pairs.map(({ n }) => n)
  const changes = pairs.map(({ meanChange }) => meanChange)
  return shown({
    municipalities: pairs.length,
    people: { fewest: Math.min(...people), most: Math.max(...people) },
    observedGap: Math.max(...changes) - Math.min(...changes),
    chanceGap: expectedRange(people.map((n) => Math.sqrt(spread.variance / n))),
    differences: model.shown ? shown(trueDifferences(model.value)) : model,
  })
}

function trueDifferences({ tau2, tau2Interval: [low, high] }: { tau2: number; tau2Interval: Interval }) {
  const verdict: TrueDifferences['verdict'] = low > 0 ? 'told' : 'untold'
  return { verdict, typical: Math.sqrt(tau2), interval: [Math.sqrt(low), Math.sqrt(high)] as const }
}
