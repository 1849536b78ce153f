// Promises about pictures of indicators: what they name exists, and every fault says where and what to do.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readViewFiles } from '#store/view-files.ts'
import { parseViews, partsOf } from '#survey/views.ts'
import { inEnglish, refusalOf } from './samverkan.ts'

const surveys = path.join(import.meta.dirname, '../../surveys')
const known = new Set(['A', 'B', 'C'])
const text = (views: unknown[]) => JSON.stringify({ format: 1, views })
const words = { sv: 'ord', en: 'words' }
const formula = {
  id: 'formula',
  form: 'formula',
  title: words,
  about: words,
  terms: [{ indicator: 'A' }, { indicator: 'B' }],
  leadsTo: { indicator: 'C' },
}

const faultsOf = (source: string): string[] => inEnglish(refusalOf(() => parseViews(source, 'views.json', known)))

test('the files in surveys/ are read at start, the formula and the puzzle of the collaboration questionnaire among them', () => {
  const views = readViewFiles(surveys)
  expect([...views.keys()]).toEqual(
    readdirSync(surveys).filter(
      (name) => name !== 'published.json' && readdirSync(path.join(surveys, name)).includes('views.json'),
    ),
  )
  const shown = views.get('samverkan')?.map((view) => [
    view.id,
    partsOf(view)
      .map(({ indicator }) => indicator)
      .join(' '),
  ])
  expect(shown).toEqual([
    ['formula', 'D S H T'],
    ['puzzle', 'LOCAL F T L'],
  ])
})

test('each indicator of a picture is in the versions that are published now', () => {
  for (const version of ['v1', 'v2']) {
    const file = JSON.parse(readFileSync(path.join(surveys, 'samverkan', `${version}.json`), 'utf8')) as {
      indicators: { id: string }[]
    }
    const ids = file.indicators.map(({ id }) => id)
    for (const view of readViewFiles(surveys).get('samverkan') ?? [])
      for (const { indicator } of partsOf(view)) expect(ids).toContain(indicator)
  }
})

test('a picture may leave out what holds it together', () => {
  const puzzle = { id: 'p', form: 'puzzle', title: words, about: words, pieces: formula.terms }
  expect(parseViews(text([formula, puzzle]), 'views.json', known).map(partsOf)).toEqual([
    [...formula.terms, formula.leadsTo],
    formula.terms,
  ])
})

test.each([
  [
    'an indicator that is nowhere',
    text([{ ...formula, leadsTo: { indicator: 'X' } }]),
    'views.0 (formula): X is not an indicator',
  ],
  [
    'an indicator twice',
    text([{ ...formula, leadsTo: { indicator: 'A' } }]),
    'views.0 (formula): formula shows an indicator twice',
  ],
  ['one id for two', text([formula, formula]), 'views.1 (formula).id: two views are called formula'],
  [
    'a name in one language',
    text([{ ...formula, title: { sv: 'ord' } }]),
    'views.0 (formula).title.en: the English text is missing',
  ],
  ['a word that nobody reads', text([{ ...formula, colour: 'red' }]), 'views.0 (formula): unknown here: "colour"'],
  ['what is not JSON', '{"format": 1,}', 'line 1, column 14 is not JSON'],
])('%s stops the start, with the place and the remedy', (_, source, start) => {
  expect(faultsOf(source).map((fault) => fault.slice(0, start.length))).toEqual([start])
})
