// What a message changes in the database: one letter, one address, and nobody else's.
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { takeBounce } from '#mail/bounce/take-bounce.ts'
import { countUnmatched, listUnmatched } from '#store/bounces.ts'
import type { Delivery } from '#store/ending.ts'
import { findMailPause, pauseMail, resumeMail } from '#store/mail-pause.ts'
import { countMessages, countRemindable, queueInvitations, queueReminders, requeueFailed } from '#store/messages.ts'
import { correctAddress, erasePerson } from '#store/rights.ts'
import { bounces, messages, personAddresses } from '#store/schema.ts'
import { exchangeLetters } from '#store/sending.ts'
import { correctAndResend, listUnreached, resendFaultless } from '#store/unreached.ts'
import { fingerprintDatabase } from '../../support/fingerprint.ts'
import { claimNext, settle } from '../../support/outbox.ts'
import {
  actionsOf,
  answer,
  day,
  identity,
  invitationOf,
  lettersOf,
  makeWorld,
  minute,
  morning,
  someone,
  today,
  type World,
  waveId,
} from '../world.ts'
import { fixtureAbout } from './fixtures.ts'

let world: World
afterEach(() => world.close())

const accepted: Delivery = { outcome: 'accepted', reply: '250 ok' }
const addressOf = (at: number): string => `deltagare${at + 1}@kommun.example`

/** So many people, each with an invitation that the server has taken. */
function sentTo(people: number): World['db'] {
  world = makeWorld(someone(people))
  queueInvitations(world.db, waveId, 'system', morning)
  sendAll(morning)
  return world.db
}

function sendAll(now: number, delivery: Delivery = accepted): void {
  for (;;) {
    const claim = claimNext(world.db, now, today)
    if (claim.outcome === 'nothing' || claim.outcome === 'paused') return
    if (claim.outcome === 'letter') settle(world.db, claim.letter.id, delivery, now)
  }
}

const messageIdOf = (at: number): string =>
  world.db
    .select()
    .from(messages)
    .where(eq(messages.invitationId, invitationOf(at)))
    .all()
    .at(-1)?.messageId ?? ''

const bounceOf = (name: string, at: number) => fixtureAbout(name, { letter: messageIdOf(at), address: addressOf(at) })
const take = (bytes: Uint8Array, now = morning + minute) => takeBounce(world.db, identity, bytes, now)
const deadAddresses = () =>
  world.db
    .select()
    .from(personAddresses)
    .all()
    .filter(({ bouncedAt }) => bouncedAt !== null)
    .map(({ id }) => id)

test.each([
  'postfix-unknown',
  'exim-unknown',
  'exim-of-old',
  'exchange-not-found',
  'gmail-no-such-user',
  'qmail',
  'latin-one',
  'cut-off',
])('%s: the letter has come back, its address is dead, and everybody else is as before', async (name) => {
  const db = sentTo(3)
  expect(await take(bounceOf(name, 1))).toMatchObject({ outcome: 'matched', verdict: 'failed', hasPaused: false })
  expect(deadAddresses()).toEqual(['address-1'])
  expect(countMessages(db, waveId).invitation).toMatchObject({ accepted: 2, returned: 1 })
  expect(countRemindable(db, waveId, morning + 2 * day)).toBe(2)
  expect(actionsOf(db).slice(-2)).toEqual(['address.bounced', 'letter.returned'])
  expect(findMailPause(db)).toBeUndefined()
})

test.each(['postfix-delayed', 'delayed-with-permanent-words'])('%s: noted, and nothing else', async (name) => {
  const db = sentTo(1)
  expect(await take(bounceOf(name, 0))).toMatchObject({ outcome: 'matched', verdict: 'delayed' })
  expect(lettersOf(db, 0)).toMatchObject([{ state: 'accepted' }])
  expect(deadAddresses()).toEqual([])
  expect(countRemindable(db, waveId, morning + 2 * day)).toBe(1)
})

test('a server that gave up sends the letter back and blames nobody', async () => {
  const db = sentTo(1)
  expect(await take(bounceOf('exim-greylisted-for-days', 0))).toMatchObject({ verdict: 'gave_up' })
  expect(lettersOf(db, 0)).toMatchObject([{ state: 'returned', outcome: '451 Greylisted, please try again later' }])
  expect(deadAddresses()).toEqual([])
})

test('a refusal by rule pauses the mail once, and marks no person', async () => {
  const db = sentTo(2)
  expect(await take(bounceOf('microsoft-policy', 0))).toMatchObject({ verdict: 'policy', hasPaused: true })
  expect(findMailPause(db)).toBe('bounced_policy')
  expect(deadAddresses()).toEqual([])
  expect(lettersOf(db, 0)).toMatchObject([{ state: 'returned' }])
  resumeMail(db, 'system', morning + 2 * minute)
  // What was sent before somebody mended it says nothing new.
  expect(await take(bounceOf('microsoft-policy', 1), morning + 3 * minute)).toMatchObject({ hasPaused: false })
  expect(findMailPause(db)).toBeUndefined()
})

test('a pause for another reason keeps its reason', async () => {
  const db = sentTo(1)
  pauseMail(db, 'refused_in_row', 'system', morning)
  expect(await take(bounceOf('microsoft-policy', 0))).toMatchObject({ hasPaused: false })
  expect(findMailPause(db)).toBe('refused_in_row')
})

test.each(['out-of-office', 'read-receipt'])('%s leaves no trace', async (name) => {
  const db = sentTo(1)
  const before = fingerprintDatabase(db)
  expect(await take(bounceOf(name, 0))).toEqual({ outcome: 'ignored', why: 'auto_reply' })
  expect(fingerprintDatabase(db)).toBe(before)
})

test.each(['broken-mime', 'from-a-person'])('%s is listed for a person, without a word of it', async (name) => {
  const db = sentTo(1)
  expect(await take(bounceOf(name, 0))).toEqual({ outcome: 'unmatched', fault: 'unreadable' })
  expect(listUnmatched(db)).toMatchObject([{ fault: 'unreadable' }])
  expect(countUnmatched(db)).toBe(1)
  expect(db.select().from(bounces).all()).toMatchObject([{ words: '', status: '', letterId: null, addressId: null }])
})

test.each([
  ['a letter that is not ours', 'no_letter', { letter: '<forged@elsewhere.example>', address: addressOf(0) }],
  ['another person than the letter went to', 'other_recipient', { letter: 'own', address: addressOf(1) }],
  ['nobody whom we know', 'other_recipient', { letter: 'own', address: 'chef@kommun.example' }],
] as const)('a forged report about %s marks nobody', async (_what, fault, forged) => {
  const db = sentTo(2)
  const letter = forged.letter === 'own' ? messageIdOf(0) : forged.letter
  const before = { addresses: db.select().from(personAddresses).all(), letters: db.select().from(messages).all() }
  for (const name of ['postfix-unknown', 'qmail', 'microsoft-policy']) {
    const bytes = fixtureAbout(name, { letter, address: forged.address })
    expect(await take(bytes)).toEqual({ outcome: 'unmatched', fault })
  }
  expect({ addresses: db.select().from(personAddresses).all(), letters: db.select().from(messages).all() }).toEqual(
    before,
  )
  expect(findMailPause(db)).toBeUndefined()
})

test('a report about a letter that was never sent marks nobody; about one that is being sent it comes too early', async () => {
  world = makeWorld(someone(1))
  queueInvitations(world.db, waveId, 'system', morning)
  const bytes = bounceOf('postfix-unknown', 0)
  expect(await take(bytes)).toEqual({ outcome: 'unmatched', fault: 'not_sent' })
  const claim = claimNext(world.db, morning, today)
  const again = bounceOf('qmail', 0)
  expect(await take(again)).toEqual({ outcome: 'too_early' })
  expect(deadAddresses()).toEqual([])
  if (claim.outcome === 'letter') settle(world.db, claim.letter.id, accepted, morning)
  expect(await take(again)).toMatchObject({ outcome: 'matched', verdict: 'failed' })
})

test('a letter of unknown fate that comes back was sent', async () => {
  world = makeWorld(someone(1))
  queueInvitations(world.db, waveId, 'system', morning)
  sendAll(morning, { outcome: 'unknown', reason: 'interrupted' })
  expect(await take(bounceOf('qmail', 0))).toMatchObject({ outcome: 'matched' })
  expect(lettersOf(world.db, 0)).toMatchObject([{ state: 'returned' }])
})

test('the same message once more is known, and changes nothing', async () => {
  const db = sentTo(1)
  const bytes = bounceOf('postfix-unknown', 0)
  await take(bytes)
  const before = fingerprintDatabase(db)
  expect(await take(bytes, morning + day)).toEqual({ outcome: 'known', fault: null })
  expect(fingerprintDatabase(db)).toBe(before)
})

test('the address is compared as people write it, also where a server passed the letter on', async () => {
  const db = sentTo(1)
  const passedOn = bounceOf('postfix-unknown', 0)
    .toString()
    .replace(`Final-Recipient: rfc822; ${addressOf(0)}`, 'Final-Recipient: rfc822; hemma@annat.example')
    .replace(`Original-Recipient: rfc822;${addressOf(0)}`, 'Original-Recipient: rfc822;<Deltagare1@KOMMUN.example>')
  expect(await take(Buffer.from(passedOn))).toMatchObject({ outcome: 'matched' })
  expect(db.select().from(bounces).all()).toMatchObject([{ addressId: 'address-0', verdict: 'failed' }])
})

test('no further letter goes to a dead address, and what waits is called back with the reason', async () => {
  const db = sentTo(2)
  queueReminders(db, waveId, 'system', morning + 2 * day)
  await take(fixtureAbout('postfix-unknown', { letter: firstIdOf(0), address: addressOf(0) }), morning + 2 * day)
  const { letters } = exchangeLetters(db, [], 2, morning + 2 * day, today)
  expect(letters.map((letter) => 'invitationId' in letter && letter.invitationId)).toEqual([invitationOf(1)])
  const called = db.select().from(messages).where(eq(messages.state, 'cancelled')).all()
  expect(called).toMatchObject([{ invitationId: invitationOf(0), kind: 'reminder', outcome: 'bounced' }])
})

const firstIdOf = (at: number): string =>
  world.db
    .select()
    .from(messages)
    .where(eq(messages.invitationId, invitationOf(at)))
    .get()?.messageId ?? ''

test('a refusal at the door marks the address too, and only where the words are about the address', () => {
  world = makeWorld(someone(3))
  queueInvitations(world.db, waveId, 'system', morning)
  const reasons = ['550 5.1.1 <…>: no such user', '550 5.1.8 sender rejected', '554 5.7.1 spam']
  for (const reason of reasons) {
    const claim = claimNext(world.db, morning, today)
    if (claim.outcome === 'letter') settle(world.db, claim.letter.id, { outcome: 'failed', reason }, morning)
  }
  expect(deadAddresses()).toHaveLength(1)
})

test('staff who try a refused letter again are believed over the server', () => {
  world = makeWorld(someone(1))
  queueInvitations(world.db, waveId, 'system', morning)
  sendAll(morning, { outcome: 'failed', reason: '550 5.1.1 <…>: no such user' })
  expect(deadAddresses()).toEqual(['address-0'])
  expect(requeueFailed(world.db, waveId, 'staff:a', morning + minute)).toBe(1)
  expect(deadAddresses()).toEqual([])
  expect(claimNext(world.db, morning + minute, today).outcome).toBe('letter')
})

test('whoever is written to at an address known to be dead is among the unreached, until it is corrected', () => {
  world = makeWorld(someone(2))
  const { db } = world
  db.update(personAddresses).set({ bouncedAt: morning }).where(eq(personAddresses.id, 'address-1')).run()
  queueInvitations(db, waveId, 'system', morning)
  sendAll(morning)
  expect(listUnreached(db, waveId)).toMatchObject([
    { personId: 'person-1', isDead: true, letter: { state: 'cancelled', outcome: 'bounced' } },
  ])
  const order = { waveId, invitationId: invitationOf(1), address: 'ratt@kommun.example', maySend: true }
  expect(correctAndResend(db, identity, order, 'staff:a', morning + minute)).toEqual({
    outcome: 'corrected',
    letters: 1,
  })
  expect(listUnreached(db, waveId)).toEqual([])
  expect(claimNext(db, morning + minute, today).outcome).toBe('letter')
})

test('a letter that arrives after one that came back takes its reader off the list', async () => {
  const db = sentTo(1)
  await take(bounceOf('exim-greylisted-for-days', 0))
  expect(listUnreached(db, waveId)).toHaveLength(1)
  expect(resendFaultless(db, waveId, 'staff:a', morning + day)).toBe(1)
  sendAll(morning + day)
  expect(listUnreached(db, waveId)).toEqual([])
  expect(countRemindable(db, waveId, morning + 3 * day)).toBe(1)
})

test('a late report about an address that was corrected meanwhile is kept, and leaves the new letter alone', async () => {
  const db = sentTo(1)
  correctAddress(db, identity, 'person-0', 'ratt@kommun.example', 'staff:a', morning + minute)
  const late = bounceOf('postfix-unknown', 0)
  expect(await take(late, morning + day)).toMatchObject({ outcome: 'matched', verdict: 'failed' })
  expect(deadAddresses()).toEqual(['address-0'])
})

test('an erased person leaves no words of servers behind', async () => {
  const db = sentTo(1)
  await take(bounceOf('postfix-unknown', 0))
  erasePerson(db, identity, 'person-0', 'system', morning + day)
  expect(db.select().from(bounces).all()).toMatchObject([{ words: '', verdict: 'failed' }])
  expect(lettersOf(db, 0)).toMatchObject([{ state: 'returned', outcome: '' }])
})

test('somebody who has answered and whose letter comes back later stays an answer', async () => {
  const db = sentTo(1)
  answer(db, 0, morning)
  expect(await take(bounceOf('qmail', 0))).toMatchObject({ outcome: 'matched' })
  expect(countRemindable(db, waveId, morning + 2 * day)).toBe(0)
})

test('what is kept holds no address and nothing as long as a token', async () => {
  const db = sentTo(1)
  const token = 'Zk3vT9dQhX0yq2mB7sLw1A'
  const bytes = bounceOf('postfix-unknown', 0)
    .toString()
    .replace('User unknown in', `<script>\u202e${token} b@c.example</script>`)
  await take(Buffer.from(bytes))
  const kept = JSON.stringify([db.select().from(bounces).all(), lettersOf(db, 0)])
  expect(kept).not.toContain(token)
  expect(kept).not.toContain('b@c.example')
  expect(kept).not.toContain('\u202e')
})
