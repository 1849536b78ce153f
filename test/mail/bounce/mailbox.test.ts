// The mailbox over IMAP, against Dovecot as a real process. Skips, and says so, where Dovecot is not on the machine.
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, expect, type TestContext, test } from 'vitest'
import { mailboxSettings, readMailbox, troubleOf } from '#mail/bounce/mailbox.ts'
import { takeBounce } from '#mail/bounce/take-bounce.ts'
import { watchMailbox } from '#mail/bounce/watch.ts'
import { confirmCopy, silenceCopy } from '#store/mail-pause.ts'
import { queueInvitations } from '#store/messages.ts'
import { bounces, messages } from '#store/schema.ts'
import { claimNext, settle } from '../../support/outbox.ts'
import { notePrograms } from '../../support/programs-noted.ts'
import { identity, makeWorld, minute, morning, someone, statesOf, today, type World, waveId } from '../world.ts'
import { fixture, fixtureAbout } from './fixtures.ts'
import { hasDovecot, type ImapServer, startImapServer } from './imap-server.ts'

const timeout = 30_000
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function setOut(context: TestContext): Promise<{ server: ImapServer; db: World['db']; bounce: Buffer }> {
  if (!hasDovecot()) context.skip('dovecot is not on this machine')
  notePrograms(context, 'dovecot')
  const server = await startImapServer()
  const world = makeWorld(someone(1))
  closing.push(
    () => server.stop(),
    () => world.close(),
  )
  queueInvitations(world.db, waveId, 'system', morning)
  const claim = claimNext(world.db, morning, today)
  if (claim.outcome === 'letter') settle(world.db, claim.letter.id, { outcome: 'accepted', reply: 'ok' }, morning)
  const letter = world.db.select().from(messages).get()?.messageId ?? ''
  return {
    server,
    db: world.db,
    bounce: fixtureAbout('postfix-unknown', { letter, address: 'deltagare1@kommun.example' }),
  }
}

const taking = (db: World['db']) => (bytes: Uint8Array) => takeBounce(db, identity, bytes, morning + minute)

test('what is new is read once: taken care of is seen, what a person must read is flagged and stays unread', {
  timeout,
}, async (context) => {
  const { server, db, bounce } = await setOut(context)
  for (const bytes of [bounce, fixture('out-of-office'), fixture('from-a-person'), bounce]) server.put(bytes)
  const settings = mailboxSettings(server.url)
  expect(await readMailbox(settings, taking(db))).toEqual({
    matched: 1,
    ignored: 1,
    unmatched: 1,
    known: 1,
    too_early: 0,
  })
  expect(server.flags()).toEqual(['S', 'S', 'F', 'S'])
  expect(await readMailbox(settings, taking(db))).toEqual({
    matched: 0,
    ignored: 0,
    unmatched: 0,
    known: 0,
    too_early: 0,
  })
  expect(statesOf(db)).toEqual(['returned'])
})

test('a crash between the disk and the mark reads again, and records once', { timeout }, async (context) => {
  const { server, db, bounce } = await setOut(context)
  server.put(bounce)
  server.put(fixture('from-a-person'))
  const settings = mailboxSettings(server.url)
  for (const _message of [1, 2])
    await expect(
      readMailbox(settings, async (bytes) => {
        await taking(db)(bytes)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
  expect(server.flags()).toEqual(['', ''])
  expect(await readMailbox(settings, taking(db))).toMatchObject({ matched: 0, known: 1, unmatched: 1 })
  expect(server.flags()).toEqual(['S', 'F'])
  expect(db.select().from(bounces).all()).toHaveLength(2)
})

test('a megabyte in the mailbox is read as far as it matters', { timeout }, async (context) => {
  const { server, db, bounce } = await setOut(context)
  server.put(
    Buffer.concat([
      bounce.subarray(0, bounce.lastIndexOf('\r\n--')),
      Buffer.alloc(1024 * 1024, `${'B'.repeat(998)}\r\n`),
    ]),
  )
  expect(await readMailbox(mailboxSettings(server.url), taking(db))).toMatchObject({ matched: 1 })
})

test('a wrong password and a server that is not there are told without a word of the sign-in', {
  timeout,
}, async (context) => {
  const { server, db } = await setOut(context)
  const wrong = server.url.replace('hemligt', 'fel-hemlighet')
  const reason = await readMailbox(mailboxSettings(wrong), taking(db)).catch(troubleOf)
  expect(reason).toBe('sign-in refused')
  const nowhere = mailboxSettings('imap://studs:hemligt@localhost:1/INBOX')
  expect(await readMailbox(nowhere, taking(db)).catch(troubleOf)).toBe('ECONNREFUSED')
})

test('the watch leaves a copy alone, looks, looks again, outlives a server that goes, and stops at once', {
  timeout,
}, async (context) => {
  const { server, db, bounce } = await setOut(context)
  const said: string[] = []
  const note = (facts: object, text: string) => void said.push(`${text} ${JSON.stringify(facts)}`)
  const log = { info: note, warn: note }
  db.transaction((tx) => silenceCopy(tx, morning))
  server.put(bounce)
  const watch = watchMailbox({
    db,
    identity,
    mailbox: mailboxSettings(server.url),
    now: () => morning + minute,
    log,
    every: 50,
  })
  await delay(300)
  expect(server.flags()).toEqual([''])
  confirmCopy(db, 'system', morning)
  await expect.poll(() => server.flags(), { timeout: 10_000 }).toEqual(['S'])
  server.put(fixture('from-a-person'))
  await expect.poll(() => server.flags(), { timeout: 10_000 }).toEqual(['S', 'F'])
  await server.stop()
  closing.shift()
  await expect.poll(() => said.at(-1), { timeout: 10_000 }).toMatch(/cannot be read/)
  await watch.stop()
  expect(said.join()).not.toMatch(/@|hemligt/)
})

test.each([
  [
    'imaps://studs%40bygd.example:hem%2Flig@imap.bygd.example/Studsar%2F2027',
    {
      host: 'imap.bygd.example',
      port: 993,
      security: 'implicit',
      folder: 'Studsar/2027',
      auth: { user: 'studs@bygd.example', pass: 'hem/lig' },
    },
  ],
  ['imap://a:b@imap.bygd.example', { host: 'imap.bygd.example', port: 143, security: 'starttls', folder: 'INBOX' }],
  ['imap://a:b@127.0.0.1:1143/', { host: '127.0.0.1', port: 1143, security: 'none', folder: 'INBOX' }],
])('%s says where and how', (url, settings) => {
  expect(mailboxSettings(url)).toMatchObject(settings)
})
