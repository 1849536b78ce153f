import { expect, test } from 'vitest'
import { itemsAsked, pagesAsked } from '#survey/visibility.ts'
import { v1, v2 } from './samverkan.ts'

const gridRows = (...given: [answers: Record<string, string | number>, group?: string]) =>
  itemsAsked(v1, 'baseline', given[0], { actor_group: given[1] })
    .map(({ id }) => id)
    .filter((id) => id.startsWith('G_'))

test.each([
  ['LUG', 'G_LUG'],
  ['FTG', 'G_FTG'],
  ['KTJ', 'G_KTJ'],
  ['KFV', 'G_KFV'],
  ['REG', 'G_REG'],
])('%s is not asked about contact with itself', (group, row) => {
  expect(gridRows({ B2: group })).toHaveLength(4)
  expect(gridRows({ B2: group })).not.toContain(row)
  expect(gridRows({}, group)).not.toContain(row)
})

test.each(['FOR', 'HSL', 'ANN'])('%s is asked about contact with all five', (group) => {
  expect(gridRows({ B2: group })).toHaveLength(5)
})

test('what a person says about the own group comes before the register', () => {
  expect(gridRows({ B2: 'FTG' }, 'LUG')).toEqual(['G_LUG', 'G_KTJ', 'G_KFV', 'G_REG'])
})

test('where neither knows the group, every row is asked', () => {
  expect(gridRows({})).toHaveLength(5)
})

test('questions about the change are put at the end only, and looking back stands last and alone', () => {
  const asked = (wave: 'baseline' | 'midterm' | 'endline') => itemsAsked(v1, wave, {}).map(({ id }) => id)
  const endOnly = ['P1', 'O3', 'B6', 'TH1']
  expect(asked('endline').filter((id) => !asked('baseline').includes(id))).toEqual(endOnly)
  expect(asked('midterm')).toEqual(asked('baseline'))
  const last = pagesAsked(v1, 'endline', {}).at(-1)
  expect(last?.items.map(({ id }) => id)).toEqual(['TH1'])
  expect(pagesAsked(v1, 'baseline', {})).toHaveLength(10)
  expect(pagesAsked(v1, 'endline', {})).toHaveLength(11)
})

test('both waves ask the same items in the same order', () => {
  const baseline = itemsAsked(v1, 'baseline', {}).map(({ id }) => id)
  const endline = itemsAsked(v1, 'endline', {}).map(({ id }) => id)
  expect(endline.filter((id) => baseline.includes(id))).toEqual(baseline)
})

test('an answer left from an item that is hidden now no longer hides or shows another', () => {
  const chained = structuredClone(v2)
  for (const item of chained.items) {
    if (item.id === 'D1') item.showIf = { item: 'B3', in: [1] }
    if (item.id === 'D2') item.showIf = { item: 'D1', in: [5] }
    if (item.id === 'D3') item.showIf = { item: 'D1', notIn: [5] }
  }
  const asked = (answers: Record<string, number>) =>
    itemsAsked(chained, 'baseline', answers)
      .map(({ id }) => id)
      .filter((id) => /^D[123]$/.test(id))
  expect(asked({ B3: 1, D1: 5 })).toEqual(['D1', 'D2'])
  expect(asked({ B3: 2, D1: 5 })).toEqual(['D3'])
})

test('a page without anything to ask is left out', () => {
  const hidden = structuredClone(v1)
  for (const item of hidden.items) if (/^F\d$/.test(item.id)) item.showIf = { item: 'B2', in: ['ANN'] }
  expect(pagesAsked(hidden, 'baseline', { B2: 'LUG' }).map(({ page }) => page.id)).not.toContain('anchoring')
  expect(pagesAsked(hidden, 'baseline', { B2: 'ANN' }).map(({ page }) => page.id)).toContain('anchoring')
})
