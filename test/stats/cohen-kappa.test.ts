import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohenKappa } from '#stats/cohen-kappa.ts'

// R's vcd computes, with p the shares, r and c their row and column sums, k kappa and e = sum(r * c):
//   se = sqrt((sum(p * sweep(sweep(diag(m), 1, c * (1 - k)), 2, r * (1 - k))^2) - (k - e * (1 - k))^2) / (1 - e)^2 / n)
// The first table is SexualFun of vcd (Hout, Duncan & Sobel 1987), whose manual prints 0.1293 and 0.0686.
test.each([
  [
    'four places: husbands and wives of vcd',
    [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ],
    {
      n: 91,
      share: 0.362637362637,
      kappa: 0.129330254042,
      se: 0.068598532481,
      low: -0.005120399013,
      high: 0.263780907096,
    },
  ],
  [
    'yes and no',
    [
      [20, 5],
      [10, 15],
    ],
    { n: 50, share: 0.7, kappa: 0.4, se: 0.1269960629, low: 0.1510922905, high: 0.6489077095 },
  ],
  [
    'a rare category, where the interval would pass 1',
    [
      [30, 1],
      [0, 2],
    ],
    { n: 33, share: 0.9696969697, kappa: 0.7843137255, se: 0.2073940022, low: 0.3778289505, high: 1 },
  ],
])('is what R says: %s', (_name, table, expected) => {
  const { n, share, kappa, standardError, interval } = cohenKappa(table)
  expect(n).toBe(expected.n)
  expect(share).toBeCloseTo(expected.share, 9)
  expect(kappa).toBeCloseTo(expected.kappa, 9)
  expect(standardError).toBeCloseTo(expected.se, 9)
  expect(interval?.[0]).toBeCloseTo(expected.low, 8)
  expect(interval?.[1]).toBeCloseTo(expected.high, 8)
})

test('agreeing always is 1 and never is −1, without an interval that pretends to be sure', () => {
  const always = cohenKappa([
    [4, 0],
    [0, 6],
  ])
  const never = cohenKappa([
    [0, 5],
    [5, 0],
  ])
  expect([always.share, always.kappa, always.standardError, always.interval]).toEqual([1, 1, 0, null])
  expect([never.share, never.kappa, never.interval]).toEqual([0, -1, null])
})

test('where both put everything in one place, there is agreement and no kappa', () => {
  const { share, kappa, standardError, interval } = cohenKappa([
    [0, 0],
    [0, 9],
  ])
  expect([share, kappa, standardError, interval]).toEqual([1, null, null, null])
})

const count = fc.integer({ min: 0, max: 40 })
test('it is the same whoever is named first, and in whatever order the places stand', () => {
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), ([a, b, c, d]) => {
      fc.pre(a + b + c + d > 0)
      const { kappa } = cohenKappa([
        [a, b],
        [c, d],
      ])
      const swapped = cohenKappa([
        [a, c],
        [b, d],
      ])
      const reordered = cohenKappa([
        [d, c],
        [b, a],
      ])
      for (const other of [swapped.kappa, reordered.kappa])
        if (kappa === null) expect(other).toBeNull()
        else expect(other).toBeCloseTo(kappa, 10)
    }),
  )
})

test.each([
  ['no case', [[0]]],
  ['nothing', []],
  ['a table that is not square', [[1, 2]]],
  ['half a case', [[0.5]]],
])('refuses %s', (_name, table) => {
  expect(() => cohenKappa(table)).toThrow(RangeError)
})
