import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSender } from '#mail/sender.ts'
import { openTransports } from '#mail/transports.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject } from '#store/projects.ts'
import { createWave } from '#store/waves.ts'
import { makeWorld, motala, type World, type WorldOptions } from '../support/world.ts'

let world: World
const begin = async (options?: WorldOptions) => {
  world = await makeWorld(options)
  world.addPeople(2)
}
beforeEach(() => begin())
afterEach(() => world.close())

async function sendLetters(): Promise<void> {
  const { db, identity, config, clock } = world
  const silent = { info: () => {}, warn: () => {} }
  const sender = startSender({
    db,
    identity,
    transports: openTransports({ smtpUrl: undefined, outboxDir: config.outboxDir }),
    baseUrl: 'http://localhost:3000',
    now: () => clock.now,
    log: silent,
  })
  await sender.settled()
  await sender.stop()
}

async function openWave(): Promise<void> {
  await world.post(`/waves/${world.planWave().id}/opening`, { as: 'coordinator' })
  await sendLetters()
}

const list = () => world.get('/projects/service/outbox', { as: 'coordinator' })
const hrefIn = (body: string) => body.match(/href="(\/projects\/service\/outbox\/[^"]+)"/)?.[1] ?? 'none'

test('letters in the folder are listed, and open with links that can be followed', async () => {
  await openWave()
  const { body } = await list()
  expect(body.match(/deltagare\d@kommun\.example/g)).toHaveLength(2)
  const letter = await world.get(hrefIn(body), { as: 'coordinator' })
  expect(letter.statusCode).toBe(200)
  const [, answer] = letter.body.match(/href="http:\/\/localhost:3000(\/s\/[\w-]{22})"/) ?? []
  const landing = await world.get(answer ?? 'none')
  expect(landing.statusCode).toBe(200)
})

test('the letter as its reader sees it may do nothing but lead on', async () => {
  await openWave()
  const { body } = await list()
  const letter = await world.get(`${hrefIn(body)}/html`, { as: 'coordinator' })
  expect(letter.body).toMatch(/^<!doctype html>/i)
  expect(letter.headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox",
  )
  expect(letter.headers['cache-control']).toBe('no-store')
})

test('a file that is no letter is left out, and no file of anybody else’s is opened', async () => {
  await openWave()
  const [name] = readdirSync(world.config.outboxDir)
  const broken = path.join(world.config.outboxDir, name ?? '')
  rmSync(broken)
  mkdirSync(broken)
  mkdirSync(path.join(world.config.outboxDir, 'stranger@bygden.example.eml'))
  const { statusCode, body } = await list()
  expect([statusCode, body.match(/deltagare\d@kommun\.example/g)?.length]).toEqual([200, 1])
  const href = `/projects/service/outbox/${name?.replace(/\.eml$/, '')}`
  expect((await world.get(href, { as: 'coordinator' })).statusCode).toBe(404)
})

test('addresses are shown in their own letters', async () => {
  const entry = {
    name: 'Åsa',
    email: 'asa@xn--exmpel-cua.se',
    municipalityCode: '0482',
    actorGroup: 'LUG',
    language: 'sv' as const,
    seat: '',
  }
  registerParticipants(world.db, world.identity, world.project.id, [entry], 'system', world.clock.now)
  await openWave()
  const { body } = await list()
  expect(body).toContain('asa@exämpel.se')
  const hrefs = [...body.matchAll(/href="(\/projects\/service\/outbox\/[^"]+)"/g)].map(([, href]) => href ?? '')
  const letters = await Promise.all(hrefs.map((href) => world.get(href, { as: 'coordinator' })))
  expect(letters.filter((letter) => letter.body.includes('asa@exämpel.se'))).toHaveLength(1)
  expect(letters.map((letter) => letter.body).join()).not.toContain('xn--')
})

test('an empty outbox says how letters come into it', async () => {
  expect((await list()).body).toContain('Utkorgen är tom.')
})

test('letters of another project are neither listed nor opened', async () => {
  await openWave()
  const href = hrefIn((await list()).body).replace('service', 'annat')
  const others = await world.get('/projects/annat/outbox', { as: 'stranger' })
  expect(others.body).not.toContain('kommun.example')
  expect((await world.get(href, { as: 'stranger' })).statusCode).toBe(404)
  expect((await world.get(`${href}/html`, { as: 'stranger' })).statusCode).toBe(404)
})

test.each(['..%2F..%2Fkeys%2Fidentity', '%00', 'x'.repeat(150), 'nobody@bygden.example'])(
  'a name that is no letter opens nothing: %s',
  async (name) => {
    await openWave()
    expect((await world.get(`/projects/service/outbox/${name}`, { as: 'coordinator' })).statusCode).toBe(404)
  },
)

test('letters are for those who run the project', async () => {
  await openWave()
  const href = hrefIn((await list()).body)
  for (const as of ['process_leader', 'researcher', 'economist'] as const)
    expect((await world.get(href, { as })).statusCode).toBe(403)
  expect((await world.get(href)).headers.location).toBe('/session')
})

test('with a mail server there is no outbox, but for the demonstration', async () => {
  await world.close()
  await begin({ settings: { SMTP_URL: 'smtp://localhost:2525' } })
  expect((await list()).statusCode).toBe(404)
  expect((await world.get('/projects/service', { as: 'coordinator' })).body).not.toContain('/outbox')
  const demo = createProject(
    world.db,
    {
      programme: { id: 'p', nameSv: 'P', nameEn: 'P' },
      slug: 'visning',
      nameSv: 'Visning',
      nameEn: 'Show',
      organisation: 'Påhittad',
      contactEmail: 'visning@example.org',
      isDemo: true,
      municipalities: [motala],
    },
    'system',
    world.clock.now,
  )
  expect((await world.get('/projects/visning/outbox', { as: 'admin' })).statusCode).toBe(200)
  expect((await world.get('/projects/visning', { as: 'admin' })).body).toContain('/projects/visning/outbox')
  expect(demo.isDemo).toBe(true)
})

test('a name full of markup is shown as text in every view of its letter', async () => {
  const { db, identity, project, clock } = world
  const entry = {
    name: '<img src=x onerror=alert(1)>',
    email: 'elak@kommun.example',
    municipalityCode: '0482',
    actorGroup: 'LUG',
    language: 'sv' as const,
    seat: '',
  }
  registerParticipants(db, identity, project.id, [entry], 'system', clock.now)
  createWave(
    db,
    {
      projectId: project.id,
      kind: 'midterm',
      questionnaireId: 'samverkan',
      questionnaireVersion: 1,
      opensOn: '2027-03-01',
      closesOn: '2027-03-31',
    },
    'system',
    clock.now,
  )
  await openWave()
  const { body } = await list()
  const hrefs = [...body.matchAll(/href="(\/projects\/service\/outbox\/[^"]+)"/g)].map(([, href]) => href ?? '')
  expect(hrefs).toHaveLength(3)
  for (const href of ['/projects/service/outbox', ...hrefs, ...hrefs.map((one) => `${one}/html`)])
    expect((await world.get(href, { as: 'coordinator' })).body).not.toContain('<img src=x')
})
