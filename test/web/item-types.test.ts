// Every type of question, answered page by page as a browser without script does it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { responses } from '#store/schema.ts'
import { kinds } from '#survey/items/kinds.ts'
import { describedAt } from '../support/described.ts'
import { beginEveryType, fieldsOfPage } from '../support/every-type.ts'
import { makeWorld, type World } from '../support/world.ts'
import { answers, form } from '../survey/every-type.ts'

let world: World
let link: string
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(1)
  ;({ link } = await beginEveryType(world))
})
afterEach(() => world.close())

type Fields = Readonly<Record<string, string | readonly string[]>>
const page = (at: number) => world.get(`${link}/${at}`)
const send = (at: number, name: string, fields: Fields) =>
  world.post(`${link}/${at}`, { form: { _page: name, ...fields } })
const fieldsOf = (name: keyof typeof fieldsOfPage): Fields =>
  Object.fromEntries(fieldsOfPage[name].map((field) => [field, form[field]]))
async function sendAll() {
  for (const [at, name] of (Object.keys(fieldsOfPage) as (keyof typeof fieldsOfPage)[]).entries())
    expect((await send(at + 1, name, fieldsOf(name))).statusCode).toBe(303)
}
const stored = () => JSON.parse(world.db.select().from(responses).get()?.answers ?? 'null')

test('F12: the whole questionnaire is answered, read back in words and stored as codes', async () => {
  await sendAll()
  const check = (await world.get(`${link}/check`)).body
  for (const words of [
    'Stämmer ganska bra',
    'Vet ej',
    'Möten\nTelefon',
    '12,5 timmar i månaden',
    '29 februari 2028',
    'Bygdegården',
    '1. Bättre bussar\n2. Hålla butiken öppen',
  ])
    expect(check).toContain(words)
  await world.post(`${link}/submission`)
  expect(stored()).toEqual(answers)
})

test('a field of one line is never filled with what somebody else wrote on the same computer', async () => {
  await sendAll()
  for (const at of [4, 5])
    for (const field of (await page(at)).body.match(/<input type="text"[^>]*>/g) ?? ['none'])
      expect(field).toContain('autocomplete="off"')
})

test('what was answered stands in its fields again', async () => {
  await sendAll()
  const facts = (await page(4)).body
  expect(facts.match(/value="(\w+)" checked/g)).toEqual(['value="meet" checked', 'value="phone" checked'])
  expect(facts).toContain('name="HOURS" value="12,5"')
  expect((await world.get(`${link}/4?lang=en`)).body).toContain('name="HOURS" value="12.5"')
  const words = (await page(5)).body
  for (const [part, value] of [
    ['day', '29'],
    ['month', '2'],
    ['year', '2028'],
  ])
    expect(words).toContain(`name="FIRST-${part}" value="${value}"`)
  expect((await page(6)).body.match(/value="(\d)" selected/g)).toEqual(['value="2" selected', 'value="1" selected'])
})

test('the last box can be unticked: the field that leads the boxes tells that they were there', async () => {
  await send(4, 'facts', { WAYS: ['', 'mail'] })
  expect((await page(4)).body).toContain('value="mail" checked')
  await send(4, 'facts', { WAYS: '' })
  expect((await page(4)).body).not.toContain('value="mail" checked')
})

describe('a mistake', () => {
  beforeEach(async () => {
    await send(1, 'you', { B: 'FTG', MET: '1' })
    await send(4, 'facts', { HOURS: '12' })
  })

  test.each([
    [4, 'facts', { HOURS: 'tolv' }, 'HOURS', 'Skriv svaret med siffror, till exempel 12.', 'value="tolv"'],
    [4, 'facts', { HOURS: '800' }, 'HOURS', 'Skriv ett tal från 0 till 744.', 'value="800"'],
    [4, 'facts', { HOURS: '1,200' }, 'HOURS', 'Skriv högst 1 decimal.', 'value="1,200"'],
    [4, 'facts', { WAYS: ['', 'mail', 'none'] }, 'WAYS', 'Välj antingen ”Inget av detta”', 'value="none" checked'],
    [
      5,
      'words',
      { 'FIRST-day': '31', 'FIRST-month': '', 'FIRST-year': '2027' },
      'FIRST-month',
      'Datumet saknar månad.',
      'value="2027"',
    ],
    [
      5,
      'words',
      { 'FIRST-day': '31', 'FIRST-month': '2', 'FIRST-year': '2027' },
      'FIRST-day',
      'Datumet finns inte.',
      'value="31"',
    ],
    [
      5,
      'words',
      { 'FIRST-day': '3', 'FIRST-month': 'april', 'FIRST-year': '26' },
      'FIRST-year',
      'Skriv året med fyra siffror, till exempel 2026.',
      'value="april"',
    ],
    [
      5,
      'words',
      { 'FIRST-day': '3/4-26', 'FIRST-month': '', 'FIRST-year': '' },
      'FIRST-day',
      'Skriv året med fyra siffror, till exempel 2026.',
      'value="3/4-26"',
    ],
    [
      5,
      'words',
      { 'FIRST-day': '1', 'FIRST-month': '2', 'FIRST-year': '1899' },
      'FIRST-day',
      'Skriv ett datum från',
      'value="1899"',
    ],
    [5, 'words', { PLACE: 'å'.repeat(41) }, 'PLACE', 'Texten är 41 tecken. Korta den till högst 40.', 'å'.repeat(41)],
    [
      6,
      'order',
      { 'FIRSTS-shop': '1', 'FIRSTS-bus': '1' },
      'FIRSTS-bus',
      'Flera saker har plats 1.',
      'value="1" selected',
    ],
    [6, 'order', { 'FIRSTS-shop': '2' }, 'FIRSTS-fuel', 'Ingenting har plats 1.', 'value="2" selected'],
  ] as const)(
    'on page %d (%s, %j) leads to %s, says what to do and keeps what was typed',
    async (at, name, fields, field, words, kept) => {
      const { statusCode, body } = await send(at, name, { ...fields, _go: 'next' })
      expect(statusCode).toBe(422)
      const [, summary = ''] = /role="alert"[^>]*>(.*?)<\/div>/s.exec(body) ?? []
      expect(summary).toContain(`href="#${field}"`)
      expect(summary).toContain(words)
      expect(body).toMatch(new RegExp(`<(input|select)[^>]* id="${field}"`))
      expect(body.replace(summary, '')).toContain(words)
      expect(body).toContain(kept)
      // Leaving keeps it, coming back shows it with what is wrong, and none of it is ever sent in.
      expect((await send(at, name, { ...fields, _go: 'back' })).statusCode).toBe(303)
      const again = (await page(at)).body
      expect(again).toContain(words)
      expect(again).toContain(kept)
      expect((await world.post(`${link}/submission`)).headers.location).toBe(`${link}/${at}`)
      expect(stored()).toBeNull()
    },
  )

  const ofEachType = [
    ['choice', 1, 'you', { MET: '9' }],
    ['rating', 2, 'meetings', { M1: '9' }],
    ['several', 4, 'facts', { WAYS: ['', 'mail', 'none'] }],
    ['number', 4, 'facts', { HOURS: 'tolv' }],
    ['date', 5, 'words', { 'FIRST-day': '31', 'FIRST-month': '2', 'FIRST-year': '2027' }],
    ['text', 5, 'words', { PLACE: 'å'.repeat(41) }],
    ['text', 5, 'words', { WORDS: 'å'.repeat(201) }],
    ['ranking', 6, 'order', { 'FIRSTS-shop': '2' }],
  ] as const

  test.each(ofEachType)(
    'in a %s is heard at the field that is led to: page %d (%s, %j)',
    async (type, at, name, fields) => {
      if (name === 'words') await send(4, 'facts', { WAYS: ['', 'meet'], HOURS: '12' })
      const { body } = await send(at, name, { ...fields, _go: 'next' })
      const [, field = '', summary = ''] = /<li><a href="#([^"]+)">(.*?)<\/a>/.exec(body) ?? []
      const { words, isInvalid } = describedAt(body, field)
      const [, fault = ''] = /Fel: <\/span>(.+)$/.exec(words) ?? []
      expect(summary).toContain(fault || 'the words of the fault')
      // A button of several cannot be wrong by itself.
      expect(isInvalid).toBe(!['choice', 'rating', 'several'].includes(type))
    },
  )

  test('of every type there is has been looked at', () => {
    expect(new Set(ofEachType.map(([type]) => type))).toEqual(new Set(Object.keys(kinds)))
  })

  test('is told in English too', async () => {
    const { body } = await world.post(`${link}/4?lang=en`, { form: { _page: 'facts', HOURS: 'twelve' } })
    expect(body).toContain('Write the answer in figures, for example 12.')
  })
})

test('F5: answers of a branch that is left stay aside, return with it, and are not sent in without it', async () => {
  await sendAll()
  await send(1, 'you', { MET: '0' })
  expect((await world.get(`${link}/check`)).body).not.toContain('12,5 timmar')
  await send(1, 'you', { MET: '1' })
  expect((await world.get(`${link}/check`)).body).toContain('12,5 timmar')
  await send(1, 'you', { MET: '0' })
  await world.post(`${link}/submission`)
  expect(Object.keys(stored())).toEqual(
    Object.keys({ ...answers, MET: 0 }).filter((id) => !['M1', 'M2', 'HOURS', 'FIRST'].includes(id)),
  )
})

test('nobody is asked about the own row of the grid', async () => {
  await send(1, 'you', { B: 'FTG' })
  const { body } = await page(3)
  expect(body).toContain('name="G_LUG"')
  expect(body).not.toContain('name="G_FTG"')
})
