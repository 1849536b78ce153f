// A database that is a copy sends nothing until an administrator says so, however it became one.
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { journalOf, openJournal, readJournal } from '#mail/journal.ts'
import { type Sender, startSender } from '#mail/sender.ts'
import type { Transport } from '#mail/transport.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { confirmCopy, findMailPause, pauseMail, resumeMail } from '#store/mail-pause.ts'
import { countMessages, queueInvitations, queueReminders } from '#store/messages.ts'
import { claimNext } from '../support/outbox.ts'
import { setOut } from './mail-task.ts'
import {
  actionsOf,
  day,
  identity,
  makeWorld,
  minute,
  morning,
  someone,
  statesOf,
  today,
  type World,
  waveId,
} from './world.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const worldOf = (people: number): World => {
  const world = makeWorld(someone(people))
  closers.push(() => world.close())
  return world
}

const taken: string[] = []
const accepting: Transport = {
  async deliver({ to }) {
    taken.push(to)
    return { outcome: 'accepted', reply: '250' }
  },
  close() {},
}

const start = (db: Database, now: number, transport = accepting): Sender =>
  startSender({
    db,
    identity,
    transports: { real: transport, demo: transport },
    baseUrl: 'https://enkat.example',
    now: () => now,
    log: { info() {}, warn() {} },
  })

/** Sends what waits. @returns the recipients of this run, and why mail is paused */
async function sendAll(db: Database, now = morning) {
  taken.length = 0
  const sender = start(db, now)
  await sender.settled()
  await sender.stop()
  return { taken: taken.length, pause: findMailPause(db) }
}

const copyTo = (world: World, file: string) => world.db.$client.prepare('vacuum into ?').run(file)

const open = (file: string): Database => {
  const db = openDatabase(file)
  closers.push(() => db.$client.close())
  return db
}

test('the database that has always sent goes on after every restart', async () => {
  const { db } = worldOf(3)
  queueInvitations(db, waveId, 'system', morning)
  expect(await sendAll(db)).toEqual({ taken: 3, pause: undefined })
  queueReminders(db, waveId, 'system', morning + day)
  expect(await sendAll(db, morning + day)).toEqual({ taken: 3, pause: undefined })
  expect(await sendAll(db, morning + day)).toEqual({ taken: 0, pause: undefined })
})

test('a copy restored elsewhere is silent, and sends when an administrator has confirmed it', async () => {
  const world = worldOf(3)
  await sendAll(world.db)
  queueInvitations(world.db, waveId, 'system', morning)
  const file = path.join(world.folder, 'elsewhere.db')
  copyTo(world, file)
  await sendAll(world.db)
  const copy = open(file)
  expect(await sendAll(copy)).toEqual({ taken: 0, pause: 'restored_copy' })
  expect(await sendAll(copy)).toEqual({ taken: 0, pause: 'restored_copy' })
  expect(statesOf(copy)).toEqual(['queued', 'queued', 'queued'])

  resumeMail(copy, 'staff:a', morning)
  expect(findMailPause(copy)).toBe('restored_copy')
  expect(confirmCopy(copy, 'staff:a', morning)).toBe(true)
  expect(confirmCopy(copy, 'staff:a', morning)).toBe(false)
  expect(await sendAll(copy)).toEqual({ taken: 3, pause: undefined })
  expect(await sendAll(copy)).toEqual({ taken: 0, pause: undefined })
  expect(actionsOf(copy)).toContain('mail.copy_confirmed')
})

test('an older copy put back in its own place is silent: what has been mailed since would go out again', async () => {
  const world = worldOf(2)
  await sendAll(world.db)
  queueInvitations(world.db, waveId, 'system', morning)
  const kept = path.join(world.folder, 'kept.db')
  copyTo(world, kept)
  expect(await sendAll(world.db)).toMatchObject({ taken: 2 })
  world.db.$client.pragma('wal_checkpoint(truncate)')
  const file = path.join(world.folder, 'put-back.db')
  copyFileSync(kept, file)
  renameSync(journalOf(world.file), journalOf(file))
  const restored = open(file)
  expect(await sendAll(restored)).toEqual({ taken: 0, pause: 'restored_copy' })
  expect(countMessages(restored, waveId).invitation).toMatchObject({ queued: 2 })
})

test('a whole directory copied, journal and all, is a copy; renamed, it is not', async () => {
  const world = worldOf(2)
  await sendAll(world.db)
  queueInvitations(world.db, waveId, 'system', morning)
  const whole = mkdtempSync(path.join(os.tmpdir(), 'samverka-copy-'))
  closers.push(() => rmSync(whole, { recursive: true, force: true }))
  const file = path.join(whole, path.basename(world.file))
  world.db.$client.pragma('wal_checkpoint(truncate)')
  cpSync(world.folder, whole, { recursive: true })
  expect(await sendAll(open(file))).toEqual({ taken: 0, pause: 'restored_copy' })

  const moved = path.join(world.folder, 'moved.db')
  copyTo(world, moved)
  renameSync(journalOf(world.file), journalOf(moved))
  expect(await sendAll(open(moved))).toEqual({ taken: 2, pause: undefined })
})

test.each([
  ['gone', (file: string) => rmSync(file)],
  ['empty', (file: string) => writeFileSync(file, '')],
  [
    'of another database',
    (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"instance":"./, '"instance":"?')),
  ],
])('where the journal is %s, the mail waits for a person', async (_what, spoil) => {
  const world = worldOf(1)
  await sendAll(world.db)
  queueInvitations(world.db, waveId, 'system', morning)
  spoil(journalOf(world.file))
  expect(await sendAll(world.db)).toEqual({ taken: 0, pause: 'restored_copy' })
})

test('what a copy was sending when it was made is unknown: the original may have gone on', async () => {
  const world = worldOf(2)
  await sendAll(world.db)
  queueInvitations(world.db, waveId, 'system', morning)
  claimNext(world.db, morning, today)
  const file = path.join(world.folder, 'elsewhere.db')
  copyTo(world, file)
  const copy = open(file)
  await sendAll(copy)
  expect(statesOf(copy).sort()).toEqual(['queued', 'unknown'])
})

test('a refusal that paused the mail of the original still pauses its copy when that is confirmed', async () => {
  const world = worldOf(1)
  await sendAll(world.db)
  pauseMail(world.db, 'refused_in_row', 'system', morning)
  const file = path.join(world.folder, 'elsewhere.db')
  copyTo(world, file)
  const copy = open(file)
  await sendAll(copy)
  confirmCopy(copy, 'staff:a', morning)
  expect(findMailPause(copy)).toBe('refused_in_row')
})

test('after a kill the journal tells which letters had begun; a line cut off had not', async () => {
  const world = worldOf(0)
  const file = journalOf(world.file)
  const journal = openJournal(file, 'instance', { event: 7, at: morning })
  for (const letter of ['settled', 'still in hand']) journal.begin(letter)
  journal.forget(['settled'])
  const turned = journal.turnPage({ event: 9, at: morning + minute })
  journal.begin('begun while the page was turned')
  await turned
  journal.begin('begun')
  journal.begin('ended')
  journal.end('ended', { outcome: 'accepted', reply: '250' })
  journal.close()
  writeFileSync(file, `${readFileSync(file, 'utf8')}["cut o`)
  expect(readJournal(file)).toEqual({
    instance: 'instance',
    isOriginal: true,
    mark: { event: 9, at: morning + minute },
    begun: existsSync('/proc/sys/kernel/random/boot_id')
      ? new Map([
          ['still in hand', undefined],
          ['begun while the page was turned', undefined],
          ['begun', undefined],
          ['ended', { outcome: 'accepted', reply: '250' }],
        ])
      : undefined,
  })
})

test.each([
  ['after a power cut', (text: string) => text.replace(/"boot":("[^"]*"|null)/, '"boot":"another"')],
  ['where a full disk has cut a line', (text: string) => `${text}["cut o["another"]\n`],
])('%s the journal is not believed: every letter that was claimed is unknown', async (_when, spoil) => {
  const world = worldOf(3)
  await sendAll(world.db)
  queueInvitations(world.db, waveId, 'system', morning)
  claimNext(world.db, morning, today)
  const file = journalOf(world.file)
  writeFileSync(file, spoil(readFileSync(file, 'utf8')))
  await sendAll(world.db)
  expect(statesOf(world.db).sort()).toEqual(['accepted', 'accepted', 'unknown'])
})

test('the command says that it is a copy, and sends when it has been told to', async () => {
  const { world, server, run, close } = await setOut(2)
  closers.push(close)
  expect((await run('send').ended).code).toBe(0)
  queueInvitations(world.db, waveId, 'system', Date.now())
  rmSync(journalOf(world.file))
  expect(await run('send').ended).toMatchObject({ code: 1, output: expect.stringContaining('databasen är en kopia') })
  await run('retry').ended
  expect((await run('send').ended).code).toBe(1)
  expect(server.seen).toHaveLength(0)
  expect(await run('confirm').ended).toMatchObject({
    code: 0,
    output: expect.stringContaining('skickar från och med nu'),
  })
  expect((await run('send').ended).code).toBe(0)
  expect(server.taken).toHaveLength(2)
  expect((await run('confirm', '--en').ended).output).toContain('nothing to confirm')
}, 120_000)
