// The parts of the rules of context/disclosure.ts; what all of them together keep is attacked in ../indicators/attacker.
import { describe, expect, test } from 'vitest'
import { hiddenRows } from '#indicators/context/disclosure.ts'
import { isSafePool } from '#indicators/pooling.ts'

describe('the parts of the rule', () => {
  const rows = (sizes: Record<string, number[]>) => new Map(Object.entries(sizes))
  test('one small row takes the next smallest with it, in the given order', () => {
    expect([...hiddenRows(rows({ a: [4], b: [6], c: [5] }), 5)]).toEqual(['a', 'c'])
    expect([...hiddenRows(rows({ a: [4], b: [6], c: [5] }), 5, { order: ['b', 'c', 'a'] })]).toEqual(['a', 'b'])
  })
  test('where no cover is left, nothing is shown; a total that is few itself needs none', () => {
    expect([...hiddenRows(rows({ a: [4], b: [6] }), 5)].sort()).toEqual(['a', 'b'])
    expect([...hiddenRows(rows({ a: [9, 3], b: [9, 0], c: [9, 0] }), 5)].sort()).toEqual(['a', 'b'])
  })
  test('nobody is safe, one group is not, two with five people are', () => {
    expect([[0, 0], [9], [2, 2], [2, 3]].map((sizes) => isSafePool(sizes, 5))).toEqual([true, false, false, true])
  })
})
