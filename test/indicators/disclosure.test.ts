import { describe, expect, test } from 'vitest'
import { decideDisclosure, hiddenMatchCounts, type Sizes } from '#indicators/disclosure.ts'
import type { MatchCounts } from '#indicators/model.ts'

/** Everybody scored on the core is scored on what the wave asked, and nobody else. */
const sizes = (pairs: number, unpairedFrom: number, unpairedTo: number): Sizes => ({
  pairs,
  unpairedFrom,
  unpairedTo,
  ownFrom: pairs + unpairedFrom,
  ownTo: pairs + unpairedTo,
})
const pairsOnly = (pairs: Record<string, number>) =>
  new Map(Object.entries(pairs).map(([code, n]) => [code, sizes(n, 0, 0)]))
const decide = (pairs: Record<string, number>, order = Object.keys(pairs)) => {
  const decision = decideDisclosure([{ indicator: 'X', sizes: pairsOnly(pairs), linkedTo: [] }], order, 5).get('X')
  return { total: decision?.paired.total, ...Object.fromEntries(decision?.paired.byMunicipality ?? []) }
}

describe('a municipality is hidden below five pairs, and covered so that the total does not give it away', () => {
  test('all of five and above are shown', () => {
    expect(decide({ a: 5, b: 12, c: 6 })).toEqual({ total: 'shown', a: 'shown', b: 'shown', c: 'shown' })
  })
  test('one hidden municipality takes the next smallest with it', () => {
    expect(decide({ a: 4, b: 5, c: 6 })).toEqual({ total: 'shown', a: 'suppressed', b: 'suppressed', c: 'shown' })
  })
  test('two that hold five people together need no cover; two that hold four do', () => {
    expect(decide({ a: 1, b: 4, c: 6 })).toEqual({ total: 'shown', a: 'suppressed', b: 'suppressed', c: 'shown' })
    expect(decide({ a: 1, b: 3, c: 6 })).toEqual({ total: 'shown', a: 'suppressed', b: 'suppressed', c: 'suppressed' })
  })
  test('nobody is nobody, and covers nothing', () => {
    expect(decide({ z: 0, a: 4, b: 7 })).toEqual({ total: 'shown', z: 'too_few', a: 'suppressed', b: 'suppressed' })
    expect(decide({ z: 0, b: 7 })).toEqual({ total: 'shown', z: 'too_few', b: 'shown' })
  })
  test('a total below five is withheld', () => {
    expect(decide({ a: 4, z: 0 })).toEqual({ total: 'suppressed', a: 'suppressed', z: 'too_few' })
    expect(decide({ z: 0 })).toEqual({ total: 'too_few', z: 'too_few' })
  })
  test('a threshold under five is refused', () => {
    expect(() => decideDisclosure([], [], 4)).toThrow(
      new RangeError('disclosure requires a threshold of at least five'),
    )
    expect(() => hiddenMatchCounts(new Map(), [], Number.NaN)).toThrow(RangeError)
  })
})

describe('all respondents stand beside pairs only where their difference tells nothing', () => {
  const all = (people: Record<string, [pairs: number, unpairedFrom: number, unpairedTo: number]>) => {
    const own = new Map(Object.entries(people).map(([code, counts]) => [code, sizes(...counts)]))
    const decision = decideDisclosure([{ indicator: 'X', sizes: own, linkedTo: [] }], Object.keys(people), 5).get('X')
    return { total: decision?.all.total, ...Object.fromEntries(decision?.all.byMunicipality ?? []) }
  }
  test('nobody, or five and more, without a pair in each wave', () => {
    expect(all({ a: [6, 0, 0], b: [6, 5, 0], c: [6, 9, 7] })).toEqual({
      total: 'shown',
      a: 'shown',
      b: 'shown',
      c: 'shown',
    })
  })
  test('two without a pair hide the column there, and a cover that also has some', () => {
    expect(all({ a: [6, 2, 0], b: [9, 0, 0], c: [9, 6, 0] })).toEqual({
      total: 'shown',
      a: 'suppressed',
      b: 'shown',
      c: 'suppressed',
    })
  })
  test('no cover: the total is withheld instead, and those who can be shown are', () => {
    expect(all({ a: [6, 2, 0], b: [9, 0, 0] })).toEqual({ total: 'suppressed', a: 'suppressed', b: 'shown' })
  })
  test('where the pairs are hidden, so are all respondents', () => {
    expect(all({ a: [4, 9, 9], b: [6, 9, 9], c: [8, 9, 9] })).toEqual({
      total: 'shown',
      a: 'suppressed',
      b: 'suppressed',
      c: 'shown',
    })
  })
  test('a municipality without pairs can show its levels in both waves, and one without a wave cannot', () => {
    expect(all({ a: [0, 9, 8], b: [6, 0, 0], c: [0, 9, 0] })).toEqual({
      total: 'shown',
      a: 'shown',
      b: 'shown',
      c: 'too_few',
    })
  })
})

test('a cover is hidden in the index too, from which it could be computed; a small row alone is not', () => {
  const tables = (d: Record<string, number>, index: Record<string, number>) => [
    { indicator: 'D', sizes: pairsOnly(d), linkedTo: ['INDEX'] },
    { indicator: 'INDEX', sizes: pairsOnly(index), linkedTo: ['D'] },
    { indicator: 'T', sizes: pairsOnly(index), linkedTo: [] },
  ]
  const shownIn = (decisions: ReturnType<typeof decideDisclosure>, indicator: string) =>
    [...(decisions.get(indicator)?.paired.byMunicipality ?? [])].flatMap(([code, verdict]) =>
      verdict === 'shown' ? code : [],
    )
  const covered = decideDisclosure(tables({ a: 4, b: 6, c: 9 }, { a: 6, b: 6, c: 9 }), ['a', 'b', 'c'], 5)
  expect([shownIn(covered, 'D'), shownIn(covered, 'INDEX'), shownIn(covered, 'T')]).toEqual([
    ['c'],
    ['c'],
    ['a', 'b', 'c'],
  ])
  const alone = decideDisclosure(tables({ a: 4, b: 4, c: 9 }, { a: 6, b: 6, c: 9 }), ['a', 'b', 'c'], 5)
  expect([shownIn(alone, 'D'), shownIn(alone, 'INDEX')]).toEqual([['c'], ['a', 'b', 'c']])
})

describe('counts of the match report', () => {
  const counts = (invited: number, answeredFrom: number, answeredTo: number, both: number): MatchCounts => ({
    invitedFrom: invited,
    invitedTo: invited,
    answeredFrom,
    answeredTo,
    both,
    onlyFrom: answeredFrom - both,
    onlyTo: answeredTo - both,
  })
  test('are hidden where somebody, but fewer than five, answered both, and covered', () => {
    const hidden = hiddenMatchCounts(
      new Map([
        ['a', counts(12, 8, 8, 4)],
        ['b', counts(20, 9, 9, 6)],
        ['c', counts(20, 9, 9, 7)],
      ]),
      ['a', 'b', 'c'],
      5,
    )
    expect([...hidden]).toEqual(['a', 'b'])
  })
  test('are shown where nobody answered a wave', () => {
    const hidden = hiddenMatchCounts(
      new Map([
        ['a', counts(12, 8, 0, 0)],
        ['b', counts(20, 9, 9, 6)],
      ]),
      ['a', 'b'],
      5,
    )
    expect([...hidden]).toEqual([])
  })
  test('are hidden everywhere where nothing covers them', () => {
    const hidden = hiddenMatchCounts(
      new Map([
        ['a', counts(12, 3, 0, 0)],
        ['b', counts(20, 0, 9, 0)],
      ]),
      ['a', 'b'],
      5,
    )
    expect([...hidden].sort()).toEqual(['a', 'b'])
  })
})
