import { expect, test } from 'vitest'
import { computeResults } from '#indicators/compute.ts'
import type { Answers } from '#survey/answer.ts'
import { actorGroups, inputOf, type PersonDraft, questionnaireOf } from './project.ts'

const three = questionnaireOf({
  items: ['d', 'e', 'f'].map((id) => ({ id })),
  scales: ['d', 'e', 'f'].map((id) => ({ id: id.toUpperCase(), items: [id] })),
  composites: [{ id: 'INDEX', of: ['D', 'E', 'F'], atLeast: 2 }],
})

/** So many answer everything; eight others, two of each group, one question of the three. */
function resultsWith(complete: number, threshold = 5) {
  const draft = (id: string, group: string, from: Answers, to: Answers): PersonDraft => ({
    id,
    municipality: 'm',
    group,
    from,
    to,
  })
  const whole = Array.from({ length: complete }, (_, at) =>
    draft(`whole-${at}`, 'LUG', { d: 1 + (at % 3), e: 2, f: 3 }, { d: 3, e: 3, f: 4 }),
  )
  const others = actorGroups.flatMap((group, at) =>
    ['one', 'other'].map((id) => draft(`${group}-${id}`, group, { d: 1 + at }, { d: 2 + (at % 2) })),
  )
  const results = computeResults({ ...inputOf(three, three, [...whole, ...others]), threshold })
  return (id: string) => {
    const found = results.indicators.find(({ indicator }) => indicator.id === id)
    if (!found) throw new Error(`no indicator ${id}`)
    return found
  }
}
const pairsOf = ({ overall: { paired } }: ReturnType<ReturnType<typeof resultsWith>>) =>
  paired.shown ? paired.value.n : paired.reason

test('an index that fewer than the threshold have is not published, and takes nobody out of its parts', () => {
  const resultOf = resultsWith(4)
  expect(pairsOf(resultOf('D'))).toBe(12)
  const { overall, levels, byMunicipality, byActorGroup } = resultOf('INDEX')
  for (const { paired, all } of [overall, ...[...byMunicipality, ...byActorGroup].map(({ change }) => change)])
    expect([paired, all]).toEqual(Array(2).fill({ shown: false, reason: 'too_few' }))
  for (const { core, own } of [levels.from, levels.to])
    expect([core, own]).toEqual(Array(2).fill({ shown: false, reason: 'too_few' }))
})

test('one that as many as the threshold have is published, and who lacks it counts in none of its parts', () => {
  expect(['INDEX', 'D', 'E'].map((id) => pairsOf(resultsWith(5)(id)))).toEqual([5, 5, 5])
})

test("the threshold is the project's own", () => {
  expect(['INDEX', 'D'].map((id) => pairsOf(resultsWith(5, 8)(id)))).toEqual(['too_few', 13])
})
