// The eleven municipalities of the method paper, and what R made of them (statistics.json, B).
import { describe, expect, test } from 'vitest'
import { modelMunicipalities, testUnits, type Unit } from '#indicators/municipality-model.ts'
import { holm } from '#stats/holm.ts'
import { mean } from '#stats/mean.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import reference from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from '../stats/near.ts'

const r = reference.B

/** Changes of n people with exactly this mean and standard deviation. */
function changesOf(n: number, centre: number, sd: number): number[] {
  if (n === 1) return [centre]
  const raw = Array.from({ length: n }, (_, at) => at ** 1.5)
  const [middle, spread] = [mean(raw), sampleSd(raw)]
  return raw.map((value) => centre + (sd * (value - middle)) / spread)
}
const units = r.kod.map((code, at): Unit => {
  const sd = r.sj[at]
  return { code, changes: changesOf(r.nj[at] ?? 0, r.yj[at] ?? 0, typeof sd === 'number' ? sd : 0) }
})

describe('eleven municipalities, all visible', () => {
  const { model, test: primary, shrunken } = modelMunicipalities(units)
  if (!model.shown || !primary.shown) throw new Error('no model')
  const { value } = model

  test('the average one, how much they differ, and where a new one is expected', () => {
    expectNear(value.averageMunicipality.mean, r.mu_PM)
    expectNear(value.averageMunicipality.standardError, r.se_HK_adhoc)
    expectAllNear(value.averageMunicipality.interval, r.ci_HK_adhoc)
    expectAllNear(value.predictionInterval, r.pi_metafor38)
    expectNear(value.tau2, r.tau2_PM)
    expectNear(value.q, r.Q)
    expectNear(value.qP, r.Q_p)
    expect(value.qDf).toBe(r.Q_df)
  })
  test('each drawn towards the average', () => {
    expectAllNear(
      r.kod.map((code) => shrunken.get(code)?.estimate ?? Number.NaN),
      r.blup,
    )
  })
  test('other ways to combine them, named', () => {
    const tau2 = (method: string) =>
      value.sensitivity.find((one) => one.method === method && one.spread === 'pooled')?.tau2
    expectNear(tau2('dersimonian_laird'), r.tau2_DL)
    expectNear(tau2('reml'), r.tau2_REML)
    // One municipality has one person, so there is no spread of its own to weigh it by.
    expect(value.sensitivity.map(({ spread }) => spread)).toEqual(['pooled', 'pooled'])
    expect(modelMunicipalities(units, { spread: 'own' }).model).toEqual({ shown: false, reason: 'no_variation' })
  })
  test('each against the spread that all share, corrected together', () => {
    const p = testUnits(units).map((one) => one?.p ?? Number.NaN)
    expectNear(Math.min(...holm(p)), Math.min(...r.p_holm))
    expect(testUnits(units)[0]?.df).toBe(r.df_pool)
  })
  test('the primary claim is uncorrected', () => {
    expect(primary.value).toMatchObject({ family: 'primary', of: 'average_municipality', df: 10 })
    expect(primary.value.adjusted).toBe(primary.value.p)
  })
})

test('where nobody differs there is nothing to weigh by', () => {
  const alike = units.map(({ code }) => ({ code, changes: [5, 5] }))
  expect(modelMunicipalities(alike).model).toEqual({ shown: false, reason: 'no_variation' })
  expect(testUnits(alike)).toEqual(alike.map(() => null))
})
