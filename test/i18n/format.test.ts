import { expect, test } from 'vitest'
import { formatChange, formatDay, formatNumber, formatPercent, formatTime, localDay } from '#i18n/format.ts'

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

test('days and times are those of Stockholm, through both changes of the clock', () => {
  expect(formatDay('2027-05-31', 'sv')).toBe('31 maj 2027')
  expect(localDay(Date.UTC(2026, 2, 28, 23, 30))).toBe('2026-03-29')
  expect(formatTime(Date.UTC(2026, 2, 29, 1, 0), 'sv')).toContain('03:00')
  expect(formatTime(Date.UTC(2026, 9, 25, 0, 30), 'sv')).toContain('02:30')
  expect(formatTime(Date.UTC(2026, 9, 25, 1, 30), 'sv')).toContain('02:30')
})
