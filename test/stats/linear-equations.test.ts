import fc from 'fast-check'
import { expect, test } from 'vitest'
import { haveSolutions, independentRows } from '#stats/linear-equations.ts'

/** Of one question. */
const haveSolution = (equations: readonly (readonly number[])[]) =>
  haveSolutions(equations, { unknowns: (equations[0]?.length ?? 1) - 1, questions: 1 })[0]

test('equations that contradict each other have no solution, and others have', () => {
  expect(haveSolution([])).toBe(true)
  expect(haveSolution([[0, 0, 1]])).toBe(false)
  // x + y = 3, x − y = 1; and what follows from them, or does not.
  const two = [
    [1, 1, 3],
    [1, -1, 1],
  ]
  expect(haveSolution(two)).toBe(true)
  expect(haveSolution([...two, [2, 1, 5]])).toBe(true)
  expect(haveSolution([...two, [2, 1, 6]])).toBe(false)
})

test('each question of the same unknowns has an answer of its own', () => {
  // x + y = 3, 3 and 2x + 2y = 6, 7.
  const equations = [
    [1, 1, 3, 3],
    [2, 2, 6, 7],
  ]
  expect(haveSolutions(equations, { unknowns: 2, questions: 2 })).toEqual([true, false])
})

test('whatever is made from a solution has one, and not when one side of a sum of them is changed', () => {
  const small = fc.integer({ min: -2, max: 2 })
  fc.assert(
    fc.property(
      fc.array(fc.array(small, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      fc.array(small, { minLength: 4, maxLength: 4 }),
      (rows, solution) => {
        const sumOf = (row: readonly number[]) => row.reduce((sum, value, at) => sum + value * (solution[at] ?? 0), 0)
        const equations = rows.map((row) => [...row, sumOf(row)])
        expect(haveSolution(equations)).toBe(true)
        const all = rows.reduce((sum, row) => sum.map((value, at) => value + (row[at] ?? 0)))
        expect(haveSolution([...equations, [...all, sumOf(all) + 1]])).toBe(false)
        expect(independentRows([...equations, ...equations]).length).toBeLessThanOrEqual(4)
      },
    ),
  )
})
