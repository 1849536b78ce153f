import { expect, test } from 'vitest'
import { estimateSeconds } from '#mail/time-left.ts'

const now = 1_000_000

test.each([
  ['nothing waits', 0, { letters: 0, since: null }, null, 0],
  ['nothing has left, and no limit is set', 100, { letters: 0, since: null }, null, null],
  ['too few have left to tell', 100, { letters: 9, since: now - 30_000 }, null, null],
  ['too short a time to tell', 100, { letters: 90, since: now - 1000 }, null, null],
  ['60 letters in 30 seconds, 100 to go', 100, { letters: 60, since: now - 30_000 }, null, 50],
  ['the limit is slower than it went', 100, { letters: 60, since: now - 30_000 }, 60, 100],
  ['it goes slower than the limit', 100, { letters: 30, since: now - 60_000 }, 120, 200],
  ['a limit alone tells too', 90, { letters: 0, since: null }, 60, 90],
  ['the clock stepped back', 100, { letters: 60, since: now + 5000 }, null, null],
] as const)('%s', (_, waiting, sent, perMinute, seconds) => {
  expect(estimateSeconds(waiting, sent, perMinute, now)).toBe(seconds)
})
