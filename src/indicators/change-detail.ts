// What stands beside a mean change: how large, how typical, how one-sided, and for how many. Each says why it is
// missing where it cannot be said.
import { bootstrapMean } from '#stats/bootstrap.ts'
import { areEqual } from '#stats/differences.ts'
import { hodgesLehmann } from '#stats/hodges-lehmann.ts'
import { correlationOfPairs, type PairedSample } from '#stats/paired-sample.ts'
import { median } from '#stats/quantile.ts'
import { rankBiserial } from '#stats/rank-biserial.ts'
import { standardisedChange } from '#stats/standardised-change.ts'
import { listTally, type Sample, sizeOf } from '#stats/tally.ts'
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

/** @throws RangeError below two pairs */
export function detailChange(pairs: PairedSample, directions: Directions, methods: Methods): ChangeDetail {
  const { changes } = pairs
  return {
    correlation: correlationOfPairs(pairs),
    typical: typicalOf(pairs),
    effect: effectOf(pairs),
    ranks: ranksOf(changes, methods),
    shares: sharesOf(directions, sizeOf(changes)),
    bootstrap: methods.bootstrapSeed === undefined ? null : bootstrapOf(changes, methods.bootstrapSeed, methods),
  }
}

export const shareOf = (count: number, n: number): Share => ({ share: count / n, interval: wilsonInterval(count, n) })

function typicalOf({ before, after, changes }: PairedSample): Figure<TypicalChange> {
  if (sizeOf(changes) < fewestForShares) return withheld('too_few')
  return shown({
    fromMedian: median(before),
    toMedian: median(after),
    medianChange: median(changes),
    hodgesLehmann: hodgesLehmann(changes),
  })
}

function effectOf(pairs: PairedSample): Figure<EffectSizes> {
  if (sizeOf(pairs.changes) < 3) return withheld('too_few')
  const effect = standardisedChange(pairs)
  return effect ? shown(effect) : noVariation
}

function ranksOf(changes: Sample, { zeros = 'wilcoxon', exactUpTo = usuallyExactUpTo }: Methods): Figure<RankChange> {
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

/** What was drawn last of a sample: counted answers stand while other things happen, and so does this. */
const drawn = new WeakMap<Sample, { seed: number; of: number | undefined; bootstrap: BootstrapChange }>()

/** From the changes in ascending order: the same people in another order make the same draws. */
function bootstrapOf(changes: Sample, seed: number, { bootstrapReplicates: of }: Methods): Figure<BootstrapChange> {
  if (sizeOf(changes) < fewestForShares) return withheld('too_few')
  if (areEqual(changes)) return noVariation
  const known = drawn.get(changes)
  if (known?.seed === seed && known.of === of) return shown(known.bootstrap)
  const { replicates, percentile, bca } = bootstrapMean(listTally(changes), seed, of)
  const bootstrap = { seed, replicates, percentile, bca: bca?.interval ?? null }
  drawn.set(changes, { seed, of, bootstrap })
  return shown(bootstrap)
}
