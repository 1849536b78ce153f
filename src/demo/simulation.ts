// What the model makes of the planted change once answers are whole points of a scale with two ends: a very large
// crowd, drawn through the same model as the participants. The planted number is the intention, this one is the target
// that an estimate can be expected to hit.
import { comparableCore, compareVersions } from '#survey/comparability.ts'
import { findItem } from '#survey/lookup.ts'
import type { Item, Questionnaire } from '#survey/questionnaire.ts'
import { measuredBy } from './measures.ts'
import { drawOpinions, type Opinions, opinionOn, tickPoint } from './model.ts'
import { type MunicipalityPlan, type PlannedScale, plannedScales } from './plan.ts'
import { type Random, seededRandom } from './random.ts'

/**
 * Mean change on each scale among `people` invented people of a municipality who answer everything in both waves,
 * points on 0–100, over the items that both versions ask comparably.
 */
export function simulateChange(
  place: MunicipalityPlan,
  versions: { baseline: Questionnaire; endline: Questionnaire },
  people: number,
  seed: number,
): Record<PlannedScale, number> {
  const random = seededRandom(seed, Number(place.code))
  const questions = plannedScales.map((scale) => questionsOf(versions, scale))
  const sums = plannedScales.map(() => 0)
  for (let person = 0; person < people; person += 1) {
    const opinions = drawOpinions(random, place)
    questions.forEach((ofScale, at) => {
      sums[at] = (sums[at] ?? 0) + drawChange(random, opinions, ofScale)
    })
  }
  const means = plannedScales.map((scale, at) => [scale, (sums[at] ?? 0) / people] as const)
  return Object.fromEntries(means) as Record<PlannedScale, number>
}

interface Question {
  before: Item
  after: Item
  measure: string
  reversed: boolean
  points: number
}

function questionsOf(
  { baseline, endline }: { baseline: Questionnaire; endline: Questionnaire },
  scale: PlannedScale,
): Question[] {
  const indicator = baseline.indicators.find(({ id }) => id === scale)
  if (indicator?.kind !== 'scale') throw new Error(`the questionnaire has no scale ${scale}`)
  const measured = measuredBy(baseline)
  return comparableCore(compareVersions(baseline, endline), indicator, endline).flatMap((id) => {
    const before = findItem(baseline, id)
    const after = findItem(endline, id)
    if (before?.type !== 'rating' || !after) return []
    const points = baseline.responseScales[before.responseScale]?.points.length ?? 0
    return [{ before, after, points, ...measured(id) }]
  })
}

/** Mean change of one person over the items of a scale, reversed ones turned the right way. */
function drawChange(random: Random, opinions: Opinions, questions: readonly Question[]): number {
  let sum = 0
  for (const { before, after, measure, reversed, points } of questions) {
    const from = tickPoint(random, opinionOn(opinions, before, measure, 'baseline'), points, reversed)
    const to = tickPoint(random, opinionOn(opinions, after, measure, 'endline'), points, reversed)
    sum += ((reversed ? from - to : to - from) / (points - 1)) * 100
  }
  return sum / questions.length
}
