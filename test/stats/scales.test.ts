import { describe, expect, test } from 'vitest'
import { correlationMatrix } from '#stats/correlation-matrix.ts'
import { cronbachAlpha } from '#stats/cronbach-alpha.ts'
import { itemRest } from '#stats/item-rest.ts'
import { omegaTotal } from '#stats/omega.ts'
import { oneFactorLoadings } from '#stats/one-factor.ts'
import r from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from './near.ts'

const rows = r.C.items_raw.map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, 6 - d])

describe('one factor (statistics.json, C)', () => {
  test('loadings and omega are those of psych, as far as its minimiser goes', () => {
    expectAllNear(oneFactorLoadings(rows) ?? [], r.C.loadings_minres, 1e-6)
    expectNear(omegaTotal(rows), r.C.omega_total, 1e-7)
  })
  test('each loading is the best there is given the others', () => {
    const loadings = oneFactorLoadings(rows) ?? []
    const correlations = correlationMatrix(rows) ?? []
    loadings.forEach((loading, item) => {
      const others = loadings.map((other, at) => (at === item ? 0 : other))
      const slope = others.reduce(
        (total, other, at) => total + other * ((correlations[item]?.[at] ?? 0) - loading * other),
        0,
      )
      expect(Math.abs(slope)).toBeLessThan(1e-13)
    })
  })
  test('turning every item turns nothing', () => {
    expectAllNear(
      oneFactorLoadings(rows.map((row) => row.map((value) => 6 - value))) ?? [],
      oneFactorLoadings(rows) ?? [],
    )
  })
})

test('three items that fit one factor exactly have the loadings of Spearman', () => {
  // Items 2a + b, 2a + c and 2a - b - c of three contrasts that have nothing in common: all they share is a.
  const [a, b, c] = [
    [1, 1, -1, -1],
    [1, -1, 1, -1],
    [1, -1, -1, 1],
  ] as const
  const exact = [0, 1, 2, 3].map((at) => {
    const [x = 0, y = 0, z = 0] = [a[at], b[at], c[at]]
    return [2 * x + y, 2 * x + z, 2 * x - y - z]
  })
  const matrix = correlationMatrix(exact)
  const [r12 = 0, r13 = 0, r23 = 0] = [matrix?.[0]?.[1], matrix?.[0]?.[2], matrix?.[1]?.[2]]
  expectAllNear([r12, r13, r23], [4 / 5, 3 / Math.sqrt(30), 3 / Math.sqrt(30)])
  // λ₁ = √(r₁₂·r₁₃/r₂₃), and so on round.
  expectAllNear(oneFactorLoadings(exact) ?? [], [Math.sqrt(4 / 5), Math.sqrt(4 / 5), Math.sqrt(3 / 8)])
})

test('a Heywood case has no loadings and no omega', () => {
  // R 4.2.2: cor(heywood) has 0.8528, 0.8528 and 0.5; the first item would have to load √(0.8528²/0.5) = 1.206.
  const heywood = [
    [3, 2, 2],
    [1, 2, 0],
    [-1, -2, 0],
    [-3, -2, -2],
    [1, 0, 2],
    [-1, 0, -2],
  ]
  const [first = [], second = []] = correlationMatrix(heywood) ?? []
  expectAllNear([...first.slice(1), second[2] ?? 0], [0.852802865422442, 0.852802865422442, 0.5], 1e-12)
  expect(oneFactorLoadings(heywood)).toBeNull()
  expect(omegaTotal(heywood)).toBeNull()
})

test('an item that does not vary leaves no loadings, and two items are refused', () => {
  const flat = [
    [1, 2, 3],
    [2, 2, 1],
    [3, 2, 5],
  ]
  expect(oneFactorLoadings(flat)).toBeNull()
  expect(() =>
    oneFactorLoadings([
      [1, 2],
      [2, 1],
    ]),
  ).toThrow(RangeError)
  expect(() => correlationMatrix([[1, 2], [2]])).toThrow(new RangeError('correlationMatrix requires complete rows'))
})

describe('items against the rest', () => {
  test('the sum of the others, and the scale without the item', () => {
    // By hand: the others of the first item sum to 4, 6, 8; it falls as they rise.
    const three = [
      [3, 1, 3],
      [2, 2, 4],
      [1, 3, 5],
    ]
    const [first, second] = itemRest(three)
    expectNear(first?.correlation, -1)
    expectNear(first?.alphaWithout, 1)
    // The others of the second item sum to 6, 6, 6.
    expect(second).toEqual({ correlation: null, alphaWithout: null })
  })
  test('alpha without an item is alpha of the others', () => {
    const without = cronbachAlpha(rows.map((row) => row.slice(1)))?.alpha ?? 0
    expectNear(itemRest(rows)[0]?.alphaWithout, without)
  })
  test('two items have no rest worth the name', () => {
    expect(() =>
      itemRest([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow(RangeError)
    expect(() =>
      itemRest([
        [1, 2, 3],
        [2, 1],
      ]),
    ).toThrow(new RangeError('itemRest requires complete rows'))
  })
})
