// R 4.2.2: f <- function(x) 1 - prod(pnorm(x/s)) - prod(pnorm(-x/s)); integrate(Vectorize(f), -Inf, Inf, rel.tol = 1e-12)
import { expect, test } from 'vitest'
import { expectedRange } from '#stats/expected-range.ts'
import r from '../reference/statistics.json' with { type: 'json' }
import { expectNear } from './near.ts'

test('eleven alike with six people and a spread of 15 points lie 19 points apart', () => {
  expectNear(expectedRange(Array(11).fill(15 / Math.sqrt(6))), 19.4297978579)
})

test('equal errors give Tippett’s table', () => {
  for (const [k, range] of [
    [2, 2 / Math.sqrt(Math.PI)],
    [11, 3.17287270382],
  ] as const)
    expectNear(expectedRange(Array(k).fill(1)), range)
})

test('groups of different sizes', () => {
  expectNear(expectedRange([6, 5, 9].map((n) => Math.sqrt(200 / n))), 9.53677692468)
  const ten = r.B.nj.slice(0, 10).map((n) => Math.sqrt(209.537925 / n))
  expectNear(expectedRange(ten), 18.2855796677)
})

test('one certain estimate among uncertain ones is counted, and it scales with the unit', () => {
  const errors = [0.001, 4, 7]
  expectNear(expectedRange(errors.map((error) => error * 10)), 10 * expectedRange(errors))
})

test('one estimate has no range, and a certain one has no error', () => {
  expect(() => expectedRange([1])).toThrow(RangeError)
  expect(() => expectedRange([1, 0])).toThrow(RangeError)
  expect(() => expectedRange([1, Number.NaN])).toThrow(RangeError)
})
