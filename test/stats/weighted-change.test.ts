import { expect, test } from 'vitest'
import { mean } from '#stats/mean.ts'
import { pairedT } from '#stats/paired-t.ts'
import { weightedChange } from '#stats/weighted-change.ts'
import r from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from './near.ts'

const classes = Object.entries(r.G.n_baseline).map(([group, atFirst]) => ({
  atFirst,
  changes: r.G.d.filter((_, at) => r.G.group[at] === group),
}))

test('mean, standard error and design effect are those of survey (statistics.json, G)', () => {
  const result = weightedChange(classes)
  expect(result.n).toBe(8)
  expectNear(result.mean, r.G.weighted)
  expectNear(result.standardError, r.G.se_svymean)
  expectNear(result.designEffect, r.G.kish_deff)
  // R 4.2.2: 7.3565625 + c(-1, 1) * qt(.975, 7) * 2.183697841744
  expectAllNear(result.interval, [2.19293762526132, 12.52018737473868])
})

test('where all classes stayed alike it is the plain mean with its plain interval', () => {
  const alike = [
    { atFirst: 6, changes: [1, 5, 3] },
    { atFirst: 4, changes: [2, 8] },
  ]
  const people = alike.flatMap(({ changes }) => changes)
  const result = weightedChange(alike)
  expectNear(result.mean, mean(people))
  expect(result.designEffect).toBeCloseTo(1, 12)
  expectAllNear(result.interval, pairedT(people).interval ?? [])
})

test('a class where nobody stayed, or more than there were, cannot be weighted', () => {
  expect(() => weightedChange([{ atFirst: 3, changes: [] }])).toThrow(RangeError)
  expect(() => weightedChange([{ atFirst: 1, changes: [1, 2] }])).toThrow(RangeError)
  expect(() => weightedChange([{ atFirst: 5, changes: [1] }])).toThrow(
    new RangeError('weightedChange requires at least two people who stayed'),
  )
})
