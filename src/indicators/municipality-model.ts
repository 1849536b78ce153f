// Municipalities as groups of people: the average one, how much they differ, and each drawn towards the average.
//
// Hidden municipalities do not enter one by one. If they did, μ̂ would be one more equation, with known weights, for
// their means: together with the mean of all persons, two equations for two hidden means. They enter as one unit of all
// their people, whose size, mean and spread are what is left when the visible rows are taken from the total. So every
// number here can be computed from the table beside it, and says nothing that the table does not
// (docs/decisions/0006-hidden-municipalities-in-the-model.md; a test does that computation).
import type { BetweenVarianceMethod, GroupEstimate } from '#stats/between-variance.ts'
import { betweenVarianceInterval } from '#stats/between-variance-interval.ts'
import { estimateGroups, type SpreadOfGroups } from '#stats/group-estimates.ts'
import { heterogeneity } from '#stats/heterogeneity.ts'
import { sum } from '#stats/mean.ts'
import { pairedT } from '#stats/paired-t.ts'
import { randomEffects } from '#stats/random-effects.ts'
import { studentTTwoSided } from '#stats/student-t.ts'
import { joinTallies, type Sample, sizeOf } from '#stats/tally.ts'
import type { MunicipalityModel, Sensitivity, Shrunken, Test } from './figures.ts'
import type { Methods } from './model.ts'
import { type Figure, noVariation, shown, withheld } from './published.ts'

/** Fewest units of which a model is made: fewer say next to nothing about how much they differ. */
const fewestUnits = 5

/** The changes of the people of one visible municipality, or (code null) of all hidden ones together. */
export interface Unit {
  code: string | null
  changes: Sample
}

export interface ModelledMunicipalities {
  model: Figure<MunicipalityModel>
  /** Of the average municipality: uncorrected, for the primary claim. */
  test: Figure<Test>
  /** By municipality code. */
  shrunken: ReadonlyMap<string, Shrunken>
}

/** @param units each with at least one person; together everybody with a pair */
export function modelMunicipalities(
  units: readonly Unit[],
  { spread = 'pooled', betweenVariance = 'paule_mandel' }: Methods = {},
): ModelledMunicipalities {
  if (units.length < fewestUnits) return withoutModel(withheld('too_few'))
  const groups = weighed(units, spread)
  // With own spreads, a unit in which nobody differs would have all the weight there is: the model is left out.
  if (groups.length < units.length) return withoutModel(noVariation)
  const { mean, standardError, interval, p, tau2, predictionInterval, shrunken } = randomEffects(
    groups,
    betweenVariance,
  )
  const { q, df, p: qP, iSquared } = heterogeneity(groups)
  const byUnit = units.map(({ code }, at) => ({ code, shrunken: shrunken[at] }))
  return {
    model: shown({
      method: betweenVariance,
      spread,
      units: units.length,
      takenTogether: byUnit.find(({ code }) => code === null)?.shrunken ?? null,
      averageParticipant: averageParticipant(units),
      averageMunicipality: { mean, standardError, interval },
      tau2,
      tau2Interval: betweenVarianceInterval(groups),
      q,
      qDf: df,
      qP,
      iSquared,
      predictionInterval,
      sensitivity: sensitivityOf(units, { spread, betweenVariance }),
    }),
    test: shown({
      family: 'primary',
      of: 'average_municipality',
      t: mean / standardError,
      df: units.length - 1,
      p,
      adjusted: p,
    }),
    shrunken: new Map(byUnit.flatMap(({ code, shrunken }) => (code === null || !shrunken ? [] : [[code, shrunken]]))),
  }
}

export const withoutModel = (reason: Exclude<Figure<never>, { shown: true }>): ModelledMunicipalities => ({
  model: reason,
  test: reason,
  shrunken: new Map(),
})

/**
 * Each unit's mean against the spread that all share: t = y/√v with Σ(n - 1) degrees of freedom. In the order of the
 * units; null where no two people of a unit differ.
 */
export function testUnits(units: readonly Unit[]): (Pick<Test, 't' | 'df' | 'p'> | null)[] {
  const df = sum(units.map(({ changes }) => sizeOf(changes) - 1))
  return estimateGroups(units.map(({ changes }) => changes)).map((group) => {
    if (!group) return null
    const t = group.estimate / Math.sqrt(group.variance)
    return { t, df, p: studentTTwoSided(t, df) }
  })
}

function weighed(units: readonly Unit[], spread: SpreadOfGroups): GroupEstimate[] {
  return estimateGroups(
    units.map(({ changes }) => changes),
    spread,
  ).flatMap((group) => group ?? [])
}

function averageParticipant(units: readonly Unit[]): MunicipalityModel['averageParticipant'] {
  const { meanChange, sdChange, n, interval } = pairedT(joinTallies(units.map(({ changes }) => changes)))
  return { mean: meanChange, standardError: sdChange / Math.sqrt(n), interval: interval ?? [meanChange, meanChange] }
}

/** The other ways, those that can be computed. */
function sensitivityOf(
  units: readonly Unit[],
  usual: { spread: SpreadOfGroups; betweenVariance: BetweenVarianceMethod },
): Sensitivity[] {
  const methods = ['paule_mandel', 'dersimonian_laird', 'reml'] as const
  return (['pooled', 'own'] as const).flatMap((spread) => {
    const groups = weighed(units, spread)
    if (groups.length < units.length) return []
    return methods
      .filter((method) => spread !== usual.spread || method !== usual.betweenVariance)
      .map((method): Sensitivity => {
        const { mean, standardError, interval, tau2 } = randomEffects(groups, method)
        return { method, spread, mean, standardError, interval, tau2 }
      })
  })
}
