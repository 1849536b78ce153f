// Two windows: what is answered in one hides questions that are open in the other. What is typed there is kept aside.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drafts, responses } from '#store/schema.ts'
import { type Begun, beginEveryType } from '../support/every-type.ts'
import { makeWorld, type World } from '../support/world.ts'

let world: World
let link: string
let send: Begun['send']
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(1)
  ;({ link, send } = await beginEveryType(world))
  await send('you', { B: 'FTG', MET: '1' })
})
afterEach(() => world.close())

const meetings = { _opening: '7', _before: 'M1: M2: ALL:', M1: '4', ALL: '2' }
const draft = () => JSON.parse(world.db.select().from(drafts).get()?.answers ?? '')
const notice = 'frågan ställs inte längre'

test('an answer to a question that is hidden meanwhile is kept, told, and not sent in', async () => {
  await send('you', { B: 'FTG', MET: '0' })
  const sent = await send('meetings', meetings)
  expect(sent.headers.location).toBe(`${link}/3?aside=1`)
  expect((await world.get(sent.headers.location ?? '')).body).toContain(notice)
  expect(draft()).toEqual({ B: 'FTG', MET: 0, M1: 4, ALL: 2 })
  await world.post(`${link}/submission`)
  expect(JSON.parse(world.db.select().from(responses).get()?.answers ?? '')).toEqual({ B: 'FTG', MET: 0, ALL: 2 })
})

test('and is there again where the other answer is changed back', async () => {
  await send('you', { B: 'FTG', MET: '0' })
  await send('meetings', meetings)
  await send('you', { B: 'FTG', MET: '1' })
  expect((await world.get(`${link}/2`)).body).toMatch(/name="M1" value="4" checked/)
})

test('whoever saves as they type is told at once, and nothing is called unsaved', async () => {
  await send('you', { B: 'FTG', MET: '0' })
  const kept = await send('meetings', { M1: '4', _go: 'keep' })
  expect([kept.statusCode, kept.json()]).toEqual([200, { state: 'saved', told: [expect.stringContaining(notice)] }])
  expect(draft().M1).toBe(4)
})

test('a page that is hidden as a whole leads on to the one that follows it, or back', async () => {
  await send('facts', { HOURS: '12' })
  // Nothing but the date is asked on this page by a person of a business who ticked nothing: without meetings it goes.
  expect((await world.get(`${link}/5`)).body).toContain('name="FIRST-day"')
  const page = { 'FIRST-day': '3', 'FIRST-month': '4', 'FIRST-year': '2026' }
  await send('you', { B: 'FTG', MET: '0' })
  const sent = await send('words', { ...page, _go: 'next' })
  expect(sent.headers.location).toMatch(/\?aside=1$/)
  expect(draft().FIRST).toBe('2026-04-03')
  expect((await send('words', { ...page, _go: 'back' })).headers.location).toMatch(/\/\d\?aside=1$/)
  expect((await send('words', { ...page, _go: 'in-en' })).headers.location).toMatch(/\/\d\?aside=1$/)
  expect(world.db.select().from(drafts).where(eq(drafts.language, 'en')).get()).toBeDefined()
})

test('an answer that hides others of its own page tells of nothing: that was meant', async () => {
  const sent = await send('meetings', { M1: '4' })
  expect(sent.headers.location).toBe(`${link}/3`)
  expect((await send('you', { B: 'FTG', MET: '0' })).headers.location).toBe(`${link}/2`)
})

test('a fault in a question that is asked no longer holds nobody up', async () => {
  await send('you', { B: 'FTG', MET: '0' })
  const sent = await send('facts', { WAYS: 'phone', HOURS: 'tolv' })
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${link}/5?aside=1`])
})
