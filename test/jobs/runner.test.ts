// What long work promises: a file whole or none, called off at once, never in the way of answering.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keptFor, resultPath } from '#jobs/runner.ts'
import { listEvents } from '#store/events.ts'
import { askAgain, cancelJob, expireAnswersOf, listJobs } from '#store/jobs.ts'
import { addProject, type JobWorld, makeJobWorld } from './world.ts'

// A worker takes half a second to start, and on a busy machine many times that.
vi.setConfig({ testTimeout: 60_000 })

let world: JobWorld
beforeEach(() => {
  world = makeJobWorld()
})
afterEach(() => world.close())

const until = (check: () => boolean) => vi.waitUntil(check, { timeout: 40_000, interval: 20 })

test('a file is named, summed and there when its row says that it is done', async () => {
  const runner = world.start()
  const job = world.ask('quick', { text: 'åäö' })
  expect(job.state).toBe('queued')
  runner.wake()
  await runner.settled()
  const done = world.look(job)
  const bytes = readFileSync(resultPath(world.folder, job.id))
  expect(bytes.toString()).toBe('service åäö')
  expect(done).toMatchObject({
    state: 'done',
    done: 2,
    total: 2,
    fileSize: bytes.length,
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect(statSync(resultPath(world.folder, job.id)).mode & 0o777).toBe(0o600)
  expect(listEvents(world.db, `project:${world.project.id}`).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['job.asked', 'job.done']),
  )
})

test('asked for twice while it waits, it is one piece of work; other choices are another', () => {
  expect(world.ask('quick', { text: 'a' }).id).toBe(world.ask('quick', { text: 'a' }).id)
  expect(world.ask('quick', { text: 'b' }).id).not.toBe(world.ask('quick', { text: 'a' }).id)
  expect(listJobs(world.db, world.project.id)).toHaveLength(2)
})

test('no more than so many at a time, in the order they were asked for', async () => {
  const first = world.ask('endless')
  world.clock.now += 1
  const second = world.ask('quick')
  const runner = world.start()
  await until(() => world.look(first)?.done === 1)
  expect(world.look(second)?.state).toBe('queued')
  cancelJob(world.db, first, 'system', world.clock.now)
  runner.wake()
  await runner.settled()
  expect([world.look(first)?.state, world.look(second)?.state]).toEqual(['cancelled', 'done'])
})

test.each(['endless', 'deaf'])('called off, %s work ends and leaves nothing', async (kind) => {
  const runner = world.start()
  const job = world.ask(kind)
  runner.wake()
  await until(() => world.look(job)?.done === 1)
  expect(world.files()).toEqual([`${job.id}.unfinished`])
  expect(cancelJob(world.db, job, 'system', world.clock.now)).toBe(true)
  runner.wake()
  await runner.settled()
  expect(world.look(job)).toMatchObject({ state: 'cancelled', fileSize: null })
  expect(world.files()).toEqual([])
})

test('what is called off while it waits is never begun', async () => {
  const job = world.ask('quick')
  cancelJob(world.db, job, 'system', world.clock.now)
  await world.start().settled()
  expect(world.look(job)).toMatchObject({ state: 'cancelled', startedAt: null })
})

test.each([
  ['refused', 'wave_not_open'],
  ['broken', 'internal'],
  ['full', 'no_space'],
  ['writing', 'internal'],
  ['dying', 'internal'],
  ['no such kind', 'not_found'],
])('work that is %s fails as %s, leaves no file, and can be asked for again', async (kind, error) => {
  const runner = world.start()
  const job = world.ask(kind)
  runner.wake()
  await runner.settled()
  expect(world.look(job)).toMatchObject({ state: 'failed', error, fileSize: null })
  expect(world.files()).toEqual([])
  askAgain(world.db, job, 'system', world.clock.now)
  expect(world.look(job)).toMatchObject({ state: 'queued', error: '' })
})

test('work that takes too much memory fails alone', async () => {
  const runner = world.start({ memoryLimit: 32 })
  const job = world.ask('greedy')
  runner.wake()
  await runner.settled()
  expect(world.look(job)).toMatchObject({ state: 'failed', error: 'too_big' })
  const next = world.ask('quick')
  runner.wake()
  await runner.settled()
  expect(world.look(next)?.state).toBe('done')
})

test('a process killed at work: the job is interrupted, its half file gone, and it can be started again', async () => {
  const job = world.ask('endless')
  const child = spawn(process.execPath, [
    path.join(import.meta.dirname, 'left-running.ts'),
    world.databaseFile,
    world.folder,
  ])
  await until(() => world.look(job)?.done === 1)
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(world.look(job)?.state).toBe('running')
  expect(world.files()).toEqual([`${job.id}.unfinished`])

  const runner = world.start()
  await runner.settled()
  expect(world.look(job)?.state).toBe('interrupted')
  expect(world.files()).toEqual([])
  askAgain(world.db, job, 'system', world.clock.now)
  runner.wake()
  await until(() => world.look(job)?.state === 'running')
})

test('asked to stop, the runner cuts off what runs and leaves what waits', async () => {
  const runner = world.start()
  const running = world.ask('endless')
  world.clock.now += 1
  const waiting = world.ask('quick')
  runner.wake()
  await until(() => world.look(running)?.done === 1)
  await runner.stop()
  expect([world.look(running)?.state, world.look(waiting)?.state]).toEqual(['interrupted', 'queued'])
  expect(world.files()).toEqual([])
})

test('a file is kept for a week; what lies there without a row goes at once, and a lost file is not offered', async () => {
  const runner = world.start()
  const [old, lost] = [world.ask('quick', { text: 'old' }), world.ask('quick', { text: 'lost' })]
  runner.wake()
  await runner.settled()
  mkdirSync(world.folder, { recursive: true })
  writeFileSync(path.join(world.folder, 'stray'), 'left over')
  writeFileSync(resultPath(world.folder, lost.id), '')
  runner.wake()
  expect(world.files()).toEqual([old.id, lost.id].sort())
  expect(world.look(lost)?.state).toBe('done')
  world.clock.now += keptFor + 1
  runner.wake()
  expect([world.look(old)?.state, world.files()]).toEqual(['expired', []])
})

test('when somebody’s answers are erased, files that may hold them go, done or under way', async () => {
  const runner = world.start()
  const done = world.ask('quick')
  runner.wake()
  await runner.settled()
  const running = world.ask('endless')
  runner.wake()
  await until(() => world.look(running)?.done === 1)
  expireAnswersOf(world.db, world.project.id, world.clock.now)
  runner.wake()
  await runner.settled()
  expect([world.look(done)?.state, world.look(running)?.state]).toEqual(['expired', 'interrupted'])
  expect(world.files()).toEqual([])
})

test('work reads all of it from one moment, whatever is written meanwhile', async () => {
  const runner = world.start()
  const job = world.ask('watching')
  runner.wake()
  await until(() => existsSync(world.folder) && world.look(job)?.state === 'running')
  const adding = setInterval(() => addProject(world.db, `nr-${performance.now()}`), 20)
  await runner.settled()
  clearInterval(adding)
  const [first, later] = readFileSync(resultPath(world.folder, job.id), 'utf8').split(' ')
  expect(first).toBe(later)
  expect(listJobs(world.db, world.project.id)).toHaveLength(1)
})

test('while two seconds of arithmetic go on, the thread that answers is free', async () => {
  const runner = world.start()
  const job = world.ask('heavy')
  runner.wake()
  await until(() => (world.look(job)?.done ?? 0) > 0)
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  await runner.settled()
  delays.disable()
  expect(world.look(job)?.state).toBe('done')
  // On the same thread each step would hold it for 100 ms, and the half of all turns would wait that long.
  expect(delays.percentile(50) / 1e6).toBeLessThan(50)
})
