// The check before sending in: all that was answered, what is still to be mended, and the way there and back.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOfLocalDay } from '#store/local-day.ts'
import { closeWave, listWaves } from '#store/waves.ts'
import { type Begun, beginEveryType } from '../support/every-type.ts'
import { hiddenIn } from '../support/form-fields.ts'
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

const hiddenOn = async (page: string) => hiddenIn((await world.get(page)).body)
const check = async () => (await world.get(`${link}/check`)).body

test('shows what is only half written with its fault and the way to it, and never as an answer or as none', async () => {
  await send('facts', { WAYS: ['meet', 'none'], HOURS: 'tolv', _go: 'back' })
  await send('facts', { HOURS: '12' })
  await send('facts', { HOURS: 'tolv', _go: 'keep' })
  await send('words', { 'FIRST-day': '3', 'FIRST-month': '', 'FIRST-year': '', _go: 'keep' })
  await send('order', { 'FIRSTS-shop': '1', 'FIRSTS-bus': '1', _go: 'keep' })
  const body = await check()
  expect(body).toContain('<h2 id="wrong">')
  expect(body).toMatch(/<dd>tolv<\/dd><dd class="error">Skriv svaret med siffror/)
  expect(body).toMatch(new RegExp(`href="${link}/\\d\\?from=check#FIRSTS-bus"`))
  expect(body).toMatch(/viktigast att göra nu\?<\/dt><dd class="error">Flera saker har plats 1/)
  expect(body).not.toMatch(/class="none">[^<]*<\/dd><dd class="error"/)
})

test.each([
  ['a day alone', { 'FIRST-day': '3', 'FIRST-month': '', 'FIRST-year': '' }],
  ['30 February', { 'FIRST-day': '30', 'FIRST-month': '2', 'FIRST-year': '2026' }],
  ['a year of two figures', { 'FIRST-day': '3', 'FIRST-month': '4', 'FIRST-year': '26' }],
])('stands with a date that is none: %s', async (_, date) => {
  await send('facts', { HOURS: '12' })
  await send('words', { ...date, _go: 'keep' })
  for (const lang of ['sv', 'en']) {
    const answer = await world.get(`${link}/check?lang=${lang}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(`<dd>${Object.values(date).filter(Boolean).join(' ')}</dd><dd class="error">`)
  }
  expect((await world.post(`${link}/submission`)).headers.location).toMatch(/\/\d$/)
})

test('leads from each part to the page with its questions', async () => {
  const parts = [...(await check()).matchAll(/<h2>([^<]+)<\/h2><a href="([^"]+)">Ändra/g)]
  expect(parts.map(([, title]) => title)).toEqual([
    'Om dig',
    'Era möten',
    'Kontakt',
    'Hur ni gör',
    'Tid, plats och ord',
    'Vad som är viktigast',
  ])
  for (const [, title, change = ''] of parts) expect((await world.get(change)).body).toContain(`<h1>${title}</h1>`)
})

test('what is changed from it leads back to it, at once or by way of what the change brought forward', async () => {
  const [, change = ''] = /<a href="([^"]+)">Ändra<span class="hidden-visually">: Era möten/.exec(await check()) ?? []
  expect(change).toBe(`${link}/2?from=check`)
  expect((await world.get(change)).body).toContain('name="_from" value="check"')
  const from = { _from: 'check' }
  expect((await send('meetings', { M1: '4', ...from })).headers.location).toBe(`${link}/check`)
  expect((await send('meetings', { M1: '5', ...from, _go: 'back' })).headers.location).toBe(`${link}/check`)
  expect((await send('meetings', { ...from, _go: 'in-en' })).headers.location).toBe(`${link}/2?from=check`)
  expect((await send('meetings', { ...from, M1: '4', _clear: 'M1' })).headers.location).toBe(`${link}/2?from=check#M1`)
})

test('what a change brought forward comes before the check, page by page, saved as it was typed or not', async () => {
  await send('you', { B: 'FTG', MET: '0' })
  for (const kept of [true, false]) {
    const you = await hiddenOn(`${link}/1?from=check`)
    if (kept) await send('you', { ...you, MET: '1', _go: 'keep' })
    const first = (await send('you', { ...you, MET: '1' })).headers.location ?? ''
    expect(first).toBe(`${link}/2?from=check&unseen=M1+M2+HOURS`)
    const second = (await send('meetings', { ...(await hiddenOn(first)), M1: '3' })).headers.location ?? ''
    expect(second).toBe(`${link}/4?from=check&unseen=HOURS`)
    // So many hours bring a date forward, on the page after.
    const third = (await send('facts', { ...(await hiddenOn(second)), HOURS: '12' })).headers.location ?? ''
    expect(third).toBe(`${link}/5?from=check&unseen=FIRST`)
    expect((await send('words', await hiddenOn(third))).headers.location).toBe(`${link}/check`)
    await send('facts', { HOURS: '' })
    const back = await send('you', { ...(await hiddenOn(`${link}/1?from=check`)), MET: '0' })
    expect(back.headers.location).toBe(`${link}/check`)
  }
})

test('says until when, where the wave has closed', async () => {
  const [wave] = listWaves(world.db, world.project.id)
  world.clock.now = endOfLocalDay('2027-05-31') + 1
  for (const place of ['', '/1', '/check'])
    expect((await world.get(`${link}${place}`)).body).toContain('kan skicka in till och med den 1 juni 2027')
  if (wave) closeWave(world.db, wave.id, 'system', Date.UTC(2027, 4, 20, 12, 5))
  world.clock.now = Date.UTC(2027, 4, 20, 13)
  expect(await check()).toContain('kan skicka in till den 21 maj 2027 kl. 14:05')
})
