// What stands beside a mean change: how large, how typical, how one-sided, and for how many. Each says why it is
// missing where it cannot be said.
import { bootstrapMean } from '#stats/bootstrap.ts'
import { correlation } from '#stats/correlation.ts'
import { areEqual, differences } from '#stats/differences.ts'
import { hodgesLehmann } from '#stats/hodges-lehmann.ts'
import { median } from '#stats/quantile.ts'
import { rankBiserial } from '#stats/rank-biserial.ts'
import { standardisedChange } from '#stats/standardised-change.ts'
import { wilcoxon } from '#stats/wilcoxon.ts'
import { wilsonInterval } from '#stats/wilson.ts'
import type { BootstrapChange, DirectionShares, EffectSizes, RankChange, Share, TypicalChange } from './figures.ts'
import type { Methods, PairedChange } from './model.ts'
import { type Figure, noVariation, shown, withheld } from './published.ts'

/** Fewest people of whom a share, a middle value or a bootstrap is given: of fewer, one person is too much of it. */
export const fewestForShares = 10
/** Beyond, the exact signed-rank test costs more than all the rest, and its p hardly differs from the normal one. */
const usuallyExactUpTo = 100

export type Directions = Pick<PairedChange, 'improved' | 'unchanged' | 'declined'>
export type ChangeDetail = Pick<PairedChange, 'correlation' | 'typical' | 'effect' | 'ranks' | 'shares' | 'bootstrap'>

/**
 * @param from scores of the earlier wave, and `to` of the later one, person by person
 * @throws RangeError below two pairs
 */
export function detailChange(
  from: readonly number[],
  to: readonly number[],
  directions: Directions,
  methods: Methods,
): ChangeDetail {
  const changes = differences(from, to)
  return {
    correlation: areEqual(from) || areEqual(to) ? null : correlation(from, to),
    typical: typicalOf(from, to, changes),
    effect: effectOf(from, to),
    ranks: ranksOf(changes, methods),
    shares: sharesOf(directions, changes.length),
    bootstrap: methods.bootstrapSeed === undefined ? null : bootstrapOf(changes, methods.bootstrapSeed, methods),
  }
}

export const shareOf = (count: number, n: number): Share => ({ share: count / n, interval: wilsonInterval(count, n) })

function typicalOf(from: readonly number[], to: readonly number[], changes: readonly number[]): Figure<TypicalChange> {
  if (changes.length < fewestForShares) return withheld('too_few')
  return shown({
    fromMedian: median(from),
    toMedian: median(to),
    medianChange: median(changes),
    hodgesLehmann: hodgesLehmann(changes),
  })
}

function effectOf(from: readonly number[], to: readonly number[]): Figure<EffectSizes> {
  if (from.length < 3) return withheld('too_few')
  const effect = standardisedChange(from, to)
  return effect ? shown(effect) : noVariation
}

function ranksOf(
  changes: readonly number[],
  { zeros = 'wilcoxon', exactUpTo = usuallyExactUpTo }: Methods,
): Figure<RankChange> {
  const test = wilcoxon(changes, zeros, exactUpTo)
  const oneSided = rankBiserial(changes)
  if (!test || !oneSided) return noVariation
  const { nonZero, positiveRanks, negativeRanks, p, method } = test
  return shown({
    zeros,
    nonZero,
    positiveRanks,
    negativeRanks,
    p,
    method,
    rankBiserial: oneSided.value,
    rankBiserialInterval: oneSided.interval,
  })
}

function sharesOf({ improved, unchanged, declined }: Directions, n: number): Figure<DirectionShares> {
  if (n < fewestForShares) return withheld('too_few')
  return shown({
    improved: shareOf(improved, n),
    unchanged: shareOf(unchanged, n),
    declined: shareOf(declined, n),
    net: (improved - declined) / n,
  })
}

function bootstrapOf(
  changes: readonly number[],
  seed: number,
  { bootstrapReplicates }: Methods,
): Figure<BootstrapChange> {
  if (changes.length < fewestForShares) return withheld('too_few')
  if (areEqual(changes)) return noVariation
  const drawn = bootstrapMean(changes, seed, bootstrapReplicates)
  return shown({
    seed,
    replicates: drawn.replicates,
    percentile: drawn.percentile,
    bca: drawn.bca?.interval ?? null,
  })
}
