// Who answered, by sex and age: counts of the whole project, where no few people can be told by subtraction.
import { expect, test } from 'vitest'
import { compareContextRemainders } from '#cuts/context-remainders.ts'
import { compareEditions } from '#cuts/editions.ts'
import type { PublishedResults } from '#cuts/published-results.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import { type CriterionTable, respondentColumns, shareColumns } from '#indicators/context/model.ts'
import type { Answers } from '#survey/answer.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { crowd, inputOf, type PersonDraft, questionnaire as silent } from './project.ts'

const text = (words: string) => ({ sv: words, en: words })
const choice = (id: string, codes: readonly number[]): Questionnaire['items'][number] => ({
  type: 'choice',
  id,
  revision: 1,
  comparableTo: [],
  text: text(id),
  choices: codes.map((code) => ({ code, label: text(`${id} ${code}`) })),
})
const asking: Questionnaire = {
  ...silent,
  items: [...silent.items, choice('GENDER', [1, 2, 3]), choice('AGE', [1, 2])],
  horizontal: { sex: 'GENDER', age: 'AGE' },
}

const given = { D1: 3, D2: 3, D3: 3, E1: 3, NOW: 3 }
const said = (GENDER: number | undefined, more: Answers = {}): Answers => ({
  ...given,
  ...(GENDER === undefined ? {} : { GENDER }),
  ...more,
})
/** So many people of each sex who answered only the first time, both times and only the second time. */
const people = (numbers: Readonly<Record<string, readonly [number, number, number]>>, more: object = {}) =>
  Object.entries(numbers).flatMap(([name, [first, twice, last]]) => {
    const own = said(name === 'none' ? undefined : Number(name))
    return [
      ...crowd(`first ${name} `, first, () => ({ from: own, to: null, ...more })),
      ...crowd(`twice ${name} `, twice, () => ({ from: own, to: own, ...more })),
      ...crowd(`last ${name} `, last, () => ({ from: null, to: own, ...more })),
    ]
  })

function published(drafts: readonly PersonDraft[], waves: { from?: Questionnaire; to?: Questionnaire } = {}) {
  const input = inputOf(drafts, {
    from: { kind: 'baseline', questionnaire: waves.from ?? asking },
    to: { kind: 'endline', questionnaire: waves.to ?? asking },
  })
  const results = computeResults(input)
  return { ...results, context: computeContext(input, results) } satisfies PublishedResults
}
const tableOf = ({ context }: PublishedResults, criterion: 'sex' | 'age' = 'sex') =>
  context.responses.respondents?.find(({ id }) => id === criterion)
const read = (table: CriterionTable | undefined) =>
  Object.fromEntries(
    (table?.rows ?? []).map((row) => [
      row.code ?? 'none',
      respondentColumns.map((column) => (row[column].shown ? row[column].value : row[column].reason)),
    ]),
  )
const hidden = Array<string>(4).fill('suppressed')

test('each answer is counted in each wave and in both, as a number and as a share of those who answered', () => {
  const table = tableOf(published(people({ 1: [10, 30, 5], 2: [6, 20, 7], 3: [5, 5, 5] })))
  expect(read(table)).toEqual({
    1: [45, 40, 35, 30],
    2: [33, 26, 27, 20],
    3: [15, 10, 10, 5],
    none: hidden,
  })
  expect(table?.item).toBe('GENDER')
  const [first] = table?.rows ?? []
  expect(first?.label).toEqual(text('GENDER 1'))
  const shares = Object.values(shareColumns).map((column) => first?.[column])
  expect(shares).toEqual([45 / 93, 40 / 76, 35 / 72, 30 / 55].map((value) => ({ shown: true, value })))
})

test('few are hidden with the smallest that covers them, and nobody looks like few', () => {
  const few = tableOf(published(people({ 1: [10, 30, 9], 2: [9, 20, 8], 3: [1, 1, 1], none: [6, 6, 6] })))
  expect(read(few)).toEqual({ 1: [49, 40, 39, 30], 2: [37, 29, 28, 20], 3: hidden, none: hidden })
  const nobody = tableOf(published(people({ 1: [10, 30, 9], 2: [9, 20, 8], none: [6, 6, 6] })))
  expect(read(nobody)[3]).toEqual(hidden)
})

test('those who skipped the question are a row of their own, hidden as others are', () => {
  expect(read(tableOf(published(people({ 1: [10, 30, 9], 2: [9, 20, 8], none: [6, 7, 8] })))).none).toEqual([
    21, 13, 15, 7,
  ])
  expect(read(tableOf(published(people({ 1: [9, 30, 9], 2: [7, 8, 7], none: [2, 0, 0] })))).none).toEqual(hidden)
})

test('where the waves beside each other would tell of the few who answered once, only those who answered at all are shown', () => {
  // 2 women and 3 men are left when those of both waves are taken from the first.
  expect(read(tableOf(published(people({ 1: [2, 30, 0], 2: [3, 20, 1] }))))).toMatchObject({
    1: [32, 'suppressed', 'suppressed', 'suppressed'],
    2: [24, 'suppressed', 'suppressed', 'suppressed'],
  })
})

test('where few answered only once, the waves are shown without those who answered both, and nobody can be taken from them', () => {
  // Too few answered only the second time to show most people in every column.
  const table = tableOf(published(people({ 1: [11, 24, 4], 2: [15, 29, 3], 3: [4, 6, 2], none: [3, 9, 1] })))
  expect(read(table)).toMatchObject({
    1: ['suppressed', 35, 28, 'suppressed'],
    2: ['suppressed', 44, 32, 'suppressed'],
  })
})

test('nor are they shown where all who answered once said the same: the other tables tell how many those are', () => {
  // Of 7 people, 3 left, and 2 came: both times answered 2.
  expect(read(tableOf(published(people({ 1: [0, 20, 0], 2: [0, 20, 0], 3: [3, 2, 2] }))))[3]).toEqual(hidden)
})

test('no numbers where all said the same: it would tell what each of them said', () => {
  expect(read(tableOf(published(people({ 1: [10, 30, 10] }))))[1]).toEqual(hidden)
})

test('a row is hidden too where a municipality beside it would tell', () => {
  // North has nobody of 3 or who skipped, so that south less 1 and 2 would leave them; 3 of them are of 3.
  const north = people({ 1: [10, 12, 10] }, { municipality: 'north' })
  const south = people({ 2: [10, 12, 10], 3: [0, 3, 0] }, { municipality: 'south' }).map((one) => ({
    ...one,
    id: `south ${one.id}`,
  }))
  const results = published([...north, ...south])
  expect(results.match.byMunicipality.map(({ counts }) => counts.shown)).toEqual([true, true])
  expect(read(tableOf(results))).toEqual({ 1: hidden, 2: hidden, 3: hidden, none: hidden })
})

test('where a question is asked in one wave only, nobody of the other has skipped it', () => {
  const once = asking.items.map((item) => (item.id === 'GENDER' ? { ...item, waves: ['baseline' as const] } : item))
  const waves = { from: { ...asking, items: once }, to: { ...asking, items: once } }
  const table = tableOf(published(people({ 1: [10, 30, 5], 2: [6, 20, 7], 3: [5, 5, 5] }), waves))
  expect(read(table)).toMatchObject({ 1: ['not_asked', 40, 'not_asked', 30], 2: ['not_asked', 26, 'not_asked', 20] })
  expect(table?.rows.map(({ either, to }) => [either.shown, to.shown])).toEqual(Array(4).fill([false, false]))
})

test('whoever answered both times counts by what they said first', () => {
  const older = crowd('older', 10, () => ({ from: said(1, { AGE: 1 }), to: said(1, { AGE: 2 }) }))
  const later = crowd('later', 10, () => ({ from: said(2), to: said(2, { AGE: 2 }) }))
  const both = published([...older, ...later])
  expect(read(tableOf(both, 'age'))).toMatchObject({ 1: [10, 10, 10, 10], 2: [10, 10, 10, 10] })
})

test('those who deliver the project are not counted', () => {
  const staff = crowd('staff', 9, () => ({ group: 'HSL', from: said(1), to: said(1) }))
  const numbers = { 1: [10, 30, 5], 2: [6, 20, 7] } as const
  expect(tableOf(published([...people(numbers), ...staff]))).toEqual(tableOf(published(people(numbers))))
})

test('a questionnaire that asks for neither has no table, and a wave in which it was not asked no column', () => {
  const numbers = { 1: [10, 30, 5], 2: [6, 20, 7] } as const
  expect(published(people(numbers), { from: silent, to: silent }).context.responses.respondents).toEqual([])
  const { horizontal: _horizontal, ...unasked } = asking
  const later = read(tableOf(published(people(numbers), { from: unasked })))
  expect(later[1]).toEqual(['not_asked', 'not_asked', 35, 30])
})

test('a second edition may not differ by few in a row, in what is hidden, or among those who answered once', () => {
  const numbers = { 1: [10, 30, 10], 2: [10, 20, 10], 3: [1, 1, 1], none: [6, 6, 6] } as const
  const first = published(people(numbers))
  const remainders = (next: typeof numbers | Record<string, readonly [number, number, number]>) =>
    compareContextRemainders(first, published(people(next)), 5).filter((path) => path.includes('respondents'))
  const table = 'context/responses/respondents/sex'
  expect(remainders(numbers)).toEqual([])
  expect(remainders({ ...numbers, 3: [1, 2, 1] })).toEqual([
    `${table}/hidden/either`,
    `${table}/hidden/from`,
    `${table}/hidden/to`,
    `${table}/hidden/both`,
  ])
  // Six more answered the first time, one of them only then.
  expect(remainders({ ...numbers, 1: [11, 35, 10] })).toEqual([`${table}/rows/1/from − both`])
  const grown = compareEditions(first, published(people({ ...numbers, 1: [11, 30, 10] })), 5)
  expect(grown).toContainEqual({ path: `${table}/rows/1`, reason: 'few_differ' })
})

test('an edition from before it was counted says nothing against it', () => {
  const now = published(people({ 1: [10, 30, 10], 2: [10, 20, 10], 3: [1, 1, 1], none: [6, 6, 6] }))
  const { respondents: _respondents, ...responses } = now.context.responses
  const before: PublishedResults = { ...now, context: { ...now.context, responses } }
  expect(compareEditions(before, now, 5)).toEqual([])
})

test('a column that the earlier edition did not tell is no column of nobody', () => {
  const numbers = { 1: [0, 30, 0], 2: [2, 3, 0], none: [0, 6, 0] } as const
  const { horizontal: _horizontal, ...unasked } = asking
  const [before, now] = [published(people(numbers), { from: unasked }), published(people(numbers))]
  // Two answered only the first time, and are hidden: the earlier edition divided nobody who answered it.
  expect([before, now].map((edition) => read(tableOf(edition))[1])).toEqual([
    ['not_asked', 'not_asked', 30, 30],
    [30, 30, 30, 30],
  ])
  expect(compareContextRemainders(before, now, 5).filter((path) => path.includes('respondents'))).toEqual([])
})

test('a share moves with those it is of, and is no fault', () => {
  const numbers = { 1: [10, 30, 10], 2: [10, 20, 10] } as const
  const faults = compareEditions(published(people(numbers)), published(people({ ...numbers, 2: [15, 20, 10] })), 5)
  expect(faults.filter(({ path }) => path.startsWith('context/responses/respondents/sex'))).toEqual([])
})
