import { describe, expect, test } from 'vitest'
import { computeResults } from '#indicators/compute.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import type { Answers } from '#survey/answer.ts'
import { inputOf, type PersonDraft, questionnaireOf } from './project.ts'

const one = questionnaireOf({ items: [{ id: 'a' }], scales: [{ id: 'A', items: ['a'] }] })

/** People of one municipality, answering item `a` with these codes before and after. */
const people = (municipality: string, codes: readonly [from: number | null, to: number | null][]): PersonDraft[] =>
  codes.map(([from, to], at) => ({
    id: `${municipality}-${at}`,
    municipality,
    from: from === null ? null : { a: from },
    to: to === null ? null : { a: to },
  }))

function indicatorOf(results: ProjectResults, id: string): IndicatorResult {
  const found = results.indicators.find(({ indicator }) => indicator.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}
function pairedOf(results: ProjectResults, id: string) {
  const { paired } = indicatorOf(results, id).overall
  if (!paired.shown) throw new Error(`the paired change of ${id} is withheld: ${paired.reason}`)
  return paired.value
}

describe('change among the same people', () => {
  test('counts who has both waves, and says what the interval allows', () => {
    const results = computeResults(
      inputOf(
        one,
        one,
        people('m', [
          [2, 3],
          [2, 4],
          [3, 4],
          [3, 3],
          [1, 3],
          [2, 3],
          [4, null],
          [null, 1],
        ]),
      ),
    )
    const value = pairedOf(results, 'A')
    // By hand: changes 25, 50, 25, 0, 50, 25 points; mean 175/6.
    expect(value.n).toBe(6)
    expect(value.meanChange).toBeCloseTo(175 / 6, 10)
    expect([value.improved, value.unchanged, value.declined]).toEqual([5, 1, 0])
    expect(indicatorOf(results, 'A').overall.finding).toBe('increased')
  })
  test('that falls where lower is better has decreased, and everybody has improved', () => {
    const lower = questionnaireOf({
      items: [{ id: 'a' }],
      scales: [{ id: 'A', items: ['a'], direction: 'lower_is_better' }],
    })
    const results = computeResults(
      inputOf(
        lower,
        lower,
        people('m', [
          [5, 3],
          [5, 4],
          [4, 3],
          [4, 2],
          [3, 1],
        ]),
      ),
    )
    expect(indicatorOf(results, 'A').overall.finding).toBe('decreased')
    expect(pairedOf(results, 'A').improved).toBe(5)
  })
  test('cannot tell what spans zero from no change', () => {
    const results = computeResults(
      inputOf(
        one,
        one,
        people('m', [
          [1, 5],
          [5, 1],
          [2, 4],
          [4, 2],
          [3, 3],
        ]),
      ),
    )
    expect(indicatorOf(results, 'A').overall.finding).toBe('indistinguishable')
  })
  test('has no interval, p or finding where all changed equally much', () => {
    const results = computeResults(
      inputOf(
        one,
        one,
        people('m', [
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 5],
          [1, 2],
        ]),
      ),
    )
    expect(pairedOf(results, 'A')).toMatchObject({ meanChange: 25, sdChange: 0, interval: null, t: null, p: null })
    expect(indicatorOf(results, 'A').overall.finding).toBeNull()
  })
  test('exactly the noticeable change is unchanged, also where binary fractions say a little more', () => {
    const three = questionnaireOf({
      items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      scales: [{ id: 'A', items: ['a', 'b', 'c'] }],
    })
    const draft = (id: string, to: Answers): PersonDraft => ({ id, municipality: 'm', from: { a: 1, b: 2, c: 2 }, to })
    const input = inputOf(
      three,
      three,
      ['v', 'w', 'x', 'y'].map((id) => draft(id, { a: 2, b: 2, c: 2 })).concat(draft('z', { a: 3, b: 2, c: 2 })),
    )
    // One of three items up by one code: 25 / 3 points.
    const value = pairedOf(computeResults({ ...input, noticeableChange: 25 / 3 }), 'A')
    expect([value.improved, value.unchanged]).toEqual([1, 4])
  })
})

describe('missing is never zero', () => {
  const two = (pairing: 'answered_in_both' | 'each_wave') =>
    questionnaireOf({
      items: [{ id: 'a' }, { id: 'b', reversed: true }],
      scales: [{ id: 'A', items: ['a', 'b'], pairing }],
    })
  const drafts = ['v', 'w', 'x', 'y', 'z'].map(
    (id): PersonDraft => ({ id, municipality: 'm', from: { a: 3, b: 5 }, to: { a: 3, b: { missing: 'dont_know' } } }),
  )
  test('an item without an answer in one wave counts in neither, so a gap is no change', () => {
    expect(
      pairedOf(computeResults(inputOf(two('answered_in_both'), two('answered_in_both'), drafts)), 'A'),
    ).toMatchObject({ fromMean: 50, toMean: 50, meanChange: 0 })
  })
  test('unless the indicator counts what each wave has', () => {
    // a 3 → 50 points; b 5, reversed → 0 points.
    expect(pairedOf(computeResults(inputOf(two('each_wave'), two('each_wave'), drafts)), 'A')).toMatchObject({
      fromMean: 25,
      toMean: 50,
    })
  })
  test('a wave without answers has no figure rather than a zero', () => {
    const results = computeResults(
      inputOf(
        one,
        one,
        people('m', [
          [1, null],
          [2, null],
          [3, null],
          [4, null],
          [5, null],
        ]),
      ),
    )
    expect(indicatorOf(results, 'A').overall).toEqual({
      paired: { shown: false, reason: 'too_few' },
      all: { shown: false, reason: 'too_few' },
      finding: null,
      compositionWarning: false,
    })
  })
  test('nobody at all is a project without figures, not a fault', () => {
    const results = computeResults(inputOf(one, one, [], ['m']))
    expect(indicatorOf(results, 'A').byMunicipality[0]?.change.paired).toEqual({ shown: false, reason: 'too_few' })
    expect(results.match.overall.invitedFrom).toBe(0)
  })
})

describe('who delivers the project', () => {
  const staff = (size: number) =>
    people('s', Array(size).fill([1, 5])).map((draft) => ({ ...draft, municipality: 'm', group: 'HSL' }))
  const others = people('m', [
    [2, 3],
    [2, 2],
    [3, 4],
    [3, 3],
    [4, 4],
  ])
  test('is left out of every estimate, and counted apart in the match report', () => {
    const results = computeResults(inputOf(one, one, [...others, ...staff(6)]))
    expect(pairedOf(results, 'A').n).toBe(5)
    expect(results.match.overall.both).toBe(5)
    expect(results.match.excluded.groups).toEqual(['HSL'])
    expect(results.match.excluded.counts).toMatchObject({ shown: true, value: { both: 6 } })
  })
  test('is not counted at all where they are few', () => {
    const { excluded } = computeResults(inputOf(one, one, [...others, ...staff(3)])).match
    expect(excluded.counts).toEqual({ shown: false, reason: 'suppressed' })
  })
  test('is left out also where the group was only joined for the later wave', () => {
    const input = inputOf(one, one, [...others, ...people('n', [[1, 5]])])
    const asked = input.asked.map((row) =>
      row.municipality === 'n' && row.wave === 'endline' ? { ...row, actorGroup: 'HSL' } : row,
    )
    expect(computeResults({ ...input, asked }).match.overall.invitedFrom).toBe(5)
  })
})

describe('all respondents beside the pairs', () => {
  const stable: [number, number][] = [
    [3, 3],
    [3, 4],
    [4, 3],
    [2, 2],
    [2, 2],
    [3, 3],
  ]
  test('a change that comes from who answered is flagged', () => {
    const newcomers = Array.from({ length: 6 }, (): [null, number] => [null, 5])
    const { overall } = indicatorOf(computeResults(inputOf(one, one, people('m', [...stable, ...newcomers]))), 'A')
    expect(overall.all.shown && [overall.all.value.fromN, overall.all.value.toN]).toEqual([6, 12])
    expect(overall.compositionWarning).toBe(true)
  })
  test('two people without a pair would stand there alone: the column is hidden, and nothing is compared', () => {
    const { overall } = indicatorOf(
      computeResults(inputOf(one, one, people('m', [...stable, [null, 5], [null, 5]]))),
      'A',
    )
    expect(overall.all).toEqual({ shown: false, reason: 'suppressed' })
    expect(overall.paired.shown).toBe(true)
    expect(overall.compositionWarning).toBe(false)
  })
})

describe('two versions are compared on what both measure alike', () => {
  const items = ['l1', 'l2', 'l3', 'l4']
  const scale = [{ id: 'L', items, atLeast: 2 }]
  const before = questionnaireOf({ items: items.map((id) => ({ id })), scales: scale })
  const after = questionnaireOf({
    version: 2,
    items: items.map((id) =>
      id === 'l1'
        ? { id, revision: 2, comparableTo: [{ revision: 1, verdict: 'broken', reason: 'adds a criterion' }] }
        : { id },
    ),
    scales: scale,
  })
  // Only the reworded item rises: the naive scale would show 25 points, the comparable core shows none.
  const drafts = Array.from(
    { length: 6 },
    (_, at): PersonDraft => ({
      id: `p${at}`,
      municipality: 'm',
      from: { l1: 1, l2: 2, l3: 3, l4: 2 + (at % 2) },
      to: { l1: 5, l2: 2, l3: 3, l4: 2 + (at % 2) },
    }),
  )
  test('a broken item counts in neither wave, and the report says why', () => {
    const results = computeResults(inputOf(before, after, drafts))
    expect(pairedOf(results, 'L').meanChange).toBe(0)
    expect(pairedOf(computeResults(inputOf(before, before, drafts)), 'L').meanChange).toBe(25)
    expect(indicatorOf(results, 'L').core).toEqual({ items: ['l2', 'l3', 'l4'], total: 4, comparable: true })
    expect(results.core).toEqual({ comparable: 3, total: 4, left: [{ item: 'l1', reason: 'adds a criterion' }] })
    expect([results.from.version, results.to.version]).toEqual([1, 2])
  })
  test('a response in another version narrows the core for everybody, never for one municipality', () => {
    const late = drafts.map((draft, at) => (at === 0 ? { ...draft, toVersion: 2 } : draft))
    const input = inputOf(before, before, late)
    const results = computeResults({ ...input, otherVersions: [after] })
    expect(indicatorOf(results, 'L').core.items).toEqual(['l2', 'l3', 'l4'])
    expect(pairedOf(results, 'L')).toMatchObject({ n: 6, meanChange: 0 })
    expect(() => computeResults(input)).toThrow(new RangeError('gatherPeople requires version 2 of the questionnaire'))
  })
  test('a core under half of the earlier scale gives no figure, and no part of an index', () => {
    const ids = ['d', 'e', 'f', 'l1', 'l2', 'l3']
    const draft = (version: number, revision: number) =>
      questionnaireOf({
        version,
        items: ids.map((id) => (id.startsWith('l') && id !== 'l3' ? { id, revision } : { id })),
        scales: [
          ...['d', 'e', 'f'].map((id) => ({ id: id.toUpperCase(), items: [id] })),
          { id: 'L', items: ['l1', 'l2', 'l3'] },
        ],
        composites: [
          { id: 'THREE', of: ['D', 'E', 'L'], atLeast: 2 },
          { id: 'TWO', of: ['D', 'L'], atLeast: 2 },
        ],
      })
    const answer = (code: number, l: number): Answers => ({ d: code, e: code, f: code, l1: l, l2: l, l3: l })
    const six = Array.from(
      { length: 6 },
      (_, at): PersonDraft => ({ id: `p${at}`, municipality: 'm', from: answer(1 + (at % 3), 1), to: answer(3, 5) }),
    )
    const results = computeResults(inputOf(draft(1, 1), draft(2, 2), six))
    const { core, overall, byMunicipality } = indicatorOf(results, 'L')
    expect(core).toEqual({ items: ['l3'], total: 3, comparable: false })
    expect([overall.paired, overall.all, byMunicipality[0]?.change.paired]).toEqual(
      Array(3).fill({ shown: false, reason: 'not_comparable' }),
    )
    // Codes 1, 2, 3, 1, 2, 3 become 3: 25 points on average, without the 100 points of L.
    expect(pairedOf(results, 'THREE').meanChange).toBeCloseTo(25, 10)
    expect(indicatorOf(results, 'THREE').core).toEqual({ items: ['d', 'e'], total: 5, comparable: true })
    expect(indicatorOf(results, 'TWO').overall.paired).toEqual({ shown: false, reason: 'not_comparable' })
  })
  test('items that one of the waves did not ask are no comparison', () => {
    const endOnly = questionnaireOf({
      items: [{ id: 'a' }, { id: 'b', waves: ['endline'] }],
      scales: [
        { id: 'A', items: ['a'] },
        { id: 'B', items: ['b'] },
      ],
    })
    const results = computeResults(
      inputOf(
        endOnly,
        endOnly,
        people('m', [
          [1, 2],
          [2, 3],
          [1, 3],
          [2, 2],
          [3, 3],
        ]),
      ),
    )
    expect(indicatorOf(results, 'B').overall.paired).toEqual({ shown: false, reason: 'not_asked' })
    expect(results.core.left).toEqual([{ item: 'b', reason: 'not_asked' }])
  })
})

test('an index is the mean of the same parts in both waves', () => {
  const three = questionnaireOf({
    items: ['d', 'e', 'f'].map((id) => ({ id })),
    scales: ['d', 'e', 'f'].map((id) => ({ id: id.toUpperCase(), items: [id] })),
    composites: [{ id: 'INDEX', of: ['D', 'E', 'F'], atLeast: 2 }],
  })
  const draft = (id: string, from: Answers, to: Answers): PersonDraft => ({ id, municipality: 'm', from, to })
  const results = computeResults(
    inputOf(three, three, [
      // F is answered in one wave only: 0 and 25 points before, 50 and 25 after.
      ...['v', 'w', 'x', 'y', 'z'].map((id) => draft(id, { d: 1, e: 2, f: 5 }, { d: 3, e: 2 })),
      // One part in both waves is too few.
      draft('u', { d: 1, e: 2 }, { d: 5, f: 5 }),
    ]),
  )
  expect(pairedOf(results, 'INDEX')).toMatchObject({ n: 5, fromMean: 12.5, toMean: 37.5 })
})

describe('small municipalities', () => {
  const codes = (n: number) => Array.from({ length: n }, (_, at): [number, number] => [1 + (at % 3), 2 + (at % 4)])
  const results = computeResults(
    inputOf(
      one,
      one,
      [...people('a', codes(4)), ...people('b', codes(6)), ...people('c', codes(8))],
      ['c', 'empty', 'b', 'a'],
    ),
  )
  test('are hidden with the next smallest, in figures and in counts, in the order of the list', () => {
    const rows = indicatorOf(results, 'A').byMunicipality
    expect(rows.map(({ code, change }) => [code, change.paired.shown || change.paired.reason])).toEqual([
      ['c', true],
      ['empty', 'too_few'],
      ['b', 'suppressed'],
      ['a', 'suppressed'],
    ])
    expect(results.match.byMunicipality.map(({ code, counts }) => [code, counts.shown])).toEqual([
      ['c', true],
      ['empty', true],
      ['b', false],
      ['a', false],
    ])
  })
  test('still count in the whole', () => {
    expect(pairedOf(results, 'A').n).toBe(18)
    expect(results.match.overall.both).toBe(18)
  })
  test('leave no trace of their figures in what is handed on', () => {
    const [, , b] = indicatorOf(results, 'A').byMunicipality
    expect(b?.change).toEqual({
      paired: { shown: false, reason: 'suppressed' },
      all: { shown: false, reason: 'suppressed' },
      finding: null,
      compositionWarning: false,
    })
  })
})

test('nothing that is shown is NaN or infinite', () => {
  const numbers: number[] = []
  const results = computeResults(
    inputOf(
      one,
      one,
      people('m', [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ),
  )
  JSON.stringify(results, (_key, value) => {
    if (typeof value === 'number') numbers.push(value)
    return value
  })
  expect(numbers.length).toBeGreaterThan(30)
  expect(numbers.every(Number.isFinite)).toBe(true)
})

describe('rows that do not belong together are refused', () => {
  const good = inputOf(one, one, people('m', [[1, 2]]))
  const [row] = good.asked
  test.each([
    ['a threshold under five', { ...good, threshold: 4 }],
    ['a municipality that is not listed', { ...good, municipalities: [] }],
    ['a person asked twice in a wave', { ...good, asked: row ? [row, row] : [] }],
    ['a wave that is not compared', { ...good, asked: row ? [{ ...row, wave: 'midterm' as const }] : [] }],
    ['a wave compared with itself', { ...good, to: good.from }],
  ])('%s', (_name, input) => {
    expect(() => computeResults(input)).toThrow(RangeError)
  })
})
