// When a wave begins and ends, whatever the clock does, and which plans can be changed.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listEvents } from '#store/events.ts'
import { endOfLocalDay, localDayOf } from '#store/local-day.ts'
import { openByMail } from '#store/opening.ts'
import {
  changeWaveDays,
  closeWave,
  closingTime,
  daysOf,
  findWave,
  isOverdue,
  openWave,
  removeWave,
  stateOn,
} from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

// Sweden is an hour before UTC in winter and two in summer (EU directive 2000/84/EC: last Sundays of March and October).
test.each([
  ['2027-02-28', '2027-02-28T23:00:00Z'],
  ['2027-03-27', '2027-03-27T23:00:00Z'],
  ['2027-03-28', '2027-03-28T22:00:00Z'],
  ['2027-05-31', '2027-05-31T22:00:00Z'],
  ['2027-10-30', '2027-10-30T22:00:00Z'],
  ['2027-10-31', '2027-10-31T23:00:00Z'],
  ['2028-02-29', '2028-02-29T23:00:00Z'],
  ['2027-12-31', '2027-12-31T23:00:00Z'],
])('%s ends in Stockholm at %s', (day, end) => {
  expect(new Date(endOfLocalDay(day)).toISOString()).toBe(end.replace('Z', '.000Z'))
  expect(localDayOf(endOfLocalDay(day) - 1)).toBe(day)
  expect(localDayOf(endOfLocalDay(day)) > day).toBe(true)
})

test('a wave is open through its last day, and closed to newcomers the moment after', () => {
  const open = { openedAt: morning, closedAt: null, closesOn: '2027-05-31' }
  expect([isOverdue(open, '2027-05-31'), isOverdue(open, '2027-06-01')]).toEqual([false, true])
  expect([stateOn(open, '2027-05-31'), stateOn(open, '2027-06-01')]).toEqual(['open', 'closed'])
  expect(closingTime(open)).toBe(Date.UTC(2027, 4, 31, 22))
  expect(closingTime({ ...open, closedAt: morning + 1 })).toBe(morning + 1)
  expect(closingTime({ ...open, closedAt: Date.UTC(2027, 5, 9) })).toBe(Date.UTC(2027, 4, 31, 22))
  const planned = { ...open, openedAt: null }
  expect([isOverdue(planned, '2027-06-01'), stateOn(planned, '2027-06-01')]).toEqual([false, 'planned'])
  expect(isOverdue({ ...open, closedAt: morning }, '2027-06-01')).toBe(false)
})

test('days move while nobody is bound by them, and each move is noted', () => {
  const { db } = world
  world.addPeople(1)
  const wave = world.planWave()
  const days = { opensOn: '2027-04-01', closesOn: '2027-04-30' }
  expect(changeWaveDays(db, wave, days, 'system', morning)).toBe(true)
  expect(findWave(db, wave.id)).toMatchObject(days)
  expect(listEvents(db, `wave:${wave.id}`)[0]?.action).toBe('wave.days_changed')

  openWave(db, wave, 'system', morning)
  const opened = findWave(db, wave.id) ?? wave
  expect(changeWaveDays(db, opened, { opensOn: '2027-02-01', closesOn: '2027-06-30' }, 'system', morning)).toBe(true)
  expect(findWave(db, wave.id)).toMatchObject({ opensOn: '2027-04-01', closesOn: '2027-06-30' })

  closeWave(db, wave.id, 'system', morning)
  const before = fingerprintDatabase(db)
  expect(changeWaveDays(db, opened, { ...opened, closesOn: '2027-08-31' }, 'system', morning)).toBe(false)
  expect(fingerprintDatabase(db)).toBe(before)
})

test('a wave opened before its first day began the day it was opened', () => {
  world.addPeople(1)
  const wave = world.planWave()
  changeWaveDays(world.db, wave, { opensOn: '2027-04-01', closesOn: '2027-04-30' }, 'system', morning)
  openByMail(world.db, findWave(world.db, wave.id) ?? wave, 'system', morning)
  expect(findWave(world.db, wave.id)).toMatchObject({ opensOn: '2027-03-01', closesOn: '2027-04-30' })
})

test('a plan can be taken away, a wave that somebody was invited to cannot', () => {
  world.addPeople(1)
  const [plan, opened] = [world.planWave('baseline'), world.planWave('endline')]
  openWave(world.db, opened, 'system', morning)
  expect(removeWave(world.db, plan, 'system', morning)).toBe(true)
  expect(findWave(world.db, plan.id)).toBeUndefined()
  const before = fingerprintDatabase(world.db)
  expect(removeWave(world.db, opened, 'system', morning)).toBe(false)
  expect(removeWave(world.db, plan, 'system', morning)).toBe(false)
  expect(fingerprintDatabase(world.db)).toBe(before)
  // Its kind is free again, and its order is not taken twice.
  expect(world.planWave('baseline').ordinal).toBe(3)
})

test('a wave’s days are those on which people could answer', () => {
  const planned = { opensOn: '2027-03-01', closesOn: '2027-03-28', openedAt: null, closedAt: null }
  const at = (day: string | null) => (day === null ? null : Date.parse(`${day}T12:00:00Z`))
  const days = (openedAt: string | null, closedAt: string | null) => {
    const { opensOn, closesOn } = daysOf({
      ...planned,
      openedAt: at(openedAt),
      closedAt: at(closedAt),
    })
    return [opensOn, closesOn]
  }
  expect(days(null, null)).toEqual(['2027-03-01', '2027-03-28'])
  expect(days('2027-03-04', null)).toEqual(['2027-03-04', '2027-03-28'])
  expect(days('2027-02-26', '2027-03-20')).toEqual(['2027-02-26', '2027-03-20'])
  // Closed by hand a week after its last day: nobody could answer in that week.
  expect(days('2027-03-01', '2027-04-05')).toEqual(['2027-03-01', '2027-03-28'])
  // Read from a file long afterwards.
  expect(days('2028-01-10', '2028-01-10')).toEqual(['2027-03-01', '2027-03-28'])
})
