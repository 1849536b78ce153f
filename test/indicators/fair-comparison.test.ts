// What may be said about differences between municipalities, on the numbers of the method paper and R (statistics.json, B).
import { describe, expect, test } from 'vitest'
import { compareFairly } from '#indicators/fair-comparison.ts'
import type { IndicatorResult, MunicipalityResult } from '#indicators/model.ts'
import { modelMunicipalities, type Unit } from '#indicators/municipality-model.ts'
import { mean } from '#stats/mean.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import reference from '../reference/statistics.json' with { type: 'json' }
import { estimate, hidden, municipality } from '../report/sample-results.ts'
import { expectAllNear, expectNear } from '../stats/near.ts'

const r = reference.B

/** The ten municipalities of the paper with more than one person, as the table shows them. */
const rows = r.kod.slice(0, 10).map((code, at): MunicipalityResult => {
  const sd = r.sj[at]
  return municipality(code, code, estimate(r.nj[at] ?? 0, 50, r.yj[at] ?? 0, typeof sd === 'number' ? sd : 0))
})
/** n people whose changes have the mean and spread of the row. */
const unitOf = ({ code, change: { paired } }: MunicipalityResult): Unit => {
  if (!paired.shown) throw new Error(`${code} is hidden`)
  const { n, meanChange, sdChange } = paired.value
  const raw = Array.from({ length: n }, (_, at) => at ** 1.5)
  return { code, changes: raw.map((x) => meanChange + (sdChange * (x - mean(raw))) / sampleSd(raw)) }
}
const fairly = (byMunicipality: readonly MunicipalityResult[], model: IndicatorResult['model']) => {
  const found = compareFairly({ byMunicipality, model })
  if (!found.shown) throw new Error(found.reason)
  return found.value
}
const modelOf = (visible: readonly MunicipalityResult[]) => modelMunicipalities(visible.map(unitOf)).model

describe('ten municipalities of four to nine people', () => {
  const found = fairly(rows, modelOf(rows))

  test('lie 23 points apart, where chance alone would put 18 between them', () => {
    expectNear(found.observedGap, 18.75 + 4.7)
    // R: integrate() with standard errors √(209.537925/n), where the variance has six decimals.
    expectNear(found.chanceGap, 18.2855796677, 1e-8)
    expect([found.municipalities, found.people]).toEqual([10, { fewest: 4, most: 9 }])
  })

  test('so whether they truly differ is left untold: no difference is among what the answers allow', () => {
    const { model } = modelMunicipalities(rows.map(unitOf))
    if (!found.differences.shown || !model.shown) throw new Error('no model')
    const { verdict, typical, interval } = found.differences.value
    expect(verdict).toBe('untold')
    expectNear(typical ** 2, model.value.tau2)
    expectAllNear(
      interval.map((end) => end ** 2),
      model.value.tau2Interval,
    )
    expect(interval[0]).toBe(0)
  })

  test('a hidden one among them changes nothing that is said of those shown', () => {
    const more = [...rows, municipality('9999', 'Dold', hidden('suppressed'))]
    expect(fairly(more, modelOf(rows))).toEqual(found)
  })
})

test('where they differ far more than chance allows, that is told', () => {
  const apart = rows.map((row, at) => {
    const n = row.change.paired.shown ? row.change.paired.value.n : 0
    return municipality(row.code, row.name, estimate(n, 40, at % 2 === 0 ? 40 : 0, 5))
  })
  const { differences } = fairly(apart, modelOf(apart))
  expect(differences.shown && [differences.value.verdict, differences.value.interval[0] > 0]).toEqual(['told', true])
})

test('three have a gap but no model; two have nothing to say', () => {
  const three = fairly(rows.slice(0, 3), modelOf(rows.slice(0, 3)))
  expect([three.municipalities, three.differences]).toEqual([3, { shown: false, reason: 'too_few' }])
  const two = { byMunicipality: rows.slice(0, 2), model: modelOf(rows.slice(0, 2)) }
  expect(compareFairly(two)).toEqual({ shown: false, reason: 'too_few' })
})

test('where nobody differs within a municipality, chance cannot be judged', () => {
  const certain = rows.map(({ code }) => municipality(code, code, estimate(6, 50, 5, 0)))
  expect(compareFairly({ byMunicipality: certain, model: modelOf(rows) })).toEqual({
    shown: false,
    reason: 'no_variation',
  })
})
