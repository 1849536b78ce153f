// `npm run mail -- bounce` as a mail server runs it: a real process, a message on standard input, an exit code.
import { afterEach, expect, test } from 'vitest'
import { queueInvitations } from '#store/messages.ts'
import { messages } from '#store/schema.ts'
import { claimNext, settle } from '../../support/outbox.ts'
import { type MailTask, setOut } from '../mail-task.ts'
import { morning, statesOf, today, waveId } from '../world.ts'
import { fixture, fixtureAbout } from './fixtures.ts'

const timeout = 60_000
let task: MailTask
afterEach(() => task.close())

async function pipe(bytes: Uint8Array, ...words: string[]): Promise<{ code: number | null; output: string }> {
  const running = task.run('bounce', ...words)
  running.process.stdin?.end(bytes)
  return running.ended
}

test('one message is read from standard input, recorded once, and told in plain words', { timeout }, async () => {
  task = await setOut(1)
  const { db } = task.world
  queueInvitations(db, waveId, 'system', morning)
  const claim = claimNext(db, morning, today)
  const letter = db.select().from(messages).get()?.messageId ?? ''
  const bounce = fixtureAbout('postfix-unknown', { letter, address: 'deltagare1@kommun.example' })

  expect(await pipe(bounce)).toEqual({ code: 75, output: 'Brevet skickas just nu. Försök igen om en minut.\n' })
  if (claim.outcome === 'letter') settle(db, claim.letter.id, { outcome: 'accepted', reply: 'ok' }, morning)
  const told = await pipe(bounce)
  expect(told.code).toBe(0)
  expect(told.output).toContain('Brevet kom tillbaka för gott.')
  expect(told.output).toContain('Servern: 5.1.1 · 550 5.1.1 <…>: Recipient address rejected')
  expect(told.output).not.toContain('deltagare1')
  expect(statesOf(db)).toEqual(['returned'])
  expect(await pipe(bounce, '--en')).toEqual({
    code: 0,
    output: 'The message has been read before. Nothing has changed.\n',
  })

  const forged = await pipe(fixture('postfix-unknown'))
  expect(forged.code).toBe(0)
  expect(forged.output).toContain('Ingen har markerats')
  expect((await task.run('status').ended).output).toContain('Ett svar behöver läsas av någon')
  expect(await pipe(Buffer.alloc(0))).toEqual({ code: 1, output: 'Inget meddelande på standard in.\n' })
})

test('the mailbox is asked for where none is set, and one that is not there is told without its password', {
  timeout,
}, async () => {
  task = await setOut(1)
  expect(await task.run('bounces').ended).toEqual({
    code: 1,
    output: 'Sätt IMAP_URL till brevlådan som breven studsar till.\n',
  })
  const gone = await task.runWith({ IMAP_URL: 'imap://studs:hemligt@localhost:1/INBOX' }, 'bounces').ended
  expect(gone).toEqual({ code: 1, output: 'Brevlådan går inte att läsa (ECONNREFUSED).\n' })
})
