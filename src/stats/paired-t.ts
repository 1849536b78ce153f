// Change in the same people: the interval and test every before-and-after figure rests on.
import { areEqual } from './differences.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { mean } from './mean.ts'
import { sampleSd } from './sample-variance.ts'
import { studentTQuantile, studentTTwoSided } from './student-t.ts'
import { type Sample, sizeOf } from './tally.ts'

export interface PairedT {
  n: number
  /** Mean of after - before. */
  meanChange: number
  /** Standard deviation of the changes; 0 where all are equal to 9 decimals. */
  sdChange: number
  df: number
  /** null, like t and p, where all changes are equal: there is no variation to judge by. */
  interval: Interval | null
  t: number | null
  /** Two-sided. */
  p: number | null
}

/**
 * Paired t test: d̄ ± t(n - 1)·s_d/√n. Student (1908), "The probable error of a mean".
 * R: t.test(after, before, paired = TRUE).
 * @param changes after - before of each person
 * @throws RangeError below two pairs
 */
export function pairedT(changes: Sample, confidence: number = usualConfidence): PairedT {
  const n = sizeOf(changes)
  if (n < 2) throw new RangeError('pairedT requires at least two pairs')
  const df = n - 1
  const meanChange = mean(changes)
  if (areEqual(changes)) return { n, meanChange, sdChange: 0, df, interval: null, t: null, p: null }
  const sdChange = sampleSd(changes)
  const standardError = sdChange / Math.sqrt(n)
  const reach = studentTQuantile((1 + confidence) / 2, df) * standardError
  const t = meanChange / standardError
  return {
    n,
    meanChange,
    sdChange,
    df,
    interval: [meanChange - reach, meanChange + reach],
    t,
    p: studentTTwoSided(t, df),
  }
}
