import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintDatabase } from '#store/database.ts'
import { listEvents } from '#store/events.ts'
import { pauseMail } from '#store/mail-pause.ts'
import { countMessages } from '#store/messages.ts'
import { findWave, listWaves, type Wave } from '#store/waves.ts'
import { ljungby, makeWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const hour = 3_600_000
const right = { kind: 'baseline', questionnaire: 'samverkan@1', opensOn: '2027-03-01', closesOn: '2027-05-31' }
const plan = (form: Record<string, string>) => world.post('/projects/service/waves', { as: 'coordinator', form })
const run = (wave: Wave, deed: string, form = {}) =>
  world.post(`/waves/${wave.id}/${deed}`, { as: 'coordinator', form })
const show = async (wave: Wave, as: 'coordinator' | 'process_leader' | 'researcher' = 'coordinator') =>
  (await world.get(`/waves/${wave.id}`, { as })).body

/** What the sender does to letters, said directly: states are the sender's, and it is not here. */
const setLetters = (state: string, outcome = '', most = 1000) =>
  world.db.$client
    .prepare(
      'update messages set state = ?, outcome = ?, attempts = 1, changed_at = ? where id in (select id from messages order by rowid limit ?)',
    )
    .run(state, outcome, world.clock.now, most)

function openedWave(people = 3): Promise<Wave> {
  world.addPeople(people)
  const wave = world.planWave()
  return run(wave, 'opening').then(() => wave)
}

test('a wave is planned with days and a questionnaire, and nothing is sent', async () => {
  const response = await plan(right)
  expect(response.statusCode).toBe(303)
  const [wave] = listWaves(world.db, world.project.id)
  expect(response.headers.location).toBe(`/waves/${wave?.id}?done=wave_planned`)
  expect(wave).toMatchObject({ kind: 'baseline', questionnaireVersion: 1, opensOn: '2027-03-01', openedAt: null })
  expect(world.woken()).toBe(0)
})

test.each([
  [{ kind: 'never' }, 'kind'],
  [{ questionnaire: 'samverkan@99' }, 'questionnaire'],
  [{ opensOn: '2027-02-30' }, 'opensOn'],
  [{ opensOn: '1 mars' }, 'opensOn'],
  [{ opensOn: '1899-01-01' }, 'opensOn'],
  [{ closesOn: '' }, 'closesOn'],
  [{ opensOn: '2027-05-31', closesOn: '2027-05-30' }, 'closesOn'],
  [{ opensOn: '2026-01-01', closesOn: '2026-02-01' }, 'closesOn'],
])('a plan that cannot be is sent back with what was typed: %j', async (change, field) => {
  const before = fingerprintDatabase(world.db)
  const typed = { ...right, ...change }
  const response = await plan(typed)
  expect(response.statusCode).toBe(422)
  expect([...response.body.matchAll(/<li><a href="#(\w+)">/g)].map(([, named]) => named)).toEqual([field])
  expect(response.body).toContain(`id="${field}"`)
  expect(response.body).toContain(`value="${typed.opensOn}"`)
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('one day is long enough for a wave, and a leap day is a day', async () => {
  expect((await plan({ ...right, opensOn: '2028-02-29', closesOn: '2028-02-29' })).statusCode).toBe(303)
})

test('a kind that is planned already is not offered, and not taken', async () => {
  world.planWave()
  const { body } = await world.get('/projects/service/waves/new', { as: 'coordinator' })
  expect(body).toMatch(/value="baseline" disabled/)
  expect(body).toMatch(/value="midterm" checked/)
  expect((await plan(right)).statusCode).toBe(422)
})

test('opening says first how many will be mailed; then everybody is invited once and the sender is woken', async () => {
  world.addPeople(3)
  const wave = world.planWave()
  expect(await show(wave)).toContain('Öppna och skicka 3 brev')
  const response = await run(wave, 'opening')
  expect([response.statusCode, response.headers.location]).toEqual([303, `/waves/${wave.id}?done=wave_opened&n=3`])
  expect(countMessages(world.db, wave.id).invitation.queued).toBe(3)
  expect(world.woken()).toBe(1)
  expect(listEvents(world.db, `wave:${wave.id}`)[0]?.actor).toBe(`staff:${world.staff.coordinator.id}`)
})

test('opening twice, from two windows, invites once', async () => {
  const wave = await openedWave()
  const before = fingerprintDatabase(world.db)
  const response = await run(wave, 'opening')
  expect(response.statusCode).toBe(409)
  expect(response.body).toContain('Mätningen är redan öppnad')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('a wave without participants is not opened', async () => {
  const wave = world.planWave()
  expect(await show(wave)).not.toContain('/opening')
  expect((await run(wave, 'opening')).statusCode).toBe(409)
  expect(findWave(world.db, wave.id)?.openedAt).toBeNull()
})

test('a page reloads itself for those who ask to follow the letters, while there is something to follow', async () => {
  const wave = await openedWave()
  const follow = async () => (await world.get(`/waves/${wave.id}?follow=1`, { as: 'coordinator' })).body
  const page = await show(wave)
  expect(page).not.toContain('http-equiv="refresh"')
  expect(page).toContain(`href="/waves/${wave.id}?follow=1#letters"`)
  expect(await follow()).toContain('<meta http-equiv="refresh" content="5">')
  setLetters('accepted')
  expect(await follow()).not.toContain('http-equiv="refresh"')
  expect(await follow()).toContain('3 av 3 brev är klara')
})

test('reminders go to those who have had their letter, when the time has come, and say how many', async () => {
  const wave = await openedWave()
  setLetters('accepted')
  expect(await show(wave)).toContain('Just nu finns det ingen att påminna.')
  const early = await run(wave, 'reminders')
  expect(early.headers.location).toBe(`/waves/${wave.id}?done=reminders_queued&n=0`)
  world.clock.now += 21 * hour
  expect(await show(wave)).toContain('Skicka 3 påminnelser')
  const response = await run(wave, 'reminders')
  expect(response.headers.location).toBe(`/waves/${wave.id}?done=reminders_queued&n=3`)
  expect(countMessages(world.db, wave.id).reminder.queued).toBe(3)
  expect(world.woken()).toBe(2)
})

test('a wave that is not open sends no reminders and cannot be closed', async () => {
  world.addPeople(1)
  const wave = world.planWave()
  const before = fingerprintDatabase(world.db)
  for (const deed of ['reminders', 'closing', 'retries']) expect((await run(wave, deed)).statusCode).toBe(409)
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('closing closes, once', async () => {
  const wave = await openedWave()
  expect((await run(wave, 'closing')).headers.location).toBe(`/waves/${wave.id}?done=wave_closed`)
  const closedAt = findWave(world.db, wave.id)?.closedAt
  world.clock.now += hour
  expect((await run(wave, 'closing')).statusCode).toBe(303)
  expect(findWave(world.db, wave.id)?.closedAt).toBe(closedAt)
  expect(await show(wave)).not.toContain('/closing')
})

test('an uncertain letter waits for a decision, shows no name, and is decided once', async () => {
  const wave = await openedWave()
  setLetters('accepted')
  setLetters('unknown', '<b>timeout</b> after data', 1)
  const page = await show(wave)
  expect(page).toContain('d…@kommun.example')
  expect(page).not.toMatch(/Deltagare 1|deltagare1@/)
  expect(page).toContain('&lt;b&gt;timeout&lt;/b&gt;')
  const [, letter] = page.match(/letters\/([\w-]+)\/resolution/) ?? []
  const again = await run(wave, `letters/${letter}/resolution`, { decision: 'requeue' })
  expect(again.headers.location).toBe(`/waves/${wave.id}?done=letter_requeued`)
  expect(countMessages(world.db, wave.id).invitation).toMatchObject({ queued: 1, accepted: 2, unknown: 0 })
  const before = fingerprintDatabase(world.db)
  const late = await run(wave, `letters/${letter}/resolution`, { decision: 'sent' })
  expect(late.headers.location).toBe(`/waves/${wave.id}?done=letter_settled`)
  expect(fingerprintDatabase(world.db)).toBe(before)
  expect((await run(wave, `letters/${letter}/resolution`, { decision: 'burn' })).statusCode).toBe(400)
})

test('a letter may be counted as sent; nothing is sent then', async () => {
  const wave = await openedWave(1)
  setLetters('unknown')
  const woken = world.woken()
  const [, letter] = (await show(wave)).match(/letters\/([\w-]+)\/resolution/) ?? []
  await run(wave, `letters/${letter}/resolution`, { decision: 'sent' })
  expect(countMessages(world.db, wave.id).invitation).toMatchObject({ accepted: 1, unknown: 0 })
  expect(world.woken()).toBe(woken)
})

test('a letter is decided on its own wave only', async () => {
  const wave = await openedWave(1)
  setLetters('unknown')
  const other = world.planWave('endline')
  const [, letter] = (await show(wave)).match(/letters\/([\w-]+)\/resolution/) ?? []
  expect((await run(other, `letters/${letter}/resolution`, { decision: 'sent' })).statusCode).toBe(404)
  expect(countMessages(world.db, wave.id).invitation.unknown).toBe(1)
})

test('letters that were refused can be tried again, and paused mail resumed', async () => {
  const wave = await openedWave()
  setLetters('failed', '550 no such user')
  pauseMail(world.db, 'refused_in_row', 'system', world.clock.now)
  const page = await show(wave)
  expect(page).toContain('Utskicken är pausade')
  expect(page).toContain('550 no such user')
  expect((await run(wave, 'retries')).headers.location).toBe(`/waves/${wave.id}?done=letters_requeued&n=3`)
  expect((await run(wave, 'mail-resumption')).statusCode).toBe(303)
  expect(await show(wave)).not.toContain('Utskicken är pausade')
})

test('answers are counted by municipality, and a process leader sees the own one alone', async () => {
  world.addPeople(2)
  world.addPeople(4, ljungby)
  const wave = world.planWave()
  await run(wave, 'opening')
  const all = await show(wave)
  expect(all).toMatch(/<dt>Inbjudna<\/dt><dd>6<\/dd>/)
  expect(all).toContain('<th scope="row">Ljungby</th>')
  const own = await show(wave, 'process_leader')
  expect(own).toMatch(/<dt>Inbjudna<\/dt><dd>2<\/dd>/)
  expect(own).not.toContain('Ljungby')
  expect(own).not.toContain('id="letters"')
  expect(own).not.toContain('/closing')
})

test('a researcher sees the turnout, and neither letters nor municipalities', async () => {
  const wave = await openedWave()
  const page = await show(wave, 'researcher')
  expect(page).toMatch(/<dt>Inbjudna<\/dt><dd>3<\/dd>/)
  expect(page).not.toContain('id="letters"')
  expect(page).not.toContain('<th scope="row">Flen</th>')
})
