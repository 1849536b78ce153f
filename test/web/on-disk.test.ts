// What is told as certain is on disk: a receipt waits for its flush, however it is asked for; and what was decided while
// a page waited for the disk stands.
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drafts, responses } from '#store/schema.ts'
import { openWave } from '#store/waves.ts'
import { linkInto } from '../support/links.ts'
import { slowDisk } from '../support/slow-disk.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let one: string
let another: string
beforeEach(async () => {
  world = await makeWorld({ inFile: true })
  world.addPeople(2)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  one = linkInto(world, wave, 0)
  another = linkInto(world, wave, 1)
  for (const link of [one, another]) await world.post(`${link}/start`)
  await save(one, '4')
})
afterEach(async () => {
  vi.restoreAllMocks()
  await world.close()
})

const save = (link: string, answer: string) =>
  world.post(`${link}/2`, { form: { _page: 'dialogue', D1: answer, _go: 'next' } })
/** Time for anything that does not wait for the disk. */
const aWhile = () => setTimeout(100)

test('neither the receipt nor that it is answered is told before the flush, by whatever way one comes', async () => {
  const disk = slowDisk()
  const told: string[] = []
  const note = async (what: string, asked: ReturnType<typeof save>) => {
    const { statusCode, headers, body } = await asked
    told.push(`${what}: ${statusCode} ${headers.location ?? /<h1>(.*?)</.exec(body)?.[1]}`)
  }
  const sent = note('sent in', world.post(`${one}/submission`))
  await disk.asked(1)
  // Committed, and seen by whoever asks now; a power cut would still undo it.
  expect(world.db.select().from(responses).all()).toHaveLength(1)
  const later = [
    note('once more', world.post(`${one}/submission`)),
    note('receipt', world.get(`${one}/receipt`)),
    note('link', world.get(one)),
    note('page', world.get(`${one}/2`)),
    note('saved', save(one, '5')),
  ]
  await aWhile()
  expect(told).toEqual([])
  disk.arrive()
  await Promise.all([sent, ...later])
  expect(told.sort()).toEqual([
    'link: 200 Enkäten är redan besvarad',
    `once more: 303 ${one}/receipt`,
    'page: 200 Enkäten är redan besvarad',
    'receipt: 200 Tack, dina svar är sparade',
    'saved: 200 Enkäten är redan besvarad',
    `sent in: 303 ${one}/receipt`,
  ])
})

test.each([
  ['erased', 'erase', 'Länken gäller inte längre'],
  ['taken leave', 'withdraw', 'Du är inte längre med'],
])('whoever has %s while a page waited for the disk has nothing saved by it', async (_what, act, title) => {
  const disk = slowDisk()
  const first = save(another, '3')
  await disk.asked(1)
  // Opened while the link was good, and in line behind the first.
  const second = save(one, '5')
  await aWhile()
  const acted = await world.post(`${one}/${act}`)
  expect(acted.statusCode).toBe(200)
  const before = world.db.select().from(drafts).all()
  disk.arrive()
  await first
  await disk.asked(2)
  disk.arrive()
  const { statusCode, body } = await second
  expect([statusCode, /<h1>(.*?)</.exec(body)?.[1]]).toEqual([410, title])
  expect(world.db.select().from(drafts).all()).toEqual(before)
})
