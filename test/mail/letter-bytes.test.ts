// Battery E12, E16 and E17, and the headers that mail programs go by: what leaves us as bytes, and what a mail server
// has of it. (E1–E11 stand in test/intake/participants.test.ts, letters.test.ts and sender.test.ts; E13 and E14 in
// template.test.ts; E18 belongs to the preflight.)
import PostalMime from 'postal-mime'
import { afterEach, describe, expect, test } from 'vitest'
import { composeMessage, type Posting } from '#mail/compose.ts'
import { standardWords, writeLetter } from '#mail/letters.ts'
import { createSmtpTransport, smtpSettings } from '#mail/smtp-transport.ts'
import { startMailServer } from './mail-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const facts = {
  kind: 'thanks',
  language: 'sv',
  project: { name: 'Service på Åsarna', organisation: 'Föreningen Bygd & Län', contactEmail: 'kontakt@bygd.example' },
  recipient: { name: 'Åsa Öberg', municipality: 'Flen' },
} as const
const quiet = 'https://enkat.example/quiet/b7sLw1AZk3vT9dQhX0yq2m'
const posting: Posting = {
  from: { name: 'Föreningen Bygd & Län', address: 'kontakt@bygd.example' },
  replyTo: 'kontakt@bygd.example',
  to: { name: 'Åsa Öberg', address: 'asa@kommun.example' },
  messageId: '<abc@bygd.example>',
  date: Date.UTC(2027, 2, 1, 8),
  unsubscribe: { by: 'quiet', link: quiet },
  letter: writeLetter(facts, standardWords('thanks', 'sv')),
}
const ownWords = (subject: string, body: string): Posting => ({
  ...posting,
  letter: writeLetter(facts, { subject, body }),
})

/** Lines of the header as they stand, folded ones apart. */
const headerOf = (raw: Buffer) => raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
const headersNamed = async (raw: Buffer, key: string) =>
  (await PostalMime.parse(raw)).headers.filter((header) => header.key === key).map(({ value }) => value)

const names = [
  ['E12', 'Ö"; <x@y>'],
  ['E12, encoded beforehand', '=?utf-8?q?offer=40c.example?='],
  ['E12, letters of many bytes', '👩‍👩‍👧 Åsa 漢字'.repeat(6)],
  ['E12, ASCII with a comma', 'Doe, John'],
] as const

test.each(names)('%s: a name comes back as it was, from a header of short ASCII lines', async (_id, name) => {
  const raw = await composeMessage({
    ...posting,
    to: { ...posting.to, name },
    from: { ...posting.from, name },
    letter: { ...posting.letter, subject: `Till ${name}` },
  })
  const mail = await PostalMime.parse(raw)
  // What looks like an encoded word is kept from being read as one.
  const shown = name.replace('=?', '= ?')
  expect(mail.to).toEqual([{ name: shown, address: 'asa@kommun.example' }])
  expect(mail.from).toEqual({ name: shown, address: 'kontakt@bygd.example' })
  expect(mail.subject).toBe(`Till ${shown}`)
  const header = headerOf(raw)
  expect(header).toMatch(/^[\x20-\x7e\r\n\t]*$/)
  // RFC 2047 2: an encoded word has at most 75 characters, a line that holds one at most 76.
  for (const word of header.match(/=\?[^?\s]+\?[bq]\?[^?\s]*\?=/gi) ?? []) expect(word.length).toBeLessThanOrEqual(75)
  for (const line of header.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
})

const bodies = [
  ['E16, a line longer than SMTP allows', `Hej!\n\n${'långt ord '.repeat(300)}`],
  ['E16, dots alone and in front', 'Hej!\n\n.\n..\n.börjar med punkt\n\nSlut.'],
  ['E16, a From line and trailing blanks', 'Hej!\n\nFrom början till slut  \nsista\u00a0'],
] as const

test.each(bodies)('%s: arrives as it was written', async (_id, body) => {
  const server = await startMailServer()
  closers.push(() => server.stop())
  const transport = createSmtpTransport(smtpSettings(server.url))
  closers.push(() => transport.close())
  const wanted = ownWords('Hej', body)
  const bytes = await composeMessage(wanted)
  for (const line of bytes.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
  const envelope = { from: 'kontakt@bygd.example', to: 'asa@kommun.example' }
  expect(await transport.deliver(envelope, { messageId: posting.messageId, bytes })).toMatchObject({
    outcome: 'accepted',
  })
  const mail = await PostalMime.parse(server.taken[0]?.raw ?? '')
  expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(wanted.letter.text.trim())
  expect(mail.html?.replaceAll('\r\n', '\n').trim()).toBe(wanted.letter.html.trim())
})

test('E17: what looks like a file or an address is text, and nothing is attached or fetched', async () => {
  const raw = await composeMessage(
    ownWords(
      'file:///etc/passwd',
      'Hej!\n\nfile:///etc/passwd cid:x data:text/html,x <a href="javascript:alert(1)">x</a>',
    ),
  )
  const mail = await PostalMime.parse(raw)
  expect(mail.attachments).toEqual([])
  expect(mail.subject).toBe('file:///etc/passwd')
  expect(mail.html).not.toMatch(/href="(file|cid|data|javascript):/)
  expect(raw.toString()).not.toContain('root:')
})

describe('headers', () => {
  test('are the same for a second try', async () => {
    const [first, second] = [await composeMessage(posting), await composeMessage(posting)]
    const withoutBoundary = (raw: Buffer) => headerOf(raw).replace(/boundary="[^"]+"/, '')
    expect(withoutBoundary(second)).toBe(withoutBoundary(first))
    expect(await headersNamed(first, 'message-id')).toEqual(['<abc@bygd.example>'])
    expect(await headersNamed(first, 'auto-submitted')).toEqual(['auto-generated'])
  })

  test.each([
    [{ by: 'quiet', link: quiet } as const, [`<${quiet}>`], ['List-Unsubscribe=One-Click']],
    [{ by: 'mailto', address: 'k&o@bygd.example' } as const, ['<mailto:k%26o@bygd.example?subject=unsubscribe>'], []],
    [{ by: 'none' } as const, [], []],
  ])('say how to have no more of it: %j', async (unsubscribe, list, post) => {
    const raw = await composeMessage({ ...posting, unsubscribe })
    expect(await headersNamed(raw, 'list-unsubscribe')).toEqual(list)
    expect(await headersNamed(raw, 'list-unsubscribe-post')).toEqual(post)
  })

  test('name both parts in UTF-8, plain text first', async () => {
    const raw = (await composeMessage(posting)).toString('latin1')
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m)
    const types = raw.match(/^Content-Type: text\/\w+; charset=utf-8/gm)
    expect(types).toEqual(['Content-Type: text/plain; charset=utf-8', 'Content-Type: text/html; charset=utf-8'])
  })
})
