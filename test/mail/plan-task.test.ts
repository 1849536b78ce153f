// Planned mailings and the look before one, by the command in processes of their own.
import { afterEach, expect, test } from 'vitest'
import { localDayOf } from '#store/local-day.ts'
import { countMessages } from '#store/messages.ts'
import { changePlan } from '#store/planned-mailings.ts'
import { waves } from '#store/schema.ts'
import { findWave } from '#store/waves.ts'
import { type MailTask, setOut } from './mail-task.ts'
import { waveId } from './world.ts'

let task: MailTask | undefined
afterEach(() => task?.close())

test('`send` opens a wave whose time has come, once, and `status` tells of it', async () => {
  task = await setOut(5)
  const { world, server, run } = task
  const { db } = world
  const now = Date.now()
  db.update(waves)
    .set({ openedAt: null, opensOn: localDayOf(now) })
    .run()
  changePlan(db, waveId, [{ kind: 'opening', anchor: 'opening', days: 0, minutes: 0, spacing: 0 }], 'system', now)
  const [first, second] = await Promise.all([run('send').ended, run('send').ended])
  expect([first.code, second.code].sort()).toEqual([0, 1])
  expect(findWave(db, waveId)?.openedAt).toBeGreaterThanOrEqual(now)
  expect((await run('send').ended).code).toBe(0)
  expect(server.seen).toHaveLength(5)
  expect(countMessages(db, waveId).invitation.accepted).toBe(5)
  expect((await run('status').ended).output).toContain('Mätningen öppnas, inbjudan skickas. Gjort: 5 brev')
}, 60_000)

test('`preflight` says what is in the way and what would be sent, and sends nothing', async () => {
  task = await setOut(5)
  const { world, server, run, runWith } = task
  world.db.update(waves).set({ openedAt: null }).run()
  const words = ['preflight', '--wave', 'baseline', '--project', 'service'] as const
  const local = await runWith({ BASE_URL: 'http://localhost:3000' }, ...words).ended
  expect(local.code).toBe(1)
  expect(local.output).toContain('Länkarna leder till den här datorn')
  expect(local.output).toContain('5 brev skulle skickas')
  expect(local.output).toContain('Markaryd  5')
  const filed = await runWith({ SMTP_URL: '', BASE_URL: '' }, ...words).ended
  expect(filed).toMatchObject({ code: 0, output: expect.stringContaining('Inga hinder') })
  expect(await run('preflight').ended).toMatchObject({
    code: 1,
    output: expect.stringContaining('ingen sådan mätning'),
  })
  expect(server.seen).toEqual([])
}, 60_000)
