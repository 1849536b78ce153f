// What a diverging bar may show, on projects whose counts can be read off the page.
import { describe, expect, test } from 'vitest'
import { computeContext } from '#indicators/context/compute.ts'
import type { Answers } from '#survey/answer.ts'
import { crowd, inputOf, type PersonDraft } from './project.ts'

const hidden = { shown: false, reason: 'suppressed' }
const whole = { D1: 3, D2: 3, D3: 3, E1: 3 }

const spreadOf = (people: PersonDraft[], item: string) =>
  computeContext(inputOf(people)).distributions.find((one) => one.item === item)?.spread

/** As many people as there are answers to D1, of whom each answers `before` and then `after`. */
const answering = (before: readonly number[], after: readonly number[], item = 'D1', rest: Answers = whole) =>
  crowd('p', before.length, (at) => ({
    from: { ...rest, [item]: before[at] ?? 3 },
    to: { ...rest, [item]: after[at] ?? 3 },
  }))
const times = (count: number, answer: number): number[] => Array.from({ length: count }, () => answer)

describe('how answers to an item spread', () => {
  test('every point by itself where each holds nobody or at least five', () => {
    const before = [...times(5, 1), ...times(6, 3), ...times(5, 5)]
    const after = [...times(5, 2), ...times(5, 3), ...times(6, 5)]
    expect(spreadOf(answering(before, after), 'D1')).toEqual({
      shown: true,
      value: {
        n: 16,
        grouped: false,
        groups: [
          { codes: [1], from: 5, to: 0 },
          { codes: [2], from: 0, to: 5 },
          { codes: [3], from: 6, to: 5 },
          { codes: [4], from: 0, to: 0 },
          { codes: [5], from: 5, to: 6 },
        ],
        unsure: { from: { shown: true, value: 0 }, to: { shown: true, value: 0 } },
      },
    })
  })

  test('points on one side of the middle together where one of them is few', () => {
    const before = [...times(4, 1), ...times(4, 2), ...times(5, 3), ...times(3, 4), ...times(4, 5)]
    const after = [...times(5, 2), ...times(6, 3), ...times(9, 5)]
    expect(spreadOf(answering(before, after), 'D1')).toMatchObject({
      value: {
        grouped: true,
        groups: [
          { codes: [1, 2], from: 8, to: 5 },
          { codes: [3], from: 5, to: 6 },
          { codes: [4, 5], from: 7, to: 9 },
        ],
      },
    })
  })

  test('nothing where a side is few, or nobody or everybody stands on it', () => {
    const fine = [...times(6, 1), ...times(6, 3), ...times(6, 5)]
    expect(spreadOf(answering(fine, [...times(4, 1), ...times(7, 3), ...times(7, 5)]), 'D1')).toEqual(hidden)
    expect(spreadOf(answering(fine, [...times(9, 3), ...times(9, 5)]), 'D1')).toEqual(hidden)
    expect(spreadOf(answering(fine, times(18, 5)), 'D1')).toEqual(hidden)
  })

  test('an indicator of one item publishes its spread, so its points are never put together', () => {
    const few = [...times(4, 1), ...times(4, 2), ...times(5, 3), ...times(7, 5)]
    expect(spreadOf(answering(few, few, 'E1'), 'E1')).toEqual(hidden)
    expect(spreadOf(answering(few, few, 'D1'), 'D1')).toMatchObject({ shown: true })
  })

  test('no more is told than of the item itself', () => {
    const people = crowd('p', 12, (at) => ({ from: at < 2 ? { D1: 3, D3: 3, E1: 3 } : whole, to: whole }))
    expect(spreadOf(people, 'D2')).toEqual(hidden)
    expect(spreadOf(people, 'G_AA')).toEqual({ shown: false, reason: 'too_few' })
  })

  test('those who did not know are counted among those who answered both times, unless they are few', () => {
    const points = [...times(5, 1), ...times(5, 3), ...times(5, 5)]
    const unsure = (count: number) => [
      ...answering(points, points),
      ...crowd('q', count, () => ({ from: { ...whole, D1: { missing: 'dont_know' } }, to: { ...whole, D1: 3 } })),
    ]
    expect(spreadOf(unsure(5), 'D1')).toMatchObject({
      value: { n: 15, unsure: { from: { shown: true, value: 5 }, to: { shown: true, value: 0 } } },
    })
    expect(spreadOf(unsure(4), 'D1')).not.toMatchObject({ value: { unsure: { from: { shown: true } } } })
  })
})
