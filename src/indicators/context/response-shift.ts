// Whether the yardstick itself has moved: how it was before, as people see it afterwards, beside what they said then.
// Howard (1980), Evaluation Review 4. What people remember errs as well, so this explains a change and never replaces it.
import { roundDifference } from '#stats/differences.ts'
import { findItem } from '#survey/lookup.ts'
import type { Retrospective } from '#survey/questionnaire.ts'
import type { ScorePair } from '#survey/scoring.ts'
import type { ProjectResults, ResultsInput } from '../model.ts'
import type { Person } from '../people.ts'
import { isFew } from '../pooling.ts'
import { type Published, shown, withheld } from '../published.ts'
import { isCrossingSafe, type Placed, publishedUnits } from './crossing.ts'
import { stepChange } from './group-change.ts'
import { type ItemPairs, pointsOf, ratingOf } from './items.ts'
import type { ResponseShift, StepChange } from './model.ts'

/** Steps of the response scale beyond which the yardstick may have moved. */
const noteworthySteps = 1

/** Every then-test of the later version, in its order. */
export function responseShifts(
  people: readonly Person[],
  { from, to }: Pick<ResultsInput, 'from' | 'to'>,
  items: readonly ItemPairs[],
  results: ProjectResults,
): ResponseShift[] {
  return to.questionnaire.retrospective.map(({ item, looksBackOn }) => {
    const prospective = items.find((one) => one.item === looksBackOn)
    const asks = findItem(from.questionnaire, looksBackOn)
    if (!prospective || prospective.obstacle || !asks) {
      const reason = withheld(prospective?.obstacle ?? 'not_asked')
      return { item, looksBackOn, recalibration: reason, adjusted: reason, prospective: reason }
    }
    const points = pointsOf(to.questionnaire, item)
    const then = people.map((person) => ratingOf(person.to.response, item, points))
    const placed = people.flatMap(({ municipality, actorGroup }, at): Placed[] =>
      prospective.pairs[at]
        ? [{ municipality, actorGroup, row: then[at] === undefined ? 'did not' : 'looked back' }]
        : [],
    )
    // Only an indicator of this item alone has rows that can be taken from the sum of those who looked back.
    const isCrossed = results.indicators
      .filter(({ indicator }) => indicator.kind === 'scale' && indicator.items.length === 1)
      .filter(({ core }) => core.items.includes(looksBackOn))
      .some((result) => !isCrossingSafe(placed, ['looked back'], publishedUnits(result), results.threshold))
    return { item, looksBackOn, ...publishShift(then, prospective.pairs, isCrossed, results.threshold) }
  })
}

function publishShift(
  then: readonly (number | undefined)[],
  pairs: ItemPairs['pairs'],
  isCrossed: boolean,
  threshold: number,
): Omit<ResponseShift, keyof Retrospective> {
  const people = then.flatMap((remembered, at) => {
    const pair = pairs[at]
    return remembered === undefined || !pair ? [] : [{ ...pair, remembered }]
  })
  const n = people.length
  if (n === 0) {
    const nobody = withheld('too_few')
    return { recalibration: nobody, adjusted: nobody, prospective: nobody }
  }
  const remaining = pairs.filter((pair) => pair !== undefined).length - n
  const publish = <T>(isSafe: boolean, estimate: () => T): Published<T> =>
    isSafe ? shown(estimate()) : withheld('suppressed')
  const among = (pairOf: (person: ScorePair & { remembered: number }) => ScorePair): StepChange =>
    stepChange(people.map(pairOf))
  // Two of the three give the third, and that less the published one leaves the pairs that did not look back.
  const isBesideSafe = n >= threshold && !isFew(remaining, threshold) && !isCrossed
  return {
    recalibration: publish(n >= threshold, () => {
      const moved = among(({ from, remembered }) => ({ from, to: remembered }))
      return { ...moved, possibleShift: roundDifference(Math.abs(moved.mean) - noteworthySteps) > 0 }
    }),
    adjusted: publish(isBesideSafe, () => among(({ to, remembered }) => ({ from: remembered, to }))),
    prospective: publish(isBesideSafe, () => among(({ from, to }) => ({ from, to }))),
  }
}
