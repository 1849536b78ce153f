import { expect, test } from 'vitest'
import type { Answers } from '#survey/answer.ts'
import { completenessOf, completionShare } from '#survey/completion.ts'
import { v1 } from './samverkan.ts'

const agreement = v1.completion ?? []
const first = (n: number): Answers => Object.fromEntries(agreement.slice(0, n).map((id) => [id, 3]))

// domain: I complete ≥ 80 % of 26 items, P partial 50–79 %, break-off < 50 %.
test.each([
  [26, 'complete'],
  [21, 'complete'],
  [20, 'partial'],
  [13, 'partial'],
  [12, 'break_off'],
  [0, 'break_off'],
] as const)('%i of 26 items answered is %s', (n, expected) => {
  const share = completionShare(v1, 'baseline', first(n))
  expect(share).toBe(n / 26)
  expect(completenessOf(share ?? Number.NaN)).toBe(expected)
})

test('a ticked “don’t know” is an answer; the grid and the open questions do not count', () => {
  expect(completionShare(v1, 'baseline', { D1: { missing: 'dont_know' }, G_LUG: 2, O1: 'Kaffe' })).toBe(1 / 26)
})

test('what a person was not asked is not held against them', () => {
  const conditional = structuredClone(v1)
  for (const item of conditional.items) if (/^F\d$/.test(item.id)) item.showIf = { item: 'B2', notIn: ['ANN'] }
  expect(completionShare(conditional, 'baseline', { ...first(26), B2: 'ANN' })).toBe(1)
  expect(completionShare(conditional, 'baseline', { D1: 3, B2: 'ANN' })).toBe(1 / 23)
})

test('without a list every rating asked counts, and where none is asked there is no share', () => {
  const { completion: _, ...rest } = v1
  const asked = rest.items.filter(({ type, id }) => type === 'rating' && !['P1', 'TH1'].includes(id)).length
  expect(completionShare(rest, 'baseline', { D1: 3 })).toBe(1 / asked)
  expect(completionShare({ ...v1, completion: ['TH1'] }, 'baseline', {})).toBeUndefined()
})
