// From the changes in each group to what the model of several groups needs: an estimate, and how uncertain it is.
import type { GroupEstimate } from './between-variance.ts'
import { areEqual } from './differences.ts'
import { mean } from './mean.ts'
import { pooledVariance } from './pooled-variance.ts'
import { sampleVariance } from './sample-variance.ts'
import { type Sample, sizeOf } from './tally.ts'

/**
 * `pooled`: one spread for all, so that a group of two that happens to agree does not look certain, and a group of one
 * can take part. `own`: the spread of each, as metafor is usually fed; for groups of some size.
 */
export type SpreadOfGroups = 'pooled' | 'own'

/**
 * Mean and squared standard error (spread/n) of each group, in the order given; null for a group that cannot be
 * weighed: an empty one, with own spread also one without two different values, with pooled spread all of them where
 * no two people of a group differ.
 */
export function estimateGroups(groups: readonly Sample[], spread: SpreadOfGroups = 'pooled'): (GroupEstimate | null)[] {
  const variances = groups.map((values) => (areEqual(values) ? 0 : sampleVariance(values)))
  const pooled = pooledVariance(groups.map((values, at) => ({ n: sizeOf(values), variance: variances[at] ?? 0 })))
  return groups.map((values, at) => {
    const variance = spread === 'pooled' ? (pooled?.variance ?? 0) : (variances[at] ?? 0)
    const n = sizeOf(values)
    return n === 0 || variance === 0 ? null : { estimate: mean(values), variance: variance / n }
  })
}
