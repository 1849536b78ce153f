import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Grant } from '#access.ts'
import { startingFacts } from '#reporting.ts'
import { askForJob, type Job } from '#store/jobs.ts'
import { findMailPause, findWavePause, pauseMail, pauseWaveMail } from '#store/mail-pause.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject } from '#store/projects.ts'
import { createReport } from '#store/reports.ts'
import { findSendingHours } from '#store/sending-hours.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff, noPassword } from '#store/staff.ts'
import { createWave, openWave, type Wave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { flen, makeWorld, morning, type Person, people, type World } from '../support/world.ts'

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
  [`/waves/${wave.id}/invitations`, runners],
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

test('how the server sends mail is changed by who runs a real project in all its municipalities, by nobody else', async () => {
  const own = await makeWorld()
  const { db, project } = own
  const programme = { id: 'demo', nameSv: 'Påhittat', nameEn: 'Invented' }
  const names = { slug: 'demo', nameSv: 'Demo', nameEn: 'Demo', organisation: 'Bygden', contactEmail: 'a@b.example' }
  const demo = createProject(db, { programme, ...names, isDemo: true, municipalities: [flen] }, 'system', morning)
  const planned = {
    questionnaireId: 'samverkan',
    questionnaireVersion: 1,
    opensOn: '2027-03-01',
    closesOn: '2027-05-31',
  }
  const theirs = createWave(db, { ...planned, projectId: demo.id, kind: 'baseline' }, 'system', morning)
  const coordinating = (projectId: string, municipalityCode = '*'): Grant => ({
    role: 'coordinator',
    projectId,
    municipalityCode,
  })
  const cookieOf = (name: string, grants: Grant[]) => {
    const account = { name, email: `${name}@bygden.example`, language: 'sv', passwordHash: noPassword, grants } as const
    return `session=${startSession(db, addStaff(db, account, 'system', morning).id, morning)}`
  }
  const inDemo = cookieOf('demo', [coordinating(demo.id)])
  const table: [cookie: string, status: number][] = [
    [cookieOf('whole', [coordinating(project.id)]), 200],
    [cookieOf('every', [coordinating('*')]), 200],
    [cookieOf('both', [coordinating(demo.id), coordinating(project.id)]), 200],
    [cookieOf('one', [coordinating(project.id, '0482')]), 403],
    [cookieOf('two', [coordinating(project.id, '0482'), coordinating(project.id, '0781')]), 403],
    [cookieOf('mixed', [coordinating(demo.id), coordinating(project.id, '0482')]), 403],
    [inDemo, 403],
  ]
  const form = { days: ['1'], from: '03:00', to: '04:00', connections: '1', perMinute: '1', perDomain: '1' }
  for (const [cookie, status] of table) {
    expect((await own.get('/mail/hours', { headers: { cookie } })).statusCode).toBe(status)
    if (status === 403) expect((await own.post('/mail/hours', { headers: { cookie }, form })).statusCode).toBe(403)
  }
  expect(findSendingHours(db)).toBeUndefined()

  for (const part of ['plan', 'preflight'])
    expect((await own.get(`/waves/${theirs.id}/${part}`, { headers: { cookie: inDemo } })).body).not.toContain(
      '/mail/hours',
    )

  // A brake on all mail stays where it is; one on the letters of a wave of the demonstration is its own.
  const invented = {
    email: 'a@b.example',
    municipalityCode: flen.code,
    actorGroup: 'LUG',
    language: 'sv',
    seat: '',
  } as const
  registerParticipants(db, own.identity, demo.id, [{ name: 'Påhittad', ...invented }], 'system', morning)
  openWave(db, theirs, 'system', morning)
  const resume = () => own.post(`/waves/${theirs.id}/mail-resumption`, { headers: { cookie: inDemo } })
  pauseMail(db, 'refused_in_row', 'system', morning)
  expect((await resume()).statusCode).toBe(403)
  expect(findMailPause(db)).toBe('refused_in_row')
  const page = `/waves/${theirs.id}`
  expect((await own.get(page, { headers: { cookie: inDemo } })).body).not.toContain('mail-resumption')
  expect((await own.get(page, { as: 'admin' })).body).toContain('mail-resumption')
  expect((await own.post(`${page}/mail-resumption`, { as: 'admin' })).statusCode).toBe(303)
  pauseWaveMail(db, theirs.id, 'system', morning)
  expect((await resume()).statusCode).toBe(303)
  expect(findWavePause(db, theirs.id)).toBeUndefined()
  await own.close()
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
