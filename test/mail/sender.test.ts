import { readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { afterEach, expect, test } from 'vitest'
import { createFolderTransport } from '#mail/folder-transport.ts'
import { type Sender, type SenderOptions, startSender } from '#mail/sender.ts'
import { createSmtpTransport, smtpSettings } from '#mail/smtp-transport.ts'
import type { Transport } from '#mail/transport.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation } from '#store/invitations.ts'
import { setMailPace } from '#store/mail-pace.ts'
import { findMailPause, resumeMail } from '#store/mail-pause.ts'
import { countMessages, queueInvitations, queueReminders, requeueFailed } from '#store/messages.ts'
import { events } from '#store/schema.ts'
import { readLetters } from '../support/filed-letters.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import {
  answer,
  day,
  identity,
  lettersOf,
  makeWorld,
  minute,
  morning,
  someone,
  statesOf,
  type World,
  waveId,
} from './world.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface Scene {
  world: World
  server: MailServer
  sender: Sender
  log: string[]
  /** Moves the stopped clock and waits until all that is due has been tried. */
  passTime(milliseconds: number): Promise<void>
}

async function play(people: Parameters<typeof makeWorld>[0], options: Partial<SenderOptions> = {}): Promise<Scene> {
  const world = makeWorld(people)
  const server = await startMailServer()
  let time = morning
  const log: string[] = []
  const write = (facts: object, text: string) => void log.push(JSON.stringify([text, facts]))
  queueInvitations(world.db, waveId, 'system', time)
  const transport = createSmtpTransport({ ...smtpSettings(server.url), answerTimeout: 3000 })
  const start = () =>
    startSender({
      db: world.db,
      identity,
      transports: { real: transport, demo: transport },
      baseUrl: 'https://enkat.example',
      now: () => time,
      log: { info: write, warn: write },
      ...options,
    })
  const scene: Scene = {
    world,
    server,
    sender: start(),
    log,
    async passTime(milliseconds) {
      time += milliseconds
      scene.sender.wake()
      await scene.sender.settled()
    },
  }
  closers.push(
    () => world.close(),
    () => server.stop(),
    () => scene.sender.stop(),
  )
  return scene
}

test('a Swedish letter reaches its one reader whole', async () => {
  const { world, server, sender } = await play([{ name: 'Åsa Öberg-Lindström', address: 'asa@malmö.example' }])
  await sender.settled()
  expect(statesOf(world.db)).toEqual(['accepted'])
  expect(server.taken).toHaveLength(1)
  const [received] = server.taken
  // smtp-server shows the domain as people write it; on the wire it is ASCII.
  expect(received?.to).toEqual(['asa@malmö.example'])
  expect(received?.from).toBe('kontakt@bygd.example')

  const mail = await PostalMime.parse(received?.raw ?? '')
  expect(mail.subject).toBe('Hur fungerar samverkan hos er? Enkät från Service i samverkan på Åsarna')
  expect(mail.to).toEqual([{ name: 'Åsa Öberg-Lindström', address: 'asa@xn--malm-8qa.example' }])
  expect(mail.from).toEqual({ name: 'Föreningen Bygd & Län', address: 'kontakt@bygd.example' })
  expect(mail.replyTo?.[0]?.address).toBe('kontakt@bygd.example')
  expect(Date.parse(mail.date ?? '')).toBe(morning)
  expect(mail.text).toContain('Hej Åsa Öberg-Lindström!')
  const header = (key: string) => mail.headers.filter((one) => one.key === key).map((one) => one.value)
  expect(header('auto-submitted')).toEqual(['auto-generated'])
  expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
  expect(header('message-id')).toEqual([expect.stringMatching(/^<[\w-]{16}@bygd\.example>$/)])

  const [answerLink = '', quietLink = ''] = mail.text?.match(/https:\S+/g) ?? []
  expect(header('list-unsubscribe')).toEqual([`<${quietLink}>`])
  const opens = (token: string, purpose: 'answer' | 'quiet') => findInvitation(world.db, hashToken(token), purpose)
  expect(opens(answerLink.replace('https://enkat.example/s/', ''), 'answer')).toBeDefined()
  expect(opens(quietLink.replace('https://enkat.example/quiet/', ''), 'quiet')).toBeDefined()
})

test.each([
  'Öberg, Åsa <offer@c.example>',
  'Åsa"; <offer@c.example>',
  'Åsa\r\nBcc: offer@c.example',
  'Lag: offer@c.example, annan@c.example;',
  '=?utf-8?q?offer=40c.example?=',
])('no name adds a recipient: %j', async (name) => {
  const { server, sender } = await play([{ name, address: 'a@b.example' }])
  await sender.settled()
  expect(server.taken.map((letter) => letter.to)).toEqual([['a@b.example']])
  const mail = await PostalMime.parse(server.taken[0]?.raw ?? '')
  expect(mail.to?.map((one) => one.address)).toEqual(['a@b.example'])
  expect(mail.bcc ?? []).toEqual([])
})

test.each([
  'a@b.example, offer@c.example',
  'a@b.example\r\nBcc: offer@c.example',
  'Lag: a@b.example, offer@c.example;',
])('no address is two: %j', async (address) => {
  const { world, server, sender } = await play([{ name: 'Åsa', address }])
  await sender.settled()
  expect(server.seen).toEqual([])
  expect(lettersOf(world.db, 0)).toMatchObject([{ state: 'failed', outcome: expect.stringContaining('address') }])
})

test('a server that is closed for now gets the letter later, once', async () => {
  const { world, server, sender, passTime } = await play(someone(1))
  server.behave({ atConnect: '421 4.3.2 come back later' })
  await sender.settled()
  expect(lettersOf(world.db, 0)).toMatchObject([{ state: 'retry', outcome: expect.stringContaining('421') }])
  expect(sender.status()).toMatchObject({ state: 'resting' })
  server.behave({})
  await passTime(2 * minute)
  expect(statesOf(world.db)).toEqual(['accepted'])
  await passTime(day)
  expect(server.taken).toHaveLength(1)
})

test('a grey-listed letter comes through later, once, with the same Message-ID', async () => {
  const { world, server, sender, passTime } = await play(someone(2))
  server.behave({ atRecipient: (to) => (to.startsWith('deltagare1') ? '451 4.7.1 greylisted' : undefined) })
  await sender.settled()
  expect(statesOf(world.db)).toEqual(['retry', 'accepted'])
  server.behave({ atLetter: '451 4.3.0 not yet' })
  await passTime(6 * minute)
  server.behave({})
  await passTime(20 * minute)
  expect(statesOf(world.db)).toEqual(['accepted', 'accepted'])
  expect(server.taken.map((letter) => letter.to[0])).toEqual(['deltagare2@kommun.example', 'deltagare1@kommun.example'])
  const ids = await Promise.all(server.seen.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId))
  expect(ids[1]).toBe(ids[2])
})

test('an unknown mailbox fails, with the words of the server but not the address', async () => {
  const { world, server, sender, log } = await play(someone(2))
  server.behave({ atRecipient: (to) => (to.startsWith('deltagare1') ? `550 5.1.1 <${to}> unknown` : undefined) })
  await sender.settled()
  expect(statesOf(world.db)).toEqual(['failed', 'accepted'])
  const [letter] = lettersOf(world.db, 0)
  expect(letter?.outcome).toMatch(/550 5\.1\.1 <…> unknown/)
  const token = server.taken[0]?.raw.toString().match(/\/s\/([\w-]{22})/)?.[1]
  expect(token).toBeDefined()
  for (const secret of ['kommun.example', 'Deltagare', String(token)]) expect(log.join()).not.toContain(secret)
})

test('a letter refused after DATA fails, and five refusals in a row pause the mail', async () => {
  const { world, server, sender, passTime } = await play(someone(8))
  server.behave({ atLetter: '554 5.7.1 looks like spam' })
  await sender.settled()
  expect(countMessages(world.db, waveId).invitation).toMatchObject({ failed: 5, queued: 3 })
  expect(findMailPause(world.db)).toBe('refused_in_row')
  expect(sender.status()).toEqual({ state: 'paused', reason: 'refused_in_row' })
  server.behave({})
  requeueFailed(world.db, waveId, 'staff:a', morning)
  resumeMail(world.db, 'staff:a', morning)
  await passTime(minute)
  expect(countMessages(world.db, waveId).invitation.accepted).toBe(8)
  expect(new Set(server.taken.map((letter) => letter.to[0])).size).toBe(8)
})

test('nine readers in a row who do not exist are nine wrong addresses: the letters of others go on', async () => {
  const { world, server, sender } = await play(someone(12))
  const isDead = (to: string) => Number(/\d+/.exec(to)?.[0]) <= 9
  server.behave({ atRecipient: (to) => (isDead(to) ? `550 5.1.1 <${to}> unknown` : undefined) })
  await sender.settled()
  expect(findMailPause(world.db)).toBeUndefined()
  expect(countMessages(world.db, waveId).invitation).toMatchObject({ failed: 9, accepted: 3 })
})

test('a server that knows no reader at all pauses the mail after twenty, and the pause says so', async () => {
  const { world, server, sender } = await play(someone(22))
  server.behave({ atRecipient: (to) => `550 5.1.1 <${to}> unknown` })
  await sender.settled()
  expect(findMailPause(world.db)).toBe('readers_unknown_in_row')
  expect(countMessages(world.db, waveId).invitation).toMatchObject({ failed: 20, queued: 2 })
})

test('a line cut after the final dot leaves the letter unknown, and it is not sent again by itself', async () => {
  const { world, server, sender, passTime } = await play(someone(1))
  server.behave({ hangUp: 'after the dot' })
  await sender.settled()
  expect(statesOf(world.db)).toEqual(['unknown'])
  server.behave({})
  for (let days = 0; days < 5; days += 1) await passTime(day)
  expect(server.seen).toHaveLength(1)
  expect(statesOf(world.db)).toEqual(['unknown'])
})

test('a server that says nothing after the final dot leaves the letter unknown', async () => {
  const { world, server, sender } = await play(someone(1))
  server.behave({ delay: 6000 })
  await sender.settled()
  expect(statesOf(world.db)).toEqual(['unknown'])
}, 10_000)

test('many letters share a connection', async () => {
  const { world, server, sender } = await play(someone(30))
  await sender.settled()
  expect(countMessages(world.db, waveId).invitation.accepted).toBe(30)
  expect(server.connections).toBe(1)
})

test('an answer before the reminder has its turn cancels the reminder', async () => {
  const { world, server, sender, passTime } = await play(someone(2))
  await sender.settled()
  queueReminders(world.db, waveId, 'system', morning + day)
  answer(world.db, 0, morning + day)
  await passTime(day)
  expect(lettersOf(world.db, 0).at(-1)).toMatchObject({ kind: 'reminder', state: 'cancelled', outcome: 'answered' })
  expect(lettersOf(world.db, 1).at(-1)).toMatchObject({ kind: 'reminder', state: 'accepted' })
  expect(server.taken).toHaveLength(3)
})

test('one sender per process', async () => {
  const { world, sender } = await play(someone(1))
  await sender.settled()
  const again = () =>
    startSender({
      db: world.db,
      identity,
      transports: { real: silent, demo: silent },
      baseUrl: '',
      now: () => morning,
      log: { info() {}, warn() {} },
    })
  expect(again).toThrow(/already at work/)
  await sender.stop()
  const second = again()
  await second.stop()
})

const silent: Transport = { deliver: () => Promise.reject(new Error('asked to deliver')), close() {} }

test('stopping finishes the letter in hand, and begins no other', async () => {
  const { world, server, sender } = await play(someone(3))
  server.behave({ delay: 300 })
  while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  await sender.stop()
  expect(statesOf(world.db)).toEqual(['accepted', 'queued', 'queued'])
  expect(sender.status()).toEqual({ state: 'stopped' })
})

test('a transport that breaks leaves its letter unknown and the sender at work', async () => {
  let calls = 0
  const fragile: Transport = {
    deliver() {
      calls += 1
      if (calls === 1) throw new Error('broken')
      return Promise.resolve({ outcome: 'accepted', reply: '250' })
    },
    close() {},
  }
  const { world, sender } = await play(someone(2), { transports: { real: fragile, demo: fragile } })
  await sender.settled()
  expect(statesOf(world.db).sort()).toEqual(['accepted', 'unknown'])
})

test('an outcome that the disk refuses is kept in mind until the disk takes it', async () => {
  const writable = (world: World, isWritable: boolean) => world.db.$client.pragma(`query_only = ${isWritable ? 0 : 1}`)
  const delivered: string[] = []
  const transport: Transport = {
    async deliver({ to }) {
      writable(scene.world, false)
      delivered.push(to)
      return { outcome: 'accepted', reply: '250' }
    },
    close() {},
  }
  const scene = await play(someone(1), { transports: { real: transport, demo: transport }, firstRest: 50 })
  await scene.sender.settled()
  expect(scene.sender.status()).toMatchObject({ state: 'resting', reason: expect.stringContaining('SQLITE_READONLY') })
  expect(statesOf(scene.world.db)).toEqual(['sending'])
  writable(scene.world, true)
  await expect.poll(() => statesOf(scene.world.db)).toEqual(['accepted'])
  expect(delivered).toEqual(['deltagare1@kommun.example'])
})

test('letters filed in a folder read back as they were written', async () => {
  const world = makeWorld([
    { name: 'Åsa Öberg', address: 'asa@kommun.example' },
    { name: 'Bo', address: 'bo@kommun.example', language: 'en' },
  ])
  closers.push(() => world.close())
  const outbox = path.join(world.folder, 'outbox')
  expect(await readLetters(outbox)).toEqual([])
  const folder = createFolderTransport(outbox)
  queueInvitations(world.db, waveId, 'system', morning)
  const sender = startSender({
    db: world.db,
    identity,
    transports: { real: folder, demo: folder },
    baseUrl: 'http://localhost:3000',
    now: () => morning,
    log: { info() {}, warn() {} },
  })
  await sender.settled()
  await sender.stop()
  const letters = await readLetters(outbox)
  expect(letters.map(({ to, date }) => ({ to, date }))).toEqual(
    expect.arrayContaining([
      { to: { name: 'Åsa Öberg', address: 'asa@kommun.example' }, date: morning },
      { to: { name: 'Bo', address: 'bo@kommun.example' }, date: morning },
    ]),
  )
  const swedish = letters.find((letter) => letter.to.name === 'Åsa Öberg')
  expect(swedish?.text).toContain('Hej Åsa Öberg!')
  expect(swedish?.html).toContain('Svara på enkäten')
  expect(swedish?.links).toEqual([
    expect.stringMatching(/^http:\/\/localhost:3000\/s\/[\w-]{22}$/),
    expect.stringMatching(/^http:\/\/localhost:3000\/quiet\/[\w-]{22}$/),
  ])
  expect(readdirSync(outbox).sort()).toEqual(letters.map((letter) => `${letter.messageId.slice(1, -1)}.eml`).sort())
})

test('letters of the demonstration never reach a mail server', async () => {
  const world = makeWorld(someone(1), { isDemo: true })
  closers.push(() => world.close())
  const outbox = path.join(world.folder, 'outbox')
  queueInvitations(world.db, waveId, 'system', morning)
  const sender = startSender({
    db: world.db,
    identity,
    transports: { real: silent, demo: createFolderTransport(outbox) },
    baseUrl: 'http://localhost:3000',
    now: () => morning,
    log: { info() {}, warn() {} },
  })
  await sender.settled()
  await sender.stop()
  expect(statesOf(world.db)).toEqual(['accepted'])
  expect(await readLetters(outbox)).toHaveLength(1)
})

test('a server that slows down in the middle of a batch costs a commit a second, not one a letter', async () => {
  const world = makeWorld(someone(110))
  closers.push(() => world.close())
  queueInvitations(world.db, waveId, 'system', morning)
  setMailPace(world.db, { connections: 2, perMinute: null, perDomain: null }, 'system', morning)
  let taken = 0
  const slowing: Transport = {
    async deliver() {
      taken += 1
      if (taken > 80) await wait(150)
      return { outcome: 'accepted', reply: '250 ok' }
    },
    close() {},
  }
  const began = performance.now()
  const sender = startSender({
    db: world.db,
    identity,
    transports: { real: slowing, demo: slowing },
    baseUrl: 'https://enkat.example',
    now: () => morning + Math.round(performance.now()),
    log: { info() {}, warn() {} },
  })
  await sender.settled()
  await sender.stop()
  const seconds = (performance.now() - began) / 1000
  const commits = world.db
    .selectDistinct({ at: events.at })
    .from(events)
    .where(eq(events.action, 'letter.accepted'))
    .all()
  // Thirty slow letters take more than two seconds: a commit in each, and a few for the fast ones before them.
  expect(statesOf(world.db)).toEqual(Array.from({ length: 110 }, () => 'accepted'))
  expect(commits.length).toBeLessThan(8 + seconds)
})
