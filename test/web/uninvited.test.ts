import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDueMailings } from '#store/due-mailings.ts'
import { countMessages } from '#store/messages.ts'
import { changePlan, listPlan, type NewMailing } from '#store/planned-mailings.ts'
import { changeWaveDays, findWave, openWave, type Wave } from '#store/waves.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

const minute = 60_000
const day = 24 * 60 * minute

let world: World
let wave: Wave
/** Three people with addresses wait for their letters, when ten answers on paper are read in and open the wave. */
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(3)
  wave = world.planWave()
  changeWaveDays(world.db, wave, { ...wave, opensOn: '2027-03-10' }, 'system', morning)
})
afterEach(() => world.close())

const answers = ['id;kommun;aktörsgrupp;D1', ...Array.from({ length: 10 }, (_, at) => `${at + 1};Flen;LUG;3`)].join(
  '\n',
)
const readIn = () =>
  world.post(`/projects/service/waves/${wave.id}/import`, {
    as: 'coordinator',
    multipart: { text: answers, confirm: 'yes' },
  })
const see = async (path = '') => (await world.get(`/waves/${wave.id}${path}`, { as: 'coordinator' })).body
const press = () => world.post(`/waves/${wave.id}/invitations`, { as: 'coordinator' })
const invitations = () => countMessages(world.db, wave.id).invitation
const look = () => makeDueMailings(world.db, world.clock.now, () => undefined)

const at = (minutes: number) => ({ minutes, spacing: 0 })
const opening: NewMailing = { kind: 'opening', anchor: 'opening', days: 0, ...at(8 * 60) }
const reminder: NewMailing = { kind: 'reminder', anchor: 'opening', days: 7, ...at(9 * 60) }

test('people of a wave that answers opened are invited with one press that says how many, and nobody twice', async () => {
  await readIn()
  expect(await see()).toContain('Skicka inbjudan till 3 personer')
  expect((await press()).headers.location).toBe(`/waves/${wave.id}?done=invitations_queued&n=3`)
  expect(invitations().queued).toBe(3)
  expect(world.woken()).toBe(1)
  expect(await see()).not.toContain('Skicka inbjudan till')
  expect((await press()).headers.location).toBe(`/waves/${wave.id}?done=invitations_queued&n=0`)
  expect(invitations().queued).toBe(3)
})

test('the look before a mailing and the plan say that they are not invited, and promise them no reminder', async () => {
  changePlan(world.db, wave.id, [reminder], 'system', morning)
  await readIn()
  const preflight = await see('/preflight')
  expect(preflight).toContain('3 personer: har inte fått någon inbjudan än')
  expect(preflight).not.toContain('har fått brev det senaste dygnet')
  const before = await see('/plan')
  expect(before).toContain('3 personer i mätningen har inte fått något brev')
  expect(before).toContain('Om inget ändras: 0 personer')
  await press()
  const after = await see('/plan')
  expect(after).not.toContain('har inte fått något brev')
  expect(after).toContain('Om inget ändras: 3 personer')
})

test('people who came in after the opening are said to have done so', async () => {
  openWave(world.db, wave, 'system', morning)
  world.addPeople(2)
  expect(await see('/preflight')).toContain('2 personer: kom med efter att mätningen öppnades')
})

test('an opening that was planned invites at its time whom the answers left without a letter; reminders count from it', async () => {
  changePlan(world.db, wave.id, [opening, reminder], 'system', morning)
  await readIn()
  const plan = await see('/plan')
  expect(plan).toContain('Inbjudan skickas till dem som inte har fått den')
  expect(plan).not.toContain('har inte fått något brev')
  expect(plan.match(/Om inget ändras: 3 personer/g)).toHaveLength(2)
  expect(await see()).toContain('Inbjudan läggs på kö av sig själv 10 mars 2027 kl. 08:00')
  expect(look()).toEqual([])
  world.clock.now = morning + 9 * day
  expect(look()).toMatchObject([{ kind: 'opening', outcome: { letters: 3 } }])
  expect(invitations().queued).toBe(3)
  const [, next] = listPlan(world.db, findWave(world.db, wave.id) as Wave)
  expect(new Date(next?.dueAt ?? 0).toISOString()).toBe('2027-03-17T08:00:00.000Z')
})

test('the planned opening is not needed where somebody has pressed the button before', async () => {
  changePlan(world.db, wave.id, [opening], 'system', morning)
  await readIn()
  await press()
  expect(look()).toMatchObject([{ outcome: { reason: 'already_open' } }])
  expect(invitations().queued).toBe(3)
})

test('saving the plan of a wave that answers opened keeps the invitation that is to come', async () => {
  changePlan(world.db, wave.id, [opening], 'system', morning)
  await readIn()
  const form = { opensAt: '11:00', reminderDays: '', anchor: 'opening', closingDays: '', sendAt: '09:00', spacing: '3' }
  const saved = await world.post(`/waves/${wave.id}/plan`, { as: 'coordinator', form })
  expect(saved.headers.location).toBe(`/waves/${wave.id}/plan?done=plan_saved`)
  expect(listPlan(world.db, findWave(world.db, wave.id) as Wave)).toMatchObject([{ kind: 'opening', minutes: 11 * 60 }])
})

test('nobody is invited to a wave that is not open, or while something keeps letters from arriving', async () => {
  expect((await press()).statusCode).toBe(409)
  const blocked = await makeWorld({
    settings: { SMTP_URL: 'smtps://smtp.bygden.example', MAIL_FROM: 'x@bygden.example' },
  })
  try {
    blocked.addPeople(2)
    const open = blocked.planWave()
    openWave(blocked.db, open, 'system', morning)
    const page = (await blocked.get(`/waves/${open.id}`, { as: 'coordinator' })).body
    expect(page).toContain('Inbjudan går att skicka när')
    const refused = await blocked.post(`/waves/${open.id}/invitations`, { as: 'coordinator' })
    expect(refused.headers.location).toBe(`/waves/${open.id}/preflight`)
    expect(countMessages(blocked.db, open.id).invitation.queued).toBe(0)
  } finally {
    await blocked.close()
  }
})
