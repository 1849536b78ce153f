// Scores of each person in both waves, on what both measure alike. A pair is one person with a score in each wave;
// beside it stands what each wave says on its own, paired or not.
import { type ScorePair, scoreComposite, scorePair, scoreScale } from '#survey/scoring.ts'
import { type CompositeComparison, type IndicatorComparison, isComposite, type ScaleComparison } from './comparison.ts'
import type { Person, Response } from './people.ts'

/** One person's scores on one indicator, 0–100. Undefined: no response, or too few items answered. */
export interface PersonScores {
  municipality: string
  from: number | undefined
  to: number | undefined
  /** Who has a pair has a score in each wave, but masking can make the paired ones differ from those. */
  pair: ScorePair | undefined
}

/** Scores by indicator id, people in the order given. An indicator that is not comparable has no score. */
export function scorePeople(
  people: readonly Person[],
  comparisons: readonly IndicatorComparison[],
): ReadonlyMap<string, readonly PersonScores[]> {
  const scores = new Map<string, readonly PersonScores[]>()
  for (const comparison of comparisons)
    if (!isComposite(comparison)) scores.set(comparison.indicator.id, scoreOnScale(people, comparison))
  for (const comparison of comparisons)
    if (isComposite(comparison)) scores.set(comparison.indicator.id, scoreOnComposite(people, comparison, scores))
  return scores
}

function scoreOnScale(people: readonly Person[], scale: ScaleComparison): PersonScores[] {
  return people.map((person) => ({
    municipality: person.municipality,
    from: scoreAlone(scale, person.from.response),
    to: scoreAlone(scale, person.to.response),
    pair: scoreTogether(scale, person.from.response, person.to.response),
  }))
}

function scoreAlone({ obstacle, measures, core }: ScaleComparison, response: Response | null): number | undefined {
  const measure = response && measures.get(response.questionnaire)
  if (obstacle || !measure) return undefined
  return scoreScale(measure.questionnaire, measure.indicator, response.answers, core.items)
}

function scoreTogether(
  { obstacle, measures, core }: ScaleComparison,
  before: Response | null,
  after: Response | null,
): ScorePair | undefined {
  const from = before && measures.get(before.questionnaire)
  const to = after && measures.get(after.questionnaire)
  if (obstacle || !from || !to) return undefined
  return scorePair(from, to, core.items, before.answers, after.answers)
}

/** A part counts in a pair where it is scored in both waves, so both waves are the mean of the same parts. */
function scoreOnComposite(
  people: readonly Person[],
  { indicator, obstacle, parts }: CompositeComparison,
  scores: ReadonlyMap<string, readonly PersonScores[]>,
): PersonScores[] {
  const byPart = parts.map((part) => scores.get(part.indicator.id) ?? [])
  return people.map(({ municipality }, at) => {
    if (obstacle) return { municipality, from: undefined, to: undefined, pair: undefined }
    const own = byPart.map((people) => people[at])
    const from = scoreComposite(
      indicator,
      own.map((part) => part?.pair?.from),
    )
    const to = scoreComposite(
      indicator,
      own.map((part) => part?.pair?.to),
    )
    return {
      municipality,
      from: scoreComposite(
        indicator,
        own.map((part) => part?.from),
      ),
      to: scoreComposite(
        indicator,
        own.map((part) => part?.to),
      ),
      pair: from === undefined || to === undefined ? undefined : { from, to },
    }
  })
}
