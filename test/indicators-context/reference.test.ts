// The context against R: real answers on two occasions (reference.json), and the worked cases of statistics.json.
import { describe, expect, test } from 'vitest'
import { compareLeavers } from '#indicators/context/attrition.ts'
import { computeContext } from '#indicators/context/compute.ts'
import { planChange } from '#indicators/context/detectable.ts'
import { weightingClasses } from '#indicators/context/weighting-classes.ts'
import { weightedChange } from '#stats/weighted-change.ts'
import real from '../data/state-anxiety/reference.json' with { type: 'json' }
import worked from '../reference/statistics.json' with { type: 'json' }
import { expectAllNear, expectNear } from '../stats/near.ts'
import { readStateAnxiety } from './state-anxiety.ts'

const context = computeContext(readStateAnxiety())

describe('on real answers', () => {
  test('those who left are compared with those who stayed as R does', () => {
    const { attrition: r, paired } = real.overall
    const estimate = context.attrition.byIndicator.find(({ indicator }) => indicator === 'SAI')?.estimate
    if (!estimate?.shown) throw new Error('attrition is not shown')
    const { stayers, leavers, difference, interval, noteworthy, unweighted, worstCase } = estimate.value
    expect([stayers.n, leavers.n]).toEqual([r.n_stayers, r.n_leavers])
    expectAllNear(
      [stayers.mean, leavers.mean, stayers.sd, leavers.sd],
      [r.mean_stayers, r.mean_leavers, r.sd_stayers, r.sd_leavers],
    )
    expectNear(difference, r.welch_stayers_minus_leavers.diff)
    expectAllNear(interval ?? [], r.welch_stayers_minus_leavers.ci95)
    // Cohen's d of the reference times Hedges' factor with 1302 degrees of freedom (1 − 3/(4·1302 − 1) to 1e-6).
    expectNear(estimate.value.hedgesG, r.std_diff_pooled_sd * (1 - 3 / (4 * 1302 - 1)), 1e-6)
    expect(noteworthy).toBe(false)
    expectNear(unweighted.meanChange, paired.mean_change)
    expectAllNear(unweighted.interval ?? [], paired.ci95)
    expectNear(worstCase, (paired.mean_change * r.n_stayers) / (r.n_stayers + r.n_leavers))
  })

  test.each(['T1', 'T2'] as const)('reliability of %s is that of psych', (wave) => {
    const r = real.reliability[wave]
    const kind = wave === 'T1' ? 'baseline' : 'endline'
    const quality = context.quality.find((one) => one.indicator === 'SAI' && one.wave === kind)
    if (!quality?.reliability.shown) throw new Error('reliability is not shown')
    const { n, alpha, items } = quality.reliability.value
    expect(n).toBe(r.n_complete)
    expectNear(alpha?.value, r.alpha_raw_listwise)
    expectAllNear(alpha?.interval ?? [], r.feldt_ci95)
    expect(items.map(({ item }) => item)).toEqual(r.items.map(({ item }) => item))
    items.forEach(({ itemRest, alphaWithout }, at) => {
      expectNear(itemRest, r.items[at]?.item_rest_r ?? Number.NaN)
      expectNear(alphaWithout, r.items[at]?.alpha_if_dropped ?? Number.NaN)
    })
  })

  test('two of 1304 at the floor are not told, nobody at the ceiling is', () => {
    const r = real.overall.T1
    expect(r.floor_n).toBe(2)
    const extremes = context.quality.find(({ indicator }) => indicator === 'SAI')?.extremes
    expect(extremes).toEqual({
      shown: true,
      value: { n: r.n, floor: { shown: false, reason: 'suppressed' }, ceiling: { shown: true, value: 0 }, flagged: [] },
    })
  })

  test('as many answered and stayed as the reference counts', () => {
    const r = real.response.overall
    const { from, to, retention, byActorGroup } = context.responses
    expect(from.funnel).toMatchObject({ invited: r.rows_T1, answered: r.answered_T1, both: r.answered_both })
    expect(to.funnel).toMatchObject({ invited: r.rows_T2, answered: r.answered_T2, both: r.answered_both })
    expectNear(retention, r.retention_both_over_T1)
    // One person's time of day is unknown, and the evening covers it.
    const { morning, afternoon } = real.response.actor_group
    expect(byActorGroup.flatMap(({ code, funnel }) => (funnel.shown ? [[code, funnel.value.retention]] : []))).toEqual([
      ['MORN', morning.retention_both_over_T1],
      ['NOON', afternoon.retention_both_over_T1],
    ])
  })

  test('every comparable item has a change, reversed ones as they are worded', () => {
    expect(context.items).toHaveLength(20)
    expect(
      context.items
        .filter(({ reversed }) => reversed)
        .map(({ item }) => item)
        .sort(),
    ).toEqual(real.reversed.toSorted())
    expect(context.items.every(({ change }) => change.shown)).toBe(true)
  })
})

describe('on the worked cases', () => {
  test('E: stayers and leavers', () => {
    const { stayers, leavers, diff, ci, hedges_g, cliffs_delta } = worked.E
    const estimate = compareLeavers([
      ...stayers.map((score) => ({ group: 'AA', score, pair: { from: score, to: score + 1 } })),
      ...leavers.map((score) => ({ group: 'AA', score, pair: undefined })),
    ])
    expect(estimate.difference).toBe(diff)
    expectAllNear(estimate.interval ?? [], ci)
    expectNear(estimate.hedgesG, hedges_g)
    expectNear(estimate.cliffsDelta, cliffs_delta)
    expect(estimate.noteworthy).toBe(true)
  })

  test('G: a change weighted by class', () => {
    const { d, group, n_baseline, weighted, se_svymean, kish_deff } = worked.G
    const stayed = d.map((change, at) => ({ group: group[at] ?? '', change }))
    const left = Object.entries(n_baseline).flatMap(([name, n]) =>
      Array.from({ length: n - stayed.filter((one) => one.group === name).length }, () => ({
        group: name,
        change: null,
      })),
    )
    const { mean, standardError, designEffect } = weightedChange(weightingClasses([...stayed, ...left], 1))
    expectNear(mean, weighted)
    expectNear(standardError, se_svymean)
    expectNear(designEffect, kish_deff)
  })

  test('D: what so many pairs would find, to the four digits that power.t.test has', () => {
    const { table, power, assumedSdChange } = planChange([], 5)
    expect([power, assumedSdChange]).toEqual([0.8, 18])
    expect(table.map(({ n }) => n)).toEqual(worked.D.n)
    expectAllNear(
      table.map(({ change }) => change),
      worked.D.mdc80,
      1e-4,
    )
  })
})
