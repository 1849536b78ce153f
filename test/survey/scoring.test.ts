import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Answers } from '#survey/answer.ts'
import { type CompositeIndicator, parseQuestionnaire } from '#survey/questionnaire.ts'
import { itemValue, requiredAnswers, scoreComposite, scoreIndicators, scoreScale } from '#survey/scoring.ts'
import { scorePair } from '../support/score-pair.ts'
import { changed, faultsOf, itemOf, scaleOf, v1, v2 } from './samverkan.ts'

const D = scaleOf(v1, 'D')
const dontKnow = { missing: 'dont_know' } as const

describe('one item', () => {
  // POMP: (x − lowest) · 100 / (highest − lowest).
  test.each<[string, Answer, number]>([
    ['D1', 1, 0],
    ['D1', 2, 25],
    ['D1', 5, 100],
    ['N1', 0, 0],
    ['N1', 7, 70],
    ['G_LUG', 3, 60],
    ['P1', -1, 25],
  ])('%s answered %j is %d', (id, answer, value) => {
    expect(itemValue(v1, itemOf(v1, id), answer)).toBe(value)
  })

  test('a missing answer, a text, a choice or a number off the scale has no value', () => {
    for (const answer of [undefined, dontKnow, '3', 0, 6, -1, -9, Number.NaN])
      expect(itemValue(v1, itemOf(v1, 'D1'), answer)).toBeUndefined()
    expect(itemValue(v1, itemOf(v1, 'B3'), 2)).toBeUndefined()
    expect(itemValue(v1, itemOf(v1, 'O1'), 'text')).toBeUndefined()
  })
})

describe('one scale', () => {
  // R: x <- c(4,5,3,2); x[4] <- 6-x[4]; mean((x-1)/4*100) → 75
  test('is the mean of its items, the reversed one turned round', () => {
    expect(scoreScale(v1, D, { D1: 4, D2: 5, D3: 3, D4: 2 })).toBe(75)
  })

  // R: x <- c(4,NA,NA,2); x[4] <- 6-x[4]; mean((x-1)/4*100, na.rm=TRUE) → 75
  test('needs half of its items, and at least two', () => {
    expect(scoreScale(v1, D, { D1: 4, D2: dontKnow, D4: 2 })).toBe(75)
    expect(scoreScale(v1, D, { D1: 4, D2: dontKnow })).toBeUndefined()
    expect(scoreScale(v1, D, {})).toBeUndefined()
    expect(scoreScale(v1, scaleOf(v1, 'K1'), { K1: 2 })).toBe(25)
  })

  test('of contacts is the mean of two rows or more, times 20', () => {
    const G = scaleOf(v1, 'G')
    expect(scoreScale(v1, G, { G_FTG: 1, G_KTJ: 4 })).toBe(50)
    expect(scoreScale(v1, G, { G_FTG: 1, G_KTJ: dontKnow })).toBeUndefined()
  })

  test('on a core counts the items of the core alone, and asks half of them', () => {
    expect(scoreScale(v1, D, { D1: 5, D2: 5, D3: 1, D4: 5 }, ['D1', 'D2'])).toBe(100)
    expect(scoreScale(v1, D, { D1: 5, D3: 1, D4: 5 }, ['D1', 'D2'])).toBeUndefined()
    expect(scoreScale(v1, D, { D1: 5 }, ['D1'])).toBe(100)
    expect(scoreScale(v1, D, { D1: 5 }, [])).toBeUndefined()
  })

  test('turning every answer and every key round leaves the score as it was', () => {
    const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined })
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer, answer), (values) => {
        const turned = { ...D, items: D.items.map(({ item, reversed }) => ({ item, reversed: !reversed })) }
        const score = scoreScale(v1, D, asAnswers(values))
        const mirrored = scoreScale(v1, turned, asAnswers(values.map((value) => value && 6 - value)))
        expect(mirrored).toBe(score)
        if (score !== undefined) expect(score >= 0 && score <= 100).toBe(true)
      }),
    )
  })
})

function asAnswers(values: readonly (number | undefined)[]): Answers {
  return Object.fromEntries(values.flatMap((value, at) => (value === undefined ? [] : [[`D${at + 1}`, value]])))
}

test('how many must be answered: the share rounded up, at least so many, never more than there are', () => {
  expect([1, 2, 3, 4, 5].map((k) => requiredAnswers({ share: 0.5, atLeast: 2 }, k))).toEqual([1, 2, 2, 2, 3])
  expect(requiredAnswers({ share: 0.7, atLeast: 1 }, 10)).toBe(7)
})

// k items, least answered: ⌈k/2⌉, ⌈2k/3⌉ and ⌈0.8k⌉, never under two. By hand.
test.each<[rule: string, least: readonly number[]]>([
  ['"half"', [2, 2, 3, 3, 6]],
  ['"two_thirds"', [2, 3, 4, 4, 8]],
  ['0.8', [3, 4, 4, 5, 10]],
])('a file may ask for a share of %s', (rule, least) => {
  const text = changed('"share": 0.5, "atLeast": 4', `"share": ${rule}, "atLeast": 2`)
  const { minimumAnswered } = parseQuestionnaire(text, 'survey.json').indicators[0] ?? D
  expect([3, 4, 5, 6, 12].map((k) => requiredAnswers(minimumAnswered, k))).toEqual(least)
})

test.each([
  ['0', /write a number over 0$/],
  ['1.1', /write a number of at most 1$/],
  ['"most"', /write "half", "two_thirds", or a number over 0 and at most 1/],
])('a share of %s is refused', (share, message) => {
  const faults = faultsOf(changed('"share": 0.5, "atLeast": 4', `"share": ${share}, "atLeast": 4`))
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(/^indicators\.0 \(INDEX\)\.minimumAnswered\.share: /)
  expect(faults[0]).toMatch(message)
})

describe('one person in two waves', () => {
  const core = ['D1', 'D2', 'D3', 'D4']
  const pair = (before: Answers, after: Answers, indicator = D) =>
    scorePair({ questionnaire: v1, indicator }, { questionnaire: v2, indicator: scaleOf(v2, 'D') }, core, before, after)

  test('is scored on what was answered in both, so that a gap cannot pass for change', () => {
    // The same opinions; the second time the lowest item is left out. Each wave's own mean would rise by 25.
    const before = { D1: 5, D2: 5, D3: 1, D4: 1 }
    const after = { D1: 5, D2: 5, D4: 1 }
    expect(pair(before, after)).toEqual({ from: 100, to: 100 })
    expect(pair(before, after, { ...D, pairing: 'each_wave' })).toEqual({ from: 75, to: 100 })
  })

  test('has no scores where too few items are answered in both', () => {
    expect(pair({ D1: 5, D2: 5 }, { D2: 4, D3: 4 })).toBeUndefined()
    expect(pair({ D1: 5, D2: 5 }, {}, { ...D, pairing: 'each_wave' })).toBeUndefined()
    expect(pair({}, {})).toBeUndefined()
  })

  test('an item outside the core changes nothing', () => {
    const before = { D1: 3, D2: 3, D3: 3, D4: 3 }
    expect(pair(before, { ...before, D5: 5 })).toEqual({ from: 50, to: 50 })
  })

  test('the naive result with L1@2 is another one, and is not what the core gives', () => {
    const before = { L1: 5, L2: 3, L3: 3, L4: 3 }
    const after = { L1: 1, L2: 3, L3: 3, L4: 3 }
    const measures = [
      { questionnaire: v1, indicator: scaleOf(v1, 'L') },
      { questionnaire: v2, indicator: scaleOf(v2, 'L') },
    ] as const
    expect(scorePair(...measures, ['L2', 'L3', 'L4'], before, after)).toEqual({ from: 50, to: 50 })
    expect(scorePair(...measures, ['L1', 'L2', 'L3', 'L4'], before, after)).toEqual({ from: 62.5, to: 37.5 })
  })

  test('each wave is scored on its own response scale and its own key', () => {
    const wider = structuredClone(v2)
    wider.responseScales.agreement = { points: [{ code: 0 }, { code: 10 }], offers: [] }
    const turned = { ...D, items: D.items.map(({ item, reversed }) => ({ item, reversed: !reversed })) }
    const scores = scorePair(
      { questionnaire: v1, indicator: D },
      { questionnaire: wider, indicator: turned },
      core,
      { D1: 2, D2: 2, D3: 2, D4: 4 },
      { D1: 1, D2: 1, D3: 1, D4: 9 },
    )
    expect(scores).toEqual({ from: 25, to: 90 })
  })

  test('is the same as two single scores where everything is answered', () => {
    const full = fc.tuple(...core.map(() => fc.integer({ min: 1, max: 5 })))
    fc.assert(
      fc.property(full, full, (before, after) => {
        const [one, other] = [asAnswers(before), asAnswers(after)]
        expect(pair(one, other)).toEqual({ from: scoreScale(v1, D, one), to: scoreScale(v2, D, other) })
      }),
    )
  })
})

describe('the index', () => {
  const index = v1.indicators.find((indicator): indicator is CompositeIndicator => indicator.id === 'INDEX')

  test('is the mean of the scales that have a score, four of six at least', () => {
    if (!index) throw new Error('no INDEX')
    expect(scoreComposite(index, [10, 20, 30, 40, 50, 60])).toBe(35)
    expect(scoreComposite(index, [10, undefined, 30, 40, 60, undefined])).toBe(35)
    expect(scoreComposite(index, [10, undefined, 30, undefined, 60, undefined])).toBeUndefined()
    expect(scoreComposite(index, [])).toBeUndefined()
  })

  // R, all 26 items answered 4 and the four reversed ones answered 2: every item (4−1)/4·100 = 75.
  test('of one response comes with all its indicators; what has no score has no entry', () => {
    const reversed = ['D4', 'S4', 'H3', 'L3']
    const answers = Object.fromEntries((v1.completion ?? []).map((id) => [id, reversed.includes(id) ? 2 : 4]))
    const scores = scoreIndicators(v1, answers)
    expect(Object.fromEntries(scores)).toEqual({
      INDEX: 75,
      D: 75,
      S: 75,
      H: 75,
      I: 75,
      F: 75,
      L: 75,
      T: 75,
      K1: 75,
      LOCAL: 75,
    })
    expect(scoreIndicators(v1, {}).size).toBe(0)
  })
})
