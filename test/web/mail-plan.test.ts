import { afterEach, expect, test } from 'vitest'
import { makeDueMailings } from '#store/due-mailings.ts'
import { findMailPace } from '#store/mail-pace.ts'
import { pauseMail } from '#store/mail-pause.ts'
import { queueReminders } from '#store/messages.ts'
import { openByMail } from '#store/opening.ts'
import { listPlan } from '#store/planned-mailings.ts'
import { findSendingHours } from '#store/sending-hours.ts'
import { changeWaveDays, closeWave, findWave, type Wave } from '#store/waves.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

const day = 24 * 3_600_000
const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const plannedDays = { opensOn: '2027-03-08', closesOn: '2027-04-30' }

/** A wave from 8 March to 30 April that nobody has opened, and so many people. */
async function plannedWave(people = 12): Promise<{ world: World; wave: Wave; url: string }> {
  const world = await makeWorld()
  worlds.push(world)
  if (people > 0) world.addPeople(people)
  const wave = world.planWave()
  changeWaveDays(world.db, wave, plannedDays, 'system', morning)
  return { world, wave: again(world, wave), url: `/waves/${wave.id}/plan` }
}

const again = ({ db }: World, { id }: Wave): Wave => findWave(db, id) as Wave
const good = {
  opensAt: '09:00',
  reminderDays: '7, 14',
  anchor: 'opening',
  closingDays: '2',
  sendAt: '10:00',
  spacing: '3',
}
/** What whoever sees the page says to have seen. */
const seenIn = (body: string): string => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''
const planOf = ({ db }: World, wave: Wave) =>
  listPlan(db, wave).map(({ kind, dueAt }) => [kind, new Date(dueAt).toISOString().slice(0, 16)])

test('a plan is suggested, and nothing is planned before it is saved', async () => {
  const { world, wave, url } = await plannedWave()
  const { body } = await world.get(url, { as: 'coordinator' })
  expect(body).toContain('value="7, 14"')
  expect(body).toContain('Det här är ett förslag')
  expect(planOf(world, wave)).toEqual([])
})

test('what is saved is shown with its times and how many it is about, and can be stopped', async () => {
  const { world, wave, url } = await plannedWave()
  const saved = await world.post(url, { as: 'coordinator', form: good })
  expect(saved.headers.location).toBe(`${url}?done=plan_saved`)
  expect(planOf(world, wave)).toEqual([
    ['opening', '2027-03-08T08:00'],
    ['reminder', '2027-03-15T09:00'],
    ['reminder', '2027-03-22T09:00'],
    ['closing_soon', '2027-04-28T08:00'],
  ])
  const { body } = await world.get(url, { as: 'coordinator' })
  expect(body).toContain('8 mars 2027 kl. 09:00')
  expect(body).toContain('Om inget ändras: 12 personer')
  expect(body).toContain('value="7, 14"')
  await world.post(`${url}/stop`, { as: 'coordinator' })
  expect(planOf(world, wave)).toEqual([])
})

test('what was done and what was missed is told, with the reason; the form has what is left', async () => {
  const { world, wave, url } = await plannedWave()
  await world.post(url, { as: 'coordinator', form: good })
  makeDueMailings(world.db, Date.UTC(2027, 2, 8, 10), () => undefined)
  makeDueMailings(world.db, Date.UTC(2027, 2, 19), () => undefined)
  world.clock.now = Date.UTC(2027, 2, 19)
  const { body } = await world.get(url, { as: 'coordinator' })
  expect(body).toContain('Gjort: 12 brev')
  expect(body).toContain('Gjort senare än planerat, 8 mars 2027 kl. 11:00')
  expect(body).toContain('servern var avstängd i mer än tre dygn')
  expect(body).toContain('value="14"')
  expect(again(world, wave).openedAt).toBe(Date.UTC(2027, 2, 8, 10))
})

test('while mail is paused, what is due says that it waits', async () => {
  const { world, url } = await plannedWave()
  await world.post(url, { as: 'coordinator', form: good })
  pauseMail(world.db, 'refused_in_row', 'system', morning)
  world.clock.now = Date.UTC(2027, 2, 8, 9)
  expect((await world.get(url, { as: 'coordinator' })).body).toContain('Väntar: alla utskick är pausade')
})

test.each([
  [{ opensAt: '25:00' }, 'Skriv när mätningen ska öppnas, som 09:00.'],
  [{ reminderDays: '7; x' }, 'Skriv hela tal mellan 1 och 365'],
  [{ reminderDays: '1,5,9,13,17,21' }, 'Högst 5 påminnelser'],
  [{ reminderDays: '14, 7' }, 'Skriv dagarna i ordning'],
  [{ reminderDays: '7, 9' }, 'Det ska gå minst 3 dagar mellan'],
  [{ reminderDays: '60' }, 'Den 7 maj 2027 är efter mätningens sista dag, den 30 april 2027.'],
  [{ closingDays: '-1' }, 'Sista påminnelsen: skriv ett helt tal från 0 till 3.'],
  [{ closingDays: '4' }, 'Sista påminnelsen: skriv ett helt tal från 0 till 3.'],
  [{ sendAt: '' }, 'Skriv när påminnelserna ska läggas på kö, som 09:00.'],
  [{ spacing: '0' }, 'Dagar mellan påminnelser: skriv ett helt tal från 1 till 30.'],
])('%j is not saved: %s', async (change, message) => {
  const { world, wave, url } = await plannedWave()
  const response = await world.post(url, { as: 'coordinator', form: { ...good, ...change } })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain(message)
  for (const typed of Object.values(change)) if (typed) expect(response.body).toContain(`value="${typed}"`)
  expect(planOf(world, wave)).toEqual([])
})

test('of a wave of a few days the last reminder is not planned for its first', async () => {
  const { world, wave, url } = await plannedWave()
  changeWaveDays(world.db, wave, { opensOn: '2027-03-08', closesOn: '2027-03-10' }, 'system', morning)
  const form = { ...good, reminderDays: '', closingDays: '2' }
  const response = await world.post(url, { as: 'coordinator', form })
  expect(response.body).toContain('Den 8 mars 2027 har redan passerat, eller ligger inte efter mätningens första dag.')
  expect((await world.post(url, { as: 'coordinator', form: { ...form, closingDays: '1' } })).statusCode).toBe(303)
})

test('nothing is planned for a time that has passed, nor for a wave that is closed', async () => {
  const { world, wave, url } = await plannedWave()
  world.clock.now = Date.UTC(2027, 2, 8, 8)
  const late = await world.post(url, { as: 'coordinator', form: good })
  expect(late.body).toContain('Den tiden har redan passerat')
  openByMail(world.db, wave, 'system', morning + 7 * day)
  world.clock.now = morning + 20 * day
  const past = await world.post(url, { as: 'coordinator', form: { ...good, reminderDays: '7' } })
  expect(past.body).toContain('Den 15 mars 2027 har redan passerat')
  closeWave(world.db, wave.id, 'system', morning + 20 * day)
  await world.post(url, { as: 'coordinator', form: good })
  expect(planOf(world, again(world, wave))).toEqual([])
  expect((await world.get(url, { as: 'coordinator' })).body).not.toContain('<form method="post" action="/waves/')
})

test('what comes after the last day is said never to be sent, on the plan and beside the days', async () => {
  const { world, wave, url } = await plannedWave()
  const days = `/waves/${wave.id}/days`
  await world.post(url, { as: 'coordinator', form: { ...good, opensAt: '', reminderDays: '7, 20', closingDays: '' } })
  expect((await world.get(days, { as: 'coordinator' })).body).not.toContain('efter sista dagen')
  const shorter = { opensOn: '2027-03-08', closesOn: '2027-03-20' }
  const check = await world.post(days, { as: 'coordinator', form: shorter })
  expect(check.body).toContain('28 mars 2027 kl. 10:00<br>Skickas inte: det är efter sista dagen.')
  expect(check.body).not.toContain('15 mars')
  expect(again(world, wave)).toMatchObject(plannedDays)
  await world.post(days, { as: 'coordinator', form: { ...shorter, seen: seenIn(check.body) } })
  expect(again(world, wave)).toMatchObject(shorter)
  const { body } = await world.get(url, { as: 'coordinator' })
  expect(body.match(/Om inget ändras: 12 personer/g)).toHaveLength(1)
  expect(body.match(/Efter mätningens sista dag: skickas inte\./g)).toHaveLength(1)
  expect((await world.get(days, { as: 'coordinator' })).body).toContain('Påminnelse, 28 mars 2027 kl. 10:00')
})

test('days that open the wave at once are asked about once more, with how many letters go', async () => {
  const { world, wave, url } = await plannedWave()
  const days = `/waves/${wave.id}/days`
  const lead = async () => (await world.get(days, { as: 'coordinator' })).body
  expect(await lead()).toContain('Ingenting skickas när du ändrar dagarna.')
  await world.post(url, { as: 'coordinator', form: { ...good, opensAt: '08:00' } })
  expect(await lead()).not.toContain('Ingenting skickas')
  expect(await lead()).toContain('öppnas av sig själv den första dagen kl. 08:00, och brev går då till 12 personer.')
  // To come still: nothing to ask about.
  const form = { opensOn: '2027-03-02', closesOn: '2027-04-30' }
  expect((await world.post(days, { as: 'coordinator', form })).statusCode).toBe(303)
  const now = { ...form, opensOn: '2027-03-01' }
  const check = await world.post(days, { as: 'coordinator', form: now })
  expect(check.body).toContain('så mätningen öppnas direkt och 12 brev skickas.')
  expect(check.body).toContain('Spara och öppna, skicka 12 brev')
  const back = await world.post(days, { as: 'coordinator', form: { ...now, back: 'yes' } })
  expect(back.body).toContain('value="2027-03-01"')
  expect(again(world, wave)).toMatchObject(form)
  const letters = () => makeDueMailings(world.db, world.clock.now, () => undefined)
  expect(letters()).toEqual([])
  await world.post(days, { as: 'coordinator', form: { ...now, seen: seenIn(check.body) } })
  expect(again(world, wave)).toMatchObject(now)
  expect(letters()).toEqual([{ waveId: wave.id, kind: 'opening', ordinal: 1, outcome: { letters: 12 } }])
})

test.each([
  ['more than three days ago', '2027-02-20', 12, 'Blir inte av: tiden var för mer än tre dygn sedan.'],
  ['and nobody to open for', '2027-03-01', 0, 'Blir inte av: projektet har inga deltagare.'],
])('an opening that days move to %s is said not to happen', async (_, opensOn, people, words) => {
  const { world, wave, url } = await plannedWave(people)
  await world.post(url, { as: 'coordinator', form: { ...good, opensAt: '08:00' } })
  const form = { opensOn, closesOn: '2027-04-30' }
  const { body } = await world.post(`/waves/${wave.id}/days`, { as: 'coordinator', form })
  expect(body).toContain(words)
  expect(body).not.toContain('Spara och öppna')
})

test('a last reminder that a nearer last day makes due at once is asked about', async () => {
  const { world, wave, url } = await plannedWave()
  openByMail(world.db, wave, 'system', morning)
  await world.post(url, { as: 'coordinator', form: { ...good, reminderDays: '' } })
  world.clock.now = morning + 10 * day
  const form = { closesOn: '2027-03-12' }
  const { body } = await world.post(`/waves/${wave.id}/days`, { as: 'coordinator', form })
  expect(body).toContain('10 mars 2027 kl. 10:00<br>Tiden har redan varit, så brevet läggs på kö direkt')
})

test('a last reminder that becomes due the day after a reminder by hand is said to be passed over, and is', async () => {
  const { world, wave, url } = await plannedWave()
  openByMail(world.db, wave, 'system', morning)
  world.db.$client.prepare(`update messages set state = 'accepted'`).run()
  await world.post(url, { as: 'coordinator', form: { ...good, reminderDays: '' } })
  expect(queueReminders(world.db, wave.id, 'system', morning + 9 * day)).toBe(12)
  world.clock.now = morning + 10 * day
  const form = { closesOn: '2027-03-12' }
  const { body } = await world.post(`/waves/${wave.id}/days`, { as: 'coordinator', form })
  expect(body).toContain('10 mars 2027 kl. 10:00<br>Hoppas över: en påminnelse har nyss skickats, eller skickas nu.')
  expect(body).not.toContain('läggs på kö direkt')
  await world.post(`/waves/${wave.id}/days`, { as: 'coordinator', form: { ...form, seen: seenIn(body) } })
  expect(makeDueMailings(world.db, world.clock.now, () => undefined)).toMatchObject([
    { kind: 'closing_soon', outcome: { reason: 'recently_reminded' } },
  ])
})

test('the wave’s own page tells what happens by itself next, and why it waits or did not happen', async () => {
  const { world, wave, url } = await plannedWave()
  const shown = async () => (await world.get(`/waves/${wave.id}`, { as: 'coordinator' })).body
  expect(await shown()).not.toContain('av sig själv')
  await world.post(url, { as: 'coordinator', form: good })
  expect(await shown()).toContain('Öppnas av sig själv 8 mars 2027 kl. 09:00.')
  world.clock.now = Date.UTC(2027, 2, 8, 9)
  pauseMail(world.db, 'refused_in_row', 'system', morning)
  expect(await shown()).toContain('8 mars 2027 kl. 09:00.</strong> Väntar: alla utskick är pausade.')
  makeDueMailings(world.db, Date.UTC(2027, 2, 12), () => 'mail_paused')
  world.clock.now = Date.UTC(2027, 2, 12)
  expect(await shown()).toContain('utskicken var pausade i mer än tre dygn')
  openByMail(world.db, again(world, wave), 'system', world.clock.now)
  expect(await shown()).toContain('Nästa påminnelse läggs på kö av sig själv 19 mars 2027 kl. 10:00.')
})

test('hours and pace are for those who run waves', async () => {
  const { world } = await plannedWave()
  for (const person of ['process_leader', 'economist', 'evaluator', 'researcher'] as const)
    expect([person, (await world.get('/mail/hours', { as: person })).statusCode]).toEqual([person, 403])
  expect((await world.post('/mail/hours')).statusCode).toBe(401)
})

test('hours and pace are set for all projects, and said in words', async () => {
  const { world } = await plannedWave()
  const form = { days: ['1', '2', '5'], from: '8:00', to: '17:00', connections: '2', perMinute: '60', perDomain: '' }
  await world.post('/mail/hours', { as: 'coordinator', form })
  expect(findSendingHours(world.db)).toEqual({ days: [1, 2, 5], from: 480, to: 1020 })
  expect(findMailPace(world.db)).toEqual({ connections: 2, perMinute: 60, perDomain: null })
  const { body } = await world.get('/mail/hours', { as: 'coordinator' })
  expect(body).toContain('Brev går ut måndag, tisdag och fredag klockan 08:00–17:00.')
  const week = { ...form, days: ['1', '2', '3', '4', '5', '6', '7'], from: '00:00', to: '24:00' }
  await world.post('/mail/hours', { as: 'admin', form: week })
  expect(findSendingHours(world.db)).toBeUndefined()
})

test.each([
  [{ days: [] }, 'Kryssa för minst en dag.'],
  [{ to: '07:00' }, 'senare än den tidigaste'],
  [{ connections: '3' }, 'Brev samtidigt: skriv 1 eller 2.'],
  [{ perDomain: '0' }, 'Brev till samma domän: skriv ett helt tal från 1'],
])('hours %j are not saved: %s', async (change, message) => {
  const { world } = await plannedWave()
  const form = { days: ['1'], from: '08:00', to: '17:00', connections: '1', perMinute: '', perDomain: '', ...change }
  const response = await world.post('/mail/hours', { as: 'admin', form })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain(message)
  expect(findSendingHours(world.db)).toBeUndefined()
})
