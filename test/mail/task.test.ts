// The command as people and schedulers run it: real processes, a real database file, a real mail server, real kills.
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { countMessages, queueInvitations } from '#store/messages.ts'
import { readLetters } from '../support/filed-letters.ts'
import { claimNext } from '../support/outbox.ts'
import type { MailServer } from './mail-server.ts'
import { type MailTask, setOut as startTask } from './mail-task.ts'
import { someone, today, waveId } from './world.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function setOut(people: number): Promise<MailTask> {
  const task = await startTask(people)
  closers.push(() => task.close())
  return task
}

const copiesByReader = (server: MailServer): number[] => {
  const copies = new Map<string, number>()
  for (const { to } of server.seen) copies.set(String(to), (copies.get(String(to)) ?? 0) + 1)
  return [...copies.values()]
}

test('two runs at once send each letter once: the second refuses', async () => {
  const { world, server, run } = await setOut(25)
  // Slow enough that the first is still at it when the second has started, on a busy machine too.
  server.behave({ delay: 200 })
  queueInvitations(world.db, waveId, 'system', Date.now())
  const first = run('send')
  while (server.seen.length === 0) await wait(5)
  const second = await run('send').ended
  server.behave({})
  expect(second).toMatchObject({ code: 1, output: expect.stringContaining('används av en annan process') })
  expect((await first.ended).code).toBe(0)
  expect(copiesByReader(server)).toEqual(Array.from({ length: 25 }, () => 1))
  expect(countMessages(world.db, waveId).invitation).toMatchObject({ accepted: 25, unknown: 0 })
}, 60_000)

test('asked to stop, a run finishes the letter in hand and leaves nothing unsure', async () => {
  const { world, server, run } = await setOut(25)
  server.behave({ delay: 100 })
  queueInvitations(world.db, waveId, 'system', Date.now())
  const running = run('send')
  while (server.seen.length < 2) await wait(5)
  running.process.kill('SIGTERM')
  await running.ended
  const { accepted, queued, unknown, sending } = countMessages(world.db, waveId).invitation
  expect({ unknown, sending }).toEqual({ unknown: 0, sending: 0 })
  expect(accepted).toBe(server.seen.length)
  expect(queued).toBe(25 - accepted)
}, 30_000)

test('status names what wants a decision, resolve takes it, retry queues what failed', async () => {
  const { world, server, run } = await setOut(3)
  queueInvitations(world.db, waveId, 'system', Date.now())
  const claim = claimNext(world.db, Date.now(), today)
  if (claim.outcome !== 'letter') throw new Error('no letter to interrupt')
  server.behave({ atRecipient: '550 5.1.1 unknown' })
  expect((await run('send').ended).code).toBe(0)

  const status = await run('status').ended
  expect(status.code).toBe(0)
  expect(status.output).toContain(`${claim.letter.id}  Osäkert om det kom fram`)
  expect(status.output).toContain('Gick inte fram 2, Osäkert om det kom fram 1; Summa 3')
  expect(status.output).toContain('Mottagarens brevlåda finns inte (550 5.1.1): 2 brev gick inte fram')
  expect(status.output).toContain('Kontrollera stavningen.')
  expect(status.output).not.toMatch(/Deltagare|kommun\.example/)

  expect((await run('resolve', claim.letter.id, 'sent').ended).code).toBe(0)
  expect((await run('resolve', claim.letter.id, 'sent').ended).code).toBe(1)
  expect((await run('retry', '--en').ended).output).toContain('Queued anew: 2')
  server.behave({})
  await run('send').ended
  expect(countMessages(world.db, waveId).invitation).toMatchObject({ accepted: 3, unknown: 0, failed: 0 })
  expect(server.taken).toHaveLength(2)
}, 30_000)

test('a server in trouble stops the run, and the letters wait', async () => {
  const { world, server, run } = await setOut(2)
  queueInvitations(world.db, waveId, 'system', Date.now())
  server.behave({ atConnect: '421 4.3.2 come back later' })
  const { code, output } = await run('send').ended
  expect(code).toBe(1)
  expect(output).toContain('421 4.3.2')
  expect(countMessages(world.db, waveId).invitation).toMatchObject({ queued: 1, retry: 1 })
}, 30_000)

test('an empty outbox is done at once, and words not understood are answered with the usage', async () => {
  const { run } = await setOut(1)
  expect(await run('send').ended).toMatchObject({
    code: 0,
    output: expect.stringContaining('Väntar på att skickas: 0'),
  })
  for (const words of [[], ['sned'], ['resolve', 'x'], ['resolve', 'x', 'perhaps']])
    expect(await run(...words).ended).toMatchObject({ code: 2, output: expect.stringContaining('resolve <brev>') })
}, 30_000)

test('the folder serves where no mail server is set', async () => {
  const { world, runWith } = await setOut(2)
  queueInvitations(world.db, waveId, 'system', Date.now())
  await runWith({ SMTP_URL: '', BASE_URL: '' }, 'send').ended
  const letters = await readLetters(path.join(world.folder, 'outbox'))
  expect(letters.map((letter) => letter.to.address).sort()).toEqual(someone(2).map((person) => person.address))
  expect(countMessages(world.db, waveId).invitation.accepted).toBe(2)
  expect(letters[0]?.links[0]).toMatch(/^http:\/\/localhost:3000\/s\//)
}, 30_000)
