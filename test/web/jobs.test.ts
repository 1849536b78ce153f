// Files that take their time, as a visitor sees them: asked for, followed, called off, fetched, by those who may.
import { createHash } from 'node:crypto'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { phrasesIn } from '#i18n/phrases.ts'
import { resultPath } from '#jobs/runner.ts'
import { publishCut } from '#publication.ts'
import { foreseeRelease } from '#research/foresee.ts'
import { listEvents } from '#store/events.ts'
import { askForJob, claimNextJob, endJob, findJob, type Job, listJobs, noteProgress } from '#store/jobs.ts'
import { fillProject } from '../support/answers.ts'
import { makeWorld, morning, type Person, people, type World } from '../support/world.ts'

let world: World
const base = '/projects/service/jobs'

beforeEach(async () => {
  world = await makeWorld()
  fillProject(world)
})
afterEach(() => world.close())

const ask = (as: Person = 'evaluator') => world.post(base, { as, form: { kind: 'charts' } })

async function asked(): Promise<Job> {
  await ask()
  const [job] = listJobs(world.db, world.project.id)
  if (!job) throw new Error('no job was asked for')
  return job
}

/** As the runner leaves it. */
async function done(content = 'the file'): Promise<Job> {
  const job = await asked()
  claimNextJob(world.db, morning)
  mkdirSync(world.config.jobsDir, { recursive: true })
  writeFileSync(resultPath(world.config.jobsDir, job.id), content)
  const fileSha256 = createHash('sha256').update(content).digest('hex')
  endJob(world.db, job.id, { state: 'done', fileSize: Buffer.byteLength(content), fileSha256, cutId: null }, morning)
  return job
}

describe('a file', () => {
  test('is asked for once, however often the button is pressed, and leads to its page', async () => {
    const [first, second] = await Promise.all([ask(), ask()])
    expect([first.statusCode, second.headers.location]).toEqual([303, first.headers.location])
    expect(first.headers.location).toMatch(/\/jobs\/[\w-]{16}\?follow=1$/)
    expect(listJobs(world.db, world.project.id)).toHaveLength(1)
  })

  test('shows how far it is: by itself without a script, and to one that asks', async () => {
    const job = await asked()
    claimNextJob(world.db, morning)
    noteProgress(world.db, job.id, 3, 9)
    const page = await world.get(`${base}/${job.id}?follow=1`, { as: 'evaluator' })
    expect(page.body).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>')
    expect(page.body).toMatch(/<progress aria-label="[^"]+" value="3" max="9">/)
    expect(page.body).toContain('3 av 9')
    const still = await world.get(`${base}/${job.id}`, { as: 'evaluator' })
    expect(still.body).not.toContain('http-equiv="refresh"')
    const status = await world.get(`${base}/${job.id}/status`, { as: 'evaluator' })
    expect(status.json()).toEqual({ state: 'running', done: 3, total: 9 })
  })

  test('is called off with a button, and can be asked for again', async () => {
    const job = await asked()
    await world.post(`${base}/${job.id}/cancellation`, { as: 'evaluator' })
    const page = await world.get(`${base}/${job.id}`, { as: 'evaluator' })
    expect(page.body).toContain('Arbetet avbröts innan filen var klar')
    await world.post(`${base}/${job.id}/again`, { as: 'evaluator' })
    expect(findJob(world.db, job.id)?.state).toBe('queued')
  })

  test('that failed by a logotype says which one, and leads to where it is replaced', async () => {
    const job = await asked()
    claimNextJob(world.db, morning)
    endJob(world.db, job.id, { state: 'failed', error: 'logo_undrawable 2' }, morning)
    const page = await world.get(`${base}/${job.id}`, { as: 'evaluator' })
    expect(page.body).toContain('Logotyp nummer 2 går inte att rita')
    expect(page.body).toContain('<a href="/projects/service/reports/logos">Till logotyperna</a>')
  })

  test('is fetched whole, under its name, and that is put down', async () => {
    const job = await done('åäö, and more')
    const page = await world.get(`${base}/${job.id}`, { as: 'evaluator' })
    expect(page.body).toContain('Hämta filen (1 kB)')
    const file = await world.post(`${base}/${job.id}/file`, { as: 'evaluator' })
    expect([file.statusCode, file.body]).toEqual([200, 'åäö, and more'])
    expect(file.headers['content-disposition']).toBe('attachment; filename="service-charts.zip"')
    expect(file.headers['content-type']).toBe('application/zip')
    const [last] = listEvents(world.db, `project:${world.project.id}`)
    expect([last?.action, last?.actor]).toEqual(['job.downloaded', `staff:${world.staff.evaluator.id}`])
  })

  test('that is not whole, or not there, is not handed out', async () => {
    const job = await done('a whole file')
    truncateSync(resultPath(world.config.jobsDir, job.id), 4)
    const half = await world.post(`${base}/${job.id}/file`, { as: 'evaluator' })
    expect([half.statusCode, half.headers.location]).toEqual([303, `${base}/${job.id}`])
    const unfinished = await asked()
    expect((await world.post(`${base}/${unfinished.id}/file`, { as: 'evaluator' })).statusCode).toBe(303)
  })
})

test('what cannot be made is not offered, and refused where somebody asks all the same', async () => {
  const list = await world.get('/projects/annat/jobs', { as: 'stranger' })
  expect(list.body).not.toContain('value="charts"')
  expect((await world.post('/projects/annat/jobs', { as: 'stranger', form: { kind: 'charts' } })).statusCode).toBe(409)
  for (const kind of ['', 'nothing', 'toString'])
    expect([kind, (await world.post(base, { as: 'evaluator', form: { kind } })).statusCode]).toEqual([kind, 400])
})

test('a file of a project is nobody else’s, under no address', async () => {
  const job = await done()
  for (const url of [`${base}/${job.id}`, `/projects/annat/jobs/${job.id}`, `${base}/${job.id}/status`])
    expect([url, (await world.get(url, { as: 'stranger' })).statusCode]).toEqual([url, 404])
  expect((await world.post(`${base}/${job.id}/file`, { as: 'stranger' })).statusCode).toBe(404)
  expect((await world.get(`/projects/annat/jobs/${job.id}`, { as: 'admin' })).statusCode).toBe(404)
  for (const person of Object.keys(people) as Person[])
    if (person !== 'stranger')
      expect([person, (await world.get(`${base}/${job.id}`, { as: person })).statusCode]).toEqual([person, 200])
  expect((await world.get(`${base}/${job.id}`)).headers.location).toBe('/session')
})

test('a release is said to become small, and why, before it is asked for, by whoever may ask', async () => {
  const { body } = await world.get(base, { as: 'researcher' })
  const [card = ''] = /<li class="card">\s*<h3>Forskningsarkiv att lämna ut[\s\S]*?<\/li>/.exec(body) ?? []
  // So few have answered here that every municipality is hidden.
  const { error, smallRelease } = phrasesIn('sv').jobs
  for (const text of [error.nothing_to_release, smallRelease.why]) expect(card).toContain(text)
  expect(card).not.toContain('README i arkivet')
  // No button for what cannot be made, and no job that fails for whoever has an old page.
  expect(card).not.toContain('<button')
  const refused = await world.post(base, { as: 'researcher', form: { kind: 'researchRelease' } })
  expect([refused.statusCode, listJobs(world.db, world.project.id)]).toEqual([409, []])
  expect((await world.get(base, { as: 'process_leader' })).body).not.toContain('Forskningsarkiv att lämna ut')
})

test('a release of answers that have changed since a cut has no button, in the list or where it failed, and promises no cut', async () => {
  await publishCut(world.db, world.project, 'system', morning)
  const about = { projectId: world.project.id, kind: 'researchRelease', params: {}, fileName: 'a.zip' } as const
  const job = askForJob(world.db, { ...about, language: 'sv' }, 'system', morning)
  claimNextJob(world.db, morning)
  endJob(world.db, job.id, { state: 'failed', error: 'answers_changed' }, morning)
  world.db.$client.exec('drop trigger responses_frozen')
  world.db.$client.prepare("update responses set answers = json_set(answers, '$.D1', 5)").run()
  const { error, smallRelease } = phrasesIn('sv').jobs
  const list = (await world.get(base, { as: 'researcher' })).body
  const [card = ''] = /<li class="card">\s*<h3>Forskningsarkiv att lämna ut[\s\S]*?<\/li>/.exec(list) ?? []
  for (const text of [error.answers_changed, smallRelease.restricted, 'href="/projects/service/cuts"'])
    expect(card).toContain(text)
  const failed = (await world.get(`${base}/${job.id}`, { as: 'researcher' })).body
  for (const text of [error.answers_changed, 'href="/projects/service/cuts"']) expect(failed).toContain(text)
  for (const body of [card, failed]) expect(body).not.toMatch(/\/again"|<button[^>]*value="researchRelease"/)
  // Nor for whoever has an old page.
  expect((await world.post(`${base}/${job.id}/again`, { as: 'researcher' })).statusCode).toBe(409)
  expect(findJob(world.db, job.id)?.state).toBe('failed')
})

test('nothing is said of a release beforehand where nothing is compared: no wave is open, or answers still come in', async () => {
  expect(await foreseeRelease(world.db, world.otherProject, morning)).toBeNull()
  expect(await foreseeRelease(world.db, world.project, morning)).not.toBeNull()
  world.db.$client.prepare("update waves set closed_at = null where kind = 'endline'").run()
  expect(await foreseeRelease(world.db, world.project, morning)).toBeNull()
})

test('looking at the list and at a file changes nothing', async () => {
  const job = await done()
  const before = listEvents(world.db, `project:${world.project.id}`).length
  for (const url of [base, `${base}/${job.id}`]) {
    const { body, statusCode } = await world.get(`${url}?lang=en`, { as: 'evaluator' })
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/undefined|NaN|\[object|=>/)
  }
  expect(listEvents(world.db, `project:${world.project.id}`)).toHaveLength(before)
})
