// Battery N: numbers and dates as people write them, and as they should not be taken.
import { expect } from 'vitest'
import { type Case, enterEveryType, type Place, responsesIn, runBattery, sentIn, words } from './case.ts'

const hours = (HOURS: string) => (place: Place) =>
  place.world.post(`${place.link}/4`, { form: { _page: 'facts', HOURS } })
const day = (date: string) => (place: Place) => {
  const [day = '', month = '', year = ''] = date.split(' ')
  const form = { _page: 'words', 'FIRST-day': day, 'FIRST-month': month, 'FIRST-year': year }
  return place.world.post(`${place.link}/5`, { form })
}
/** Sends it in, and reads what is stored for the item. */
const stored = async (place: Place, item: string) => {
  await place.world.post(`${place.link}/submission`)
  return (sentIn(place) as Record<string, unknown> | null)?.[item]
}
const becomes = (item: string, value: unknown) => async (place: Place) => expect(await stored(place, item)).toBe(value)
const isNotSentIn = async (place: Place) => {
  await place.world.post(`${place.link}/submission`)
  expect(responsesIn(place)).toEqual([])
}
const { error } = words.items
const onward = { status: 303, writes: true } as const
const refused = { status: 422, writes: true, after: isNotSentIn } as const

const cases: readonly Case[] = [
  { id: 'N1a', given: '3,5', ask: hours('3,5'), ...onward, says: '/5', after: becomes('HOURS', 3.5) },
  { id: 'N1b', given: '3.5', ask: hours('3.5'), ...onward, says: '/5', after: becomes('HOURS', 3.5) },
  { id: 'N4a', given: 'nothing', ask: hours(''), ...onward, says: '/', after: becomes('HOURS', undefined) },
  { id: 'N4b', given: 'white space', ask: hours(' \u00a0'), ...onward, says: '/', after: becomes('HOURS', undefined) },
  { id: 'N4c', given: 'the word null', ask: hours('null'), ...refused, says: error.not_a_number },
  { id: 'N4d', given: 'the word true', ask: hours('true'), ...refused, says: error.not_a_number },
  { id: 'N6a', given: 'NaN', ask: hours('NaN'), ...refused, says: error.not_a_number },
  { id: 'N6b', given: 'Infinity', ask: hours('Infinity'), ...refused, says: error.not_a_number },
  { id: 'N6c', given: '1e400', ask: hours('1e400'), ...refused, says: error.not_a_number },
  { id: 'N6d', given: '0x10', ask: hours('0x10'), ...refused, says: error.not_a_number },
  { id: 'N7a', given: '2^53 + 1', ask: hours('9007199254740993'), ...refused, says: error.out_of_range('0', '744') },
  {
    id: 'N7b',
    given: '-0',
    ask: hours('-0'),
    ...onward,
    says: '/',
    after: async (place) => expect(Object.is(await stored(place, 'HOURS'), 0)).toBe(true),
  },
  {
    id: 'N10a',
    given: '29 2 2028',
    ask: day('29 2 2028'),
    ...onward,
    says: '/6',
    after: becomes('FIRST', '2028-02-29'),
  },
  { id: 'N10b', given: '29 2 2027', ask: day('29 2 2027'), ...refused, says: error.no_such_day },
  { id: 'N11a', given: 'a year of two digits', ask: day('1 3 26'), ...refused, says: error.date_year },
  { id: 'N11b', given: 'a week', ask: day('W09 3 2026'), ...refused, says: error.not_a_date },
  {
    id: 'N11c',
    given: 'a month in words',
    ask: day('1 mars 2026'),
    ...onward,
    says: '/6',
    after: becomes('FIRST', '2026-03-01'),
  },
  { id: 'N18a', given: 'the year 1899', ask: day('31 12 1899'), ...refused, says: 'Skriv ett datum från' },
  { id: 'N18b', given: 'the year 10000', ask: day('1 1 10000'), ...refused, says: error.date_year },
  {
    id: 'N14a',
    given: 'the last second of the last day',
    ask: (place) => {
      // 31 May in Stockholm ends at 22:00 UTC.
      place.world.clock.now = Date.UTC(2027, 4, 31, 21, 59, 59)
      return place.world.get(place.other)
    },
    status: 200,
    says: words.answering.start,
  },
  {
    id: 'N14b',
    given: 'the second after',
    ask: (place) => {
      place.world.clock.now = Date.UTC(2027, 4, 31, 22, 0, 0)
      return place.world.get(place.other)
    },
    status: 410,
    says: words.answering.closedTitle,
  },
]

runBattery('battery N, numbers and dates', cases, enterEveryType)
