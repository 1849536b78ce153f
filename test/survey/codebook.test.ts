import { expect, test } from 'vitest'
import type { Answer } from '#survey/answer.ts'
import { answerCoder, codebook } from '#survey/codebook.ts'
import { itemOf, v1, v2 } from './samverkan.ts'

const rowOf = (item: string, questionnaire = v1) => codebook(questionnaire).find((row) => row.item === item)

test('every item has one row, with texts in both languages', () => {
  const rows = codebook(v1)
  expect(rows.map(({ item }) => item)).toEqual(v1.items.map(({ id }) => id))
  expect(new Set(rows.map(({ variable }) => variable)).size).toBe(43)
})

test('a rating has its points, its missing codes, its waves and the scales it counts in', () => {
  expect(rowOf('D4')).toEqual({
    variable: 'D4',
    item: 'D4',
    revision: 1,
    type: 'rating',
    text: itemOf(v1, 'D4').text,
    values: [
      { code: 1, label: { sv: 'Stämmer inte alls', en: 'Not true at all' } },
      { code: 2, label: { sv: 'Stämmer ganska dåligt', en: 'Not very true' } },
      { code: 3, label: { sv: 'Stämmer delvis', en: 'Partly true' } },
      { code: 4, label: { sv: 'Stämmer ganska bra', en: 'Mostly true' } },
      { code: 5, label: { sv: 'Stämmer helt', en: 'Entirely true' } },
    ],
    missing: [
      { reason: 'dont_know', code: -1, label: { sv: 'Vet ej', en: 'Don’t know' } },
      { reason: 'not_applicable', code: -2, label: { sv: 'Inte aktuellt för mig', en: 'Not applicable to me' } },
      { reason: 'not_answered', code: -9, label: { sv: 'Inte besvarad', en: 'Not answered' } },
      { reason: 'not_asked', code: -8, label: { sv: 'Inte ställd', en: 'Not asked' } },
    ],
    waves: ['baseline', 'midterm', 'endline', 'followup'],
    scales: [{ indicator: 'D', reversed: true }],
    about: null,
    storage: 'number',
    decimals: null,
    at: 0,
  })
})

test('−1 and −2 are missing codes only where they are offered, so that P1 keeps its own', () => {
  expect(rowOf('P1')?.missing.map(({ code }) => code)).toEqual([-9, -8])
  expect(rowOf('P1')?.values.map(({ code }) => code)).toEqual([-2, -1, 0, 1, 2])
  expect(rowOf('P1')?.waves).toEqual(['endline'])
})

test('a grid row carries its question', () => {
  expect(rowOf('G_LUG')?.text).toEqual({
    sv: 'Vilket påstående stämmer bäst på kontakten mellan er och lokala utvecklingsgrupper',
    en: 'Which statement best describes the contact between you and local development groups',
  })
})

test('a later revision has a column of its own', () => {
  expect(rowOf('L1', v2)?.variable).toBe('L1_r2')
  expect(rowOf('L2', v2)?.variable).toBe('L2')
})

test('a point without a label has none', () => {
  expect(rowOf('N1')?.values.map(({ label }) => label?.sv ?? null)).toEqual([
    'inte alls',
    ...Array(9).fill(null),
    'mycket väl',
  ])
})

test('a research file holds the code, the text, or why somebody who was asked gave neither', () => {
  const code = (id: string, answer: Answer | undefined) => answerCoder(v1, itemOf(v1, id))(answer)
  expect(code('D1', 4)).toBe(4)
  expect(code('G_LUG', 0)).toBe(0)
  expect(code('B2', 'LUG')).toBe('LUG')
  expect(code('O1', 'Kaffe')).toBe('Kaffe')
  expect(code('D1', { missing: 'dont_know' })).toBe(-1)
  expect(code('D1', { missing: 'not_applicable' })).toBe(-2)
  expect(code('D1', undefined)).toBe(-9)
  expect(code('O1', undefined)).toBe(-9)
  expect(code('O1', '')).toBe(-9)
})
