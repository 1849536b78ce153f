// Change by how much of the project people say they have met. Nobody was told by lot how much to take part, so the rows
// describe; they do not explain.
import { findItem } from '#survey/lookup.ts'
import type { ScorePair } from '#survey/scoring.ts'
import type { IndicatorComparison } from '../comparison.ts'
import type { IndicatorResult, ProjectResults, ResultsInput } from '../model.ts'
import type { PersonScores } from '../pairing.ts'
import type { Person } from '../people.ts'
import { shown, withheld } from '../published.ts'
import { hideCrossed, type Placed, publishedUnits } from './crossing.ts'
import { hiddenRows, rowsInOrder } from './disclosure.ts'
import { groupChange } from './group-change.ts'
import type { DoseResponse } from './model.ts'

/** The later version's dose item against each primary indicator, one category after the other. */
export function doseResponses(
  people: readonly Person[],
  { to }: Pick<ResultsInput, 'to'>,
  comparisons: readonly IndicatorComparison[],
  scores: ReadonlyMap<string, readonly PersonScores[]>,
  results: ProjectResults,
): DoseResponse[] {
  const item = to.questionnaire.dose === undefined ? undefined : findItem(to.questionnaire, to.questionnaire.dose)
  if (item?.type !== 'choice') return []
  const codes = item.choices.map(({ code }) => code)
  const primary = comparisons.filter(({ indicator }) => indicator.role === 'primary')
  return primary.map(({ indicator, obstacle }) => {
    const pairs = new Map<number | string | null, ScorePair[]>([...codes, null].map((code) => [code, []]))
    const placed: Placed[] = []
    people.forEach(({ municipality, actorGroup, to: { response } }, at) => {
      const pair = scores.get(indicator.id)?.[at]?.pair
      if (!pair) return
      const said = codes.find((code) => code === response?.answers[item.id]) ?? null
      pairs.get(said)?.push(pair)
      placed.push({ municipality, actorGroup, row: nameOf(said) })
    })
    const result = results.indicators.find((one) => one.indicator.id === indicator.id)
    const sizes = new Map([...pairs].map(([code, own]) => [nameOf(code), [own.length]] as const))
    const hidden = result ? hiddenCategories(placed, sizes, result, results.threshold) : new Set(sizes.keys())
    return {
      item: item.id,
      indicator: indicator.id,
      categories: [...pairs].map(([code, own]) => {
        if (obstacle) return { code, change: withheld(obstacle) }
        if (own.length === 0) return { code, change: withheld('too_few') }
        const isShown = result?.overall.paired.shown === true && !hidden.has(nameOf(code))
        return { code, change: isShown ? shown(groupChange(own)) : withheld('suppressed') }
      }),
    }
  })
}

function hiddenCategories(
  placed: readonly Placed[],
  sizes: ReadonlyMap<string, readonly number[]>,
  result: IndicatorResult,
  threshold: number,
): ReadonlySet<string> {
  const hidden = hiddenRows(sizes, threshold)
  return hideCrossed(placed, rowsInOrder(sizes), hidden, publishedUnits(result), threshold)
}

/** Codes may be numbers or texts, and no answer is a row as well: no code holds a space. */
const nameOf = (code: number | string | null): string => (code === null ? 'no answer' : String(code))
