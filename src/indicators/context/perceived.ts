// What people answer when asked straight out what has changed: a distribution, never a main result.
import type { ResultsInput } from '../model.ts'
import type { Person } from '../people.ts'
import { shown, withheld } from '../published.ts'
import { hiddenRows } from './disclosure.ts'
import { shareOf } from './group-change.ts'
import { pointsOf, ratingOf } from './items.ts'
import type { PerceivedChange } from './model.ts'

/**
 * Everybody who answered at the later wave. No mean: with counts hidden beside it, it would give them away. No counts
 * either where all answer alike: they would tell what each of them said.
 */
export function perceivedChanges(
  people: readonly Person[],
  { to }: Pick<ResultsInput, 'to'>,
  threshold: number,
): PerceivedChange[] {
  return to.questionnaire.perceived.map((item) => {
    const points = pointsOf(to.questionnaire, item)
    const given = people.flatMap((person) => ratingOf(person.to.response, item, points) ?? [])
    const counts = new Map(points.map((code) => [String(code), [given.filter((one) => one === code).length]]))
    const hidden = hiddenRows(counts, threshold)
    const areAlike = new Set(given).size === 1
    return {
      item,
      n:
        given.length === 0
          ? withheld('too_few')
          : given.length < threshold
            ? withheld('suppressed')
            : shown(given.length),
      points: points.map((code) => {
        const [n = 0] = counts.get(String(code)) ?? []
        const isHidden = given.length < threshold || areAlike || hidden.has(String(code))
        return { code, count: isHidden ? withheld('suppressed') : shown({ n, share: shareOf(n, given.length) }) }
      }),
    }
  })
}
