// The mailing as its page shows it: everybody counted, what went wrong in words, the brake, and its progress as it goes.
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Delivery } from '#store/ending.ts'
import { setMailPace } from '#store/mail-pace.ts'
import { findWavePause, pauseMail } from '#store/mail-pause.ts'
import { queueInvitations } from '#store/messages.ts'
import { exchangeLetters } from '#store/sending.ts'
import { setSendingHours } from '#store/sending-hours.ts'
import { openWave, type Wave } from '#store/waves.ts'
import { createMailWatch } from '#web/staff/mail-watch.ts'
import { makeWorld, morning, type Person, type World } from '../support/world.ts'

const today = '2027-03-01'
const ok: Delivery = { outcome: 'accepted', reply: '250 ok' }
const noMailbox = (name: string): Delivery => ({ outcome: 'failed', reason: `550 5.1.1 ${name}: User unknown` })

let world: World
let wave: Wave
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(12)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  queueInvitations(world.db, wave.id, 'system', morning)
})
afterEach(() => world.close())

/** As many letters end like this, one after the other. */
function send(deliveries: readonly Delivery[]): void {
  const { letters } = exchangeLetters(world.db, [], deliveries.length, world.clock.now, today)
  const ended = letters.map(({ id }, at) => ({ id, ending: deliveries[at] ?? ok }))
  exchangeLetters(world.db, ended, 0, world.clock.now, today)
}

const page = async (as: Person = 'coordinator') => (await world.get(`/waves/${wave.id}`, { as })).body

/** Numbers of the row of invitations, the sum last. */
const invitationsIn = (body: string): number[] => {
  const row = /<th scope="row">Inbjudningar<\/th>(.*?)<\/tr>/s.exec(body)?.[1] ?? ''
  return [...row.matchAll(/<td[^>]*>(\d*)<\/td>/g)].map(([, count]) => Number(count))
}

test('the states of the invitations add up to everybody who is invited, letter or none', async () => {
  send([ok, ok, noMailbox('…'), { outcome: 'unknown', reason: 'interrupted' }])
  send([{ outcome: 'retry', reason: '451 4.7.1 Greylisting', trouble: 'letter' }])
  const body = await page()
  const counts = invitationsIn(body)
  expect(counts).toEqual([7, 2, 1, 1, 1, 12])
  expect(counts.slice(0, -1).reduce((sum, one) => sum + one)).toBe(12)
  expect(body).toContain('Summan av inbjudningarna är alla som är inbjudna: 12.')
})

test('failures are grouped by what they are about, with what to do and the words of the servers', async () => {
  send([noMailbox('first'), noMailbox('second'), { outcome: 'failed', reason: '552 5.2.2 Mailbox full' }])
  const body = await page()
  expect(body).toContain('<h4>Mottagarens brevlåda finns inte (550 5.1.1)</h4>')
  expect(body).toContain('2 brev gick inte fram. Kontrollera stavningen.')
  expect(body).toContain('550 5.1.1 first: User unknown')
  expect(body.indexOf('brevlåda finns inte')).toBeLessThan(body.indexOf('brevlåda är full (552 5.2.2)'))
  const english = await world.get(`/waves/${wave.id}?lang=en`, { as: 'coordinator' })
  expect(english.body).toContain('<h4>There is no such mailbox (550 5.1.1)</h4>')
})

test('somebody who runs the wave stops its letters and lets them go again', async () => {
  expect(await page()).toContain('Pausa utskicket')
  const paused = await world.post(`/waves/${wave.id}/mail-pause`, { as: 'coordinator' })
  expect(paused.headers.location).toBe(`/waves/${wave.id}?done=mail_paused`)
  expect(findWavePause(world.db, wave.id)).toBe(morning)
  const body = await page()
  expect(body).toContain('Utskicket är pausat')
  expect(body).toContain('12 brev väntar och går ut när ni fortsätter')
  expect(body).not.toContain('Pausa utskicket')
  await world.post(`/waves/${wave.id}/mail-resumption`, { as: 'coordinator' })
  expect(findWavePause(world.db, wave.id)).toBeUndefined()
  expect(world.woken()).toBe(1)
})

test('resuming lets go of the brake that is shown, and of no other', async () => {
  await world.post(`/waves/${wave.id}/mail-pause`, { as: 'coordinator' })
  pauseMail(world.db, 'refused_in_row', 'system', morning)
  await world.post(`/waves/${wave.id}/mail-resumption`, { as: 'coordinator' })
  expect(findWavePause(world.db, wave.id)).toBe(morning)
  expect(await page()).toContain('Utskicket är pausat')
})

test('the page says how fast letters leave, and how long it takes yet', async () => {
  expect(await page()).toContain('Hur lång tid det tar syns när några brev har gått.')
  setMailPace(world.db, { connections: 1, perMinute: 4, perDomain: 2 }, 'system', morning)
  const body = await page()
  expect(body).toContain('Takt: ett brev åt gången, högst 4 i minuten, högst 2 i minuten till samma domän.')
  expect(body).toContain('Klart om ungefär 3 minuter.')
})

test('outside the sending hours the page says when letters go on', async () => {
  setSendingHours(world.db, { days: [2], from: 9 * 60, to: 16 * 60 }, 'system', morning)
  const body = await page()
  expect(body).toMatch(/Brev skickas inte just nu\. De fortsätter 2 mars 2027(,| kl\.?)? ?09[.:]00/)
  expect(body).not.toContain('data-progress')
})

test.each(['process_leader', 'economist', 'evaluator', 'researcher', 'stranger'] as const)(
  '%s neither follows the mailing nor pauses it',
  async (as) => {
    const status = as === 'stranger' ? 404 : 403
    expect((await world.get(`/waves/${wave.id}/mail-progress`, { as })).statusCode).toBe(status)
    expect((await world.post(`/waves/${wave.id}/mail-pause`, { as })).statusCode).toBe(status)
    expect(findWavePause(world.db, wave.id)).toBeUndefined()
  },
)

/** The stream as a browser reads it: what of it is there so far, and what comes next. */
async function follow(as: Person): Promise<{ status: number; next(): Promise<string>; leave(): Promise<void> }> {
  if (!world.app.server.listening) await world.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = world.app.server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/waves/${wave.id}/mail-progress`, {
    headers: { cookie: world.signIn(as) },
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return {
    status: response.status,
    next: async () => (await reader?.read())?.value ?? '',
    leave: async () => reader?.cancel(),
  }
}

test('whoever follows is told at once, and again when a letter has gone; in counts, without a name', async () => {
  const stream = await follow('coordinator')
  let text = await stream.next()
  while (!text.includes('"done"')) text += await stream.next()
  expect(text).toContain('"done":0,"all":12,"words":"0 av 12 brev är klara"')
  send([ok, ok, ok])
  const told = JSON.parse(/data: (.*)/.exec(await stream.next())?.[1] ?? '') as Record<string, unknown>
  expect(told).toMatchObject({ done: 3, all: 12, cells: ['9', '3', '12'] })
  expect(Object.keys(told).sort()).toEqual(['all', 'cells', 'done', 'left', 'shape', 'words'])
  await stream.leave()
})

test('the page and the stream agree on its shape, so that the page is not read again for nothing', async () => {
  send([ok, noMailbox('…')])
  const shape = /data-shape="([^"]*)"/.exec(await page())?.[1]?.replaceAll('&quot;', '"')
  const stream = await follow('coordinator')
  let text = await stream.next()
  while (!text.includes('"done"')) text += await stream.next()
  expect(JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '')).toMatchObject({ shape })
  await stream.leave()
})

test('a server that stops does not wait for pages that are open', async () => {
  const stream = await follow('coordinator')
  await stream.next()
  const began = performance.now()
  await world.app.close()
  expect(performance.now() - began).toBeLessThan(5000)
})

test('who is invited and has no letter yet is counted too', async () => {
  const later = world.planWave('endline')
  openWave(world.db, later, 'system', morning)
  const body = (await world.get(`/waves/${later.id}`, { as: 'coordinator' })).body
  expect(body).toContain('Utan brev')
  expect(invitationsIn(body)).toEqual([12, 12])
})

test('so many pages follow at once and no more; each has to ask again after a while, and leaves room when it goes', async () => {
  const watch = createMailWatch(world.db, () => world.clock.now, { most: 2, longest: 100, pause: 10 })
  const [first, second] = [watch.watch(wave.id, 'sv'), watch.watch(wave.id, 'en')]
  expect(watch.watch(wave.id, 'sv')).toBeUndefined()
  first?.destroy()
  await expect.poll(() => watch.watch(wave.id, 'sv')).toBeDefined()
  // Read to its end, which the watch makes.
  let text = ''
  for await (const piece of second ?? []) text += String(piece)
  expect(text).toContain('0 of 12 letters are done')
  watch.close()
  expect(watch.watch(wave.id, 'sv')).toBeUndefined()
})
