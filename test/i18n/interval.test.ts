import { expect, test } from 'vitest'
import { formatInterval, formatLimit } from '#i18n/interval.ts'

test('An interval is written in one form, with a minus sign and without a plus', () => {
  expect(formatInterval([-4.7, 20.46], 1, 'sv')).toBe('−4,7 till 20,5')
  expect(formatInterval([-4.7, 20.46], 1, 'en')).toBe('−4.7 to 20.5')
})

test('A limit that rounds to zero tells which side of zero it lies on', () => {
  expect(formatInterval([0.04, 9.8], 1, 'sv')).toBe('0,04 till 9,8')
  expect(formatInterval([-0.0032, 9.8], 1, 'sv')).toBe('−0,003 till 9,8')
  expect(formatInterval([-3, -0.0049], 2, 'en')).toBe('−3.00 to −0.005')
})

test('Zero, and the noise of the arithmetic around it, is zero', () => {
  expect(formatLimit(0, 1, 'sv')).toBe('0,0')
  expect(formatLimit(-2e-16, 1, 'sv')).toBe('0,0')
})
