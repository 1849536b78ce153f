// A further language is one file: whole questions or none of them, and nothing that the version does not say.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findItem } from '#survey/lookup.ts'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { parseTranslation, wordingOf } from '#survey/translation.ts'
import { inEnglish, refusalOf } from './samverkan.ts'

const folder = path.join(import.meta.dirname, '../../surveys/samverkan')
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const v1 = parseQuestionnaire(read('v1.json'), 'v1.json')
const finnish = parseTranslation(read('v1.fi.json'), 'v1.fi.json', v1)
const item = (id: string) => findItem(v1, id) ?? expect.fail(id)

const file = (changes: object) =>
  JSON.stringify({
    format: 1,
    questionnaire: 'samverkan',
    version: 1,
    language: 'fi',
    partial: true,
    texts: {},
    ...changes,
  })

test('the first page of version 1 is in Finnish, and says that the rest is not', () => {
  expect(finnish.partial).toBe(true)
  const wording = wordingOf(v1, 'fi', finnish)
  const [first, second] = v1.pages
  for (const id of first?.items ?? []) {
    const own = wording.of(item(id))
    expect([id, own.language, own.item.text[own.slot] !== item(id).text.sv]).toEqual([id, 'fi', true])
  }
  expect(wording.say(first?.title ?? expect.fail())).toEqual({ text: 'Sinusta', language: 'fi' })
  for (const id of second?.items ?? []) expect(wording.of(item(id)).language).toBe('sv')
})

test('a question is never half in one language: one choice without a translation makes it Swedish', () => {
  const texts = new Map(finnish.texts)
  texts.delete('Ideell')
  const own = wordingOf(v1, 'fi', { ...finnish, texts }).of(item('B3'))
  expect([own.language, own.item.text[own.slot], own.questionnaire]).toEqual(['sv', item('B3').text.sv, v1])
})

test('a rating is in the language only with its scale and the missing answers it offers', () => {
  const { sv } = item('D1').text
  const scale = v1.responseScales.agreement?.points.map(({ label }) => label?.sv ?? '') ?? []
  const texts = new Map([sv, ...scale, 'Vet ej'].map((swedish) => [swedish, 'suomeksi']))
  const spoken = () => wordingOf(v1, 'fi', { language: 'fi', partial: true, texts }).of(item('D1')).language
  expect(spoken()).toBe('sv')
  texts.set('Inte aktuellt för mig', 'suomeksi')
  expect(spoken()).toBe('fi')
})

test('Swedish and English are read as they stand, and a language without a file is Swedish', () => {
  expect(wordingOf(v1, 'en', undefined).of(item('B3'))).toMatchObject({ slot: 'en', language: 'en', questionnaire: v1 })
  expect(wordingOf(v1, 'fi', undefined).language).toBe('sv')
})

test.each([
  [file({ texts: { 'Finns inte': 'Ei ole' } }), 'texts: the version nowhere says “Finns inte”; copy its Swedish'],
  [file({ version: 2 }), 'questionnaire, version: says samverkan v2, and the file lies beside samverkan v1'],
  [file({ partial: false }), /^partial: \d+ texts have no translation, “.+” for one; .*write "partial": true$/],
  [file({ language: 'de' }), 'language: write "fi"'],
  [file({ texts: { 'Om dig': ' ' } }), 'texts.Om dig: is empty; write a text'],
  ['{', 'line 1, column 2 is not JSON'],
])('a file that is wrong stops the load and says where (%#)', (text, fault) => {
  expect(inEnglish(refusalOf(() => parseTranslation(text, 'v1.fi.json', v1)))).toEqual([
    typeof fault === 'string' ? expect.stringContaining(fault) : expect.stringMatching(fault),
  ])
})
