import { expect, test } from 'vitest'
import { type PanelRow, PanelRows } from '#store/panel-rows.ts'

/** 3,000 people in one to three waves, of whom some did not answer; in an order that is not theirs. */
const rows: PanelRow[] = Array.from({ length: 3000 }, (_, at) => (at * 1237) % 3000).flatMap((person) =>
  [3, 1, 2].slice(person % 3).map((ordinal) => ({
    name: `p${((person * 7919) % 104_729).toString(16)}`,
    ordinal,
    seatId: `seat-${person % 40}`,
    response:
      person % 4 === ordinal
        ? null
        : { version: 1, language: 'sv', mode: 'web', submittedAt: 1000 * person, answers: `{"Ö":"${person}"}` },
  })),
)
const inOrder = rows.toSorted((one, other) =>
  one.name === other.name ? one.ordinal - other.ordinal : one.name < other.name ? -1 : 1,
)

test.each([
  ['all held in memory', undefined],
  ['too many for memory half way', 1_000_000],
  ['none held', 0],
])('rows come by name and wave, whole, as often as they are asked for: %s', (_, mostHeld) => {
  const panel = new PanelRows(mostHeld)
  for (const row of rows) panel.add(row)
  panel.sort()
  expect(panel.countNames()).toBe(3000)
  expect([...panel.read()]).toEqual(inOrder)
  expect([...panel.read()]).toEqual(inOrder)
  panel.close()
})

test('a panel of nobody is empty', () => {
  const panel = new PanelRows()
  panel.sort()
  expect([panel.countNames(), [...panel.read()]]).toEqual([0, []])
  panel.close()
})
