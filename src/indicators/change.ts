// From scores to change: among the same people, and between everybody who answered each wave.
import { roundDifference } from '#stats/differences.ts'
import { mean } from '#stats/mean.ts'
import type { PairedSample } from '#stats/paired-sample.ts'
import { pairedT } from '#stats/paired-t.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { type Sample, sizeOf, sumOver } from '#stats/tally.ts'
import { welchT } from '#stats/welch-t.ts'
import type { Indicator } from '#survey/questionnaire.ts'
import { detailChange } from './change-detail.ts'
import { findingOf } from './headline.ts'
import type { AllRespondentsChange, ChangeEstimate, Methods, PairedChange } from './model.ts'

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
  pairs: PairedSample,
  { noticeableChange, direction, methods = {} }: ChangeRule,
): PairedChange {
  const { before, after, changes } = pairs
  const { n, meanChange, sdChange, interval, t, p } = pairedT(changes)
  const better = direction === 'higher_is_better' ? 1 : -1
  const moved = (way: number) => sumOver(changes, (change) => Number(way * roundDifference(change) > noticeableChange))
  const [improved, declined] = [moved(better), moved(-better)]
  const directions = { improved, unchanged: n - improved - declined, declined }
  return {
    status: interval ? 'ok' : 'no_variation',
    n,
    fromMean: mean(before),
    toMean: mean(after),
    fromSd: sampleSd(before),
    toSd: sampleSd(after),
    meanChange,
    sdChange,
    interval,
    t,
    p,
    ...directions,
    ...detailChange(pairs, directions, methods),
  }
}

/**
 * Change between everybody of each wave, with Welch's 95 % interval: wider than it need be where many answered both.
 * @throws RangeError below two people in a wave
 */
export function changeOfAll(from: Sample, to: Sample): AllRespondentsChange {
  const { difference, interval } = welchT(from, to)
  return {
    fromN: sizeOf(from),
    toN: sizeOf(to),
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
    finding: paired.shown && paired.value.interval ? findingOf(paired.value.interval) : null,
    compositionWarning: paired.shown && all.shown && disagree(paired.value.meanChange, all.value.meanChange),
  }
}

function disagree(paired: number, all: number): boolean {
  return (
    Math.sign(roundDifference(paired)) * Math.sign(roundDifference(all)) < 0 ||
    Math.abs(roundDifference(paired - all)) > compositionGap
  )
}
