// Difference between two separate groups of people whose spread may differ.
import { areEqual } from './differences.ts'
import { type Interval, usualConfidence } from './interval.ts'
import { mean } from './mean.ts'
import { sampleVariance } from './sample-variance.ts'
import { studentTQuantile, studentTTwoSided } from './student-t.ts'
import { type Sample, sizeOf } from './tally.ts'

export interface WelchT {
  /** Mean of `second` - mean of `first`. */
  difference: number
  /** null, like the three after it, where neither group varies. */
  df: number | null
  interval: Interval | null
  t: number | null
  /** Two-sided. */
  p: number | null
}

/**
 * Welch's t test with Satterthwaite's degrees of freedom. Welch (1947), Biometrika 34. R: t.test(second, first).
 * @throws RangeError where a group has fewer than two values
 */
export function welchT(first: Sample, second: Sample, confidence: number = usualConfidence): WelchT {
  const [n1, n2] = [sizeOf(first), sizeOf(second)]
  if (n1 < 2 || n2 < 2) throw new RangeError('welchT requires at least two values in each group')
  const difference = mean(second) - mean(first)
  if (areEqual(first) && areEqual(second)) return { difference, df: null, interval: null, t: null, p: null }
  const squaredErrors = [sampleVariance(first) / n1, sampleVariance(second) / n2] as const
  const squaredError = squaredErrors[0] + squaredErrors[1]
  const df = squaredError ** 2 / (squaredErrors[0] ** 2 / (n1 - 1) + squaredErrors[1] ** 2 / (n2 - 1))
  const reach = studentTQuantile((1 + confidence) / 2, df) * Math.sqrt(squaredError)
  const t = difference / Math.sqrt(squaredError)
  return { difference, df, interval: [difference - reach, difference + reach], t, p: studentTTwoSided(t, df) }
}
