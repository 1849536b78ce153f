import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '#store/database.ts'
import type { Delivery } from '#store/ending.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation } from '#store/invitations.ts'
import { findMailPause, pauseMail, resumeMail } from '#store/mail-pause.ts'
import {
  countMessages,
  countRemindable,
  countWaiting,
  listTroubled,
  queueInvitations,
  queueReminders,
  requeueFailed,
  resolveUnknown,
} from '#store/messages.ts'
import { invitations, messages, participants, personAddresses, persons, tokens, waves } from '#store/schema.ts'
import { type ClaimedLetter, recoverInterrupted } from '#store/sending.ts'
import { issueTokens } from '#store/tokens.ts'
import { type Claim, claimNext, settle } from '../support/outbox.ts'
import {
  actionsOf,
  answer,
  day,
  invitationOf,
  lettersOf,
  makeWorld,
  minute,
  morning,
  someone,
  statesOf,
  today,
  type World,
  waveId,
} from './world.ts'

const worlds: World[] = []
const worldOf = (...args: Parameters<typeof makeWorld>): World['db'] => {
  const world = makeWorld(...args)
  worlds.push(world)
  return world.db
}
afterEach(() => {
  for (const world of worlds.splice(0)) world.close()
})

const accepted: Delivery = { outcome: 'accepted', reply: '250 ok' }
const letterOf = (claim: Claim): ClaimedLetter => {
  if (claim.outcome !== 'letter') throw new Error(`no letter: ${claim.outcome}`)
  return claim.letter
}
const sendAll = (db: World['db'], now: number, delivery: Delivery = accepted) => {
  for (;;) {
    const claim = claimNext(db, now, today)
    if (claim.outcome === 'nothing') return
    if (claim.outcome === 'letter') settle(db, claim.letter.id, delivery, now)
  }
}

test('pressing the button twice queues each invitation once', () => {
  const db = worldOf(someone(3))
  expect(queueInvitations(db, waveId, 'staff:a', morning)).toBe(3)
  expect(queueInvitations(db, waveId, 'staff:b', morning)).toBe(0)
  expect(countMessages(db, waveId).invitation.queued).toBe(3)
  expect(countWaiting(db)).toBe(3)
  expect(actionsOf(db)).toEqual(['invitations.queued'])
})

test('nobody who has answered, withdrawn, left or been erased is invited', () => {
  const db = worldOf(someone(5))
  answer(db, 0, morning)
  db.update(participants).set({ withdrawnAt: morning }).where(eq(participants.id, 'participant-1')).run()
  db.update(participants).set({ leftAt: morning }).where(eq(participants.id, 'participant-2')).run()
  db.update(persons).set({ erasedAt: morning }).where(eq(persons.id, 'person-3')).run()
  expect(queueInvitations(db, waveId, 'system', morning)).toBe(1)
  expect(lettersOf(db, 4)).toHaveLength(1)
})

test('a claimed letter is claimed by nobody else', () => {
  const db = worldOf(someone(2))
  queueInvitations(db, waveId, 'system', morning)
  const first = letterOf(claimNext(db, morning, today))
  const second = letterOf(claimNext(db, morning, today))
  expect(second.id).not.toBe(first.id)
  expect(claimNext(db, morning, today)).toEqual({ outcome: 'nothing', nextDueAt: null })
  expect(statesOf(db)).toEqual(['sending', 'sending'])
})

test('two processes at one outbox never claim the same letter', () => {
  const world = makeWorld(someone(6))
  worlds.push(world)
  const other = openDatabase(world.file)
  queueInvitations(world.db, waveId, 'system', morning)
  const claimed = [0, 1, 2].flatMap(() => [world.db, other].map((db) => letterOf(claimNext(db, morning, today)).id))
  expect(new Set(claimed).size).toBe(6)
  expect(claimNext(other, morning, today).outcome).toBe('nothing')
  other.$client.close()
})

test.each([
  ['answered', (db: World['db']) => answer(db, 0, morning)],
  ['withdrawn', (db: World['db']) => db.update(participants).set({ withdrawnAt: morning }).run()],
  ['left', (db: World['db']) => db.update(participants).set({ leftAt: morning }).run()],
  ['erased', (db: World['db']) => db.update(persons).set({ erasedAt: morning }).run()],
  ['wave_closed', (db: World['db']) => db.update(waves).set({ closedAt: morning }).run()],
  ['no_address', (db: World['db']) => db.update(personAddresses).set({ validTo: morning }).run()],
])('what happened after queueing is seen before sending: %s', (reason, happen) => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  happen(db)
  expect(claimNext(db, morning, today)).toEqual({ outcome: 'cancelled', reason })
  expect(lettersOf(db, 0)).toMatchObject([{ state: 'cancelled', outcome: reason }])
  expect(actionsOf(db).at(-1)).toBe('letter.cancelled')
  expect(db.select().from(tokens).all()).toEqual([])
})

test('a wish for quiet stops reminders, never the invitation', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  db.update(invitations).set({ quietAt: morning }).run()
  settle(db, letterOf(claimNext(db, morning, today)).id, accepted, morning)
  expect(queueReminders(db, waveId, 'system', morning + 2 * day)).toBe(0)

  db.update(invitations).set({ quietAt: null }).run()
  expect(queueReminders(db, waveId, 'system', morning + 2 * day)).toBe(1)
  db.update(invitations)
    .set({ quietAt: morning + 2 * day })
    .run()
  expect(claimNext(db, morning + 2 * day, today)).toEqual({ outcome: 'cancelled', reason: 'quiet' })
})

test('letters wait for a wave that is not open, and after its last day', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  db.update(waves).set({ openedAt: null }).run()
  expect(claimNext(db, morning, today).outcome).toBe('nothing')
  db.update(waves).set({ openedAt: morning }).run()
  expect(claimNext(db, morning, '2027-06-01').outcome).toBe('nothing')
  expect(claimNext(db, morning, '2027-05-31').outcome).toBe('letter')
})

test('an invitation cancelled and wanted after all is queued once more', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  db.update(personAddresses).set({ validTo: morning }).run()
  claimNext(db, morning, today)
  db.update(personAddresses).set({ validTo: null }).run()
  expect(queueInvitations(db, waveId, 'system', morning + day)).toBe(1)
  expect(claimNext(db, morning + day, today).outcome).toBe('letter')
})

test('reminders go to those who had their invitation and have not answered, a day apart, in order', () => {
  const db = worldOf(someone(4))
  queueInvitations(db, waveId, 'system', morning)
  for (const delivery of [accepted, accepted, { outcome: 'failed', reason: '550' }, { outcome: 'unknown', reason: '' }])
    settle(db, letterOf(claimNext(db, morning, today)).id, delivery as Delivery, morning)
  answer(db, 1, morning)

  expect(countRemindable(db, waveId, morning + minute)).toBe(0)
  expect(countRemindable(db, waveId, morning + day)).toBe(1)
  expect(queueReminders(db, waveId, 'system', morning + day)).toBe(1)
  expect(queueReminders(db, waveId, 'system', morning + day)).toBe(0)
  sendAll(db, morning + day)
  expect(queueReminders(db, waveId, 'system', morning + day + minute)).toBe(0)
  expect(queueReminders(db, waveId, 'system', morning + 2 * day)).toBe(1)
  expect(lettersOf(db, 0).map(({ kind, ordinal }) => `${kind} ${ordinal}`)).toEqual([
    'invitation 1',
    'reminder 1',
    'reminder 2',
  ])
})

test('an answer before the reminder has its turn cancels it', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  sendAll(db, morning)
  queueReminders(db, waveId, 'system', morning + day)
  answer(db, 0, morning + day)
  expect(claimNext(db, morning + day, today)).toEqual({ outcome: 'cancelled', reason: 'answered' })
})

test('a letter put off is tried again later and later, and fails after ten tries', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  const waits: number[] = []
  let now = morning
  for (let tries = 1; ; tries += 1) {
    settle(db, letterOf(claimNext(db, now, today)).id, { outcome: 'retry', reason: '451', trouble: 'letter' }, now)
    const claim = claimNext(db, now, today)
    if (claim.outcome !== 'nothing' || claim.nextDueAt === null) {
      expect(tries).toBe(10)
      break
    }
    waits.push((claim.nextDueAt - now) / minute)
    now = claim.nextDueAt
  }
  // The times that the docstring of the back-off gives, in minutes: 40 hours in all.
  expect(waits).toEqual([5, 15, 30, 60, 120, 240, 480, 720, 720])
  expect(lettersOf(db, 0)).toMatchObject([{ state: 'failed', outcome: '451' }])
})

test('trouble with the server uses up no try of the letter', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  for (let hour = 0; hour < 30; hour += 1) {
    const now = morning + hour * 60 * minute
    settle(db, letterOf(claimNext(db, now, today)).id, { outcome: 'retry', reason: 'down', trouble: 'server' }, now)
  }
  expect(statesOf(db)).toEqual(['retry'])
  expect(db.select({ attempts: messages.attempts }).from(messages).get()).toEqual({ attempts: 0 })
})

test('what a stopped process was sending is unknown, and only a person sends it again', () => {
  const db = worldOf(someone(3))
  queueInvitations(db, waveId, 'system', morning)
  const [one, two] = [letterOf(claimNext(db, morning, today)), letterOf(claimNext(db, morning, today))]
  expect(recoverInterrupted(db, morning + minute)).toBe(2)
  expect(recoverInterrupted(db, morning + minute)).toBe(0)
  sendAll(db, morning + day)
  expect(countMessages(db, waveId).invitation).toMatchObject({ unknown: 2, accepted: 1, queued: 0 })
  expect(listTroubled(db, waveId).map((row) => row.state)).toEqual(['unknown', 'unknown'])

  expect(resolveUnknown(db, one.id, 'sent', 'staff:a', morning + day)).toBe(true)
  expect(resolveUnknown(db, two.id, 'requeue', 'staff:a', morning + day)).toBe(true)
  expect(resolveUnknown(db, two.id, 'requeue', 'staff:b', morning + day)).toBe(false)
  const again = letterOf(claimNext(db, morning + day, today))
  expect(again.messageId).toBe(two.messageId)
  expect(countMessages(db, waveId).invitation).toMatchObject({ unknown: 0, accepted: 2, sending: 1 })
})

test('an outcome is written once: a letter that is not being sent cannot be settled', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  const { id } = letterOf(claimNext(db, morning, today))
  settle(db, id, accepted, morning)
  expect(() => settle(db, id, { outcome: 'failed', reason: 'late' }, morning)).toThrow(/is accepted, not sending/)
  expect(lettersOf(db, 0)).toMatchObject([{ state: 'accepted', outcome: '250 ok' }])
})

test('failed letters go out again when staff say so', () => {
  const db = worldOf(someone(2))
  queueInvitations(db, waveId, 'system', morning)
  sendAll(db, morning, { outcome: 'failed', reason: '550' })
  expect(requeueFailed(db, waveId, 'staff:a', morning)).toBe(2)
  sendAll(db, morning)
  expect(statesOf(db)).toEqual(['accepted', 'accepted'])
})

test('paused mail stays paused until somebody resumes it', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  pauseMail(db, 'restored_copy', 'system', morning)
  expect(claimNext(db, morning, today)).toEqual({ outcome: 'paused', reason: 'restored_copy' })
  expect(findMailPause(db)).toBe('restored_copy')
  resumeMail(db, 'staff:a', morning)
  expect(claimNext(db, morning, today).outcome).toBe('letter')
  expect(actionsOf(db)).toContain('mail.resumed')
})

test('each letter has links of its own, earlier ones stay valid, and only hashes are kept', () => {
  const db = worldOf(someone(1))
  queueInvitations(db, waveId, 'system', morning)
  const first = letterOf(claimNext(db, morning, today)).tokens
  const second = issueTokens(db, invitationOf(0), morning)
  const opened = (token: string, purpose: 'answer' | 'quiet') => findInvitation(db, hashToken(token), purpose)?.id
  for (const token of [first.answer, second.answer]) expect(opened(token, 'answer')).toBe(invitationOf(0))
  expect(opened(first.answer, 'quiet')).toBeUndefined()
  expect(opened(first.quiet, 'quiet')).toBe(invitationOf(0))
  for (const token of ['', 'x', `${first.answer}x`, first.answer.slice(1), '\0'.repeat(22)])
    expect(opened(token, 'answer')).toBeUndefined()
  expect(JSON.stringify(db.select().from(tokens).all())).not.toContain(first.answer)
  expect(db.select({ hash: tokens.tokenHash }).from(tokens).all()).toContainEqual({ hash: hashToken(first.answer) })
})

test('events tell what was decided, without names and addresses', () => {
  const db = worldOf([{ name: 'Åsa Öberg', address: 'asa@kommun.example' }])
  queueInvitations(db, waveId, 'staff:a', morning)
  sendAll(db, morning)
  expect(actionsOf(db)).toEqual(['invitations.queued', 'letter.claimed', 'letter.accepted'])
  const stored = db.$client.serialize()
  for (const secret of ['asa@kommun', 'Öberg']) expect(stored.includes(secret)).toBe(false)
})
