import { expect, test } from 'vitest'
import { type Language, languages } from '#i18n/phrases.ts'
import { mailableAddress } from '#mail/addresses.ts'
import { type LetterFacts, standardWords, writeLetter } from '#mail/letters.ts'
import { type LetterKind, letterKinds, templateFaults } from '#mail/template.ts'
import { tidyReply } from '#mail/transport.ts'

const asked = {
  wave: 'baseline',
  closesOn: '2027-05-31',
  minutes: 15,
  answerLink: 'https://enkat.example/s/Zk3vT9dQhX0yq2mB7sLw1A',
  quietLink: 'https://enkat.example/quiet/b7sLw1AZk3vT9dQhX0yq2m',
} as const
const facts = {
  kind: 'invitation',
  language: 'sv',
  project: { name: 'Service i samverkan', organisation: 'Bygd & Län', contactEmail: 'kontakt@bygd.example' },
  recipient: { name: 'Åsa Öberg', municipality: 'Flen' },
  asked,
} satisfies LetterFacts

const letterOf = (kind: LetterKind, language: Language = 'sv', change: Partial<LetterFacts> = {}) => {
  const { asked: _, ...unasked } = facts
  const known = kind === 'thanks' ? unasked : facts
  return writeLetter({ ...known, kind, language, ...change }, standardWords(kind, language))
}
const standardLetters = languages.flatMap((language) => letterKinds.map((kind) => ({ language, kind })))
const asking = standardLetters.filter(({ kind }) => kind !== 'thanks')
const waves = (['baseline', 'midterm', 'endline', 'followup'] as const).flatMap((wave) =>
  languages.map((language) => ({ wave, language })),
)

test.each(asking)('a letter carries its two links, its last day and its contact: $language $kind', (letter) => {
  const { subject, text, html } = letterOf(letter.kind, letter.language)
  const links = text.match(/https?:\S+/g)
  expect(links).toEqual([asked.answerLink, asked.quietLink])
  expect(new Set(html.match(/(?<=href=")[^"]+/g))).toEqual(new Set(links))
  for (const part of [text, html]) {
    expect(part.replaceAll('\u00a0', ' ')).toContain(letter.language === 'sv' ? '31 maj 2027' : '31 May 2027')
    expect(part).toContain('kontakt@bygd.example')
    expect(part).toContain('15 minut')
  }
  expect(subject.length).toBeLessThan(100)
})

test.each(waves)('a letter says why it comes just now: $language $wave', ({ wave, language }) => {
  const { text } = letterOf('invitation', language, { asked: { ...asked, wave } })
  const others = waves
    .filter((one) => one.language === language && one.wave !== wave)
    .map((one) => letterOf('invitation', language, { asked: { ...asked, wave: one.wave } }).text)
  expect(others).not.toContain(text)
  expect(text).toContain('Service i samverkan')
})

test.each(standardLetters)('a letter promises pseudonyms and no more: $language $kind', ({ language, kind }) => {
  const { text, html, subject } = letterOf(kind, language)
  expect(text).toMatch(/pseudonym/)
  expect(text).toMatch(/frivilligt|voluntary/)
  expect(`${subject} ${text} ${html}`).not.toMatch(/anonym|ingen kan läsa|nobody can read/i)
  expect(`${subject} ${text} ${html}`).not.toMatch(/undefined|\[object|null|NaN|[{}]{|{[a-zåäö ]+}/)
})

test.each(standardLetters)(
  'the standard text is itself a letter without faults: $language $kind',
  ({ language, kind }) => {
    expect(templateFaults(kind, standardWords(kind, language))).toEqual([])
  },
)

test.each(languages)('thanks ask for nothing and lead nowhere (%s)', (language) => {
  const { text, html } = letterOf('thanks', language)
  expect(`${text} ${html}`).not.toMatch(/https?:|href=/)
})

test('a second reminder does not repeat the first', () => {
  expect(letterOf('reminder_again').text).not.toBe(letterOf('reminder').text)
  expect(letterOf('reminder_again').text).toContain('fortfarande öppen')
})

test('a letter tells in the other language that the link serves it too', () => {
  expect(letterOf('invitation').text).toContain('The same link also opens the questionnaire in English.')
  expect(letterOf('invitation').html).toContain('lang="en"')
  expect(letterOf('invitation', 'en').text).toContain('Samma länk öppnar också enkäten på svenska.')
})

test('what people are called is shown, never run', () => {
  const { html, text, subject } = letterOf('invitation', 'sv', {
    recipient: { name: '<img src=x onerror=alert(1)> "Åsa"\r\nBcc: v@c.se', municipality: 'Flen' },
    project: { ...facts.project, name: 'A & B <%= it %>\n{{namn}} https://else.example' },
  })
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('A &amp; B &lt;%= it %&gt; {{namn}}')
  expect(html).not.toContain('href="https://else.example')
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).toMatch(/^Hej <img src=x onerror=alert\(1\)> "Åsa" Bcc: v@c\.se!\n/)
})

test('own words become paragraphs, lines and a button; what is typed is text', () => {
  const body =
    'Hej {Namn}!\r\n\r\nRad ett i {kommun}\r\nrad två, se https://projekt.example/om.\r\n{länk}\r\n\r\n<b>{organisation}</b>'
  const { subject, text, html } = writeLetter(facts, { subject: 'Till {namn}, senast {sista dag}', body })
  expect(subject).toBe('Till Åsa Öberg, senast 31 maj 2027')
  expect(text).toMatch(
    /^Hej Åsa Öberg!\n\nRad ett i Flen\nrad två, se https:\/\/projekt\.example\/om\.\nSvara här:\nhttps:\/\/enkat\.example\/s\/\S+\n\n<b>Bygd & Län<\/b>\n\n/,
  )
  expect(html).toMatch(/font-size:22px[^>]*>Hej Åsa Öberg!<\/p>/)
  expect(html).toContain('Rad ett i Flen<br>rad två, se <a class="link" href="https://projekt.example/om"')
  expect(html).toMatch(new RegExp(`class="button" href="${asked.answerLink}"[^>]*>Svara på enkäten</a>`))
  expect(html).toContain('&lt;b&gt;Bygd &amp; Län&lt;/b&gt;')
})

test('a link within a sentence stays there, and fields may be named in either language', () => {
  const { text, html } = writeLetter(facts, { subject: '{project}', body: 'Svara på {link} före {last  day}.' })
  expect(text).toMatch(/^Svara på https:\/\/enkat\.example\/s\/\S+ före 31\u00a0maj\u00a02027\.\n/)
  expect(html).not.toContain('class="button"')
  expect(html).toContain(`href="${asked.answerLink}"`)
})

test('a letter that names what it has not is not written', () => {
  const { asked: _, ...unasked } = facts
  expect(() => writeLetter({ ...unasked, kind: 'thanks' }, { subject: 'Tack', body: '{länk}' })).toThrow('no link')
  expect(() => writeLetter(facts, { subject: 'Hej', body: '{namm} {länk}' })).toThrow('unknown field: namm')
})

test('a letter loads nothing from anywhere', () => {
  expect(letterOf('invitation').html).not.toMatch(/<img|<link|@import|url\(|src=|<script/)
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
