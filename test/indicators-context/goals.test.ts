// A level beside its target and a change beside the smallest that matters: what the interval allows, and no more.
import { describe, expect, test } from 'vitest'
import { computeContext } from '#indicators/context/compute.ts'
import { goalsOf } from '#indicators/context/goals.ts'
import type { IndicatorResult, Interval } from '#indicators/model.ts'
import { shown, withheld } from '#indicators/published.ts'
import { expectNear } from '../stats/near.ts'
import { crowd, inputOf, questionnaire } from './project.ts'

type Goal = { target?: number; minimalImportantChange?: number; direction?: 'higher_is_better' | 'lower_is_better' }

/** One measure as the results publish it, as far as goals look. */
const measured = (goal: Goal, { level, interval }: { level?: object; interval?: Interval | null }): IndicatorResult =>
  ({
    indicator: { id: 'M', direction: 'higher_is_better', ...goal },
    levels: { to: { core: level ? shown(level) : withheld('suppressed') } },
    overall: {
      paired: interval === undefined ? withheld('suppressed') : shown({ n: 12, meanChange: 5, interval }),
    },
  }) as unknown as IndicatorResult

describe('a target', () => {
  // R: s <- c(50,50,60,60,70,70,60,60,50,70); t.test(s)$conf.int → 54.1591353213, 65.8408646787
  const level = { n: 10, mean: 60, sd: 8.16496580927726 }
  const standing = (goal: Goal, of = level) => {
    const [target] = goalsOf({ indicators: [measured(goal, { level: of })] }).targets
    return target?.level.shown ? target.level.value : undefined
  }

  test('stands beside the level at the later wave, with Student’s interval', () => {
    const found = standing({ target: 60 })
    expect(found).toMatchObject({ n: 10, mean: 60, standing: 'unclear' })
    expectNear(found?.interval?.[0], 54.1591353213, 1e-10)
    expectNear(found?.interval?.[1], 65.8408646787, 1e-10)
  })

  test.each([
    [54, 'higher_is_better', 'reached'],
    [60, 'higher_is_better', 'unclear'],
    [66, 'higher_is_better', 'not_reached'],
    [54, 'lower_is_better', 'not_reached'],
    [60, 'lower_is_better', 'unclear'],
    [66, 'lower_is_better', 'reached'],
  ] as const)('of %d, where %s: %s', (target, direction, expected) => {
    expect(standing({ target, direction })?.standing).toBe(expected)
  })

  test('is not told of as reached where everybody stands at the same: there is nothing to judge by', () => {
    expect(standing({ target: 50 }, { n: 10, mean: 60, sd: 0 })).toEqual({
      n: 10,
      mean: 60,
      interval: null,
      standing: 'unclear',
    })
  })

  test('is withheld with the level, and without one there is no row', () => {
    expect(goalsOf({ indicators: [measured({ target: 60 }, {})] }).targets).toEqual([
      { indicator: 'M', target: 60, level: { shown: false, reason: 'suppressed' } },
    ])
    expect(goalsOf({ indicators: [measured({}, { level })] })).toEqual({ targets: [], importance: [] })
  })
})

describe('the smallest change that matters', () => {
  test.each<[Interval | null, 'higher_is_better' | 'lower_is_better', string]>([
    [[4, 9], 'higher_is_better', 'better'],
    [[1, 9], 'higher_is_better', 'unclear'],
    [[-3, 3], 'higher_is_better', 'smaller'],
    [[-4, 3], 'higher_is_better', 'unclear'],
    [[-9, -4], 'higher_is_better', 'worse'],
    [[4, 9], 'lower_is_better', 'worse'],
    [[-9, -4], 'lower_is_better', 'better'],
    [null, 'higher_is_better', 'unclear'],
  ])('of four points, beside %j where %s: %s', (interval, direction, expected) => {
    const [row] = goalsOf({ indicators: [measured({ minimalImportantChange: 4, direction }, { interval })] }).importance
    expect(row?.change).toMatchObject({ shown: true, value: { importance: expected } })
  })

  test('is what the earlier wave’s questionnaire says', () => {
    const people = crowd('p', 8, (at) => ({ from: { NOW: 3 }, to: { NOW: 7 + (at % 2) } }))
    const later = structuredClone(questionnaire)
    for (const indicator of later.indicators) indicator.minimalImportantChange = 50
    const { goals } = computeContext(inputOf(people, { to: { kind: 'endline', questionnaire: later } }))
    expect(goals.importance).toMatchObject([
      { indicator: 'N', minimalImportantChange: 9, change: { shown: true, value: { n: 8, importance: 'better' } } },
    ])
  })
})
