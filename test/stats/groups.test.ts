import { describe, expect, test } from 'vitest'
import { betweenVariance, type GroupEstimate } from '#stats/between-variance.ts'
import { betweenVarianceInterval } from '#stats/between-variance-interval.ts'
import { estimateGroups } from '#stats/group-estimates.ts'
import { heterogeneity, iSquaredFromTau2 } from '#stats/heterogeneity.ts'
import { holm } from '#stats/holm.ts'
import { mean } from '#stats/mean.ts'
import { pooledVariance } from '#stats/pooled-variance.ts'
import { randomEffects } from '#stats/random-effects.ts'
import { studentTTwoSided } from '#stats/student-t.ts'
import dense from '../reference/distributions.json' with { type: 'json' }
import r from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from './near.ts'

const { B, B2 } = r
const groups = (estimates: readonly number[]): GroupEstimate[] =>
  estimates.map((estimate, at) => ({ estimate, variance: B.sp2 / (B.nj[at] ?? 1) }))

describe('eleven municipalities (statistics.json, B)', () => {
  test('the spread within is pooled, and a municipality of one adds nothing to it', () => {
    const pooled = pooledVariance(
      B.nj.map((n, at) => {
        const sd = B.sj[at]
        return { n, variance: typeof sd === 'number' ? sd ** 2 : null }
      }),
    )
    expectNear(pooled?.variance, B.sp2)
    expect(pooled?.df).toBe(B.df_pool)
    expect(pooledVariance([{ n: 1, variance: null }])).toBeNull()
  })
  test('Q, its p and I²', () => {
    const result = heterogeneity(groups(B.yj))
    expectNear(result.q, B.Q)
    expect(result.df).toBe(B.Q_df)
    expectNear(result.p, B.Q_p)
    expectNear(100 * result.iSquared, B.I2_DL)
  })
  test('τ² three ways', () => {
    expectNear(betweenVariance(groups(B.yj)), B.tau2_PM)
    expectNear(betweenVariance(groups(B.yj), 'dersimonian_laird'), B.tau2_DL)
    expectNear(betweenVariance(groups(B.yj), 'reml'), B.tau2_REML)
  })
  test('the average municipality, the next one, and each drawn towards the average', () => {
    const result = randomEffects(groups(B.yj))
    expectNear(result.mean, B.mu_PM)
    expectNear(result.standardError, B.se_HK_adhoc)
    expectAllNear(result.interval, B.ci_HK_adhoc)
    expectNear(result.p, B.p_HK)
    expectAllNear(result.predictionInterval, B.pi_metafor38)
    expectAllNear(
      result.shrunken.map((one) => one.estimate),
      B.blup,
    )
    expectAllNear(
      result.shrunken.map((one) => one.standardError),
      B.blup_se,
    )
    expectAllNear(
      result.shrunken.map((one) => one.interval[0]),
      B.blup_lb,
    )
    expectAllNear(
      result.shrunken.map((one) => one.interval[1]),
      B.blup_ub,
    )
    expectNear(randomEffects(groups(B.yj), 'dersimonian_laird').mean, B.mu_DL)
  })
  test('p values, and Holm’s', () => {
    const p = groups(B.yj).map(({ estimate, variance }) => studentTTwoSided(estimate / Math.sqrt(variance), B.df_pool))
    expectAllNear(p, B.p_raw)
    expectAllNear(holm(p), B.p_holm)
  })
})

test('municipalities that differ much (statistics.json, B2)', () => {
  const far = groups(B2.yj)
  const result = randomEffects(far)
  expectNear(heterogeneity(far).q, B2.Q)
  expectNear(heterogeneity(far).p, B2.Q_p)
  expectNear(100 * heterogeneity(far).iSquared, B2.I2_from_Q)
  expectNear(result.tau2, B2.tau2_PM)
  expectNear(betweenVariance(far, 'dersimonian_laird'), B2.tau2_DL)
  expectNear(betweenVariance(far, 'reml'), B2.tau2_REML)
  expectNear(result.mean, B2.mu_PM)
  expectNear(result.standardError, B2.se_HK)
  expectAllNear(result.interval, B2.ci_HK)
  expectAllNear(result.predictionInterval, B2.pi_t_k1)
  expectAllNear(
    result.shrunken.map((one) => one.estimate),
    B2.blup,
  )
  expectAllNear(
    result.shrunken.map((one) => one.standardError),
    B2.blup_se,
  )
  expectAllNear(
    result.shrunken.map((one) => one.interval[0]),
    B2.blup_lb,
  )
  expectAllNear(
    result.shrunken.map((one) => one.interval[1]),
    B2.blup_ub,
  )
})

test('where groups agree, τ² is 0, nothing is certain beyond chance, and all are drawn to the mean', () => {
  const alike = [3, 3, 3, 3].map((estimate) => ({ estimate, variance: 4 }))
  const result = randomEffects(alike)
  expect(result.tau2).toBe(0)
  // Hartung–Knapp would say 0; without it the standard error is √(4 / 4).
  expect(result.standardError).toBe(1)
  expect(result.shrunken.map((one) => one.estimate)).toEqual([3, 3, 3, 3])
  expect(betweenVariance(alike, 'reml')).toBe(0)
  expect(betweenVariance(alike, 'dersimonian_laird')).toBe(0)
  expect(heterogeneity(alike)).toMatchObject({ q: 0, p: 1, iSquared: 0 })
})

test('with τ² = 0 the average municipality is the average person', () => {
  const people = [
    [1, 5],
    [2, 3, 7],
    [4, 4, 3, 2],
  ]
  const estimates = people.map((changes) => ({ estimate: mean(changes), variance: 50 / changes.length }))
  const result = randomEffects(estimates)
  expect(result.tau2).toBe(0)
  expectNear(result.mean, mean(people.flat()))
})

test('one group is no model', () => {
  expect(() => randomEffects([{ estimate: 1, variance: 1 }])).toThrow(RangeError)
  expect(() => heterogeneity([])).toThrow(new RangeError('heterogeneity requires at least two groups'))
})

test('Holm keeps ties and order as R does', () => {
  expectAllNear(holm(dense.holm.p), dense.holm.is)
  expect(holm([])).toEqual([])
})

describe('how much groups differ is known only so well', () => {
  test('the interval of τ² is the Q profile', () => {
    // R 4.2.2, base: uniroot(function(t) Q(t) - qchisq(p, 10), c(0, 1e4), tol = 1e-13). metafor::confint stops at 116.8
    // for the first, ten times τ², and at eight digits for the second.
    const [low, high] = betweenVarianceInterval(groups(B.yj))
    expect(low).toBe(B.tau2_ci[1])
    expectNear(high, 138.7921703989169)
    expectAllNear(betweenVarianceInterval(groups(B2.yj)), [61.59119847542185, 619.11416766438219])
    expectAllNear(betweenVarianceInterval(groups(B2.yj)), B2.tau2_ci.slice(1), 1e-8)
  })
  test('groups more alike than chance would make them leave nothing', () => {
    expect(betweenVarianceInterval([3, 3, 3, 3].map((estimate) => ({ estimate, variance: 4 })))).toEqual([0, 0])
    expect(() => betweenVarianceInterval([])).toThrow(RangeError)
  })
  test('I² from τ² is metafor’s, and from DerSimonian and Laird’s τ² the one from Q', () => {
    for (const { yj, I2_PM, I2_DL } of [B, B2]) {
      expectNear(100 * iSquaredFromTau2(groups(yj), betweenVariance(groups(yj))), I2_PM)
      const moments = iSquaredFromTau2(groups(yj), betweenVariance(groups(yj), 'dersimonian_laird'))
      expectNear(100 * moments, I2_DL)
      expectNear(moments, heterogeneity(groups(yj)).iSquared)
    }
    expect(() => iSquaredFromTau2([], 1)).toThrow(RangeError)
  })
})

describe('from changes to groups', () => {
  const changes = [[1, 5], [2, 3, 7], [4], [], [6, 6]]
  test('one spread for all lets a group of one take part', () => {
    // By hand: sums of squares 8, 14 and 0 on 1 + 2 + 1 degrees of freedom.
    expect(estimateGroups(changes)).toEqual([
      { estimate: 3, variance: 22 / 4 / 2 },
      { estimate: 4, variance: 22 / 4 / 3 },
      { estimate: 4, variance: 22 / 4 },
      null,
      { estimate: 6, variance: 22 / 4 / 2 },
    ])
  })
  test('with its own spread a group of one, or of equal changes, cannot be weighed', () => {
    expect(estimateGroups(changes, 'own')).toEqual([
      { estimate: 3, variance: 8 / 2 },
      { estimate: 4, variance: 7 / 3 },
      null,
      null,
      null,
    ])
  })
  test('where no two people differ nothing can be weighed', () => {
    expect(estimateGroups([[1], [2, 2]])).toEqual([null, null])
  })
})
