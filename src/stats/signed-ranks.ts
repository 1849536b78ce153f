// Changes as signed ranks: what Wilcoxon's test and the rank-biserial correlation have in common.
import { roundDifference } from './differences.ts'
import { mapTally, type Sample } from './tally.ts'

/** Wilcoxon drops pairs without change before ranking; Pratt ranks them, then leaves their ranks out. */
export type ZeroRule = 'wilcoxon' | 'pratt'

export interface SignedRanks {
  /** Changes that are not zero. */
  nonZero: number
  /** Ranks of |change| of those, ascending, and how many share each. */
  ranks: readonly { rank: number; count: number }[]
  /** Sum of the ranks of rises, and of falls. */
  positive: number
  negative: number
}

/** Ranks changes by size, midranks for ties. Zero and ties are judged to 9 decimals. */
export function signedRanks(changes: Sample, zeros: ZeroRule = 'wilcoxon'): SignedRanks {
  const rounded = mapTally(changes, roundDifference)
  const countOf = new Map<number, number>()
  rounded.values.forEach((value, at) => {
    countOf.set(value, rounded.counts[at] ?? 0)
  })
  const sizes = mapTally(rounded, Math.abs)
  const ranks: SignedRanks['ranks'][number][] = []
  let [below, nonZero, positive, negative] = [0, 0, 0, 0]
  for (const [at, size] of sizes.values.entries()) {
    const count = sizes.counts[at] ?? 0
    if (size > 0) {
      const rank = below + (count + 1) / 2
      ranks.push({ rank, count })
      nonZero += count
      positive += rank * (countOf.get(size) ?? 0)
      negative += rank * (countOf.get(-size) ?? 0)
    }
    if (size > 0 || zeros === 'pratt') below += count
  }
  return { nonZero, ranks, positive, negative }
}
