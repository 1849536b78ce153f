// Changes as signed ranks: what Wilcoxon's test and the rank-biserial correlation have in common.
import { roundDifference } from './differences.ts'
import { midranks } from './midranks.ts'

/** Wilcoxon drops pairs without change before ranking; Pratt ranks them, then leaves their ranks out. */
export type ZeroRule = 'wilcoxon' | 'pratt'

export interface SignedRanks {
  /** Ranks of |change| of the changes that are not zero. */
  ranks: readonly number[]
  /** Sum of the ranks of rises, and of falls. */
  positive: number
  negative: number
}

/** Ranks changes by size, midranks for ties. Zero and ties are judged to 9 decimals. */
export function signedRanks(changes: readonly number[], zeros: ZeroRule = 'wilcoxon'): SignedRanks {
  const rounded = changes.map(roundDifference)
  const ranked = zeros === 'pratt' ? rounded : rounded.filter((change) => change !== 0)
  const ranks = midranks(ranked.map(Math.abs))
  const kept = ranked.flatMap((change, at) => (change === 0 ? [] : [{ change, rank: ranks[at] ?? 0 }]))
  const total = (sign: number) =>
    kept.reduce((sum, { change, rank }) => (Math.sign(change) === sign ? sum + rank : sum), 0)
  return { ranks: kept.map(({ rank }) => rank), positive: total(1), negative: total(-1) }
}
