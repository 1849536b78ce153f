// One spread for many small groups: a group of two that happens to agree must not look certain.
import { sum } from './mean.ts'

/**
 * Pooled within-group variance Σ(n - 1)s² / Σ(n - 1) and its degrees of freedom. Groups of one add nothing.
 * @returns null where no group has two people
 */
export function pooledVariance(
  groups: readonly { n: number; variance: number | null }[],
): { variance: number; df: number } | null {
  const spread = groups.flatMap(({ n, variance }) => (n > 1 && variance !== null ? [{ df: n - 1, variance }] : []))
  const df = sum(spread.map((group) => group.df))
  return df === 0 ? null : { variance: sum(spread.map((group) => group.df * group.variance)) / df, df }
}
