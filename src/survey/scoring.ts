// From answers to scores. Every score is 0–100: the percent of maximum possible of the item's own response scale.
// Pure, and without garbage in the loops: a result reads hundreds of thousands of responses.
import type { Answer, Answers } from './answer.ts'
import type { CompositeIndicator, Item, MinimumAnswered, Questionnaire, ScaleIndicator } from './questionnaire.ts'

/** A scale indicator as one wave's questionnaire defines it. */
export interface Measure {
  questionnaire: Questionnaire
  indicator: ScaleIndicator
}

/** The scores of one person in two waves, 0–100. */
export interface ScorePair {
  from: number
  to: number
}

/**
 * One item's answer on 0–100, not reversed: (x − lowest) · 100 / (highest − lowest), Cohen and others 1999 (POMP).
 * Undefined for a text, a choice, no answer, a missing answer and a number outside the response scale.
 */
export function itemValue(questionnaire: Questionnaire, item: Item, answer: Answer | undefined): number | undefined {
  return rescale(rangesOf(questionnaire).get(item.id), answer)
}

/**
 * Mean of the answered items on 0–100, reversed items turned round.
 * @param items the comparable core to score on; left out = every item of the indicator
 * @returns undefined where fewer items of the core are answered than the indicator's minimum
 */
export function scoreScale(
  questionnaire: Questionnaire,
  indicator: ScaleIndicator,
  answers: Answers,
  items?: readonly string[],
): number | undefined {
  const ranges = rangesOf(questionnaire)
  let sum = 0
  let answered = 0
  let core = 0
  for (const { item, reversed } of indicator.items) {
    if (items && !items.includes(item)) continue
    core += 1
    const value = rescale(ranges.get(item), answers[item])
    if (value === undefined) continue
    sum += reversed ? 100 - value : value
    answered += 1
  }
  return meanOf(sum, answered, requiredAnswers(indicator.minimumAnswered, core))
}

/**
 * Mean of the scores of the indicator's parts, 0–100.
 * @param scores in the order of `indicator.of`; undefined where a part has no score or is not comparable
 * @returns undefined under the minimum, which counts the parts of the definition: a core that has lost three scales
 * of six does not make an index of the other three
 */
export function scoreComposite(
  indicator: CompositeIndicator,
  scores: readonly (number | undefined)[],
): number | undefined {
  let sum = 0
  let valid = 0
  for (const score of scores) {
    if (score === undefined) continue
    sum += score
    valid += 1
  }
  return meanOf(sum, valid, requiredAnswers(indicator.minimumAnswered, indicator.of.length))
}

/** Every indicator of one response, 0–100, by id and in the order of the file; one without a score has no entry. */
export function scoreIndicators(questionnaire: Questionnaire, answers: Answers): ReadonlyMap<string, number> {
  const scales = new Map<string, number>()
  for (const indicator of questionnaire.indicators) {
    const score = indicator.kind === 'scale' ? scoreScale(questionnaire, indicator, answers) : undefined
    if (score !== undefined) scales.set(indicator.id, score)
  }
  const scores = new Map<string, number>()
  for (const indicator of questionnaire.indicators) {
    const score =
      indicator.kind === 'scale'
        ? scales.get(indicator.id)
        : scoreComposite(
            indicator,
            indicator.of.map((part) => scales.get(part)),
          )
    if (score !== undefined) scores.set(indicator.id, score)
  }
  return scores
}

/** How many of k must be answered: the share rounded up, at least `atLeast`, never more than there are. */
export function requiredAnswers({ share, atLeast }: MinimumAnswered, k: number): number {
  // 0.7 × 10 is 7.000000000000001 in binary, and 7 is meant.
  return Math.min(k, Math.max(atLeast, Math.ceil(share * k - 1e-9)))
}

const meanOf = (sum: number, n: number, required: number): number | undefined =>
  n > 0 && n >= required ? sum / n : undefined

interface Range {
  low: number
  high: number
}
const ranges = new WeakMap<Questionnaire, ReadonlyMap<string, Range>>()

/** Lowest and highest point of each rating item, worked out once per questionnaire. */
function rangesOf(questionnaire: Questionnaire): ReadonlyMap<string, Range> {
  let found = ranges.get(questionnaire)
  if (!found) {
    found = new Map(
      questionnaire.items.flatMap((item) => {
        const points = item.type === 'rating' ? questionnaire.responseScales[item.responseScale]?.points : undefined
        const low = points?.at(0)?.code
        const high = points?.at(-1)?.code
        return low === undefined || high === undefined ? [] : [[item.id, { low, high }] as const]
      }),
    )
    ranges.set(questionnaire, found)
  }
  return found
}

function rescale(range: Range | undefined, answer: Answer | undefined): number | undefined {
  if (range === undefined || typeof answer !== 'number') return undefined
  // Said so that NaN is outside.
  if (!(answer >= range.low && answer <= range.high)) return undefined
  return ((answer - range.low) * 100) / (range.high - range.low)
}
