// Everything a mail server in a process of its own can do to a letter: what the letter's state is then, what words are
// shown, when it is tried again, and that it has arrived once when the server is well again, or is a person's to decide.
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Sender, startSender } from '#mail/sender.ts'
import { createSmtpTransport, type SmtpSettings } from '#mail/smtp-transport.ts'
import { queueInvitations } from '#store/messages.ts'
import { messages } from '#store/schema.ts'
import type { Behaviour } from './mail-server.ts'
import { type MailServers, type ServerName, startMailServers } from './mail-server-process.ts'
import { identity, invitationOf, makeWorld, minute, morning, someone, type World, waveId } from './world.ts'

let servers: MailServers
beforeAll(async () => {
  servers = await startMailServers()
}, 60_000)
afterAll(() => servers.stop())

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface Fault {
  fault: string
  server?: ServerName
  /** Instead of the server's own. */
  port?: number
  behaviour?: Behaviour
  state: 'accepted' | 'retry' | 'failed' | 'unknown'
  words: RegExp
  /** Minutes until the next try; left out where there is none. */
  next?: number
  /** The sender leaves the server alone for a while, and no try of the letter is counted. */
  rests?: boolean
  /** Letters whose final dot came. */
  seen: number
}

// A try that is the letter's own trouble waits five minutes, one that is the server's a minute: the first steps of the
// back-off in src/store/sending.ts. After the final dot only an answer to it counts (RFC 1047).
const faults: Fault[] = [
  { fault: 'nobody at the port', port: 1, state: 'retry', words: /ECONNREFUSED/, next: 1, rests: true, seen: 0 },
  {
    fault: 'a name that nobody knows',
    state: 'retry',
    words: /ENOTFOUND|EAI_AGAIN|EDNS|getaddrinfo|timeout/i,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: 'a certificate that nobody vouches for',
    server: 'tls',
    state: 'retry',
    words: /self-signed certificate/,
    next: 1,
    rests: true,
    seen: 0,
  },
  { fault: 'no TLS where it is required', state: 'retry', words: /STARTTLS|TLS/, next: 1, rests: true, seen: 0 },
  {
    fault: 'a password that is revoked',
    server: 'password',
    behaviour: { atSignIn: '535 5.7.8 revoked' },
    state: 'retry',
    words: /535 5\.7\.8 revoked/,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: '421 at connect',
    behaviour: { atConnect: '421 4.3.2 busy' },
    state: 'retry',
    words: /421 4\.3\.2 busy/,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: '554 at connect',
    behaviour: { atConnect: '554 5.7.1 not you' },
    state: 'retry',
    words: /554 5\.7\.1 not you/,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: 'hangs up at connect',
    behaviour: { hangUp: 'at connect' },
    state: 'retry',
    words: /closed|ECONNRESET|hang up/i,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: 'silent at connect',
    behaviour: { fallSilent: 'at connect' },
    state: 'retry',
    words: /greeting never received|timeout/i,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: '421 at RCPT',
    behaviour: { atRecipient: '421 4.3.2 closing' },
    state: 'retry',
    words: /421 4\.3\.2/,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: '451 at RCPT (grey-listed)',
    behaviour: { atRecipient: '451 4.7.1 later' },
    state: 'retry',
    words: /451 4\.7\.1 later/,
    next: 5,
    seen: 0,
  },
  {
    fault: '452 at RCPT (too fast)',
    behaviour: { atRecipient: '452 4.5.3 too many' },
    state: 'retry',
    words: /452 4\.5\.3/,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: '452 at RCPT (mailbox full)',
    behaviour: { atRecipient: '452 4.2.2 full' },
    state: 'retry',
    words: /452 4\.2\.2/,
    next: 5,
    seen: 0,
  },
  {
    fault: '550 at RCPT',
    behaviour: { atRecipient: '550 5.1.1 unknown' },
    state: 'failed',
    words: /550 5\.1\.1 unknown/,
    seen: 0,
  },
  {
    fault: 'hangs up at RCPT, before DATA',
    behaviour: { hangUp: 'at recipient' },
    state: 'retry',
    words: /closed|ECONNRESET/i,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: 'silent at RCPT, before DATA',
    behaviour: { fallSilent: 'at recipient' },
    state: 'retry',
    words: /timeout/i,
    next: 1,
    rests: true,
    seen: 0,
  },
  {
    fault: 'hangs up after the final dot',
    behaviour: { hangUp: 'after the dot' },
    state: 'unknown',
    words: /closed|ECONNRESET/i,
    seen: 1,
  },
  {
    fault: 'silent after the final dot',
    behaviour: { fallSilent: 'after the dot' },
    state: 'unknown',
    words: /timeout/i,
    seen: 1,
  },
  {
    fault: '421 after the final dot',
    behaviour: { atLetter: '421 4.3.2 closing' },
    state: 'retry',
    words: /421 4\.3\.2/,
    next: 1,
    rests: true,
    seen: 1,
  },
  {
    fault: '451 after the final dot',
    behaviour: { atLetter: '451 4.3.0 later' },
    state: 'retry',
    words: /451 4\.3\.0 later/,
    next: 5,
    seen: 1,
  },
  {
    fault: '554 after the final dot (spam)',
    behaviour: { atLetter: '554 5.7.1 spam' },
    state: 'failed',
    words: /554 5\.7\.1 spam/,
    seen: 1,
  },
  { fault: 'slow at every step', behaviour: { slow: 150, delay: 200 }, state: 'accepted', words: /250/, seen: 1 },
]

const settingsOf = ({ fault, server = 'plain', port }: Fault): SmtpSettings => ({
  host: fault === 'a name that nobody knows' ? 'mail.invalid' : '127.0.0.1',
  port: port ?? servers.ports[server],
  security: server === 'tls' ? 'implicit' : fault.startsWith('no TLS') ? 'starttls' : 'none',
  auth: server === 'password' ? { user: 'x', pass: 'hemligt' } : undefined,
  connectTimeout: 600,
  answerTimeout: 600,
})

function send(world: World, settings: SmtpSettings, now: number): Sender {
  const transport = createSmtpTransport(settings)
  const sender = startSender({
    db: world.db,
    identity,
    transports: { real: transport, demo: transport },
    baseUrl: 'https://enkat.example',
    now: () => now,
    log: { info() {}, warn() {} },
  })
  closers.push(() => sender.stop())
  return sender
}

test.each(faults)('$fault: $state', async (row) => {
  const { server = 'plain', behaviour = {} } = row
  const world = makeWorld(someone(1))
  closers.push(() => world.close())
  queueInvitations(world.db, waveId, 'system', morning)
  await servers.behave(server, behaviour)
  const sender = send(world, settingsOf(row), morning)
  await sender.settled()

  const letter = () =>
    world.db
      .select({ state: messages.state, words: messages.outcome, dueAt: messages.dueAt, attempts: messages.attempts })
      .from(messages)
      .where(eq(messages.invitationId, invitationOf(0)))
      .get()
  expect(letter()).toEqual({
    state: row.state,
    words: expect.stringMatching(row.words),
    dueAt: morning + (row.next ?? 0) * minute,
    attempts: row.rests ? 0 : 1,
  })
  expect(letter()?.words).not.toMatch(/kommun\.example|hemligt/)
  expect(sender.status().state).toBe(row.rests ? 'resting' : 'idle')
  expect(await servers.count(server)).toMatchObject({ seen: row.seen })
  await sender.stop()

  // The server is well again, and a week passes.
  await servers.behave('plain', {})
  const later = send(
    world,
    { ...settingsOf({ ...row, fault: '', server: 'plain' }), port: servers.ports.plain },
    morning + 7 * 24 * 60 * minute,
  )
  await later.settled()
  expect(letter()?.state).toBe(row.state === 'retry' ? 'accepted' : row.state)
  expect(await servers.count('plain')).toEqual({
    taken: row.state === 'retry' ? 1 : 0,
    seen: row.state === 'retry' ? 1 : 0,
  })
})

test('a password revoked in the middle stops the mail at its row, and it goes on from there', async () => {
  const world = makeWorld(someone(6))
  closers.push(() => world.close())
  queueInvitations(world.db, waveId, 'system', morning)
  const settings = settingsOf({ ...(faults[4] as Fault) })
  await servers.behave('password', { delay: 20 })
  const first = send(world, settings, morning)
  while ((await servers.count('password')).taken < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  await first.stop()
  const { taken } = await servers.count('password')
  await servers.behave('password', { atSignIn: '535 5.7.8 revoked' })
  const second = send(world, settings, morning)
  await second.settled()
  expect(second.status()).toMatchObject({ state: 'resting', reason: expect.stringContaining('535') })
  await second.stop()
  await servers.behave('password', {})
  const third = send(world, settings, morning + 2 * minute)
  await third.settled()
  expect((await servers.count('password')).taken).toBe(6 - taken)
  expect(
    world.db
      .select({ state: messages.state })
      .from(messages)
      .all()
      .map(({ state }) => state),
  ).toEqual(Array.from({ length: 6 }, () => 'accepted'))
})

test('refused for what our domain fails to prove, the mail pauses at once: every letter would be', async () => {
  const world = makeWorld(someone(3))
  closers.push(() => world.close())
  queueInvitations(world.db, waveId, 'system', morning)
  await servers.behave('plain', {
    atLetter: '550 5.7.515 Access denied, sending domain does not meet the required authentication level',
  })
  const sender = send(world, settingsOf(faults[5] as Fault), morning)
  await sender.settled()
  expect(sender.status()).toEqual({ state: 'paused', reason: 'refused_in_row' })
  expect((await servers.count('plain')).seen).toBe(1)
})
