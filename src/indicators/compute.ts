// The before-and-after results of a project: reads downwards from answers to figures that may leave the house.
import type { Questionnaire } from '#survey/questionnaire.ts'
import { changeOfAll, changeOfPairs, estimateOf } from './change.ts'
import { compareIndicators, type IndicatorComparison, isComposite, summariseCore } from './comparison.ts'
import {
  type Disclosure,
  decideDisclosure,
  type IndicatorSizes,
  type Sizes,
  type Verdict,
  type Verdicts,
} from './disclosure.ts'
import { reportMatch } from './match-report.ts'
import type { ChangeEstimate, IndicatorResult, ProjectResults, ResultsInput } from './model.ts'
import { type PersonScores, scorePeople } from './pairing.ts'
import { gatherPeople, hasBoth, type Person } from './people.ts'
import { shown, withheld } from './published.ts'

/**
 * Everything a page, chart, file or report may say about the change between two waves.
 * @throws RangeError with a threshold under five, or rows that do not belong together (see gatherPeople)
 */
export function computeResults(input: ResultsInput): ProjectResults {
  const everybody = gatherPeople(input)
  const people = everybody.filter((person) => !person.delivering)
  const comparisons = compareIndicators(input, versionsOf(people))
  const scores = scorePeople(people, comparisons)
  const order = orderOfCover(people, input)
  const disclosures = decideDisclosure(
    comparisons.map((comparison) => ({
      indicator: comparison.indicator.id,
      sizes: sizesOf(scores.get(comparison.indicator.id) ?? [], input),
      linkedTo: linksOf(comparison, comparisons),
    })),
    order,
    input.threshold,
  )
  return {
    from: { kind: input.from.kind, version: input.from.questionnaire.version },
    to: { kind: input.to.kind, version: input.to.questionnaire.version },
    threshold: input.threshold,
    noticeableChange: input.noticeableChange,
    match: reportMatch(everybody, input, order),
    core: summariseCore(input, comparisons),
    indicators: comparisons.flatMap((comparison) => {
      const scored = scores.get(comparison.indicator.id)
      const disclosure = disclosures.get(comparison.indicator.id)
      return scored && disclosure ? [resultOf(comparison, scored, disclosure, input)] : []
    }),
  }
}

function resultOf(
  { indicator, core, obstacle }: IndicatorComparison,
  scores: readonly PersonScores[],
  disclosure: Disclosure,
  { municipalities, noticeableChange }: ResultsInput,
): IndicatorResult {
  const estimate = (people: readonly PersonScores[], verdictIn: (verdicts: Verdicts) => Verdict) =>
    estimateChange(people, obstacle ?? verdictIn(disclosure.paired), obstacle ?? verdictIn(disclosure.all), {
      noticeableChange,
      direction: indicator.direction,
    })
  const byMunicipality = Map.groupBy(scores, ({ municipality }) => municipality)
  return {
    indicator,
    core,
    overall: estimate(scores, ({ total }) => total),
    byMunicipality: municipalities.map(({ code, name }) => ({
      code,
      name,
      change: estimate(byMunicipality.get(code) ?? [], (verdicts) => verdicts.byMunicipality.get(code) ?? 'too_few'),
    })),
  }
}

/** Computes only what may be shown: a withheld figure does not exist. */
function estimateChange(
  people: readonly PersonScores[],
  pairedVerdict: Verdict,
  allVerdict: Verdict,
  rule: Parameters<typeof changeOfPairs>[1],
): ChangeEstimate {
  return estimateOf(
    pairedVerdict === 'shown'
      ? shown(
          changeOfPairs(
            people.flatMap(({ pair }) => pair ?? []),
            rule,
          ),
        )
      : withheld(pairedVerdict),
    allVerdict === 'shown'
      ? shown(
          changeOfAll(
            people.flatMap(({ from }) => from ?? []),
            people.flatMap(({ to }) => to ?? []),
          ),
        )
      : withheld(allVerdict),
  )
}

function sizesOf(scores: readonly PersonScores[], { municipalities }: ResultsInput): IndicatorSizes['sizes'] {
  const sizes = new Map<string, Sizes>(
    municipalities.map(({ code }) => [code, { pairs: 0, unpairedFrom: 0, unpairedTo: 0 }]),
  )
  for (const { municipality, from, to, pair } of scores) {
    const own = sizes.get(municipality)
    if (!own) continue
    if (pair) own.pairs += 1
    if (!pair && from !== undefined) own.unpairedFrom += 1
    if (!pair && to !== undefined) own.unpairedTo += 1
  }
  return sizes
}

/** Indicators from which this one can be computed, or that can be computed with it: wholes, parts, shared items. */
function linksOf(comparison: IndicatorComparison, comparisons: readonly IndicatorComparison[]): string[] {
  const { indicator } = comparison
  if (isComposite(comparison)) return comparison.parts.map((part) => part.indicator.id)
  const items = new Set(comparison.core.items)
  return comparisons
    .filter((other) =>
      isComposite(other) ? other.indicator.of.includes(indicator.id) : other.core.items.some((item) => items.has(item)),
    )
    .map((other) => other.indicator.id)
    .filter((id) => id !== indicator.id)
}

/** Fewest people with both waves first; the lowest code breaks a tie. */
function orderOfCover(people: readonly Person[], { municipalities }: ResultsInput): string[] {
  const both = new Map<string, number>()
  for (const { municipality } of people.filter(hasBoth)) both.set(municipality, (both.get(municipality) ?? 0) + 1)
  return municipalities
    .map(({ code }) => code)
    .sort((a, b) => (both.get(a) ?? 0) - (both.get(b) ?? 0) || (a < b ? -1 : 1))
}

/** Every version somebody answered in. */
function versionsOf(people: readonly Person[]): Questionnaire[] {
  const responses = people.flatMap(({ from, to }) => [from.response, to.response])
  return [...new Set(responses.flatMap((response) => response?.questionnaire ?? []))]
}
