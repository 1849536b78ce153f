// Counted answers come back from their bytes as they were, as long as the same things decide them.
import { expect, test } from 'vitest'
import { columnsOf } from '#indicators/columns.ts'
import { countColumns, resultsOfCounts } from '#indicators/compute.ts'
import { packCounts, unpackCounts } from '#indicators/packed-counts.ts'
import { gatherPeople } from '#indicators/people.ts'
import { questionnaireOf } from './attacker/questionnaire.ts'
import { randomProject } from './attacker/random-project.ts'

// A reworded item gives levels of their own beside those of the core.
const project = Array.from({ length: 40 }, (_, at) => randomProject(at + 1)).find(({ isReworded }) => isReworded)
const input = project?.input ?? randomProject(1).input
const people = gatherPeople(input)
const columns = columnsOf(people, people.length)
const counted = countColumns(columns, input)
const packed = packCounts(counted, columns.versions, 'rules')
const versions = [input.from.questionnaire, input.to.questionnaire]
const unpack = (by: string) =>
  unpackCounts(
    packed,
    by,
    input,
    (_id, version) => versions.find((one) => one.version === version) ?? questionnaireOf(1),
  )

test('every count, and so every result', () => {
  expect(project?.isReworded).toBe(true)
  const again = unpack('rules')
  expect(again).toEqual(counted)
  expect(again && resultsOfCounts(again, input)).toEqual(resultsOfCounts(counted, input))
})

test('nothing where other rules, or other code, counted', () => {
  expect(unpack('other rules')).toBeUndefined()
})
