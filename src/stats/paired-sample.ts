// The same people before and after, as three samples: every estimate of their change follows from these.
import { areEqual, differences } from './differences.ts'
import { sampleVariance } from './sample-variance.ts'
import type { Sample } from './tally.ts'

export interface PairedSample {
  before: Sample
  after: Sample
  /** after - before of each person. */
  changes: Sample
}

/** @throws RangeError with lists of different length */
export function pairedSample(before: readonly number[], after: readonly number[]): PairedSample {
  return { before, after, changes: differences(before, after) }
}

/**
 * Pearson's correlation of before and after, -1 to 1, from the three variances: s²(after - before) = s₁² + s₂² - 2·r·s₁·s₂.
 * R: cor(before, after).
 * @returns null where before or after does not vary
 * @throws RangeError below two pairs
 */
export function correlationOfPairs({ before, after, changes }: PairedSample): number | null {
  if (areEqual(before) || areEqual(after)) return null
  const [before2, after2] = [sampleVariance(before), sampleVariance(after)]
  const r = (before2 + after2 - sampleVariance(changes)) / (2 * Math.sqrt(before2) * Math.sqrt(after2))
  return Math.max(-1, Math.min(1, r))
}
