// Twelve people, twice, and what R made of them (statistics.json, A).
import { describe, expect, test } from 'vitest'
import { changeOfPairs } from '#indicators/change.ts'
import { levelOf } from '#indicators/level.ts'
import type { Methods } from '#indicators/model.ts'
import { pairedSample } from '#stats/paired-sample.ts'
import reference from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from '../stats/near.ts'

const r = reference.A
const before = [31.25, 43.75, 50, 50, 37.5, 62.5, 25, 56.25, 43.75, 68.75, 50, 37.5]
const after = [50, 56.25, 50, 68.75, 43.75, 56.25, 50, 62.5, 43.75, 75, 68.75, 31.25]
const changeOf = (from: readonly number[], to: readonly number[], methods: Methods = {}) =>
  changeOfPairs(pairedSample(from, to), { noticeableChange: 5, direction: 'higher_is_better', methods })
const change = changeOf(before, after, { bootstrapSeed: r.boot_seed, bootstrapReplicates: r.boot_R })

/** The value of a figure that must be there. */
function shownOf<T>(figure: { shown: true; value: T } | { shown: false; reason: string } | null): T {
  if (!figure?.shown) throw new Error(`withheld: ${figure?.reason}`)
  return figure.value
}

describe('twelve people', () => {
  test('correlation and effect sizes', () => {
    expectNear(change.correlation, r.r)
    const { dz, gz, dAv, gAv, standardError, interval } = shownOf(change.effect)
    for (const [value, expected] of [
      [dz, r.dz],
      [gz, r.gz],
      [dAv, r.d_av],
      [gAv, r.g_av],
      [standardError, r.se_bonett],
    ] as const)
      expectNear(value, expected)
    expectAllNear(interval, r.ci_gav)
  })
  test('signed ranks, exact; zeros dropped, or ranked first by name', () => {
    const ranks = shownOf(change.ranks)
    expect([ranks.positiveRanks, ranks.method, ranks.zeros]).toEqual([r.V_plus, 'exact', 'wilcoxon'])
    expectNear(ranks.p, r.p_wilcox_exact)
    expectNear(ranks.rankBiserial, r.rank_biserial)
    expectAllNear(ranks.rankBiserialInterval ?? [], r.ci_rb)
    expectNear(shownOf(changeOf(before, after, { zeros: 'pratt' }).ranks).p, r.p_coin_pratt)
  })
  test('shares in each direction', () => {
    const { improved, net } = shownOf(change.shares)
    expectNear(improved.share, r.n_improved / r.n)
    expectAllNear(improved.interval, r.wilson_improved)
    expectNear(net, (r.n_improved - r.n_declined) / r.n)
  })
  test('the bootstrap, drawn again from its seed', () => {
    const drawn = shownOf(change.bootstrap)
    expect([drawn.seed, drawn.replicates]).toEqual([r.boot_seed, r.boot_R])
    expectAllNear(drawn.percentile, r.boot_perc)
    expectAllNear(drawn.bca ?? [], r.bca_tie_aware)
    expect(changeOf(before, after).bootstrap).toBeNull()
  })
  test('a typical change, in order statistics', () => {
    // By hand: changes 18.75, 12.5, 0, 18.75, 6.25, -6.25, 25, 6.25, 0, 6.25, 18.75, -6.25; the middle two are 6.25.
    expect(shownOf(change.typical).medianChange).toBe(6.25)
    // R: median(outer(d, d, "+")[upper.tri(diag(12), TRUE)] / 2), spelled out.
    const changes = before.map((score, at) => (after[at] ?? Number.NaN) - score)
    const means = changes
      .flatMap((one, at) => changes.slice(at).map((other) => (one + other) / 2))
      .sort((a, b) => a - b)
    expect(shownOf(change.typical).hodgesLehmann).toBe(((means[38] ?? 0) + (means[39] ?? 0)) / 2)
  })
})

describe('what cannot be said says why', () => {
  test('of nine, no share, middle value or bootstrap', () => {
    const few = changeOf(before.slice(0, 9), after.slice(0, 9), { bootstrapSeed: 1 })
    const tooFew = { shown: false, reason: 'too_few' }
    expect([few.shares, few.typical, few.bootstrap]).toEqual([tooFew, tooFew, tooFew])
    expect(few.ranks.shown && few.effect.shown).toBe(true)
    const level = levelOf(before.slice(0, 9), { threshold: 5, isOneItem: false })
    expect([level.median, level.ends]).toEqual([tooFew, tooFew])
  })
  test('all changes equal: a mean, and no variation to judge it by', () => {
    const same = changeOf(
      before,
      before.map((score) => score + 5),
      { bootstrapSeed: 1 },
    )
    const noVariation = { shown: false, reason: 'no_variation' }
    expect([same.status, same.meanChange, same.interval, same.p]).toEqual(['no_variation', 5, null, null])
    expect([same.effect, same.bootstrap]).toEqual([noVariation, noVariation])
    expect(changeOf(before, before).ranks).toEqual(noVariation)
  })
  test('a wave where all scores are equal has no correlation', () => {
    expect(
      changeOf(
        before,
        before.map(() => 50),
      ).correlation,
    ).toBeNull()
  })
})

describe('levels', () => {
  test('count who stands at an end, and flag 15 %', () => {
    const { n, mean, median, ends } = levelOf([0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], {
      threshold: 2,
      isOneItem: false,
    })
    // By hand: 550 / 12; middle of 40 and 50; 2 of 12 at the floor, 1 of 12 at the ceiling, which is too few.
    expect([n, shownOf(median)]).toEqual([12, 45])
    expectNear(mean, 550 / 12)
    const { floor, ceiling, floorFlag, ceilingFlag } = shownOf(ends)
    expect([shownOf(floor).share, ceiling, floorFlag, ceilingFlag]).toEqual([
      2 / 12,
      { shown: false, reason: 'suppressed' },
      true,
      null,
    ])
  })
  test('tell nothing of ends where all but few, or everybody, stand there, and nothing in a row', () => {
    const rule = { threshold: 5, isOneItem: false }
    const ends = (scores: readonly number[], own: typeof rule | null = rule) => levelOf(scores, own).ends
    const hidden = { shown: false, reason: 'suppressed' }
    const many = (score: number, n: number) => new Array<number>(n).fill(score)
    expect(shownOf(ends([...many(100, 12), 50])).ceiling).toEqual(hidden)
    expect(shownOf(ends([...many(100, 12), ...many(50, 5)])).ceiling).toMatchObject({ value: { share: 12 / 17 } })
    expect(shownOf(ends(many(100, 12)))).toMatchObject({ ceiling: hidden, floor: { value: { share: 0 } } })
    expect(ends([...many(100, 12), ...many(50, 5)], null)).toEqual(hidden)
    // Answers to one item: with mean and spread, the ends would leave the three in between.
    const item = [...many(100, 12), ...many(50, 3), ...many(0, 6)]
    expect(ends(item, { ...rule, isOneItem: true })).toEqual(hidden)
    expect(ends(item).shown).toBe(true)
  })
})
