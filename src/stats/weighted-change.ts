// The change all who answered at first would have shown, had each kind of people left as seldom as the others: those who
// stayed count for those of their class who left.
import { type Interval, usualConfidence } from './interval.ts'
import { sum } from './mean.ts'
import { studentTQuantile } from './student-t.ts'

/** One class of people alike in why they stay or leave. The caller merges classes with few who stayed. */
export interface WeightingClass {
  /** People at the first occasion, stayers and leavers. */
  atFirst: number
  /** Changes of those who stayed, at least one. */
  changes: readonly number[]
}

export interface WeightedChange {
  /** People who stayed. */
  n: number
  mean: number
  standardError: number
  /** mean ± t(n - 1)·SE */
  interval: Interval
  /** Kish's design effect n·Σw²/(Σw)², 1 or more: how many times the unequal weights inflate the variance. */
  designEffect: number
}

/**
 * Weighting-class estimate with w = people at first / people who stayed. Oh & Scheuren (1983), in Incomplete Data in
 * Sample Surveys 2; SE² = n/(n - 1)·Σ(w(d - mean)/Σw)²; Kish (1965), Survey Sampling. The weights count as known.
 * R: survey::svymean(~d, svydesign(~1, weights = ~w)), confint(…, df = n - 1).
 * @throws RangeError below two people who stayed, with a class where nobody stayed, or where more stayed than there were
 */
export function weightedChange(
  classes: readonly WeightingClass[],
  confidence: number = usualConfidence,
): WeightedChange {
  if (classes.some(({ changes, atFirst }) => !(changes.length >= 1 && changes.length <= atFirst)))
    throw new RangeError('weightedChange requires classes where somebody stayed, and no more than there were')
  const people = classes.flatMap(({ atFirst, changes }) =>
    changes.map((change) => ({ change, weight: atFirst / changes.length })),
  )
  const n = people.length
  if (n < 2) throw new RangeError('weightedChange requires at least two people who stayed')
  const total = sum(people.map(({ weight }) => weight))
  const mean = sum(people.map(({ change, weight }) => weight * change)) / total
  const squares = sum(people.map(({ change, weight }) => ((weight * (change - mean)) / total) ** 2))
  const standardError = Math.sqrt((n / (n - 1)) * squares)
  const reach = studentTQuantile((1 + confidence) / 2, n - 1) * standardError
  const designEffect = (n * sum(people.map(({ weight }) => weight ** 2))) / total ** 2
  return { n, mean, standardError, interval: [mean - reach, mean + reach], designEffect }
}
