import { afterEach, expect, test } from 'vitest'
import { createPace } from '#mail/pace.ts'
import { queueInvitations } from '#store/messages.ts'
import { instantOf, isWithin, nextOpening, setSendingHours } from '#store/sending-hours.ts'
import { readHours, readPace } from '#tasks/mail-settings.ts'
import { claimNext } from '../support/outbox.ts'
import { makeWorld, minute, someone, type World, waveId } from './world.ts'

const worlds: World[] = []
afterEach(() => {
  for (const world of worlds.splice(0)) world.close()
})

const office = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 }
const utc = (text: string) => Date.parse(`${text}Z`)

// Days of the week from the calendar: 1 March 2027 is a Monday. Stockholm is an hour ahead of UTC, two in summer; in 2027
// summer time begins at 02:00 on 28 March and ends at 03:00 on 31 October, both Sundays.
test.each([
  ['2027-03-01T06:59:59', '2027-03-01T07:00', 'before they open, the same day'],
  ['2027-03-01T07:00', '2027-03-01T07:00', 'within'],
  ['2027-03-01T15:59', '2027-03-01T15:59', 'the last minute'],
  ['2027-03-01T16:00', '2027-03-02T07:00', 'after they close, the next day'],
  ['2027-03-05T16:00', '2027-03-08T07:00', 'over a weekend'],
  ['2027-03-26T16:00', '2027-03-29T06:00', 'over the night that is an hour short'],
  ['2027-10-29T15:00', '2027-11-01T07:00', 'over the night that is an hour long'],
])('%s: the next opening is %s (%s)', (now, opening) => {
  expect(new Date(nextOpening(office, utc(now))).toISOString()).toBe(new Date(utc(opening)).toISOString())
  expect(isWithin(office, utc(now))).toBe(now === opening)
})

test('a minute that the night skips becomes the first after the gap; one that comes twice, its first coming', () => {
  expect(instantOf('2027-03-28', 2 * 60 + 30)).toBe(utc('2027-03-28T01:00'))
  expect(instantOf('2027-10-31', 2 * 60 + 30)).toBe(utc('2027-10-31T00:30'))
  expect(nextOpening({ days: [7], from: 150, to: 160 }, utc('2027-03-27T12:00'))).toBe(utc('2027-04-04T00:30'))
})

test('letters wait for the hours, and say when they go', () => {
  const world = makeWorld(someone(1))
  worlds.push(world)
  const evening = utc('2027-03-01T18:00')
  queueInvitations(world.db, waveId, 'system', evening)
  setSendingHours(world.db, office, 'system', evening)
  expect(claimNext(world.db, evening, '2027-03-01')).toEqual({
    outcome: 'nothing',
    nextDueAt: utc('2027-03-02T07:00'),
  })
  expect(claimNext(world.db, utc('2027-03-02T07:00'), '2027-03-02').outcome).toBe('letter')
  setSendingHours(world.db, undefined, 'system', evening)
  expect(claimNext(world.db, evening, '2027-03-01').outcome).toBe('nothing')
})

test('a minute holds so many letters in all, and a clock that steps back delays none by more than their interval', () => {
  const pace = createPace({ perMinute: 30, perDomain: null })
  expect(pace.untilNext(0)).toBe(0)
  expect(pace.take('a', 'x.se', 0)).toBeUndefined()
  expect(pace.untilNext(500)).toBe(1500)
  expect(pace.untilNext(2000)).toBe(0)
  expect(pace.untilNext(-60 * minute)).toBe(2000)
})

test('each letter to a busy domain is given a turn of its own, and takes it; other domains wait for nobody', () => {
  const pace = createPace({ perMinute: null, perDomain: 6 })
  expect(pace.take('a', 'x.se', 0)).toBeUndefined()
  expect(pace.take('b', 'x.se', 0)).toBe(10_000)
  expect(pace.take('c', 'x.se', 0)).toBe(20_000)
  expect(pace.take('d', 'y.se', 0)).toBeUndefined()
  expect(pace.take('b', 'x.se', 10_000)).toBeUndefined()
  expect(pace.take('c', 'x.se', 10_000)).toBe(20_000)
  expect(pace.take('c', 'x.se', 20_000)).toBeUndefined()
})

test.each([
  ['1-5 08:00-17:00', office],
  ['1,3 9:00-24:00', { days: [1, 3], from: 540, to: 1440 }],
  ['any', 'any'],
  ['5-1 08:00-17:00', undefined],
  ['1-5 17:00-08:00', undefined],
  ['1-5 08:00-24:01', undefined],
  ['0-5 08:00-17:00', undefined],
  ['1-5', undefined],
  ['', undefined],
])('hours "%s"', (words, expected) => {
  expect(readHours(words.split(' '))).toEqual(expected)
})

test.each([
  ['1', { connections: 1, perMinute: null, perDomain: null }],
  ['2 60 20', { connections: 2, perMinute: 60, perDomain: 20 }],
  ['2 - 20', { connections: 2, perMinute: null, perDomain: 20 }],
  ['3', undefined],
  ['1 0', undefined],
  ['1 60 20 5', undefined],
])('pace "%s"', (words, expected) => {
  expect(readPace(words.split(' '))).toEqual(expected)
})
