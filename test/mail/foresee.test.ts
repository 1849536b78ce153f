import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { foreseeEnd } from '#mail/duration.ts'
import { checkPeople } from '#mail/preflight/people.ts'
import { foreseeMailing } from '#store/foresee.ts'
import { queueInvitations, queueReminders } from '#store/messages.ts'
import { lookAtAddresses } from '#store/reader-addresses.ts'
import { erasePerson, withdrawParticipant } from '#store/rights.ts'
import { invitations, personAddresses, waves } from '#store/schema.ts'
import { findWave, type Wave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { claimNext, settle } from '../support/outbox.ts'
import {
  answer,
  day,
  identity,
  invitationOf,
  makeWorld,
  minute,
  morning,
  someone,
  today,
  type World,
  waveId,
} from './world.ts'

const worlds: World[] = []
afterEach(() => {
  for (const world of worlds.splice(0)) world.close()
})
function worldOf(...args: Parameters<typeof makeWorld>): World['db'] {
  const world = makeWorld(...args)
  worlds.push(world)
  return world.db
}
const waveIn = (db: World['db']) => findWave(db, waveId) as Wave

test('the invitation is foreseen as it would be made, and nothing is written', () => {
  const db = worldOf(someone(6))
  db.update(waves).set({ openedAt: null }).run()
  withdrawParticipant(db, 'participant-0', 'participant', morning)
  erasePerson(db, identity, 'person-1', 'participant', morning)
  db.update(personAddresses).set({ bouncedAt: morning }).where(eq(personAddresses.id, 'address-2')).run()
  const before = fingerprintDatabase(db)
  const foreseen = foreseeMailing(db, waveIn(db), morning)
  expect(fingerprintDatabase(db)).toEqual(before)
  expect(foreseen.letters).toBe(3)
  expect(foreseen.municipalities).toEqual([{ code: '0767', name: 'Markaryd', letters: 3 }])
  expect(foreseen.passedOver).toContainEqual({ reason: 'bounced', people: 1 })
  expect(foreseen.passedOver.reduce((sum, { people }) => sum + people, 0)).toBe(3)
})

test('the reminder is foreseen with everybody whom it passes over, and why', () => {
  const db = worldOf(someone(6))
  queueInvitations(db, waveId, 'system', morning)
  // Nobody sends to the last: there the first letter still waits.
  for (let at = 0; at < 5; at += 1) {
    const claim = claimNext(db, morning, today)
    if (claim.outcome === 'letter') settle(db, claim.letter.id, { outcome: 'accepted', reply: '250' }, morning)
  }
  answer(db, 0, morning)
  db.update(invitations)
    .set({ quietAt: morning })
    .where(eq(invitations.id, invitationOf(1)))
    .run()
  withdrawParticipant(db, 'participant-2', 'participant', morning)
  const foreseen = foreseeMailing(db, waveIn(db), morning + day)
  expect(foreseen.kind).toBe('reminder')
  expect(foreseen.passedOver).toEqual([
    { reason: 'withdrawn', people: 1 },
    { reason: 'answered', people: 1 },
    { reason: 'quiet', people: 1 },
    { reason: 'not_now', people: 1 },
  ])
  expect(foreseen.letters).toBe(2)
  expect(queueReminders(db, waveId, 'system', morning + day)).toBe(2)
})

test('addresses are looked at once more: bad, shared, and with letters of two alphabets', () => {
  const people = ['bo@kommun.example', 'info@kommun.example', 'ada@kоmmun.example', 'trasig@', 'eva@kommun.example']
  const db = worldOf(people.map((address, at) => ({ name: `Person ${at}`, address })))
  const found = lookAtAddresses(db, identity, 'project')
  expect(found).toMatchObject({ people: 5, none: 0, shared: ['i…@kommun.example'], bad: ['t…@'], mostInOneDomain: 3 })
  expect(found.mixedLetters).toHaveLength(1)
  expect(checkPeople(found).map(({ code, about }) => [code, about])).toEqual([
    ['people_bad_address', '1'],
    ['people_mixed_letters', '1'],
    ['people_shared', '1'],
  ])
  expect(checkPeople(lookAtAddresses(worldOf([]), identity, 'project'))[0]?.verdict).toBe('blocks')
})

const office = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 }
const pace = { connections: 1, perMinute: 10, perDomain: null } as const

test.each([
  ['30 letters at 10 a minute', 30, 0, pace, undefined, 3 * minute],
  ['the busiest domain decides', 30, 30, { ...pace, perDomain: 5 }, undefined, 6 * minute],
  ['no pace: a letter a second', 60, 0, { ...pace, perMinute: null }, undefined, minute],
  // From nine to five are eight hours: 4800 letters at ten a minute; the rest from eight the next day.
  ['over the night', 5400, 0, pace, office, day],
  // Nine hours a day hold 5400 letters; Monday to Friday 8 + 4 · 9 hours, then two days off.
  ['over the weekend', 4800 + 4 * 5400 + 600, 0, pace, office, 7 * day],
])('%s', (_what, letters, toOneDomain, limits, hours, expected) => {
  expect(foreseeEnd(letters, toOneDomain, limits, hours, morning)).toBe(morning + expected)
})

test('what takes longer than a year is not foreseen', () => {
  expect(foreseeEnd(10_000_000, 0, pace, office, morning)).toBeUndefined()
})
