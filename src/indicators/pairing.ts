// Scores of everybody in both waves, on what both measure alike. A pair is one person with a score in each wave; beside
// it stands what each wave says on its own, paired or not. As columns, one place a person: a million people are six
// lists of small numbers, and not a million objects.
import type { ScorePair } from '#survey/scoring.ts'
import { findAnsweringBoth } from './answering-both.ts'
import type { Columns, Places } from './columns.ts'
import { type IndicatorComparison, isComposite } from './comparison.ts'
import { prepareComposite } from './score-composite.ts'
import { prepareScale } from './score-scale.ts'
import type { Scores } from './scores.ts'

/** Scores by indicator id, people as in the columns. An indicator that is not comparable has only its own. */
export const scoreColumns = (
  columns: Columns,
  comparisons: readonly IndicatorComparison[],
): ReadonlyMap<string, Scores> => prepareScoring(columns, comparisons)(columns)

/** The same for some of the people at a time: values keep their numbers, lists hold until the next call. */
export function prepareScoring(
  columns: Columns,
  comparisons: readonly IndicatorComparison[],
): (some: Columns) => ReadonlyMap<string, Scores> {
  const scales = comparisons.flatMap((one) =>
    isComposite(one) ? [] : [[one.indicator.id, prepareScale(columns, one)] as const],
  )
  const composites = comparisons.flatMap((one) =>
    isComposite(one) ? [[one.indicator.id, prepareComposite(one)] as const] : [],
  )
  return (some) => {
    const scores = new Map<string, Scores>()
    const answering = findAnsweringBoth(some)
    for (const [id, score] of scales) scores.set(id, score(some, answering))
    for (const [id, score] of composites) scores.set(id, score(some, scores))
    return scores
  }
}

/** One person's scores on one indicator. */
export interface PersonScores {
  municipality: string
  actorGroup: string
  from: number | undefined
  to: number | undefined
  ownFrom: number | undefined
  ownTo: number | undefined
  pair: ScorePair | undefined
}

/** The same person by person, for what needs no speed. */
export function listScores(scores: Scores, places: Places): PersonScores[] {
  const at = (list: Uint32Array, person: number) => {
    const number = list[person] ?? 0
    return number === 0 ? undefined : scores.values.valueOf(number)
  }
  return Array.from(places.municipalityOf, (municipality, person) => {
    const [from, to] = [at(scores.pairFrom, person), at(scores.pairTo, person)]
    return {
      municipality: places.municipalities[municipality] ?? '',
      actorGroup: places.actorGroups[places.actorGroupOf[person] ?? 0] ?? '',
      from: at(scores.from, person),
      to: at(scores.to, person),
      ownFrom: at(scores.ownFrom, person),
      ownTo: at(scores.ownTo, person),
      pair: from === undefined || to === undefined ? undefined : { from, to },
    }
  })
}
