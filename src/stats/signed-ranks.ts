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
  const { values, counts } = mapTally(changes, roundDifference)
  const ranks: SignedRanks['ranks'][number][] = []
  let [nonZero, positive, negative] = [0, 0, 0]
  let rise = values.findIndex((value) => value >= 0)
  if (rise < 0) rise = values.length
  let fall = rise - 1
  let below = 0
  if (values[rise] === 0) {
    if (zeros === 'pratt') below = counts[rise] ?? 0
    rise += 1
  }
  // From zero outwards, on both sides at once.
  while (rise < values.length || fall >= 0) {
    const size = Math.min(values[rise] ?? Number.POSITIVE_INFINITY, -(values[fall] ?? Number.NEGATIVE_INFINITY))
    const rises = values[rise] === size ? (counts[rise] ?? 0) : 0
    const falls = values[fall] === -size ? (counts[fall] ?? 0) : 0
    if (rises > 0) rise += 1
    if (falls > 0) fall -= 1
    const count = rises + falls
    const rank = below + (count + 1) / 2
    ranks.push({ rank, count })
    nonZero += count
    positive += rank * rises
    negative += rank * falls
    below += count
  }
  return { nonZero, ranks, positive, negative }
}
