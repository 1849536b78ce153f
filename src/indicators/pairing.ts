// Scores of each person in both waves, on what both measure alike. A pair is one person with a score in each wave;
// beside it stands what each wave says on its own, paired or not.
import { type ScorePair, scoreComposite, scorePair, scoreScale } from '#survey/scoring.ts'
import { type CompositeComparison, type IndicatorComparison, isComposite, type ScaleComparison } from './comparison.ts'
import type { Person, Response } from './people.ts'

/** One person's scores on one indicator, 0–100. Undefined: no response, or too few items answered. */
export interface PersonScores {
  municipality: string
  actorGroup: string
  from: number | undefined
  to: number | undefined
  /** On all the items of the version answered, comparable or not: the level of that wave alone. */
  ownFrom: number | undefined
  ownTo: number | undefined
  /** Who has a pair has these scores in each wave, on what was answered in both. */
  pair: ScorePair | undefined
}

/** Scores by indicator id, people in the order given. An indicator that is not comparable has only its own. */
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
  const isWhole = wholeVersions(scale)
  return people.map(({ municipality, actorGroup, from: before, to: after }) => {
    const pair = scoreTogether(scale, before.response, after.response)
    // Who has a pair counts alike in both columns: otherwise their difference would be the few who skipped something.
    const from = pair?.from ?? scoreAlone(scale, before.response)
    const to = pair?.to ?? scoreAlone(scale, after.response)
    return {
      municipality,
      actorGroup,
      from,
      to,
      ownFrom: isWhole('from', before.response) ? from : scoreOwn(scale, 'from', before.response),
      ownTo: isWhole('to', after.response) ? to : scoreOwn(scale, 'to', after.response),
      pair,
    }
  })
}

/** Whether the core is all that the version asks in the wave, so that nothing need be scored twice. */
function wholeVersions({ obstacle, core, own }: ScaleComparison) {
  const isWhole = (items: readonly string[]) =>
    obstacle === null && items.length === core.items.length && items.every((item) => core.items.includes(item))
  const whole = {
    from: new Set([...own].flatMap(([version, items]) => (isWhole(items.from) ? version : []))),
    to: new Set([...own].flatMap(([version, items]) => (isWhole(items.to) ? version : []))),
  }
  return (wave: 'from' | 'to', response: Response | null): boolean =>
    response === null || whole[wave].has(response.questionnaire)
}

function scoreOwn(
  { measures, own }: ScaleComparison,
  wave: 'from' | 'to',
  response: Response | null,
): number | undefined {
  const measure = response && measures.get(response.questionnaire)
  const items = response && own.get(response.questionnaire)?.[wave]
  if (!measure || !items?.length) return undefined
  return scoreScale(measure.questionnaire, measure.indicator, response.answers, items)
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
  return people.map(({ municipality, actorGroup }, at) => {
    const own = byPart.map((people) => people[at])
    const scoreOf = (pick: (part: PersonScores) => number | undefined) =>
      scoreComposite(
        indicator,
        own.map((part) => part && pick(part)),
      )
    const alone = {
      municipality,
      actorGroup,
      ownFrom: scoreOf((part) => part.ownFrom),
      ownTo: scoreOf((part) => part.ownTo),
    }
    if (obstacle) return { ...alone, from: undefined, to: undefined, pair: undefined }
    const from = scoreOf((part) => part.pair?.from)
    const to = scoreOf((part) => part.pair?.to)
    return {
      ...alone,
      from: scoreOf((part) => part.from),
      to: scoreOf((part) => part.to),
      pair: from === undefined || to === undefined ? undefined : { from, to },
    }
  })
}
