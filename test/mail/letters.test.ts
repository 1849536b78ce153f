import { expect, test } from 'vitest'
import { mailableAddress } from '#mail/addresses.ts'
import { type LetterFacts, writeLetter } from '#mail/letters.ts'
import { tidyReply } from '#mail/transport.ts'

const facts: LetterFacts = {
  kind: 'invitation',
  ordinal: 1,
  language: 'sv',
  project: { name: 'Service i samverkan', organisation: 'Bygd & Län', contactEmail: 'kontakt@bygd.example' },
  wave: { kind: 'baseline', closesOn: '2027-05-31' },
  minutes: 15,
  recipientName: 'Åsa Öberg',
  answerLink: 'https://enkat.example/s/Zk3vT9dQhX0yq2mB7sLw1A',
  quietLink: 'https://enkat.example/quiet/b7sLw1AZk3vT9dQhX0yq2m',
}

const kinds = ['baseline', 'midterm', 'endline', 'followup'] as const
const everyLetter = (['sv', 'en'] as const).flatMap((language) => [
  ...kinds.map((kind) => ({ ...facts, language, wave: { ...facts.wave, kind } })),
  { ...facts, language, kind: 'reminder' as const },
  { ...facts, language, kind: 'reminder' as const, ordinal: 2 },
])

test.each(everyLetter)(
  'a letter carries its two links, its last day and its contact: $language $kind $ordinal $wave.kind',
  (letter) => {
    const { subject, text, html } = writeLetter(letter)
    const links = text.match(/https?:\S+/g)
    expect(links).toEqual([letter.answerLink, letter.quietLink])
    expect(new Set(html.match(/(?<=href=")[^"]+/g))).toEqual(new Set(links))
    for (const part of [text, html]) {
      expect(part.replaceAll('\u00a0', ' ')).toContain(letter.language === 'sv' ? '31 maj 2027' : '31 May 2027')
      expect(part).toContain('kontakt@bygd.example')
      expect(part).toContain('15 minut')
      expect(part).not.toMatch(/undefined|\[object|null|NaN/)
    }
    expect(subject).toContain('Service i samverkan')
    expect(subject.length).toBeLessThan(90)
  },
)

test.each(everyLetter)('a letter promises pseudonyms and no more: $language $kind $ordinal $wave.kind', (letter) => {
  const { text, html, subject } = writeLetter(letter)
  expect(text).toMatch(/pseudonym/)
  expect(text).toMatch(/frivilligt|voluntary/)
  expect(`${subject} ${text} ${html}`).not.toMatch(/anonym|ingen kan läsa|nobody can read/i)
})

test('a second reminder does not repeat the first', () => {
  const first = writeLetter({ ...facts, kind: 'reminder', ordinal: 1 })
  expect(writeLetter({ ...facts, kind: 'reminder', ordinal: 2 }).text).not.toBe(first.text)
  expect(writeLetter({ ...facts, kind: 'reminder', ordinal: 2 }).text).toContain('fortfarande öppen')
})

test('a letter tells in the other language that the link serves it too', () => {
  expect(writeLetter(facts).text).toContain('The same link also opens the questionnaire in English.')
  expect(writeLetter(facts).html).toContain('lang="en"')
  expect(writeLetter({ ...facts, language: 'en' }).text).toContain('Samma länk öppnar också enkäten på svenska.')
})

test('what people are called is shown, never run', () => {
  const { html, text, subject } = writeLetter({
    ...facts,
    recipientName: '<img src=x onerror=alert(1)> "Åsa"\r\nBcc: v@c.se',
    project: { ...facts.project, name: 'A & B <%= it %>\n{{namn}}' },
  })
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('A &amp; B &lt;%= it %&gt; {{namn}}')
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).toMatch(/^Hej <img src=x onerror=alert\(1\)> "Åsa" Bcc: v@c\.se!\n/)
})

test('a letter loads nothing from anywhere', () => {
  expect(writeLetter(facts).html).not.toMatch(/<img|<link|@import|url\(|src=|<script/)
})

test.each([
  ['anna@kommun.se', 'anna@kommun.se'],
  ['info@malmö.se', 'info@xn--malm-8qa.se'],
  ["o'brien+enkat@sub.kommun.se", "o'brien+enkat@sub.kommun.se"],
])('one plain address is mailable: %s', (given, expected) => {
  expect(mailableAddress(given)).toBe(expected)
})

test.each([
  'a@b.se, victim@c.se',
  'a@b.se;victim@c.se',
  'a@b.se\r\nBcc: v@c.se',
  'grupp: a@b.se, v@c.se;',
  'Anna <a@b.se>',
  '"a@b.se"@c.se',
  'a@b.se>\r\nRCPT TO:<v@c.se',
  'a@[127.0.0.1]',
  'a(v@c.se)@b.se',
  'a@b',
  '@b.se',
  'a@@b.se',
  'a b@c.se',
  '',
  `${'x'.repeat(65)}@b.se`,
])('what is not one plain address is mailed to nobody: %j', (given) => {
  expect(mailableAddress(given)).toBeUndefined()
})

test("a server's words are kept short, on one line, without addresses and tokens", () => {
  const words = tidyReply(
    '550-5.1.1 <anna@kommun.se>: no such user\r\n550 see https://enkat.example/s/Zk3vT9dQhX0yq2mB7sLw1A \u202e\u0000',
  )
  expect(words).toBe('550-5.1.1 <…>: no such user 550 see https://enkat.example/s/…')
  expect(tidyReply('x '.repeat(1_000_000)).length).toBeLessThanOrEqual(300)
})
