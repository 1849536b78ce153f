// What comes out of the computing thread comes in pieces, so that nobody waits while a country's results are read.
import { expect, test } from 'vitest'
import { putTogether, takeApart } from '#computing/pieces.ts'

const row = (at: number) => ({ code: `${at}`, change: { shown: true, value: { n: at, interval: [at, at + 1] } } })
const rows = (n: number) => Array.from({ length: n }, (_, at) => row(at))

test('lists of any length come back in order, wherever they stand', async () => {
  for (const outcome of [
    {
      threshold: 5,
      match: { byMunicipality: rows(290) },
      indicators: [{ rows: rows(290) }, { rows: rows(3) }],
      none: [],
    },
    rows(100),
    rows(32),
    [],
    'a sum',
    null,
    { list: [rows(70), [1, null, undefined]] },
  ])
    expect(await putTogether(takeApart(outcome))).toEqual(outcome)
})

test('no piece holds more than some rows of a long list', () => {
  const whole = takeApart(rows(32)).reduce((most, { length }) => Math.max(most, length), 0)
  for (const piece of takeApart({ indicators: [{ rows: rows(3000) }, { rows: rows(3000) }] }))
    expect(piece.length).toBeLessThan(1.5 * whole)
})
