import { describe, expect, test } from 'vitest'
import { computeResults } from '#indicators/compute.ts'
import { inputOf, type PersonDraft, questionnaireOf } from './project.ts'

const one = questionnaireOf({ items: [{ id: 'a' }], scales: [{ id: 'A', items: ['a'] }] })

/** People with both waves by municipality and actor group. */
function groupsShown(people: Record<string, Record<string, number>>): string[] {
  const drafts = Object.entries(people).flatMap(([municipality, groups]) =>
    Object.entries(groups).flatMap(([group, size]) =>
      Array.from(
        { length: size },
        (_, at): PersonDraft => ({
          id: `${municipality}-${group}-${at}`,
          municipality,
          group,
          from: { a: 1 + (at % 4) },
          to: { a: 2 + (at % 3) },
        }),
      ),
    ),
  )
  const [result] = computeResults(inputOf(one, one, drafts)).indicators
  return result?.byActorGroup.flatMap(({ code, change }) => (change.paired.shown ? code : [])) ?? []
}

describe('actor groups beside municipalities', () => {
  test('that both have people everywhere are shown, over all municipalities', () => {
    expect(groupsShown({ m: { LUG: 6, FTG: 7 }, n: { LUG: 6, FTG: 5 } })).toEqual(['LUG', 'FTG'])
  })
  test('where all of a group live in one municipality, its row minus theirs would be two people', () => {
    expect(groupsShown({ m: { LUG: 8, FTG: 2 }, n: { FTG: 9 } })).toEqual([])
  })
  test('five instead of two are no longer few', () => {
    expect(groupsShown({ m: { LUG: 8, FTG: 5 }, n: { FTG: 9 } })).toEqual(['LUG', 'FTG'])
  })
  test('a group in a municipality of its own tells nothing that the municipality does not', () => {
    expect(groupsShown({ m: { LUG: 8 }, n: { FTG: 9 } })).toEqual(['LUG', 'FTG'])
  })
  test('a small group takes the next smallest with it', () => {
    const spread = { LUG: 8, FTG: 6, KTJ: 5, KFV: 1 }
    expect(groupsShown({ m: spread, n: { ...spread, KFV: 2 } })).toEqual(['LUG', 'FTG'])
  })
  test('without a name they are never shown, and one with a name covers them', () => {
    expect(groupsShown({ m: { LUG: 8, FTG: 7, NEW: 6 }, n: { LUG: 8, FTG: 7, NEW: 6 } })).toEqual(['LUG'])
  })
})
