import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlation } from '#stats/correlation.ts'
import { differences, roundDifference } from '#stats/differences.ts'
import { dzInterval } from '#stats/dz-interval.ts'
import { mean } from '#stats/mean.ts'
import { pairedSample } from '#stats/paired-sample.ts'
import { pairedT } from '#stats/paired-t.ts'
import { rankBiserial } from '#stats/rank-biserial.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { hedgesFactor, standardisedChange } from '#stats/standardised-change.ts'
import { subsetSumByConvolution } from '#stats/subset-sum-convolution.ts'
import { subsetSumByInversion } from '#stats/subset-sum-inversion.ts'
import { wilcoxon } from '#stats/wilcoxon.ts'
import dense from '../reference/distributions.json' with { type: 'json' }
import r from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from './near.ts'

// statistics.R, section A: one municipality, 12 pairs, with ties and zeros on purpose.
const before = [31.25, 43.75, 50, 50, 37.5, 62.5, 25, 56.25, 43.75, 68.75, 50, 37.5]
const after = [50, 56.25, 50, 68.75, 43.75, 56.25, 50, 62.5, 43.75, 75, 68.75, 31.25]
const changes = differences(before, after)

describe('twelve pairs (statistics.json, A)', () => {
  test('means, spread and correlation', () => {
    expectNear(mean(before), r.A.mean_pre)
    expectNear(sampleSd(before), r.A.sd_pre)
    expectNear(mean(after), r.A.mean_post)
    expectNear(sampleSd(after), r.A.sd_post)
    expectNear(correlation(before, after), r.A.r)
  })
  test('paired t', () => {
    const result = pairedT(changes)
    expect([result.n, result.df]).toEqual([r.A.n, r.A.df])
    expectNear(result.meanChange, r.A.mean_d)
    expectNear(result.sdChange, r.A.sd_d)
    expectNear(result.t, r.A.t)
    expectNear(result.p, r.A.p_t)
    expectAllNear(result.interval ?? [], r.A.ci_t)
  })
  test('Wilcoxon, exact, zeros dropped or by Pratt', () => {
    const result = wilcoxon(changes)
    expect(result?.positiveRanks).toBe(r.A.V_plus)
    expectNear(result?.p, r.A.p_wilcox_exact)
    expectNear(wilcoxon(changes, 'pratt')?.p, r.A.p_coin_pratt)
  })
  test('standardised change', () => {
    const result = standardisedChange(pairedSample(before, after))
    expectNear(hedgesFactor(11), r.A.J)
    expectNear(result?.dz, r.A.dz)
    expectNear(result?.gz, r.A.gz)
    expectNear(result?.dAv, r.A.d_av)
    expectNear(result?.gAv, r.A.g_av)
    expectNear(result?.standardError, r.A.se_bonett)
    expectAllNear(result?.interval ?? [], r.A.ci_gav)
    expectAllNear(
      (result?.interval ?? []).map((limit) => limit / r.A.J),
      r.A.ci_dav_statpsych,
    )
  })
  test('rank-biserial correlation', () => {
    const result = rankBiserial(changes)
    expectNear(result?.value, r.A.rank_biserial)
    expectAllNear(result?.interval ?? [], r.A.ci_rb)
  })
})

test('another coverage gives R’s other interval', () => {
  const result = pairedT(differences(dense.quantile7.values, dense.welch.second.slice(0, 5)), 0.9)
  expectAllNear(result.interval ?? [], dense.paired_90)
})

describe('the edges (statistics.json, H)', () => {
  test('two pairs have an interval, one is refused', () => {
    expectAllNear(pairedT([5, 7]).interval ?? [], r.H.t_n2)
    expect(() => pairedT([5])).toThrow(new RangeError('pairedT requires at least two pairs'))
    expect(() => differences([0, 1], [5])).toThrow(RangeError)
  })
  test('equal changes have a mean and no interval, also where binary fractions differ in the last digit', () => {
    const result = pairedT(differences([0, 25 / 3, 50 / 3], [25 / 3, 50 / 3, 25]))
    expect(result).toMatchObject({ sdChange: 0, interval: null, t: null, p: null })
    expectNear(result.meanChange, 25 / 3)
    expect(standardisedChange(pairedSample([1, 2, 3], [2, 3, 4]))).toBeNull()
  })
  test('without any change there is no Wilcoxon test and no rank-biserial correlation', () => {
    expect(wilcoxon([0, 0, 1e-12])).toBeNull()
    expect(rankBiserial([0, 0])).toBeNull()
  })
  test('three equal rises and a single one have the p of R', () => {
    expectNear(wilcoxon([5, 5, 5])?.p, r.H.wex_const3)
    expectNear(wilcoxon([5])?.p, r.H.wex_n1)
    expect(rankBiserial([5, 5, 5])).toEqual({ value: 1, interval: null })
  })
  test('the smallest p there can be halves with each pair', () => {
    r.H.min_p_by_n.forEach((p, at) => {
      expectNear(wilcoxon(Array.from({ length: at + 1 }, (_, rank) => rank + 1))?.p, p)
    })
  })
})

describe('Wilcoxon’s test of many people', () => {
  const list = (length: number, value: (at: number) => number) => Array.from({ length }, (_, at) => value(at))
  const lists = {
    'no ties': list(400, (at) => at + 1),
    'ties in pairs': list(300, (at) => 4 * Math.floor(at / 2) + 3),
    'three different sizes': list(600, (at) => [101, 500, 900][at % 3] ?? 0),
    'one that outweighs all': [...list(200, () => 2), 3, 5001],
  }
  test.each(Object.entries(lists))('both ways to the exact distribution agree: %s', (_, numbers) => {
    const total = numbers.reduce((all, number) => all + number, 0)
    for (const share of [0.5, 0.45, 0.3, 0.1]) {
      const most = Math.floor(total * share)
      const expected = subsetSumByConvolution(numbers, most)
      expectNear(subsetSumByInversion(numbers, most), expected, 1e-11, `${share} of ${total}`)
    }
  })
  test('a thousand different changes have the p of psignrank', () => {
    // R 4.2.2: psignrank(200000, 1000), the chance that the falls have that sum of ranks or less.
    const ranks = list(1000, (at) => at + 1)
    expectNear(subsetSumByInversion(ranks, 200_000), 1.663488705618148e-8, 1e-12)
  })
  test('beyond the limit the normal distribution answers, and says so', () => {
    const steps = list(13, (at) => (at % 5) - 1.5)
    expect(wilcoxon(steps, 'wilcoxon', 13)?.method).toBe('exact')
    expect(wilcoxon(steps, 'wilcoxon', 12)?.method).toBe('normal')
    expectNear(wilcoxon(changes, 'wilcoxon', 0)?.p, r.A.p_wilcox_asym_nocc)
    const many = wilcoxon(list(6000, (at) => (at % 7) - 2))
    expect(many?.method).toBe('normal')
  })
  test('at the limit exact and normal nearly agree', () => {
    const mixed = list(5000, (at) => ((at * 7919) % 5003) * (at % 100 < 51 ? 1 : -1) + 0.5)
    const [exact, normal] = [wilcoxon(mixed), wilcoxon(mixed, 'wilcoxon', 0)]
    expect([exact?.method, normal?.method]).toEqual(['exact', 'normal'])
    expectNear(exact?.p, normal?.p ?? 0, 1e-3)
  })
})

test('the interval of d_z is that of t with a shift, on either side of zero', () => {
  // R 4.2.2: sapply(c(.975, .025), function(p) uniroot(function(d) pt(t, n - 1, d) - p, c(-30, 37), tol = 1e-13)$root) / sqrt(n)
  expectAllNear(dzInterval(2.766256299232, 12), [0.1303722605584084, 1.4400135156287932], 1e-10)
  expectAllNear(dzInterval(0.4, 9), [-0.527191068100325, 0.7857539814639246], 1e-10)
  expectAllNear(dzInterval(-0.4, 9), [-0.7857539814639246, 0.527191068100325], 1e-10)
  // Beyond the reach of R's pt: around 90/√81.
  const [low, high] = dzInterval(90, 81)
  expect(low).toBeLessThan(10)
  expect(high).toBeGreaterThan(10)
  expect(() => dzInterval(1, 1)).toThrow(RangeError)
  expect(() => dzInterval(Number.NaN, 5)).toThrow(RangeError)
})

test('turning before and after round turns the result round', () => {
  const score = fc.integer({ min: 0, max: 16 }).map((step) => step * 6.25)
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 30 }), (pairs) => {
      const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
      const [there, back] = [pairedT(differences(a, b)), pairedT(differences(b, a))]
      expect(there.meanChange).toBeCloseTo(-back.meanChange, 10)
      expect(there.p === null ? null : roundDifference(there.p)).toBe(back.p === null ? null : roundDifference(back.p))
      expect(wilcoxon(differences(a, b))?.p ?? null).toBe(wilcoxon(differences(b, a))?.p ?? null)
    }),
  )
})

test('Wilcoxon’s p is the share of all sign patterns at least as one-sided', () => {
  const step = fc.integer({ min: -4, max: 4 })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 9 }), (values) => {
      const sizes = values.filter((value) => value !== 0)
      const result = wilcoxon(values)
      if (sizes.length === 0) {
        expect(result).toBeNull()
        return
      }
      const sums = Array.from({ length: 2 ** sizes.length }, (_, pattern) =>
        sizes.reduce((total, _value, at) => total + ((pattern >> at) & 1 ? rank(sizes, at) : 0), 0),
      )
      const observed = sizes.reduce((total, value, at) => total + (value > 0 ? rank(sizes, at) : 0), 0)
      const share = (keep: (sum: number) => boolean) => sums.filter(keep).length / sums.length
      const expected = Math.min(
        1,
        2 *
          Math.min(
            share((s) => s <= observed),
            share((s) => s >= observed),
          ),
      )
      expect(result?.p).toBeCloseTo(expected, 12)
    }),
  )
})

/** Twice the midrank of |values[at]|, by counting. */
function rank(values: readonly number[], at: number): number {
  const size = Math.abs(values[at] ?? 0)
  const below = values.filter((value) => Math.abs(value) < size).length
  const equal = values.filter((value) => Math.abs(value) === size).length
  return 2 * below + equal + 1
}
