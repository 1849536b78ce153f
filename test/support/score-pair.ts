// One person's scores in two waves, as the definition reads: what the columns of #indicators are held to.
import type { Answers } from '#survey/answer.ts'
import { findItem } from '#survey/lookup.ts'
import { itemValue, type Measure, requiredAnswers, type ScorePair } from '#survey/scoring.ts'

/**
 * On the comparable core, each wave with its own version, under the earlier indicator's rules. Where its pairing is
 * `answered_in_both`, an item counts only if it was answered in both waves, so that a gap in one of them cannot pass for
 * change; with `each_wave`, each wave counts what it has.
 * @returns undefined where either wave falls under the minimum
 */
export function scorePair(
  from: Measure,
  to: Measure,
  core: readonly string[],
  fromAnswers: Answers,
  toAnswers: Answers,
): ScorePair | undefined {
  const both = from.indicator.items
    .filter(({ item }) => core.includes(item))
    .map(({ item }) => [numberOf(from, item, fromAnswers), numberOf(to, item, toAnswers)] as const)
  const required = requiredAnswers(from.indicator.minimumAnswered, both.length)
  const counted =
    from.indicator.pairing === 'answered_in_both' ? both.filter((pair) => !pair.includes(undefined)) : both
  const [before, after] = ([0, 1] as const).map((wave) => {
    const values = counted.flatMap((pair) => pair[wave] ?? [])
    return values.length === 0 || values.length < required ? undefined : values.reduce((a, b) => a + b) / values.length
  })
  return before === undefined || after === undefined ? undefined : { from: before, to: after }
}

function numberOf({ questionnaire, indicator }: Measure, id: string, answers: Answers): number | undefined {
  const item = findItem(questionnaire, id)
  const value = item && itemValue(questionnaire, item, answers[id])
  const isReversed = indicator.items.some((one) => one.item === id && one.reversed)
  return value !== undefined && isReversed ? 100 - value : value
}
