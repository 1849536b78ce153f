import { describe, expect, test } from 'vitest'
import { computeResults } from '#indicators/compute.ts'
import { compareRemainders } from '#indicators/edition-remainders.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { inputOf, type PersonDraft, questionnaireOf } from './project.ts'

const one = questionnaireOf({ items: [{ id: 'a' }], scales: [{ id: 'A', items: ['a'] }] })
const groups = ['LUG', 'FTG']

/** Three people in a and four in b are hidden, eight in c shown; `more` of each municipality come on top. */
function edition(more: Record<string, number> = {}, answer = 3): ProjectResults {
  const people = Object.entries({ a: 3, b: 4, c: 8 }).flatMap(([municipality, size]) =>
    Array.from({ length: size + (more[municipality] ?? 0) }, (_, at): PersonDraft => {
      const isFirst = municipality === 'a' && at === 0
      return {
        id: `${municipality}-${at}`,
        municipality,
        group: groups[at % 2] ?? 'LUG',
        from: { a: 1 + (at % 3) },
        to: { a: isFirst ? answer : 2 + (at % 3) },
      }
    }),
  )
  return computeResults(inputOf(one, one, people))
}

describe('what is left over in two editions', () => {
  test('nothing has changed', () => {
    expect(compareRemainders(edition(), edition(), 5)).toEqual([])
  })
  test('one erased person of a hidden municipality, though five came elsewhere', () => {
    const told = compareRemainders(edition(), edition({ a: -1, c: 6 }), 5)
    expect(told).toContain('indicators/A/byMunicipality/hidden/pairsFrom')
    expect(told).toContain('match/byMunicipality/hidden/both')
  })
  test('as many people, another answer', () => {
    expect(compareRemainders(edition(), edition({}, 5), 5)).toContain('indicators/A/byMunicipality/hidden/pairsTo')
  })
  test('only a visible row has grown, by enough', () => {
    const told = compareRemainders(edition(), edition({ c: 6 }), 5)
    expect(told.filter((address) => address.includes('municipality'))).toEqual([])
  })
})
