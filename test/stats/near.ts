// How the tests of this folder compare with R.
import { expect } from 'vitest'

/** Equal to `expected` within a share of it. */
export function expectNear(actual: number | null | undefined, expected: number, relative = 1e-9, label = ''): void {
  const error = Math.abs((actual ?? Number.NaN) - expected)
  const allowed = Math.max(relative * Math.abs(expected), Number.MIN_VALUE)
  expect(error <= allowed, `${label} is ${actual}, R says ${expected} (off by ${error})`).toBe(true)
}

export function expectAllNear(actual: readonly number[], expected: readonly number[], relative = 1e-9): void {
  expect(actual.length).toBe(expected.length)
  expected.forEach((value, at) => {
    expectNear(actual[at], value, relative, `[${at}]`)
  })
}
