// Columns are only another form of the answers: scored together they are scored as one by one, packed and unpacked they
// are the same, and no order of the rows can be seen in the results.
import { describe, expect, test } from 'vitest'
import { ChangeNumbers } from '#indicators/change-numbers.ts'
import { columnsOf } from '#indicators/columns.ts'
import { compareIndicators, isComposite } from '#indicators/comparison.ts'
import { computeResults, resultsOfColumns } from '#indicators/compute.ts'
import type { ResultsInput } from '#indicators/model.ts'
import { cellsOf, orderColumns, sliceColumns } from '#indicators/ordered-columns.ts'
import { packColumns, unpackColumns } from '#indicators/packed-columns.ts'
import { listScores, prepareScoring, scoreColumns } from '#indicators/pairing.ts'
import { gatherPeople, pairPeople } from '#indicators/people.ts'
import { ValueNumbers } from '#indicators/value-numbers.ts'
import { scoreScale } from '#survey/scoring.ts'
import { scorePair } from '../support/score-pair.ts'
import { randomProject } from './attacker/random-project.ts'

const inputs = Array.from({ length: 40 }, (_, seed) => randomProject(seed).input)

const columnsFrom = (input: ResultsInput) => {
  const people = gatherPeople(input)
  return columnsOf(people, people.length)
}

test('scores of columns are those of each person alone', () => {
  let compared = 0
  for (const input of inputs) {
    const people = gatherPeople(input).filter(({ delivering }) => !delivering)
    const columns = columnsOf(people, people.length)
    const comparisons = compareIndicators(input, columns.versions)
    const scores = scoreColumns(columns, comparisons)
    for (const comparison of comparisons) {
      const own = scores.get(comparison.indicator.id)
      if (isComposite(comparison) || comparison.obstacle || !own) continue
      const { measures, core } = comparison
      for (const [at, { pair, from }] of listScores(own, columns.places).entries()) {
        const [before, after] = [people[at]?.from.response, people[at]?.to.response]
        const [one, other] = [before && measures.get(before.questionnaire), after && measures.get(after.questionnaire)]
        const together =
          before && after && one && other ? scorePair(one, other, core.items, before.answers, after.answers) : undefined
        expect(pair).toEqual(together)
        const alone =
          before && one ? scoreScale(one.questionnaire, one.indicator, before.answers, core.items) : undefined
        expect(from).toBe(together?.from ?? alone)
        compared += 1
      }
    }
  }
  expect(compared).toBeGreaterThan(2000)
})

describe('results', () => {
  test('are the same figures, whatever order the rows come in', () => {
    for (const input of inputs)
      expect(computeResults({ ...input, asked: input.asked.toReversed() })).toEqual(computeResults(input))
  })

  test('of columns that were packed, ordered and read again are the same', () => {
    for (const input of inputs) {
      const columns = columnsFrom(input)
      const versions = [input.from.questionnaire, input.to.questionnaire]
      const read = unpackColumns(packColumns(orderColumns(columns)), (_, version) => {
        const found = versions.find((one) => one.version === version)
        if (!found) throw new Error(`version ${version}`)
        return found
      })
      expect(resultsOfColumns(read, input)).toEqual(resultsOfColumns(columns, input))
    }
  })

  test('of people read wave by wave are those of people gathered', () => {
    for (const input of inputs) {
      const inWave = ({ kind }: ResultsInput['from']) =>
        input.asked.filter(({ wave }) => wave === kind).sort((a, b) => (a.participant < b.participant ? -1 : 1))
      const people = [...pairPeople(input, inWave(input.from), inWave(input.to))]
      expect(resultsOfColumns(columnsOf(people, people.length), input)).toEqual(computeResults(input))
    }
  })
})

test('cells divide the people, and each holds one municipality and actor group', () => {
  for (const input of inputs) {
    const columns = orderColumns(columnsFrom(input))
    const cells = cellsOf(columns)
    expect(cells.reduce((total, { start, end }) => total + end - start, 0)).toBe(columns.n)
    const names = cells.map(({ municipality, actorGroup }) => `${municipality} ${actorGroup}`)
    expect(new Set(names).size).toBe(names.length)
  }
})

test('values keep their numbers, also a hundred thousand different ones', () => {
  const numbers = new ValueNumbers()
  const list = Float64Array.from({ length: 100_000 }, (_, at) => (at % 7 === 0 ? Number.NaN : at / 3))
  const first = Uint32Array.from(list, (value) => numbers.numberOf(value))
  const second = Uint32Array.from(list.toReversed(), (value) => numbers.numberOf(value)).reverse()
  expect(second).toEqual(first)
  expect(Float64Array.from(first, (number) => numbers.valueOf(number))).toEqual(list)
  const { values, ranks } = numbers.list()
  const recovered = Float64Array.from(first, (number) =>
    number === 0 ? Number.NaN : (values[ranks[number] ?? 0] ?? 0),
  )
  expect(recovered).toEqual(list)
  expect(values).toEqual(values.toSorted())
})

test('people scored some at a time have the scores that they have together', () => {
  let compared = 0
  for (const input of inputs) {
    const columns = orderColumns(columnsFrom(input))
    const comparisons = compareIndicators(input, columns.versions)
    const together = scoreColumns(columns, comparisons)
    const score = prepareScoring(columns, comparisons)
    for (let start = 0; start < columns.n; start += 7) {
      const end = Math.min(columns.n, start + 7)
      const some = sliceColumns(columns, start, end)
      for (const [id, own] of score(some)) {
        const all = together.get(id)
        const expected = all && listScores(all, columns.places).slice(start, end)
        expect(listScores(own, some.places)).toEqual(expected)
        compared += 1
      }
    }
  }
  expect(compared).toBeGreaterThan(1000)
})

test('changes beyond the table are those within it', () => {
  const scores = new ValueNumbers()
  const changes = new ChangeNumbers(scores)
  const few = Uint32Array.from({ length: 60 }, (_, at) => scores.numberOf(at))
  const before = changes.number(few, few.toReversed()).slice()
  // More different scores than a table has room for.
  for (let value = 0; value < 5000; value += 1) scores.numberOf(value)
  expect(changes.number(few, few.toReversed())).toEqual(before)
  expect(Array.from(before, (number) => changes.values.valueOf(number))).toEqual(
    Array.from({ length: 60 }, (_, at) => 59 - 2 * at),
  )
})
