import { afterAll, beforeAll, expect, test } from 'vitest'
import { startingFacts } from '#reporting.ts'
import { askForJob, type Job } from '#store/jobs.ts'
import { createReport } from '#store/reports.ts'
import { openWave, type Wave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { makeWorld, morning, type Person, people, type World } from '../support/world.ts'

let world: World
let wave: Wave
let running: Wave
let job: Job

beforeAll(async () => {
  world = await makeWorld()
  world.addPeople(3)
  wave = world.planWave()
  running = world.planWave('midterm')
  openWave(world.db, running, 'system', morning)
  const { db, project } = world
  const facts = { ...startingFacts(db, project) }
  createReport(db, { projectId: project.id, kind: 'interim', cutId: null }, facts, 'system', morning)
  const file = { report: 1, language: 'sv', format: 'pdf' }
  job = askForJob(
    db,
    { projectId: project.id, kind: 'report', params: file, language: 'sv', fileName: 'report.pdf' },
    'system',
    morning,
  )
})
afterAll(() => world.close())

const everyone = Object.keys(people) as Person[]
const runners: Person[] = ['admin', 'coordinator']
const writers: Person[] = ['admin', 'coordinator', 'economist']
const importers: Person[] = ['admin', 'coordinator', 'process_leader']
const readers = everyone.filter((person) => person !== 'stranger')

/** Addresses within the project, and who may come in. Everybody else of the project is refused. */
const pages = (): [url: string, welcome: readonly Person[]][] => [
  ['/projects/service', readers],
  [`/waves/${wave.id}`, readers],
  [`/waves/${wave.id}/questionnaire`, readers],
  ['/projects/service/details', runners],
  ['/projects/service/municipalities', runners],
  ['/projects/service/information', runners],
  ['/projects/service/waves/new', runners],
  [`/waves/${wave.id}/letters/invitation`, runners],
  [`/waves/${wave.id}/days`, runners],
  [`/waves/${wave.id}/removal`, runners],
  [`/waves/${wave.id}/opening`, runners],
  [`/waves/${wave.id}/plan`, runners],
  [`/waves/${wave.id}/preflight`, runners],
  [`/waves/${running.id}/closing`, runners],
  [`/waves/${running.id}/paper`, runners],
  ['/projects/service/participants/import', importers],
  ['/projects/service/participants/example.csv', importers],
  ['/projects/service/outbox', runners],
  [`/projects/service/waves/${wave.id}/import`, runners],
  ['/projects/service/reports', readers],
  ['/projects/service/reports/1', readers],
  ['/projects/service/reports/logos', readers],
  ['/projects/service/reports/1/cover', writers],
  ['/projects/service/reports/1/targets', writers],
  ['/projects/service/reports/1/finance', writers],
  ['/projects/service/reports/1/parts/summary/sv', writers],
  ['/projects/service/jobs', readers],
  [`/projects/service/jobs/${job.id}`, readers],
]

const deeds = (): [url: string, welcome: readonly Person[]][] => [
  ['/projects', ['admin']],
  ['/projects/service/details', runners],
  ['/projects/service/municipalities', runners],
  ['/projects/service/information', runners],
  ['/projects/service/waves', runners],
  [`/waves/${wave.id}/days`, runners],
  [`/waves/${wave.id}/removal`, runners],
  ['/projects/service/participants/import', importers],
  [`/projects/service/waves/${wave.id}/import`, runners],
  [`/waves/${wave.id}/opening`, runners],
  [`/waves/${running.id}/paper/print`, runners],
  [`/waves/${wave.id}/plan`, runners],
  [`/waves/${wave.id}/plan/stop`, runners],
  [`/waves/${wave.id}/preflight`, runners],
  [`/waves/${wave.id}/preflight/vouching`, runners],
  [`/waves/${wave.id}/reminders`, runners],
  [`/waves/${wave.id}/retries`, runners],
  [`/waves/${wave.id}/mail-resumption`, runners],
  [`/waves/${wave.id}/closing`, runners],
  [`/waves/${wave.id}/letters/nothing/resolution`, runners],
  ['/projects/service/reports', writers],
  ['/projects/service/reports/1/cut', writers],
  ['/projects/service/reports/1/cover', writers],
  ['/projects/service/reports/1/targets', writers],
  ['/projects/service/reports/1/finance', writers],
  ['/projects/service/reports/1/parts/summary/sv', writers],
  ['/projects/service/reports/logos', writers],
  ['/projects/service/reports/logos/nothing/removal', writers],
  ['/projects/service/jobs', readers],
  [`/projects/service/jobs/${job.id}/file`, readers],
  [`/projects/service/jobs/${job.id}/cancellation`, readers],
  [`/projects/service/jobs/${job.id}/again`, readers],
]

const elsewhere = (url: string) =>
  url.replace('service', 'nowhere').replace(wave.id, 'nothing').replace(running.id, 'nothing')

test('whoever is not signed in is shown the way in, and gets nothing done', async () => {
  for (const [url] of [['/projects'], ['/projects/new'], ...pages()] as [string][]) {
    const response = await world.get(url)
    expect([url, response.statusCode, response.headers.location]).toEqual([url, 303, '/session'])
  }
  for (const [url] of deeds()) expect([url, (await world.post(url)).statusCode]).toEqual([url, 401])
})

test('each role is let in where the table of rights says so, and nowhere else', async () => {
  for (const [url, welcome] of pages())
    for (const person of readers) {
      const { statusCode } = await world.get(url, { as: person })
      expect([url, person, statusCode]).toEqual([url, person, welcome.includes(person) ? 200 : 403])
    }
  for (const [url, welcome] of deeds())
    for (const person of readers.filter((reader) => !welcome.includes(reader))) {
      const { statusCode } = await world.post(url, { as: person })
      expect([url, person, statusCode]).toEqual([url, person, 403])
    }
})

test('a project of others looks exactly like one that does not exist', async () => {
  for (const [url] of pages()) {
    const [theirs, nobodys] = [
      await world.get(url, { as: 'stranger' }),
      await world.get(elsewhere(url), { as: 'stranger' }),
    ]
    expect([url, theirs.statusCode, nobodys.statusCode]).toEqual([url, 404, 404])
    expect(theirs.body).toBe(nobodys.body)
  }
  for (const [url] of deeds().slice(1)) {
    expect([url, (await world.post(url, { as: 'stranger' })).statusCode]).toEqual([url, 404])
    expect([url, (await world.post(elsewhere(url), { as: 'admin' })).statusCode]).toEqual([url, 404])
  }
})

test('a wave is found under its own project only', async () => {
  const url = `/projects/annat/waves/${wave.id}/import`
  expect((await world.get(url, { as: 'admin' })).statusCode).toBe(404)
})

test('looking at any page, in either language, changes nothing', async () => {
  const cookie = world.signIn('admin')
  const before = fingerprintDatabase(world.db)
  for (const [url] of [['/'], ['/session'], ['/setup'], ['/projects'], ['/projects/new'], ...pages()] as [string][])
    for (const method of ['GET', 'HEAD'] as const)
      for (const language of ['sv', 'en']) {
        const response = await world.app.inject({ method, url: `${url}?lang=${language}`, headers: { cookie } })
        expect(response.statusCode).toBeLessThan(400)
      }
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('no page shows a word of the programming language', async () => {
  for (const [url] of [['/projects'], ['/projects/new'], ...pages()] as [string][])
    for (const language of ['sv', 'en']) {
      const { body } = await world.get(`${url}?lang=${language}`, { as: 'admin' })
      expect(body).not.toMatch(/undefined|NaN|\[object|=>/)
    }
})

test('every page has one main heading, and says its language', async () => {
  for (const [url] of pages().filter(([page]) => !page.endsWith('.csv'))) {
    const { body } = await world.get(`${url}?lang=en`, { as: 'admin' })
    expect([url, body.match(/<h1/g)?.length]).toEqual([url, 1])
    expect(body).toContain('<html lang="en">')
  }
})

test('what another website sends is refused, whoever is signed in, and nothing happens', async () => {
  const before = { cookie: world.signIn('admin') }
  const fingerprint = fingerprintDatabase(world.db)
  for (const [url] of [['/demo'], ['/setup'], ['/session'], ['/session/end'], ...deeds()] as [string][])
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
    ]) {
      const response = await world.post(url, { headers: { ...before, ...headers } })
      expect([url, response.statusCode]).toEqual([url, 403])
    }
  expect(fingerprintDatabase(world.db)).toBe(fingerprint)
})

test('a session ends after a working day', async () => {
  const cookie = world.signIn('coordinator')
  const ask = () => world.get('/projects', { headers: { cookie } })
  expect((await ask()).statusCode).toBe(200)
  world.clock.now += 12 * 3_600_000 + 1
  expect((await ask()).statusCode).toBe(303)
})
