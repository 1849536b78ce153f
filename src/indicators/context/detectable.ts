// What the project could have seen, told before anybody looks at what it saw.
import { minimumDetectableChange } from '#stats/minimum-detectable-change.ts'
import { requiredPairs } from '#stats/required-pairs.ts'
import type { Indicator } from '#survey/questionnaire.ts'
import type { ProjectResults } from '../model.ts'
import { type Published, shown, withheld } from '../published.ts'
import type { DetectableChange } from './model.ts'

/** Points. An assumption for planning, not a finding. */
const usualAssumedSdChange = 18
const power = 0.8
/** A yardstick, the same for every project: about a hundred answers, of whom two in three answer again. */
export const plannedPairs = 66
const sizes = [5, 6, 8, 10, 12, 15, 20, 30, 40, plannedPairs, 100]

type Plan = Pick<DetectableChange, 'assumedSdChange' | 'power' | 'table' | 'wanted'>

/**
 * For planning, without any data.
 * @param noticeableChange points wanted where an indicator does not say what would matter
 */
export function planChange(
  indicators: readonly Pick<Indicator, 'id' | 'minimalImportantChange'>[],
  noticeableChange: number,
  assumedSdChange: number = usualAssumedSdChange,
): Plan {
  return {
    assumedSdChange,
    power,
    table: sizes.map((n) => ({ n, change: minimumDetectableChange(n, assumedSdChange, power) })),
    wanted: indicators.flatMap(({ id, minimalImportantChange: change = noticeableChange }) =>
      change > 0 ? [{ indicator: id, change, pairs: requiredPairs(change, assumedSdChange, power) }] : [],
    ),
  }
}

/** With the pairs that there are, where their number is published; the spread is still the assumed one. */
export function detectableChange(
  results: ProjectResults,
  assumedSdChange: number = usualAssumedSdChange,
): DetectableChange {
  const known = new Map<number, number>()
  const changeFor = (n: number): number => {
    const change = known.get(n) ?? minimumDetectableChange(n, assumedSdChange, power)
    known.set(n, change)
    return change
  }
  const ofPairs = (paired: Published<{ n: number }>): Published<{ n: number; change: number }> =>
    paired.shown ? shown({ n: paired.value.n, change: changeFor(paired.value.n) }) : withheld(paired.reason)
  return {
    ...planChange(
      results.indicators.map(({ indicator }) => indicator),
      results.noticeableChange,
      assumedSdChange,
    ),
    actual: results.indicators.map(({ indicator, overall, byMunicipality }) => ({
      indicator: indicator.id,
      overall: ofPairs(overall.paired),
      byMunicipality: byMunicipality.map(({ code, name, change }) => ({ code, name, change: ofPairs(change.paired) })),
    })),
  }
}
