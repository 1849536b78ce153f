// Every number of statistics.json, which statistics.R beside it made in R 4.2.2.
import { expect, test } from 'vitest'
import { betweenVariance, weightedMean } from '#stats/between-variance.ts'
import { betweenVarianceInterval } from '#stats/between-variance-interval.ts'
import { bootstrapMean } from '#stats/bootstrap.ts'
import { cliffsDelta } from '#stats/cliffs-delta.ts'
import { correlation } from '#stats/correlation.ts'
import { cronbachAlpha } from '#stats/cronbach-alpha.ts'
import { differences } from '#stats/differences.ts'
import { hedgesG } from '#stats/hedges-g.ts'
import { heterogeneity, iSquaredFromTau2 } from '#stats/heterogeneity.ts'
import { holm } from '#stats/holm.ts'
import { mcnemarExact } from '#stats/mcnemar.ts'
import { mean, sum } from '#stats/mean.ts'
import { mersenneTwister } from '#stats/mersenne-twister.ts'
import { minimumDetectableChange } from '#stats/minimum-detectable-change.ts'
import { omegaTotal } from '#stats/omega.ts'
import { oneFactorLoadings } from '#stats/one-factor.ts'
import { pairedSample } from '#stats/paired-sample.ts'
import { pairedT } from '#stats/paired-t.ts'
import { pooledVariance } from '#stats/pooled-variance.ts'
import { randomEffects } from '#stats/random-effects.ts'
import { rankBiserial } from '#stats/rank-biserial.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { hedgesFactor, standardisedChange } from '#stats/standardised-change.ts'
import { studentTTwoSided } from '#stats/student-t.ts'
import { weightedChange } from '#stats/weighted-change.ts'
import { welchT } from '#stats/welch-t.ts'
import { wilcoxon } from '#stats/wilcoxon.ts'
import { wilsonInterval } from '#stats/wilson.ts'
import r from '../reference/statistics.json' with { type: 'json' }
import { cover, type LeftOut, type Tolerance } from './coverage.ts'

const given = 'an input'
const counting = 'counting, which the indicators room does'
const leftOut: LeftOut[] = [
  [/^A\.n_/, counting],
  [/^A\.p_wilcox_test_R42_fallback$/, 'what R before 4.6 gives instead of the exact p'],
  [/^A\.se_algina_keselman$/, 'an alternative to Bonett’s standard error'],
  [/^A\.(boot_bca_L|w_strict)/, 'counts replicates equal to the mean as above it: biased where answers come in steps'],
  [/^A\.effsize_rb\.1$/, 'the coverage asked for'],
  [/^A\.effsize_rb\.[23]$/, 'that release counts scores other than zero where it should count changes'],
  [/^B\.(nj|yj|sj)\./, given],
  [/^B2\.yj\./, given],
  [/^B2?\.pi_(t_)?k2\./, 'Higgins’ k - 2 degrees of freedom; we take k - 1, as metafor'],
  [/^B\.tau2_ci\.2$/, 'not an upper limit but the end of metafor’s search, 10·τ²'],
  [/^C\.items_raw\./, given],
  [/^D\.n\./, given],
  [/^D\.approx\./, 'a rule of thumb for what we compute'],
  [/^E\.(stayers|leavers)\./, given],
  [/^G\.(d\.|n_baseline)/, given],
  [/^H\.expected_range/, 'a simulation, quoted as the reason against league tables'],
]
const tolerances: Tolerance[] = [
  [/^B2\.tau2_ci\.[12]$/, 1e-7, 'the root finder of metafor::confint stops after eight digits'],
  [/^D\.mdc80\./, 5e-5, 'the root finder of power.t.test stops after four digits'],
  [/^C\.loadings_minres\./, 2e-6, 'the minimiser of psych stops after six digits'],
  [/^C\.omega_total$/, 1e-6, 'the minimiser of psych stops after six digits'],
]

test('every number of statistics.json is computed and equal, or left out for a reason', () => {
  const { report, faults } = cover(r, ours(), {
    leftOut,
    tolerances,
    kindOf: (path) => path.replaceAll(/\.\d+/g, '').replace(/^G\.n_baseline.*/, 'G.n_baseline'),
  })
  process.stdout.write(`${['statistics.json', ...report].join('\n')}\n`)
  expect(faults).toEqual([])
})

function ours() {
  return {
    A: onePlace(),
    B: places(r.B.yj),
    B2: places(r.B2.yj),
    C: scale(),
    D: size(),
    E: attrition(),
    F: chance(),
    G: weighted(),
    H: edges(),
  }
}

function onePlace() {
  const before = [31.25, 43.75, 50, 50, 37.5, 62.5, 25, 56.25, 43.75, 68.75, 50, 37.5]
  const after = [50, 56.25, 50, 68.75, 43.75, 56.25, 50, 62.5, 43.75, 75, 68.75, 31.25]
  const changes = differences(before, after)
  const t = pairedT(changes)
  const size = standardisedChange(pairedSample(before, after))
  const [ranks, ranksPratt, ranksNormal] = [
    wilcoxon(changes),
    wilcoxon(changes, 'pratt'),
    wilcoxon(changes, 'wilcoxon', 0),
  ]
  const biserial = rankBiserial(changes)
  const drawn = bootstrapMean(changes, r.A.boot_seed, r.A.boot_R)
  return {
    n: t.n,
    mean_pre: mean(before),
    sd_pre: sampleSd(before),
    mean_post: mean(after),
    sd_post: sampleSd(after),
    r: correlation(before, after),
    mean_d: t.meanChange,
    sd_d: t.sdChange,
    t: t.t,
    df: t.df,
    p_t: t.p,
    ci_t: t.interval,
    V_plus: ranks?.positiveRanks,
    p_wilcox_exact: ranks?.p,
    p_coin_wilcoxon: ranks?.p,
    p_coin_pratt: ranksPratt?.p,
    p_wilcox_asym_nocc: ranksNormal?.p,
    dz: size?.dz,
    gz: size?.gz,
    d_av: size?.dAv,
    J: hedgesFactor(t.df),
    g_av: size?.gAv,
    se_bonett: size?.standardError,
    ci_gav: size?.interval,
    ci_dav_statpsych: size?.interval.map((limit) => limit / hedgesFactor(t.df)),
    rank_biserial: biserial?.value,
    ci_rb: biserial?.interval,
    wilson_improved: wilsonInterval(8, 12),
    boot_seed: drawn.seed,
    boot_R: drawn.replicates,
    boot_first5: [...drawn.means.subarray(0, 5)],
    boot_perc: drawn.percentile,
    bca_tie_aware: drawn.bca?.interval,
    w_tie_aware: drawn.bca?.bias,
    a: drawn.bca?.acceleration,
    effsize_rb: [biserial?.value],
  }
}

function places(estimates: readonly number[]) {
  const spreads = r.B.nj.map((n, at) => {
    const sd = r.B.sj[at]
    return { n, variance: typeof sd === 'number' ? sd ** 2 : null }
  })
  const pooled = pooledVariance(spreads)
  const groups = estimates.map((estimate, at) => ({
    estimate,
    variance: (pooled?.variance ?? Number.NaN) / (r.B.nj[at] ?? Number.NaN),
  }))
  const { q, df, p, iSquared } = heterogeneity(groups)
  const model = randomEffects(groups)
  const { weights, squares } = weightedMean(groups, model.tau2)
  const hartungKnapp = Math.sqrt(squares / df / sum(weights))
  const pValues = groups.map((group) => studentTTwoSided(group.estimate / Math.sqrt(group.variance), pooled?.df ?? 0))
  const [low, high] = betweenVarianceInterval(groups)
  return {
    sp2: pooled?.variance,
    df_pool: pooled?.df,
    vj: groups.map((group) => group.variance),
    Q: q,
    Q_df: df,
    Q_p: p,
    tau2_PM: model.tau2,
    tau2_DL: betweenVariance(groups, 'dersimonian_laird'),
    tau2_REML: betweenVariance(groups, 'reml'),
    I2_PM: 100 * iSquaredFromTau2(groups, model.tau2),
    I2_DL: 100 * iSquaredFromTau2(groups, betweenVariance(groups, 'dersimonian_laird')),
    I2_from_Q: 100 * iSquared,
    mu_PM: model.mean,
    se_z: 1 / Math.sqrt(sum(weights)),
    se_HK: hartungKnapp,
    se_HK_adhoc: model.standardError,
    ci_HK: model.interval,
    ci_HK_adhoc: model.interval,
    p_HK: model.p,
    pi_metafor38: model.predictionInterval,
    pi_t_k1: model.predictionInterval,
    blup: model.shrunken.map((one) => one.estimate),
    blup_se: model.shrunken.map((one) => one.standardError),
    blup_lb: model.shrunken.map((one) => one.interval[0]),
    blup_ub: model.shrunken.map((one) => one.interval[1]),
    tau2_ci: estimates === r.B.yj ? [model.tau2, low] : [model.tau2, low, high],
    p_raw: pValues,
    p_holm: holm(pValues),
    mu_DL: randomEffects(groups, 'dersimonian_laird').mean,
  }
}

function scale() {
  const rows = r.C.items_raw.map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, 6 - d])
  const alpha = cronbachAlpha(rows)
  const [low, high] = alpha?.interval ?? []
  return {
    alpha: alpha?.alpha,
    alpha_feldt_ci: alpha?.interval,
    psych_raw: alpha?.alpha,
    psych_feldt: [low, alpha?.alpha, high],
    loadings_minres: oneFactorLoadings(rows),
    omega_total: omegaTotal(rows),
  }
}

const size = () => ({ mdc80: r.D.n.map((n) => minimumDetectableChange(n, 18)) })

function attrition() {
  const { stayers, leavers } = r.E
  const welch = welchT(leavers, stayers)
  return {
    diff: welch.difference,
    welch_t: welch.t,
    welch_df: welch.df,
    p: welch.p,
    ci: welch.interval,
    hedges_g: hedgesG(leavers, stayers),
    cliffs_delta: cliffsDelta(leavers, stayers),
  }
}

function chance() {
  const twelve = new Int32Array(24)
  mersenneTwister(20170901).fillBelow(12, twelve)
  const random = mersenneTwister(20170901)
  return { sample12: [...twelve].map((value) => value + 1), runif3: [0, 1, 2].map(() => random.uniform()) }
}

function weighted() {
  const groups = Object.entries(r.G.n_baseline).map(([group, atFirst]) => ({
    atFirst,
    changes: r.G.d.filter((_, at) => r.G.group[at] === group),
  }))
  const result = weightedChange(groups)
  return {
    w: groups.flatMap(({ atFirst, changes }) => changes.map(() => atFirst / changes.length)),
    unweighted: mean(r.G.d),
    weighted: result.mean,
    se_svymean: result.standardError,
    kish_deff: result.designEffect,
  }
}

function edges() {
  return {
    t_n2: pairedT([5, 7]).interval,
    wex_const3: wilcoxon([5, 5, 5])?.p,
    wex_n1: wilcoxon([5])?.p,
    min_p_by_n: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => wilcoxon(Array.from({ length: n }, (_, at) => at + 1))?.p),
    mcnemar_exact: mcnemarExact(3, 9),
  }
}
