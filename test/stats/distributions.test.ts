import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareQuantile, chiSquareTails } from '#stats/chi-square.ts'
import { fQuantile, fTails } from '#stats/f-distribution.ts'
import { logGamma } from '#stats/log-gamma.ts'
import { noncentralTCdf } from '#stats/noncentral-t.ts'
import { normalQuantile, normalTails } from '#stats/normal.ts'
import { studentTCdf, studentTQuantile, studentTTails, studentTTwoSided } from '#stats/student-t.ts'
// R 4.2.2; made by distributions.R beside it.
import r from '../reference/distributions.json' with { type: 'json' }
import { expectNear } from './near.ts'

const functions: Record<string, { rows: number[][]; compute: (...x: [number, number, number]) => number }> = {
  pnorm: { rows: r.pnorm, compute: (z) => normalTails(z).lower },
  'pnorm, upper tail': { rows: r.pnorm_upper, compute: (z) => normalTails(z).upper },
  qnorm: { rows: r.qnorm, compute: (p) => normalQuantile(p) },
  pt: { rows: r.pt, compute: (t, df) => studentTTails(t, df).lower },
  'pt, upper tail': { rows: r.pt_upper, compute: (t, df) => studentTTails(t, df).upper },
  qt: { rows: r.qt, compute: (p, df) => studentTQuantile(p, df) },
  pchisq: { rows: r.pchisq, compute: (x, df) => chiSquareTails(x, df).lower },
  'pchisq, upper tail': { rows: r.pchisq_upper, compute: (x, df) => chiSquareTails(x, df).upper },
  qchisq: { rows: r.qchisq, compute: (p, df) => chiSquareQuantile(p, df) },
  pf: { rows: r.pf, compute: (x, df1, df2) => fTails(x, df1, df2).lower },
  'pf, upper tail': { rows: r.pf_upper, compute: (x, df1, df2) => fTails(x, df1, df2).upper },
  qf: { rows: r.qf, compute: (p, df1, df2) => fQuantile(p, df1, df2) },
}

describe('distribution functions agree with R to 10 digits, both tails, down to 1e-300', () => {
  test.each(Object.entries(functions))('%s', (name, { rows, compute }) => {
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      const [x = Number.NaN, a = Number.NaN, b = Number.NaN] = row
      expectNear(compute(x, a, b), row.at(-1) ?? Number.NaN, 1e-10, `${name}(${row.slice(0, -1)})`)
    }
  })
})

test('the log of the gamma function agrees with R', () => {
  // Beside its zeros at 1 and 2 the error is counted from 1, not from the value.
  for (const [x = 0, expected = 0] of r.lgamma)
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)))
})

test('t with a shift agrees with R, whose own error is 1e-12', () => {
  for (const [t = 0, df = 0, shift = 0, expected = 0] of r.pt_shifted)
    expect(Math.abs(noncentralTCdf(t, df, shift) - expected), `pt(${t}, ${df}, ${shift})`).toBeLessThan(1e-11)
})

test('t with a shift on either side, and beyond where R stops', () => {
  // R 4.2.2: pt(c(-1, 1, -3), c(5, 5, 11), c(2, -2, -2.5)), and with a shift of 60 and 100, where pt only approximates,
  // integrate(function(u) pnorm(t * u - shift) * dchisq(u^2 * df, df) * 2 * u * df, 0, Inf, rel.tol = 1e-12).
  const rows = [
    [-1, 5, 2, 0.002316375654163427],
    [1, 5, -2, 0.9976836243458366],
    [-3, 11, -2.5, 0.35915388002023174],
    [62, 200, 60, 0.720960372169455],
    [100, 50, 100, 0.4735953373175529],
    [35, 20, 35, 0.4589199087271309],
  ] as const
  for (const [t, df, shift, expected] of rows)
    expect(Math.abs(noncentralTCdf(t, df, shift) - expected), `pt(${t}, ${df}, ${shift})`).toBeLessThan(2e-10)
  expect(noncentralTCdf(1.3, 7, 0)).toBe(studentTCdf(1.3, 7))
  expect(() => noncentralTCdf(1, 0, 1)).toThrow(RangeError)
})

test('a quantile and its distribution function undo each other', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
      fc.double({ min: 1, max: 5000, noNaN: true }),
      (p, df) => {
        const { lower, upper } = studentTTails(studentTQuantile(p, df), df)
        expect(Math.abs(lower - p)).toBeLessThan(1e-12 * p + 2e-16)
        expect(Math.abs(upper - (1 - p))).toBeLessThan(1e-12 * (1 - p) + 2e-16)
      },
    ),
    { numRuns: 300 },
  )
})

test('the ends of a distribution are its ends', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
  expect(studentTQuantile(1, 7)).toBe(Number.POSITIVE_INFINITY)
  expect(studentTCdf(Number.NEGATIVE_INFINITY, 7)).toBe(0)
  expect(studentTTwoSided(0, 7)).toBe(1)
  expect(chiSquareTails(0, 3)).toEqual({ lower: 0, upper: 1 })
})

test('a share outside 0–1 and degrees of freedom of 0 are refused by name', () => {
  expect(() => normalQuantile(1.1)).toThrow(new RangeError('normalQuantile requires a share from 0 to 1'))
  expect(() => studentTQuantile(Number.NaN, 3)).toThrow(RangeError)
  expect(() => studentTQuantile(0.5, 0)).toThrow(RangeError)
  expect(() => chiSquareQuantile(1, 3)).toThrow(RangeError)
  expect(() => fQuantile(0, 3, 3)).toThrow(RangeError)
})
