// A form on paper tells what the web tells: what would be refused when it is entered must not wait to be found then.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item } from '#survey/questionnaire.ts'
import { openLikeEveryType } from '../support/every-type.ts'
import { makeWorld, type World } from '../support/world.ts'
import { everyType } from '../survey/every-type.ts'

let world: World
let questions: Map<string, string>
beforeAll(async () => {
  world = await makeWorld()
  world.addPeople(1)
  const items = everyType.items.flatMap((item): Item[] => {
    if (item.type === 'text' && !item.short)
      return [
        item,
        { ...item, id: 'LONG', maxLength: 2000 },
        { ...item, id: 'HELPED', maxLength: 20, help: both('Beskriv platsen.') },
      ]
    return item.type === 'ranking' ? [item, { ...item, id: 'ALL_PLACES', places: item.choices.length }] : [item]
  })
  const pages = everyType.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((id) => ({ WORDS: [id, 'LONG', 'HELPED'], FIRSTS: [id, 'ALL_PLACES'] })[id] ?? [id]),
  }))
  const wave = openLikeEveryType(world, 'midterm', { ...everyType, id: 'hints', items, pages })
  const { body } = await world.post(`/waves/${wave.id}/paper/print`, { as: 'coordinator', form: { who: 'all' } })
  const numbers = pages.flatMap((page) => page.items)
  questions = new Map(
    body
      .split('<div class="sheet-question">')
      .slice(1)
      .map((html, at) => [numbers[at] ?? '', html]),
  )
})
afterAll(() => world?.close())

const both = (words: string) => ({ sv: words, en: words })
const linesOf = (id: string) => questions.get(id)?.match(/<div class="line">/g)?.length

test.each([
  ['a number, between which', 'HOURS', 'Skriv ett tal från 0 till 744. Decimaler går bra.'],
  ['a short text, how long', 'PLACE', 'Högst 40 tecken.'],
  [
    'a text, that no names are to be written, and how long',
    'WORDS',
    'Skriv inte namn på enskilda personer. Högst 200 tecken.',
  ],
  ['a text longer than a hand writes, the names alone', 'LONG', 'Skriv inte namn på enskilda personer.</p>'],
  ['a text with help of its own, how long', 'HELPED', 'Beskriv platsen.</p>\n<p class="soft">Högst 20 tecken.'],
  ['several choices, that all may be ticked', 'WAYS', 'Kryssa i alla som stämmer.'],
  ['fewer places than things, what becomes of the others', 'FIRSTS', 'Det du inte ger någon plats räknas inte.'],
  [
    'a place for each, that one may stop',
    'ALL_PLACES',
    'Skriv 1 till 4 i rutorna, med 1 för det viktigaste. Du kan sluta efter de första.',
  ],
])('tells of %s', (_what, id, words) => {
  expect(questions.get(id)).toContain(words)
})

test('sets what rules out the others apart from them', () => {
  const [others, alone] = (questions.get('WAYS') ?? '').split('<p>eller</p>')
  expect(others).toContain('<li>Telefon</li>')
  expect(others).not.toContain('Inget av detta')
  expect(alone).toContain('<li>Inget av detta</li>')
})

test('draws no more lines than may be filled', () => {
  expect([linesOf('PLACE'), linesOf('HELPED'), linesOf('WORDS'), linesOf('LONG')]).toEqual([1, 1, 4, 4])
})
