// A file of responses with every type of question, as a research file writes them.
import { expect, test } from 'vitest'
import { type ResponseFile, readResponses } from '#intake/responses.ts'
import { answerCoder, codebook } from '#survey/codebook.ts'
import { answers, everyType } from '../survey/every-type.ts'
import { itemOf } from '../survey/samverkan.ts'

const read = (text: string): ResponseFile =>
  readResponses(text, {
    questionnaire: everyType,
    wave: 'baseline',
    municipalities: [{ code: '0482', name: 'Flen' }],
    defaultLanguage: 'sv',
  })
const file = (columns: Readonly<Record<string, string | number>>): string =>
  `id;municipality;${Object.keys(columns).join(';')}\nA;0482;${Object.values(columns).join(';')}\n`

const exported = Object.fromEntries(
  codebook(everyType).map(({ variable, item, at }) => {
    const answer = answers[item as keyof typeof answers]
    return [variable, answerCoder(everyType, itemOf(everyType, item), at)(answer)]
  }),
)

test('what a research file holds is read back as the same answers', () => {
  const { rows, faults } = read(file(exported))
  expect(faults).toEqual([])
  expect(rows[0]?.answers).toEqual(answers)
})

test('and so it is from a row per answer', () => {
  const lines = Object.entries(exported).map(([variable, cell]) => `A;0482;${variable};${cell}`)
  const { rows, faults, form } = read(`id;municipality;item;value\n${lines.join('\n')}\n`)
  expect([form, faults]).toEqual(['long', []])
  expect(rows[0]?.answers).toEqual(answers)
})

test('codes of not asked and not answered are no answer in any column', () => {
  for (const code of [-8, -9, ''])
    expect(read(file(Object.fromEntries(Object.keys(exported).map((name) => [name, code])))).rows[0]?.answers).toEqual(
      {},
    )
})

test.each([
  ['WAYS_mail', '2', 'WAYS', '0, 1'],
  ['FIRSTS_shop', '1', 'FIRSTS', '0, 1, 2, 3'],
  ['HOURS', '745', 'HOURS', '0–744'],
  ['FIRST', '29/2 2028', 'FIRST', '2000-01-01–2030-12-31'],
] as const)('%s = %s is a fault that says what was expected', (variable, cell, column, expected) => {
  const { faults } = read(file({ ...exported, [variable]: cell }))
  expect(faults).toMatchObject([{ row: 2, column, code: 'answer_unknown', expected }])
})
