import { describe, expect, test } from 'vitest'
import { bootstrapMean } from '#stats/bootstrap.ts'
import { bcaInterval, percentileInterval } from '#stats/bootstrap-interval.ts'
import { mersenneTwister } from '#stats/mersenne-twister.ts'
import r from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from './near.ts'

// statistics.R, section A: after - before of twelve pairs.
const changes = [18.75, 12.5, 0, 18.75, 6.25, -6.25, 25, 6.25, 0, 6.25, 18.75, -6.25]

describe('the dice are those of R', () => {
  test('whole numbers and shares from the seed of statistics.R, section F', () => {
    const twelve = new Int32Array(24)
    mersenneTwister(20170901).fillBelow(12, twelve)
    expect([...twelve].map((value) => value + 1)).toEqual(r.F.sample12)
    const random = mersenneTwister(20170901)
    expectAllNear([random.uniform(), random.uniform(), random.uniform()], r.F.runif3, 1e-12)
  })
  test('where a number takes two draws, none or all of the bits, and with a seed below 0', () => {
    // R 4.2.2: set.seed(-5); sample.int(65536, 5, TRUE); sample.int(1, 2, TRUE); runif(2); sample.int(2147483647, 3, TRUE)
    const random = mersenneTwister(-5)
    const draw = (n: number, count: number) => {
      const places = new Int32Array(count)
      random.fillBelow(n, places)
      return [...places].map((value) => value + 1)
    }
    expect(draw(65536, 5)).toEqual([22263, 41737, 24620, 22212, 32870])
    expect(draw(1, 2)).toEqual([1, 1])
    expectAllNear([random.uniform(), random.uniform()], [0.8949782196432352, 0.9094768303912133], 1e-15)
    expect(draw(2147483647, 3)).toEqual([2070838356, 680742220, 2105746212])
    // R 4.2.2: set.seed(2147483647); runif(1)
    expectNear(mersenneTwister(2147483647).uniform(), 0.6896674267482013, 1e-15)
  })
  test('a seed R would not take is refused, and so is nothing to choose from', () => {
    expect(() => mersenneTwister(1.5)).toThrow(RangeError)
    expect(() => mersenneTwister(2 ** 31)).toThrow(RangeError)
    expect(() => mersenneTwister(1).fillBelow(0, new Int32Array(1))).toThrow(RangeError)
  })
})

test('what is drawn is what fillBelow draws, for any number of values', () => {
  for (const n of [2, 33, 1025, 4097]) {
    const values = Array.from({ length: n }, (_, at) => (at * 7) % 11)
    const random = mersenneTwister(17)
    const drawn = Array.from({ length: n }, () => {
      const people = new Int32Array(20)
      random.fillBelow(n, people)
      return people
    })
    const totals = Array.from({ length: 20 }, (_, replicate) =>
      drawn.reduce((sum, people) => sum + (values[people[replicate] ?? 0] ?? 0), 0),
    )
    expectAllNear(
      [...bootstrapMean(values, 17, 20).means],
      totals.map((total) => total / n),
      1e-12,
    )
  }
})

describe('the bootstrap is that of boot, replicate for replicate (statistics.json, A)', () => {
  const drawn = bootstrapMean(changes, r.A.boot_seed, r.A.boot_R)
  test('replicates and percentile interval', () => {
    expectAllNear([...drawn.means.subarray(0, 5)], r.A.boot_first5, 1e-12)
    expectAllNear(drawn.percentile, r.A.boot_perc, 1e-12)
    expect([drawn.seed, drawn.replicates]).toEqual([20170901, 9999])
  })
  test('bias-corrected interval, replicates equal to the mean counted half', () => {
    expectAllNear(drawn.bca?.interval ?? [], r.A.bca_tie_aware, 1e-12)
    expectNear(drawn.bca?.bias, r.A.w_tie_aware)
    expectNear(drawn.bca?.acceleration, r.A.a)
  })
})

test('a limit between two replicates lies between them on the scale of the normal distribution', () => {
  // R 4.2.2, with the function of statistics.R: ninter(c(4, 1, 8, 2), c(.25, .75))
  const limits = percentileInterval(Float64Array.of(4, 1, 8, 2), 0.5)
  expectAllNear(limits, [1.28410476464883, 6.86358094140467], 1e-12)
})

test('a limit beyond the replicates is the last of them', () => {
  expect(percentileInterval(Float64Array.of(3, 1, 2))).toEqual([1, 3])
})

test('equal values have an interval of no width and no bias-corrected one', () => {
  const same = bootstrapMean([25 / 3, 25 / 3, 25 / 3], 1, 99)
  expectAllNear(same.percentile, [25 / 3, 25 / 3], 1e-15)
  expect(same.bca).toBeNull()
  // All replicates on one side of the mean say nothing about its bias.
  expect(bcaInterval([1, 2, 3], Float64Array.of(1, 1.5))).toBeNull()
})

test('one value, or one replicate, is no bootstrap', () => {
  expect(() => bootstrapMean([1], 1)).toThrow(new RangeError('bootstrapMean requires at least two values'))
  expect(() => bootstrapMean([1, 2], 1, 1)).toThrow(new RangeError('bootstrapMean requires at least two replicates'))
})
