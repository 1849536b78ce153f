// Words as servers write them (Postfix, Exim, Exchange Online, Gmail, sendmail), as they lie in the outbox: addresses
// and links have been taken out.
import { expect, test } from 'vitest'
import { phrasesIn } from '#i18n/phrases.ts'
import { readRefusal } from '#mail/refusals.ts'

test.each([
  ['550 5.1.1 <…>: Recipient address rejected: User unknown in virtual mailbox table', 'no_mailbox', '550 5.1.1'],
  ['550-5.1.1 The email account that you tried to reach does not exist.', 'no_mailbox', '550 5.1.1'],
  ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup', 'no_mailbox', '550 5.1.10'],
  ['550 5.4.1 Recipient address rejected: Access denied.', 'no_mailbox', '550 5.4.1'],
  ['450 4.1.2 <…>: Recipient address rejected: Domain not found', 'no_domain', '450 4.1.2'],
  ['450 4.2.0 <…>: Recipient address rejected: Greylisted', 'later', '450 4.2.0'],
  ['451 4.7.1 Greylisting in action, please come back later', 'later', '451 4.7.1'],
  ['452 4.2.2 The email account that you tried to reach is over quota.', 'mailbox_full', '452 4.2.2'],
  ['552 5.2.2 Mailbox full', 'mailbox_full', '552 5.2.2'],
  ['550 5.2.1 The email account that you tried to reach is disabled.', 'mailbox_closed', '550 5.2.1'],
  ['552 5.3.4 Message size exceeds fixed limit', 'too_large', '552 5.3.4'],
  [
    '550 5.7.515 Access denied, sending domain does not meet the required authentication level',
    'our_domain',
    '550 5.7.515',
  ],
  ['550 5.7.26 This mail has been blocked because the sender is unauthenticated.', 'our_domain', '550 5.7.26'],
  ['550 5.7.1 Message rejected as spam by Content Filtering.', 'policy', '550 5.7.1'],
  ['550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP', 'policy', '550 5.7.708'],
  ['454 4.7.1 <…>: Relay access denied', 'not_relayed', '454 4.7.1'],
  ['Invalid login: 535 5.7.8 Error: authentication failed', 'sign_in', '535 5.7.8'],
  ['421 4.7.28 Our system has detected an unusual rate of mail', 'too_fast', '421 4.7.28'],
  ['452 4.5.3 Too many recipients', 'too_fast', '452 4.5.3'],
  ['421 mx.example Service not available, closing transmission channel', 'later', '421'],
  ['550 No thanks', 'refused', '550'],
  ['554 rejected, blocked using 5.1.1.1 at list.example', 'policy', '554'],
  ['self-signed certificate', 'tls', ''],
  ['connect ECONNREFUSED 127.0.0.1:2525', 'unreachable', ''],
  ['getaddrinfo ENOTFOUND mx.kommun.example', 'unreachable', ''],
  ['interrupted', 'cut_off', ''],
  ['the server closed the connection', 'cut_off', ''],
  ['not written: the address is not one plain address', 'not_written', ''],
  ['outbox folder: ENOSPC', 'other', ''],
])('%s is %s', (words, kind, code) => {
  expect(readRefusal(words)).toEqual({ kind, code })
})

test('each kind is explained in both languages, with what to do', () => {
  for (const language of ['sv', 'en'] as const) {
    const { what, remedy } = phrasesIn(language).refusals
    expect(Object.keys(remedy)).toEqual(Object.keys(what))
    expect(new Set(Object.values(what)).size).toBe(Object.keys(what).length)
  }
})
