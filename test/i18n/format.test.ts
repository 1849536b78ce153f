import { expect, test } from 'vitest'
import {
  formatChange,
  formatDay,
  formatDayEnding,
  formatDays,
  formatNumber,
  formatPercent,
  formatTime,
  localDay,
} from '#i18n/format.ts'

test.each([
  [8.25, 1, '8,3', '8.3'],
  // Half away from zero, also where the binary number lies just below the half.
  [0.15, 1, '0,2', '0.2'],
  [1.005, 2, '1,01', '1.01'],
  [-0.04, 1, '0,0', '0.0'],
  [-8.35, 1, '−8,4', '−8.4'],
  [1304, 0, '1304', '1304'],
  [16095, 0, '16 095', '16,095'],
])('%d with %d decimals', (value, decimals, swedish, english) => {
  expect(formatNumber(value, decimals, 'sv').replace(/\u00a0/g, ' ')).toBe(swedish)
  expect(formatNumber(value, decimals, 'en')).toBe(english)
})

test('a change shows its sign, and none where it rounds to zero', () => {
  expect([7.1, -7.1, 0, 0.04, -0.04].map((value) => formatChange(value, 1, 'sv'))).toEqual([
    '+7,1',
    '−7,1',
    '0,0',
    '0,0',
    '0,0',
  ])
})

test('percent is written as in the language', () => {
  expect(formatPercent(0.721, 'sv')).toBe('72\u00a0%')
  expect(formatPercent(0.721, 'en')).toBe('72%')
})

test.each([
  ['2018-02-05', '2018-03-09', '5 februari–9 mars 2018', '5 February – 9 March 2018'],
  ['2025-03-03', '2025-03-28', '3–28 mars 2025', '3 – 28 March 2025'],
  ['2019-12-20', '2020-01-10', '20 december 2019–10 januari 2020', '20 December 2019 – 10 January 2020'],
  ['2020-01-10', '2020-01-10', '10 januari 2020', '10 January 2020'],
])('%s to %s says once what both days share', (from, to, swedish, english) => {
  expect(formatDays(from, to, 'sv')).toBe(swedish)
  expect(formatDays(from, to, 'en').replace(/\u2009/g, ' ')).toBe(english)
  // Half past eleven at night in Stockholm is that same day.
  expect(formatDays(Date.parse(`${from}T22:30+01:00`), Date.parse(`${to}T22:30+01:00`), 'sv')).toBe(swedish)
})

test('days and times are those of Stockholm, through both changes of the clock', () => {
  expect(formatDay('2027-05-31', 'sv')).toBe('31 maj 2027')
  expect(localDay(Date.UTC(2026, 2, 28, 23, 30))).toBe('2026-03-29')
  expect(formatTime(Date.UTC(2026, 2, 29, 1, 0), 'sv')).toContain('03:00')
  expect(formatTime(Date.UTC(2026, 9, 25, 0, 30), 'sv')).toContain('02:30')
  expect(formatTime(Date.UTC(2026, 9, 25, 1, 30), 'sv')).toContain('02:30')
})

test('midnight in Stockholm is the end of the day before, winter and summer; no other moment is', () => {
  expect(formatDayEnding(Date.UTC(2027, 5, 1, 22), 'sv')).toBe('1 juni 2027')
  expect(formatDayEnding(Date.UTC(2027, 11, 31, 23), 'en')).toBe('31 December 2027')
  expect(formatDayEnding(Date.UTC(2027, 5, 1, 22) + 1, 'sv')).toBeNull()
  expect(formatDayEnding(Date.UTC(2027, 5, 2), 'sv')).toBeNull()
})
