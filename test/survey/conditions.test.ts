// Conditions: on answers, on numbers and on what the register knows; and the faults that stop a file.
import { expect, test } from 'vitest'
import type { Answers } from '#survey/answer.ts'
import { checkAnswers } from '#survey/answers.ts'
import { itemsAsked, type Known } from '#survey/visibility.ts'
import { answers, everyType, text } from './every-type.ts'
import { changed, faultsOf } from './samverkan.ts'

const asks = (id: string, given: Answers, known: Known = {}) =>
  itemsAsked(everyType, 'baseline', given, known).some((item) => item.id === id)

test.each([
  ['a choice', 'HOURS', { MET: 1 }, {}, true],
  ['another choice', 'HOURS', { MET: 0 }, {}, false],
  ['no answer', 'HOURS', {}, {}, false],
  ['a number at its bound, and a choice', 'FIRST', { MET: 1, HOURS: 10 }, {}, true],
  ['a number under its bound', 'FIRST', { MET: 1, HOURS: 9.9 }, {}, false],
  ['a number left from when it was asked', 'FIRST', { MET: 0, HOURS: 12 }, {}, false],
  ['one of several choices', 'WORDS', { WAYS: ['mail', 'meet'] }, {}, true],
  ['others of several choices', 'WORDS', { WAYS: ['mail'] }, {}, false],
  ['the register, in place of an answer', 'WORDS', { WAYS: ['mail'] }, { actor_group: 'KTJ' }, true],
  ['the register, of another group', 'WORDS', {}, { actor_group: 'LUG' }, false],
] as const)('of %s: whether %s is asked', (_, id, given, known, expected) => {
  expect(asks(id, given, known)).toBe(expected)
})

test('F5: a branch that is left keeps its answers aside, and they return with it; sent in without it they were not asked', () => {
  const left = { ...answers, MET: 0 }
  const sentIn = checkAnswers(everyType, 'baseline', left)
  expect(sentIn.notAsked).toEqual(['M1', 'M2', 'HOURS', 'FIRST'])
  expect(sentIn.answers).not.toHaveProperty('HOURS')
  expect(checkAnswers(everyType, 'baseline', { ...left, MET: 1 })).toEqual({ answers, errors: [], notAsked: [] })
})

const condition = (of: string, put: string): string[] => {
  const at = text.indexOf(`"id": "${of}"`)
  const end = text.indexOf('\n    }', at)
  const item = text.slice(at, end).replace(/,\s*"showIf"[\s\S]*/, '')
  return faultsOf(`${text.slice(0, at)}${item},\n "showIf": ${put}${text.slice(end)}`)
}

test.each([
  [
    'M1',
    '{ "item": "NOPE", "in": [1] }',
    'items.2 (M1).showIf.item: M1 depends on NOPE, and there is no such item; name an earlier one',
  ],
  [
    'MET',
    '{ "item": "MET", "in": [1] }',
    'items.1 (MET).showIf.item: MET depends on MET: nobody could be asked first; take one condition away',
  ],
  [
    'MET',
    '{ "item": "FIRST", "in": [1] }',
    'items.1 (MET).showIf.item: MET depends on FIRST depends on MET: nobody could be asked first; take one condition away',
  ],
  [
    'M1',
    '{ "item": "WAYS", "in": ["mail"] }',
    'items.2 (M1).showIf.item: WAYS is asked after M1; a condition looks at an earlier item',
  ],
  ['M1', '{ "item": "MET", "in": [7] }', 'items.2 (M1).showIf.in.0: 7 is not an answer to MET; name one of 1, 0'],
  ['M1', '{ "item": "B", "from": 3 }', 'items.2 (M1).showIf: B is no number; name its answers under "in" or "notIn"'],
  [
    'M1',
    '{ "item": "MET" }',
    'items.2 (M1).showIf: give exactly one of "in" and "notIn", or "from" and "to" for a number',
  ],
  [
    'M1',
    '{ "all": [{ "item": "MET", "in": [1] }, { "known": "actor_group", "in": ["XYZ"] }] }',
    'items.2 (M1).showIf.all.1.in.0: XYZ is not an actor group; name one of LUG, FTG, KTJ',
  ],
])('Q4: %s shown if %s is refused at its place', (of, put, message) => {
  expect(condition(of, put)).toContain(message)
})

test('a condition of an unknown form says which forms there are', () => {
  expect(condition('M1', '{ "javascript": "true" }')[0]).toMatch(/items\.2 \(M1\)\.showIf: write \{"item"/)
})

test.each([
  [
    'a column that two items would share',
    ['"id": "PLACE"', '"id": "WAYS_mail"'],
    /WAYS and WAYS_mail would share the column WAYS_mail/,
  ],
  [
    'a choice whose code cannot end a column',
    ['"code": "fuel"', '"code": "å-ö"'],
    /\(FIRSTS\)\.choices\.\d\.code: this code ends a column’s name/,
  ],
  [
    'a missing code that can be a number',
    ['"min": 0', '"min": -20'],
    /-9 stands for not_answered and can be an answer to HOURS/,
  ],
  ['bounds that no number meets', ['"max": 744', '"max": 0'], /HOURS allows no number/],
  ['bounds that no day meets', ['"latest": "2030-12-31"', '"latest": "1999-12-31"'], /FIRST allows no day/],
  ['more places than things', ['"places": 3', '"places": 5'], /FIRSTS has 5 places for 4 things/],
] as const)('%s is refused', (_, [find, put], message) => {
  expect(faultsOf(changed(find, put, text)).join('\n')).toMatch(message)
})
