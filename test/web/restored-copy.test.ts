import { afterEach, beforeEach, expect, test } from 'vitest'
import { findMailPause, pauseMail, silenceCopy } from '#store/mail-pause.ts'
import { openWave } from '#store/waves.ts'
import { makeWorld, morning, type Person, people, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  world.db.transaction((tx) => silenceCopy(tx, morning))
})
afterEach(() => world.close())

test('an administrator of all projects reads what it means that this is a copy, and confirms it', async () => {
  const page = await world.get('/mail/copy', { as: 'admin' })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Får den här kopian skicka e-post?')
  expect(page.body).toContain('Är originalet avstängt?')
  const done = await world.post('/mail/copy', { as: 'admin' })
  expect([done.statusCode, done.headers.location]).toEqual([303, '/mail/copy'])
  expect(findMailPause(world.db)).toBeUndefined()
  expect((await world.get('/mail/copy', { as: 'admin' })).body).toContain('Det finns inget att bekräfta')
})

test.each((Object.keys(people) as Person[]).filter((person) => person !== 'admin'))(
  '%s can neither read nor confirm it',
  async (person) => {
    expect((await world.get('/mail/copy', { as: person })).statusCode).toBe(403)
    expect((await world.post('/mail/copy', { as: person })).statusCode).toBe(403)
    expect(findMailPause(world.db)).toBe('restored_copy')
  },
)

test("resuming the mail of a wave does not lift a copy's silence; its page leads the administrator to what does", async () => {
  world.addPeople(1)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  pauseMail(world.db, 'refused_in_row', 'system', morning)
  await world.post(`/waves/${wave.id}/mail-resumption`, { as: 'coordinator' })
  expect(findMailPause(world.db)).toBe('restored_copy')
  expect((await world.get(`/waves/${wave.id}`, { as: 'admin' })).body).toContain('href="/mail/copy"')
  const forCoordinator = (await world.get(`/waves/${wave.id}`, { as: 'coordinator' })).body
  expect(forCoordinator).toContain('Databasen är en kopia')
  expect(forCoordinator).not.toContain('href="/mail/copy"')
  expect(forCoordinator).not.toContain('mail-resumption')
})
