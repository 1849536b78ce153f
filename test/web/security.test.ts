// What the edge of the server promises, whatever page is asked for.
import { PassThrough } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff } from '#store/staff.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { flen, makeWorld, morning, type World } from '../support/world.ts'

const open: World[] = []
async function world(settings: Readonly<Record<string, string>> = {}): Promise<World> {
  const made = await makeWorld({ settings })
  open.push(made)
  return made
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

test('a role in one municipality opens no wave, no letter and no answer of the whole project', async () => {
  const { app, db, project, planWave, addPeople } = await world()
  addPeople(6, flen)
  const wave = planWave()
  const only = (role: 'coordinator' | 'researcher' | 'economist') => {
    const grants = [{ role, projectId: project.id, municipalityCode: flen.code }]
    const account = { email: `${role}@flen.example`, name: role, passwordHash: 'none', language: 'sv' as const, grants }
    return { cookie: `session=${startSession(db, addStaff(db, account, 'system', morning).id, morning)}` }
  }
  const coordinator = only('coordinator')
  const researcher = only('researcher')
  const before = fingerprintDatabase(db)
  const status = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>) =>
    (await app.inject({ method, url, headers })).statusCode
  expect(await status('POST', `/waves/${wave.id}/opening`, coordinator)).toBe(403)
  expect(await status('GET', '/projects/service/outbox', coordinator)).toBe(403)
  expect(await status('POST', '/projects/service/research', researcher)).toBe(403)
  expect(fingerprintDatabase(db)).toBe(before)
  // What is done per municipality they may begin, and results are for all.
  expect(await status('GET', '/projects/service/participants/import', coordinator)).toBe(200)
  expect(await status('GET', '/projects/service/results', researcher)).toBe(200)
})

test('behind a proxy, a made-up address in front changes nothing for the limit on tries', async () => {
  const { app } = await world({ TRUST_PROXY: '1' })
  const tryAs = (made: number) =>
    app.inject({
      method: 'POST',
      url: '/session',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `10.0.0.${made}, 192.0.2.7` },
      payload: 'email=astrid%40example.org&password=wrong',
    })
  const statuses: number[] = []
  for (let made = 0; made < 15; made += 1) statuses.push((await tryAs(made)).statusCode)
  expect(statuses.at(-1)).toBe(429)
})

test.each(['/s/', '/S/', '/%73/', '//s/', '/quiet/'])('a link never reaches the log, written as %s', async (start) => {
  const { db, identity, config } = await world()
  let logged = ''
  const stream = new PassThrough()
  stream.on('data', (chunk: Buffer) => {
    logged += chunk.toString()
  })
  const app = await buildApp({
    db,
    identity,
    config: { ...config, logLevel: 'debug' },
    judgements: new Map(),
    now: () => morning,
    wakeSender() {},
    wakeJobs() {},
    logTo: stream,
  })
  await app.inject(`${start}AbCdEfGhIjKlMnOpQrStUv/2`)
  await app.close()
  expect(logged).toContain('request completed')
  expect(logged).not.toContain('AbCdEfGhIjKlMnOpQrStUv')
})

test.each(['TRACE', 'PROPFIND', 'DELETE', 'PUT'] as const)('%s does nothing anywhere', async (method) => {
  const { app, db, signIn } = await world()
  const cookie = signIn('admin')
  const before = fingerprintDatabase(db)
  for (const url of ['/', '/projects', '/projects/service', '/session'])
    expect((await app.inject({ method: method as 'GET', url, headers: { cookie } })).statusCode).toBeGreaterThanOrEqual(
      400,
    )
  expect(fingerprintDatabase(db)).toBe(before)
})

test('a body that is too large, or of a kind no form has, is refused with a page', async () => {
  const { app } = await world()
  const send = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/session', headers: { 'content-type': type }, payload })
  const large = await send(`email=${'a'.repeat(300_000)}`, 'application/x-www-form-urlencoded')
  expect([large.statusCode, large.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8'])
  for (const type of ['text/xml', 'text/plain;', 'application/json', 'application/x-unknown']) {
    const { statusCode, headers } = await send('<a/>', type)
    expect([statusCode, headers['content-type']]).toEqual([415, 'text/html; charset=utf-8'])
  }
})
