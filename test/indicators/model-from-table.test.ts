// Whoever has the table has the model: nothing in it comes from hidden municipalities one by one.
import { describe, expect, test } from 'vitest'
import { computeResults } from '#indicators/compute.ts'
import type { IndicatorResult, PairedChange } from '#indicators/model.ts'
import { heterogeneity } from '#stats/heterogeneity.ts'
import { randomEffects } from '#stats/random-effects.ts'
import { expectAllNear, expectNear } from '../stats/near.ts'
import { inputOf, type PersonDraft, questionnaireOf } from './project.ts'

const questionnaire = questionnaireOf({ items: [{ id: 'a' }], scales: [{ id: 'A', items: ['a'] }] })

/** People per municipality; answers that differ between and within. */
function resultOf(sizes: readonly number[]): IndicatorResult {
  const people = sizes.flatMap((size, place) =>
    Array.from({ length: size }, (_, at): PersonDraft => {
      const from = 1 + ((at * 3 + place) % 4)
      return {
        id: `${place}-${at}`,
        municipality: `m${place}`,
        from: { a: from },
        to: { a: Math.min(5, from + ((at * place + at) % 3)) },
      }
    }),
  )
  const [result] = computeResults(inputOf(questionnaire, questionnaire, people)).indicators
  if (!result) throw new Error('no indicator')
  return result
}

const rowsOf = ({ byMunicipality }: IndicatorResult): PairedChange[] =>
  byMunicipality.flatMap(({ change }) => (change.paired.shown ? change.paired.value : []))

/** Size, mean and sum of squared deviations of those who are left when the visible rows are taken from the total. */
function restOf({ overall }: IndicatorResult, rows: readonly PairedChange[]) {
  if (!overall.paired.shown) throw new Error('no total')
  const { n: all, meanChange, sdChange } = overall.paired.value
  const n = rows.reduce((left, row) => left - row.n, all)
  const sum = rows.reduce((left, row) => left - row.n * row.meanChange, all * meanChange)
  const squares = rows.reduce(
    (left, row) => left - (row.n - 1) * row.sdChange ** 2 - row.n * row.meanChange ** 2,
    (all - 1) * sdChange ** 2 + all * meanChange ** 2,
  )
  return { n, meanChange: sum / n, squared: squares - sum ** 2 / n }
}

describe('the model of municipalities follows from published sizes, means and spreads', () => {
  test.each([
    ['two hidden ones', [3, 4, 7, 9, 8, 12, 11]],
    ['a small one and its cover', [4, 6, 9, 8, 12, 11, 7]],
    ['none hidden', [6, 9, 8, 12, 11]],
  ])('%s', (_name, sizes) => {
    const result = resultOf(sizes)
    const rows = rowsOf(result)
    const rest = restOf(result, rows)
    const units = rows.map(({ n, meanChange, sdChange }) => ({ n, meanChange, squared: (n - 1) * sdChange ** 2 }))
    if (rest.n > 0) units.push(rest)
    const pooled =
      units.reduce((total, unit) => total + unit.squared, 0) / units.reduce((total, unit) => total + unit.n - 1, 0)
    const estimates = units.map(({ n, meanChange }) => ({ estimate: meanChange, variance: pooled / n }))
    const again = randomEffects(estimates)
    expect(result.model.shown).toBe(true)
    if (!result.model.shown) return
    const { value } = result.model
    expect(value.units).toBe(units.length)
    expectNear(value.averageMunicipality.mean, again.mean)
    expectAllNear(value.averageMunicipality.interval, again.interval)
    expectNear(value.tau2, again.tau2, 1e-7)
    expectNear(value.q, heterogeneity(estimates).q)
    const shrunken = result.byMunicipality.flatMap((row) => (row.shrunken.shown ? row.shrunken.value.estimate : []))
    expectAllNear(
      value.takenTogether ? [...shrunken, value.takenTogether.estimate] : shrunken,
      again.shrunken.map(({ estimate }) => estimate),
    )
  })
  test('a hidden municipality has neither an estimate nor a p of its own', () => {
    const { byMunicipality } = resultOf([3, 4, 7, 9, 8, 12, 11])
    for (const { change, shrunken, test } of byMunicipality.slice(0, 2))
      expect([change.paired, shrunken, test]).toEqual(Array(3).fill({ shown: false, reason: 'suppressed' }))
  })
  test('under five units there is none, and where the total is withheld there is none', () => {
    expect(resultOf([6, 7, 8, 9]).model).toEqual({ shown: false, reason: 'too_few' })
    expect(resultOf([4]).model).toEqual({ shown: false, reason: 'suppressed' })
  })
})
