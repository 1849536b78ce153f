// How many people stand behind a figure, where its own group has no number: told, or left out, and never made up.
import { describe, expect, test } from 'vitest'
import type { Json } from '#cuts/canonical-json.ts'
import { listFigures, pathText } from '#cuts/figures.ts'
import { peopleBehind } from '#cuts/people-behind.ts'

/** People behind each share of one row, by the funnels of the two waves. */
function behindShares(from: Json, to: Json) {
  const row = { code: 1, shareOfEither: 0.5, shareOfFrom: 0.5, shareOfTo: 0.5, shareOfBoth: 0.5 }
  const tree = { responses: { from: { funnel: from }, to: { funnel: to }, respondents: [{ id: 'sex', rows: [row] }] } }
  return Object.fromEntries(
    listFigures(tree)
      .filter(({ path }) => path.at(-1)?.startsWith('share'))
      .map((figure) => [pathText(figure.path.slice(-1)), peopleBehind(figure, 'en')]),
  )
}

describe('of the share of a sex or an age', () => {
  test('are those who answered in its column', () => {
    // 30 and 20 answered, 15 of them both times: 30 + 20 − 15 = 35 people.
    expect(behindShares({ answered: 30, both: 15 }, { answered: 20, both: 15 })).toEqual({
      shareOfEither: '35',
      shareOfFrom: '30',
      shareOfTo: '20',
      shareOfBoth: '15',
    })
  })

  test('nothing is told where the number that it takes is missing', () => {
    expect(behindShares({ answered: 30 }, { answered: 20, both: null })).toEqual({
      shareOfEither: null,
      shareOfFrom: '30',
      shareOfTo: '20',
      shareOfBoth: null,
    })
    expect(behindShares({ both: 15 }, { both: 15 })).toEqual({
      shareOfEither: null,
      shareOfFrom: null,
      shareOfTo: null,
      shareOfBoth: '15',
    })
  })
})
