// What a researcher is told of a faulty file: every fault at once, a line each, in the language of the reader.
import { expect, test } from 'vitest'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { QuestionnaireError } from '#survey/questionnaire-file.ts'
import { changed, faultsOf, refusalOf, textOf } from './samverkan.ts'

const inSwedish = (text: string): string[] =>
  refusalOf(() => parseQuestionnaire(text, 'v1.json')).map(({ path, message }) => `${path}: ${message.sv}`)

test.each([
  ['what is missing', ['"id": "D1",', ''], 'items.3.id: saknas; skriv en text'],
  [
    'another type',
    ['"id": "D1",\n      "revision": 1', '"id": "D1",\n      "revision": "1"'],
    'items.3 (D1).revision: skriv ett tal',
  ],
  ['a number that is not whole', ['"version": 1', '"version": 1.5'], 'version: skriv ett heltal'],
  ['a number too small', ['"version": 1', '"version": 0'], 'version: skriv ett tal över 0'],
  [
    'a number that must be negative',
    ['"not_answered": { "code": -9', '"not_answered": { "code": 9'],
    'missing.not_answered.code: skriv ett tal under 0',
  ],
  [
    'a word that is none of those there are',
    ['"waves": ["endline"]', '"waves": ["endling"]'],
    'waves.0: skriv något av "baseline", "midterm", "endline", "followup"',
  ],
  [
    'a name that means nothing',
    ['"id": "D1",', '"id": "D1", "kind": 1,'],
    'items.3 (D1): okänt här: "kind"; rätta stavningen, eller ta bort det',
  ],
  ['too few parts', ['["F1", "F2", "F3"]', '[]'], '.items: har för få delar; minst 1 behövs'],
  [
    'a name that is no id',
    ['"own_organisation": {', '"own organisation": {'],
    'preambles.own organisation: ett id är 1–32 bokstäver',
  ],
  ['an id of the whole that is none', ['"id": "samverkan"', '"id": "Samverkan"'], 'id: en enkäts id är 2–41 små'],
])('%s is told in Swedish, with the remedy', (_, [find = '', put = ''], told) => {
  expect(inSwedish(changed(find, put)).join('\n')).toContain(told)
})

test('a text of an unknown type names the types that there are', () => {
  const text = textOf(1).replace('"type": "rating"', '"type": "skala"')
  expect(inSwedish(text)).toEqual([
    'items.3 (D1).type: skriv något av "rating", "choice", "several", "number", "date", "text", "ranking"',
  ])
})

test('all faults are told, a line each below the file’s name, in the language asked for; a log has them in English', () => {
  const text = changed('"perceived": ["P1"]', '"perceived": ["O1"]', changed('["F1", "F2", "F3"]', '["F1", "F2"]'))
  const faults = refusalOf(() => parseQuestionnaire(text, 'v1.json'))
  const error = new QuestionnaireError('v1.json', faults)
  expect(error.describe('sv').split('\n')).toEqual([
    'v1.json:',
    expect.stringMatching(/^ {2}items\.\d+ \(F3\)\.id: F3 står inte på någon sida; sätt den på en eller ta bort den$/),
    '  perceived.0: O1 är ingen skattningsfråga (rating) i denna enkät; upplevd förändring skattas',
  ])
  expect(error.message).toBe(error.describe('en'))
  expect(faultsOf(text)).toHaveLength(2)
})

test('an id that hides something is not written out beside its place', () => {
  const [fault] = refusalOf(() => parseQuestionnaire(changed('"id": "D1",', '"id": "D1\\u001b[2J",'), 'v1.json'))
  expect(fault?.path).toBe('items.3.id')
})
