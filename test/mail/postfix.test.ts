// The real sender against the mail server that Debian gives: what a peer of our own making would forgive, it does not.
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { startSender } from '#mail/sender.ts'
import { createSmtpTransport, smtpSettings } from '#mail/smtp-transport.ts'
import { countMessages, queueInvitations } from '#store/messages.ts'
import { messages } from '#store/schema.ts'
import { notePrograms } from '../support/programs-noted.ts'
import { startPostfix, whyNoPostfix } from './postfix.ts'
import { identity, lettersOf, makeWorld, morning, someone, waveId } from './world.ts'

test('Postfix takes twenty letters, delivers each once and whole, and refuses the one that nobody reads', async (context) => {
  const whyNot = whyNoPostfix()
  if (whyNot) context.skip(whyNot)
  notePrograms(context, 'postfix')
  const postfix = await startPostfix('deltagare[0-9]+@kommun\\.example')
  const world = makeWorld([
    ...someone(19),
    { name: 'Åsa Öberg-Lindström "Ö"; <x@y>', address: 'deltagare20@kommun.example' },
    { name: 'Ingen', address: 'ingen@kommun.example' },
  ])
  try {
    queueInvitations(world.db, waveId, 'system', morning)
    const transport = createSmtpTransport({ ...smtpSettings(postfix.url), answerTimeout: 10_000 })
    const sender = startSender({
      db: world.db,
      identity,
      transports: { real: transport, demo: transport },
      baseUrl: 'https://enkat.example',
      now: () => morning,
      log: { info: () => undefined, warn: () => undefined },
    })
    await sender.settled()
    await sender.stop()
    expect(countMessages(world.db, waveId).invitation).toMatchObject({ accepted: 20, failed: 1, unknown: 0, retry: 0 })
    expect(lettersOf(world.db, 0)[0]?.outcome).toMatch(/^250 2\.0\.0 Ok: queued as/)
    expect(lettersOf(world.db, 20)[0]?.outcome).toMatch(/550 5\.1\.1 .*User unknown in virtual mailbox table/)

    await expect.poll(() => postfix.delivered().length, { timeout: 10_000 }).toBe(20)
    expect(postfix.log()).not.toMatch(/\b(warning|error|fatal|panic):/)
    const letters = await Promise.all(postfix.delivered().map((raw) => PostalMime.parse(raw)))
    const sent = world.db.select().from(messages).all()
    const accepted = sent.filter(({ state }) => state === 'accepted').map(({ messageId }) => messageId)
    expect(letters.map(({ messageId }) => messageId).sort()).toEqual(accepted.sort())
    expect(letters.map(({ deliveredTo }) => deliveredTo).sort()).toEqual(
      Array.from({ length: 20 }, (_, at) => `deltagare${at + 1}@kommun.example`).sort(),
    )
    for (const letter of letters) {
      expect(letter.from).toEqual({ name: 'Föreningen Bygd & Län', address: 'kontakt@bygd.example' })
      expect(letter.to?.[0]?.address).toBe(letter.deliveredTo)
      expect(letter.returnPath).toContain('@')
      expect(letter.subject).toContain('Service i samverkan på Åsarna')
      expect(headersOf(letter)).toMatchObject({
        'auto-submitted': 'auto-generated',
        'list-unsubscribe': expect.stringMatching(/^<https:\/\/enkat\.example\/quiet\/[\w-]{22}>$/),
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      })
      for (const part of [letter.text, letter.html]) expect(part).toMatch(/https:\/\/enkat\.example\/s\/[\w-]{22}/)
      expect(letter.text).toContain('Föreningen Bygd & Län')
    }
    const asa = letters.find(({ deliveredTo }) => deliveredTo === 'deltagare20@kommun.example')
    expect(asa?.to).toEqual([{ name: 'Åsa Öberg-Lindström "Ö"; <x@y>', address: 'deltagare20@kommun.example' }])
  } finally {
    world.close()
    postfix.stop()
  }
}, 60_000)

const headersOf = ({ headers }: { headers: { key: string; value: string }[] }): Record<string, string> =>
  Object.fromEntries(headers.map(({ key, value }) => [key, value]))
