// Each fixture is what one kind of mail system writes; what it means is told by RFC 3464 and 3463, or by its own words.
import { expect, test } from 'vitest'
import { type Reading, readBounce as readMessage } from '#mail/bounce/read-bounce.ts'
import { about, fixture } from './fixtures.ts'

const readBounce = async (bytes: Uint8Array): Promise<Reading> => (await readMessage(bytes)).reading

const reported = (reading: Reading) => {
  if (reading.kind !== 'report') throw new Error(`no report: ${reading.kind}`)
  const [recipient] = reading.report.recipients
  if (!recipient) throw new Error('a report about nobody')
  return { ...recipient, letters: reading.report.letters, recipients: reading.report.recipients.length }
}

test.each([
  [
    'postfix-unknown',
    'failed',
    '5.1.1',
    '550 5.1.1 <…>: Recipient address rejected: User unknown in virtual mailbox table',
  ],
  ['postfix-delayed', 'delayed', '4.2.0', '450 4.2.0 <…>: Recipient address rejected: Greylisted'],
  // Mailman's issue 622: what is only delayed, read as permanent for the codes in its words.
  ['delayed-with-permanent-words', 'delayed', '5.1.1', '550 5.1.1 User unknown; deferred'],
  ['exim-unknown', 'failed', '5.0.0', ''],
  // And the reverse: a failure called 5.0.0 that was a temporary one, tried for days.
  ['exim-greylisted-for-days', 'gave_up', '4.0.0', '451 Greylisted, please try again later'],
  ['exim-of-old', 'failed', '5.0.0', /550 No such user here$/],
  ['exchange-not-found', 'failed', '5.1.10', /^550 5\.1\.10 RESOLVER\.ADR\.RecipientNotFound; Recipient … not found/],
  ['microsoft-policy', 'policy', '5.7.515', /^550 5\.7\.515 Access denied, sending domain BYGD\.EXAMPLE/],
  ['gmail-no-such-user', 'failed', '5.1.1', /^550-5\.1\.1 The email account that you tried to reach does not exist/],
  ['qmail', 'failed', '5.1.1', 'Sorry, no mailbox here by that name. (#5.1.1)'],
  ['cut-off', 'failed', '5.1.1', ''],
] as const)('%s: %s, %s', async (name, verdict, status, words) => {
  const found = reported(await readBounce(fixture(name)))
  expect(found).toMatchObject({ verdict, status, recipients: 1 })
  expect(found.addresses.map((address) => address.toLowerCase())).toContain(about.address)
  expect(found.letters[0]).toBe(about.letter)
  if (typeof words === 'string') expect(found.words).toBe(words)
  else expect(found.words).toMatch(words)
  expect(found.words).not.toContain('@')
})

test('words in another alphabet than they say are read as the Western one', async () => {
  const found = reported(await readBounce(fixture('latin-one', 'latin1')))
  expect(found).toMatchObject({ verdict: 'failed', status: '5.2.1', words: '550 5.2.1 Brevlådan är stängd för …' })
  expect(reported(await readBounce(fixture('latin-one'))).words).toBe('550 5.2.1 Brevlådan är stängd för …')
})

test.each(['out-of-office', 'read-receipt'])(
  '%s: a reply that nobody wrote is ignored, whatever it says',
  async (name) => {
    expect(await readBounce(fixture(name))).toEqual({ kind: 'ignored', why: 'auto_reply' })
  },
)

test.each(['broken-mime', 'from-a-person'])('%s: for a person to read', async (name) => {
  expect(await readBounce(fixture(name))).toEqual({ kind: 'unreadable' })
})

test('a message is found again by its own Message-ID', async () => {
  expect((await readMessage(fixture('qmail'))).messageId).toBe('')
  expect((await readMessage(fixture('from-a-person'))).messageId).toBe('<person@kommun.example>')
})

test('a letter that has arrived is no bounce', async () => {
  const text = fixture('postfix-unknown')
    .toString()
    .replace('Action: failed', 'Action: delivered')
    .replace('Status: 5.1.1', 'Status: 2.0.0')
  expect(await readBounce(Buffer.from(text))).toEqual({ kind: 'ignored', why: 'arrived' })
})

test.each([
  // Code, and what it is about (RFC 3463; 5.4.300 and 5.7.515 are Microsoft's).
  ['5.1.2', 'failed'],
  ['5.2.2', 'failed'],
  ['5.4.4', 'failed'],
  ['5.1.8', 'policy'],
  ['5.7.1', 'policy'],
  ['5.7.26', 'policy'],
  ['4.4.1', 'gave_up'],
  ['4.4.7', 'gave_up'],
  ['5.4.7', 'gave_up'],
  ['5.4.300', 'gave_up'],
])('a failure with status %s is %s', async (status, verdict) => {
  const text = fixture('cut-off').toString().replace('Status: 5.1.1', `Status: ${status}`)
  expect(reported(await readBounce(Buffer.from(text)))).toMatchObject({ status, verdict })
})

test('a failure without any code blames nobody', async () => {
  const text = fixture('cut-off').toString().replace('Status: 5.1.1', 'Status: bad')
  expect(reported(await readBounce(Buffer.from(text)))).toMatchObject({ status: '', verdict: 'gave_up' })
})

test('an address of numbers is no status code', async () => {
  const text = fixture('qmail').toString().replace('(#5.1.1)', 'at 5.1.1.25, says 4.2.2.1')
  expect(await readBounce(Buffer.from(text))).toEqual({ kind: 'unreadable' })
})

test('a megabyte, a flood of parts, of recipients or of dashes is read in a moment', { timeout: 30_000 }, async () => {
  const mime = fixture('postfix-unknown').toString()
  const large = `${mime.slice(0, mime.lastIndexOf('\r\n--'))}\r\n${`${'B'.repeat(998)}\r\n`.repeat(1050)}`
  const nested = Array.from(
    { length: 400 },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary="b${at + 1}"\r\n\r\n`,
  )
  const system = 'From: MAILER-DAEMON@x.example\r\n'
  const more = '\r\nFinal-Recipient: rfc822; x@y.example\r\nAction: failed\r\nStatus: 5.1.1\r\n'
  expect(large.length).toBeGreaterThan(1024 * 1024)
  expect(reported(await readBounce(Buffer.from(large)))).toMatchObject({ status: '5.1.1', letters: [about.letter] })
  const crowd = `${fixture('cut-off')}${more.repeat(4000)}`
  expect(reported(await readBounce(Buffer.from(crowd))).recipients).toBeLessThanOrEqual(200)
  for (const text of [
    `${system}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n${nested.join('')}`,
    `${system}\r\n${'-'.repeat(500_000)}\r\n`,
    `${system}\r\n${`${'<'.repeat(990)}\r\n`.repeat(500)}`,
    `${system}References: ${'<'.repeat(200_000)}\r\n\r\n`,
  ])
    expect(await readBounce(Buffer.from(text))).toEqual({ kind: 'unreadable' })
})

test('any bytes at all are read without an error', async () => {
  const bytes = fixture('gmail-no-such-user')
  for (let at = 0; at < 120; at += 1) {
    const broken = Buffer.from(bytes)
    // Deterministic damage, spread over the message.
    for (let n = 0; n < 30; n += 1) broken[(at * 7919 + n * 104_729) % broken.length] = (at * 31 + n * 17) % 256
    const reading = await readBounce(broken.subarray(0, broken.length - at * 11))
    expect(['report', 'ignored', 'unreadable']).toContain(reading.kind)
  }
  expect(await readBounce(Buffer.alloc(0))).toEqual({ kind: 'unreadable' })
})
