// From scores to change: among the same people, and between everybody who answered each wave.
import { differences, roundDifference } from '#stats/differences.ts'
import { mean } from '#stats/mean.ts'
import { pairedT } from '#stats/paired-t.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { welchT } from '#stats/welch-t.ts'
import type { Indicator } from '#survey/questionnaire.ts'
import type { ScorePair } from '#survey/scoring.ts'
import { detailChange } from './change-detail.ts'
import type { AllRespondentsChange, ChangeEstimate, Finding, Interval, Methods, PairedChange } from './model.ts'

/** Points by which the two changes may differ before we say that who answered has changed. */
const compositionGap = 5

/** How change is counted and computed. */
export interface ChangeRule {
  noticeableChange: number
  direction: Indicator['direction']
  methods?: Methods
}

/**
 * Change among the same people, with Student's 95 % interval.
 * @param rule.noticeableChange points beyond which a person counts as improved or declined; exactly that many is
 * unchanged. Improved is what the indicator's direction calls better; the change itself keeps the sign of the number
 * @throws RangeError below two pairs
 */
export function changeOfPairs(
  pairs: readonly ScorePair[],
  { noticeableChange, direction, methods = {} }: ChangeRule,
): PairedChange {
  const from = pairs.map((pair) => pair.from)
  const to = pairs.map((pair) => pair.to)
  const { n, meanChange, sdChange, interval, t, p } = pairedT(from, to)
  const changes = differences(from, to).map(roundDifference)
  const better = direction === 'higher_is_better' ? 1 : -1
  const improved = changes.filter((change) => better * change > noticeableChange).length
  const declined = changes.filter((change) => better * change < -noticeableChange).length
  const directions = { improved, unchanged: n - improved - declined, declined }
  return {
    status: interval ? 'ok' : 'no_variation',
    n,
    fromMean: mean(from),
    toMean: mean(to),
    fromSd: sampleSd(from),
    toSd: sampleSd(to),
    meanChange,
    sdChange,
    interval,
    t,
    p,
    ...directions,
    ...detailChange(from, to, directions, methods),
  }
}

/**
 * Change between everybody of each wave, with Welch's 95 % interval: wider than it need be where many answered both.
 * @throws RangeError below two people in a wave
 */
export function changeOfAll(from: readonly number[], to: readonly number[]): AllRespondentsChange {
  const { difference, interval } = welchT(from, to)
  return {
    fromN: from.length,
    toN: to.length,
    fromMean: mean(from),
    toMean: mean(to),
    fromSd: sampleSd(from),
    toSd: sampleSd(to),
    meanChange: difference,
    interval,
  }
}

/** Puts the two columns side by side, with what they allow us to say. */
export function estimateOf(paired: ChangeEstimate['paired'], all: ChangeEstimate['all']): ChangeEstimate {
  return {
    paired,
    all,
    finding: paired.shown ? findingOf(paired.value.interval) : null,
    compositionWarning: paired.shown && all.shown && disagree(paired.value.meanChange, all.value.meanChange),
  }
}

function findingOf(interval: Interval | null): Finding | null {
  if (!interval) return null
  if (roundDifference(interval[0]) > 0) return 'increased'
  return roundDifference(interval[1]) < 0 ? 'decreased' : 'indistinguishable'
}

function disagree(paired: number, all: number): boolean {
  return (
    Math.sign(roundDifference(paired)) * Math.sign(roundDifference(all)) < 0 ||
    Math.abs(roundDifference(paired - all)) > compositionGap
  )
}
