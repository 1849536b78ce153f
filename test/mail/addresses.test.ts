// Rows E1–E12 of the battery of addresses, at every door: the import's check, the last look before the server, and what
// nodemailer makes of what came through.
import fc from 'fast-check'
import addressparser from 'nodemailer/lib/addressparser'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { mailableAddress } from '#mail/addresses.ts'
import { composeMessage } from '#mail/compose.ts'

const local64 = 'a'.repeat(64)

test.each([
  ['a list', 'a@b.se, victim@c.se'],
  ['a list without a space', 'a@b.se,victim@c.se'],
  ['another list', 'a@b.se;victim@c.se'],
  ['a group', 'grupp: a@b.se, c@d.se;'],
  ['a header smuggled in', 'a@b.se\r\nBcc: v@c.se'],
  ['a line break', 'a@b.se\nc'],
  ['a name', 'Anna <a@b.se>'],
  ['a comment', 'a(b)@c.se'],
  ['quotes', '"a b"@c.se'],
  ['an IP address', 'a@[127.0.0.1]'],
  ['no dot', 'a@b'],
  ['nothing before the at', '@b.se'],
  ['two ats', 'a@@b.se'],
  ['nothing', ''],
  ['65 letters before the at', `a${local64}@b.se`],
  ['a NUL', 'a\u0000@b.se'],
  ['a change of direction', 'a\u202e@b.se'],
  ['a zero-width space', 'a\u200b@b.se'],
])('%s is refused at both doors', (_what, address) => {
  expect(checkAddress(address).ok).toBe(false)
  expect(mailableAddress(address)).toBeUndefined()
})

test('a domain of its own letters is written in ASCII and shown as people read it', () => {
  expect(checkAddress('info@malmö.se')).toMatchObject({ ok: true, address: 'info@xn--malm-8qa.se', shared: true })
  expect(mailableAddress('bo@malmö.se')).toBe('bo@xn--malm-8qa.se')
  expect(inOwnLetters('bo@xn--malm-8qa.se')).toBe('bo@malmö.se')
})

test('a domain with one letter of another alphabet is told from what it looks like', () => {
  // The second letter is Cyrillic.
  expect(checkAddress('a@fаlun.se')).toMatchObject({ ok: true, mixedLetters: true })
  expect(checkAddress('a@falun.se')).toMatchObject({ ok: true, mixedLetters: false })
})

test('the longest address that RFC 5321 allows', () => {
  expect(mailableAddress(`${local64}@b.se`)).toBe(`${local64}@b.se`)
  expect(checkAddress(`${local64}@b.se`).ok).toBe(true)
  expect(checkAddress(`a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(62)}.se`).ok).toBe(false)
})

const pieces = fc.constantFrom(
  'a',
  'b.se',
  '@',
  ',',
  ';',
  ':',
  '<',
  '>',
  '"',
  '(',
  ')',
  ' ',
  '\r\n',
  '\\',
  '.',
  'ö',
  '\u0000',
  'xn--',
  '[',
  ']',
)

test('whatever is typed: what comes through is one address, to nodemailer and as a letter bears it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 9 }), async (typed) => {
      const address = mailableAddress(typed.join(''))
      if (address === undefined) return
      expect(addressparser(address, { flatten: true })).toEqual([{ name: '', address }])
    }),
    { seed: 6, numRuns: 5000 },
  )
  const typed = fc.tuple(fc.constantFrom('a', 'a.b', "o'b", 'a+b'), fc.constantFrom('b.se', 'malmö.se', 'x-y.example'))
  for (const [local, domain] of fc.sample(typed, { seed: 6, numRuns: 12 })) {
    const address = mailableAddress(`${local}@${domain}`)
    expect(address).toBeDefined()
    const bytes = await composeMessage(posting(address ?? '', 'Ö"; <x@y.se>, Bo'))
    const { to, bcc } = await PostalMime.parse(bytes)
    expect(to).toEqual([{ name: 'Ö"; <x@y.se>, Bo', address }])
    expect(bcc).toBeUndefined()
    const smuggling = await composeMessage(posting(address ?? '', 'Bo\r\nBcc: v@c.se'))
    expect((await PostalMime.parse(smuggling)).bcc).toBeUndefined()
  }
})

const posting = (address: string, name: string): Parameters<typeof composeMessage>[0] => ({
  from: { name: 'Föreningen', address: 'kontakt@bygd.example' },
  replyTo: 'kontakt@bygd.example',
  to: { name, address },
  messageId: '<a@bygd.example>',
  date: Date.UTC(2027, 2, 1, 8),
  unsubscribe: { by: 'quiet', link: 'https://enkat.example/quiet/x' },
  letter: { subject: 'Ämne', text: 'Hej', html: '<p>Hej</p>' },
})
