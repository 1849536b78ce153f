// The brake that people have: one wave's letters stop, wherever they are, and go on where they stopped.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findWavePause, pauseWaveMail, resumeWaveMail } from '#store/mail-pause.ts'
import { queueInvitations } from '#store/messages.ts'
import { exchangeLetters, lookAgain } from '#store/sending.ts'
import { closeWave } from '#store/waves.ts'
import { claimNext, settle } from '../support/outbox.ts'
import { actionsOf, makeWorld, morning, someone, statesOf, today, type World, waveId } from './world.ts'

let world: World
beforeEach(() => {
  world = makeWorld(someone(5))
  queueInvitations(world.db, waveId, 'system', morning)
})
afterEach(() => world.close())

test('paused by hand, no letter of the wave is claimed, and those that were claimed go back', () => {
  const { db } = world
  const { letters } = exchangeLetters(db, [], 2, morning, today)
  pauseWaveMail(db, waveId, 'staff:1', morning)
  expect(findWavePause(db, waveId)).toBe(morning)
  expect(letters.map((letter) => lookAgain(db, letter, morning))).toEqual([
    { outcome: 'released', dueAt: morning },
    { outcome: 'released', dueAt: morning },
  ])
  for (const { id } of letters) settle(db, id, { outcome: 'released', dueAt: morning }, morning)
  expect(claimNext(db, morning, today)).toEqual({ outcome: 'nothing', nextDueAt: null })
  expect(statesOf(db)).toEqual(['queued', 'queued', 'queued', 'queued', 'queued'])
})

test('resumed, all of them go out; pausing or resuming twice is the same as once', () => {
  const { db } = world
  for (const _ of [1, 2]) pauseWaveMail(db, waveId, 'staff:1', morning)
  for (const _ of [1, 2]) resumeWaveMail(db, waveId, 'staff:1', morning)
  expect(findWavePause(db, waveId)).toBeUndefined()
  expect(actionsOf(db).filter((action) => action.startsWith('mail.'))).toEqual(['mail.paused', 'mail.resumed'])
  const { letters, rest } = exchangeLetters(db, [], 10, morning, today)
  expect([letters.length, rest]).toEqual([5, { outcome: 'nothing', nextDueAt: null }])
})

test("another wave's pause stops nothing here", () => {
  pauseWaveMail(world.db, 'wave-2', 'staff:1', morning)
  expect(exchangeLetters(world.db, [], 10, morning, today).letters).toHaveLength(5)
})

test('closed while it is paused, a wave lets go of letters that nobody needs any more', () => {
  pauseWaveMail(world.db, waveId, 'staff:1', morning)
  closeWave(world.db, waveId, 'staff:1', morning)
  expect(exchangeLetters(world.db, [], 10, morning, today).letters).toEqual([])
  expect(statesOf(world.db)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled'])
})
