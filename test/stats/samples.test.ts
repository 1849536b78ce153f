import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cliffsDelta } from '#stats/cliffs-delta.ts'
import { correlation } from '#stats/correlation.ts'
import { cronbachAlpha } from '#stats/cronbach-alpha.ts'
import { findRoot } from '#stats/find-root.ts'
import { hedgesG } from '#stats/hedges-g.ts'
import { hodgesLehmann } from '#stats/hodges-lehmann.ts'
import { mcnemarExact } from '#stats/mcnemar.ts'
import { mean } from '#stats/mean.ts'
import { minimumDetectableChange } from '#stats/minimum-detectable-change.ts'
import { pairedTPower } from '#stats/paired-t-power.ts'
import { median, quantile } from '#stats/quantile.ts'
import { requiredPairs } from '#stats/required-pairs.ts'
import { sampleSd, sampleVariance } from '#stats/sample-variance.ts'
import { signedRanks } from '#stats/signed-ranks.ts'
import { welchT } from '#stats/welch-t.ts'
import { wilsonInterval } from '#stats/wilson.ts'
import dense from '../reference/distributions.json' with { type: 'json' }
import r from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from './near.ts'

test('the mean of equal values is that value, and nothing has no mean', () => {
  expect(mean([8.333333333333334, 8.333333333333334, 8.333333333333334])).toBe(8.333333333333334)
  expect(() => mean([])).toThrow(new RangeError('mean requires at least one value'))
})

test('one person has no spread', () => {
  expect(() => sampleSd([5])).toThrow(new RangeError('sampleSd requires at least two values'))
  expect(() => sampleVariance([])).toThrow(RangeError)
  // By hand: deviations -1, 0, 1; 2 / (3 - 1).
  expect(sampleVariance([1e9, 1e9 + 1, 1e9 + 2])).toBe(1)
})

test('quantiles are those of R, type 7', () => {
  const { values, p, is } = dense.quantile7
  expectAllNear(
    p.map((share) => quantile(values, share)),
    is,
  )
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(() => median([])).toThrow(new RangeError('median requires at least one value'))
  expect(() => quantile([1], 2)).toThrow(RangeError)
})

test('correlation is that of R, and null where nothing varies', () => {
  expectNear(correlation(dense.quantile7.values, dense.welch.second.slice(0, 5)), dense.cor)
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull()
  expect(() => correlation([1, 2], [1])).toThrow(RangeError)
})

test('ties share their rank, judged to 9 decimals', () => {
  expect(signedRanks([25 / 3, -8.333333333333334, 1, 20])).toEqual({
    nonZero: 4,
    ranks: [
      { rank: 1, count: 1 },
      { rank: 2.5, count: 2 },
      { rank: 4, count: 1 },
    ],
    positive: 7.5,
    negative: 2.5,
  })
})

describe('stayers against leavers (statistics.json, E)', () => {
  const { stayers, leavers } = r.E
  test('Welch interval and degrees of freedom', () => {
    const welch = welchT(leavers, stayers)
    expectNear(welch.difference, r.E.diff)
    expectNear(welch.t, r.E.welch_t)
    expectNear(welch.df, r.E.welch_df)
    expectNear(welch.p, r.E.p)
    expectAllNear(welch.interval ?? [], r.E.ci)
  })
  test('a second example from R', () => {
    const welch = welchT(dense.welch.first, dense.welch.second)
    expectNear(welch.t, dense.welch.t)
    expectNear(welch.df, dense.welch.df)
    expectNear(welch.p, dense.welch.p)
    expectAllNear(welch.interval ?? [], dense.welch.ci)
  })
  test("Hedges' g and Cliff's delta", () => {
    expectNear(hedgesG(leavers, stayers), r.E.hedges_g)
    expectNear(cliffsDelta(leavers, stayers), r.E.cliffs_delta)
  })
  test('groups that do not vary have a difference and no interval; one person is refused', () => {
    expect(welchT([5, 5], [7, 7])).toEqual({ difference: 2, df: null, interval: null, t: null, p: null })
    expect(hedgesG([5, 5], [7, 7])).toBeNull()
    expect(() => welchT([1], [1, 2])).toThrow(new RangeError('welchT requires at least two values in each group'))
    expect(() => cliffsDelta([], [1])).toThrow(RangeError)
  })
})

test('Wilson intervals are those of prop.test, and stay within 0–1', () => {
  for (const [successes = 0, n = 0, low = 0] of dense.wilson) {
    const interval = wilsonInterval(successes, n)
    // R leaves a rounding of 1e-17 where the limit is 0.
    expect(Math.abs(interval[0] - low)).toBeLessThan(1e-12)
    const opposite = wilsonInterval(n - successes, n)
    expectNear(1 - opposite[1], interval[0], 1e-9)
  }
  expect(wilsonInterval(0, 5)[0]).toBe(0)
  expect(wilsonInterval(5, 5)[1]).toBe(1)
  expectAllNear(wilsonInterval(8, 12), r.A.wilson_improved)
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
})

test('Hodges–Lehmann is the median of R’s pairwise means', () => {
  expectNear(hodgesLehmann(dense.hodges_lehmann.changes), dense.hodges_lehmann.is)
  expect(() => hodgesLehmann([])).toThrow(RangeError)
})

test('Hodges–Lehmann is the median of all pairs, also where sums differ in the last digit only', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 25 }), (steps) => {
      const changes = steps.map((step) => step / 0.6)
      const pairs = changes.flatMap((one, at) => changes.slice(at).map((other) => (one + other) / 2))
      expect(hodgesLehmann(changes)).toBeCloseTo(median(pairs), 12)
    }),
  )
})

test('Cliff’s delta counts who lies above whom', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(answers, answers, (first, second) => {
      const signs = second.flatMap((value) => first.map((other) => Math.sign(value - other)))
      expect(cliffsDelta(first, second)).toBeCloseTo(mean(signs), 12)
    }),
  )
})

test('McNemar’s exact p is that of binom.test', () => {
  expectNear(mcnemarExact(3, 9), r.H.mcnemar_exact)
  for (const [oneWay = 0, otherWay = 0, p = 0] of dense.binom) expectNear(mcnemarExact(oneWay, otherWay), p)
  expect(mcnemarExact(0, 0)).toBeNull()
  expect(() => mcnemarExact(1.5, 2)).toThrow(RangeError)
})

test('Cronbach’s alpha with Feldt’s interval is that of psych', () => {
  const turned = r.C.items_raw.map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, 6 - d])
  const result = cronbachAlpha(turned)
  expectNear(result?.alpha, r.C.alpha)
  expectAllNear(result?.interval ?? [], r.C.alpha_feldt_ci)
  expect(
    cronbachAlpha([
      [1, 2],
      [1, 2],
    ]),
  ).toBeNull()
  expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError)
  expect(() => cronbachAlpha([[1], [2]])).toThrow(RangeError)
})

test('the minimum detectable change is that of power.t.test', () => {
  for (const [n = 0, expected = 0] of dense.mdc80) expectNear(minimumDetectableChange(n, 18), expected, 1e-9, `n ${n}`)
  // The same with R's default tolerance, which stops after four digits.
  r.D.n.forEach((n, at) => {
    expectNear(minimumDetectableChange(n, 18), r.D.mdc80[at] ?? 0, 5e-5)
  })
  expect(() => minimumDetectableChange(1, 18)).toThrow(RangeError)
  expect(() => minimumDetectableChange(5, 0)).toThrow(RangeError)
})

test('the pairs a change requires are those of power.t.test', () => {
  // R 4.2.2: ceiling(power.t.test(delta = change, sd = 18, power = .8, type = "paired", tol = 1e-10)$n)
  for (const [change, n] of [
    [5, 104],
    [10, 28],
    [3, 285],
    [30, 6],
    [1, 2545],
    [-5, 104],
  ] as const)
    expect(requiredPairs(change, 18), `change ${change}`).toBe(n)
  expect(requiredPairs(500, 1)).toBe(2)
  // R 4.2.2: power.t.test(n = 12, delta = 10, sd = 18, type = "paired")$power
  expectNear(pairedTPower(12, 10 / 18), 0.4194369724416249)
  expect(() => requiredPairs(0, 18)).toThrow(new RangeError('requiredPairs requires a change other than 0'))
  expect(() => requiredPairs(5, 0)).toThrow(RangeError)
  expect(() => requiredPairs(5, 18, 1)).toThrow(RangeError)
  expect(() => pairedTPower(1, 1)).toThrow(RangeError)
})

test('required pairs and minimum detectable change are one question from two sides', () => {
  for (const n of [4, 12, 66, 200]) {
    const change = minimumDetectableChange(n, 18)
    expect(requiredPairs(change * 1.0001, 18)).toBe(n)
    expect(requiredPairs(change * 0.9999, 18)).toBe(n + 1)
  }
})

test('a root is found to the last digit, and ends on one side of zero are refused', () => {
  expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
  expect(findRoot((x) => x ** 9, -1, 2)).toBeCloseTo(0, 12)
  expect(() => findRoot((x) => x + 1, 0, 1)).toThrow(new RangeError('findRoot requires ends with different signs'))
  expect(() => findRoot((x) => x, -1, Number.POSITIVE_INFINITY)).toThrow(RangeError)
})
