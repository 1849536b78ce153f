// The before-and-after results of a project: reads downwards from answers to figures that may leave the house.
import { listActorGroups, orderOfGroups } from './actor-groups.ts'
import type { Cohorts } from './cohort.ts'
import { type Columns, columnsOf, sizesOfGroups } from './columns.ts'
import { compareIndicators, type IndicatorComparison, isComposite, summariseCore } from './comparison.ts'
import { countCohorts } from './count-cohorts.ts'
import { countsShown, decideDisclosure, type IndicatorSizes, type Sizes } from './disclosure.ts'
import { decideGroups } from './group-disclosure.ts'
import { resultOf } from './indicator-result.ts'
import { countByMunicipality, reportMatch } from './match-report.ts'
import type { MatchCounts, ProjectResults, ResultsInput, ResultsRules } from './model.ts'
import { correctScales } from './multiplicity.ts'
import { gatherPeople } from './people.ts'
import { smallestFirst } from './pooling.ts'

/**
 * Everything a page, chart, file or report may say about the change between two waves.
 * @throws RangeError with a threshold under five, or rows that do not belong together (see gatherPeople)
 */
export function computeResults(input: ResultsInput): ProjectResults {
  const people = gatherPeople(input)
  return resultsOfColumns(columnsOf(people, people.length), input)
}

/** The same from columns. @throws RangeError with a threshold under five */
export function resultsOfColumns(columns: Columns, input: ResultsRules): ProjectResults {
  return resultsOfCounts(countColumns(columns, input), input)
}

/** All that results need know of the answers: how often each score and each change occurs, and how many people stand how. */
export interface CountedAnswers {
  comparisons: readonly IndicatorComparison[]
  /** By indicator id. */
  cohorts: ReadonlyMap<string, Cohorts>
  /** By municipality code, and of those who deliver the project. */
  match: ReadonlyMap<string, MatchCounts>
  delivering: MatchCounts
  /** People by code of their actor group. */
  groups: ReadonlyMap<string, number>
}

/** What everybody's answers are read for; it depends on the two questionnaires and the threshold, on no other rule. */
export function countColumns(columns: Columns, input: ResultsRules): CountedAnswers {
  const comparisons = compareIndicators(input, columns.versions)
  return {
    comparisons,
    cohorts: countCohorts(columns, comparisons, input.threshold).cohorts,
    match: countByMunicipality(columns),
    delivering: columns.delivering,
    groups: sizesOfGroups(columns.places),
  }
}

/** @throws RangeError with a threshold under five */
export function resultsOfCounts(counted: CountedAnswers, input: ResultsRules): ProjectResults {
  const { comparisons } = counted
  const order = orderOfCover(counted.match, input)
  const sorted = comparisons.flatMap((comparison) => {
    const cohorts = counted.cohorts.get(comparison.indicator.id)
    return cohorts ? [{ comparison, cohorts, linkedTo: linksOf(comparison, comparisons) }] : []
  })
  const sizes = sorted.map(({ comparison, cohorts, linkedTo }) => ({
    indicator: comparison.indicator.id,
    sizes: sizesOf(cohorts, input),
    linkedTo,
  }))
  const disclosures = decideDisclosure(sizes, order, input.threshold)
  const disclosed = sorted.flatMap((one) => {
    const disclosure = disclosures.get(one.comparison.indicator.id)
    return disclosure ? [{ ...one, disclosure }] : []
  })
  const actorGroups = listActorGroups(input)
  const match = reportMatch(counted.match, counted.delivering, input, order, countsShown(sizes, disclosures))
  const countedRows = match.byMunicipality.filter((row) => row.counts.shown).map(({ code }) => code)
  const hiddenGroups = decideGroups(
    disclosed.map(({ comparison, cohorts, linkedTo, disclosure }) => ({
      indicator: comparison.indicator.id,
      linkedTo,
      cells: cohorts.cells,
      disclosure,
    })),
    ...orderOfGroups(counted.groups, actorGroups),
    input.threshold,
    { totals: Object.values(match.overall), municipalities: new Set(countedRows) },
  )
  return {
    from: { kind: input.from.kind, version: input.from.questionnaire.version },
    to: { kind: input.to.kind, version: input.to.questionnaire.version },
    threshold: input.threshold,
    noticeableChange: input.noticeableChange,
    match,
    core: summariseCore(input, comparisons),
    indicators: correctScales(disclosed.map((one) => resultOf({ ...one, hiddenGroups, actorGroups }, input))),
  }
}

function sizesOf({ cells }: Cohorts, { municipalities }: ResultsRules): IndicatorSizes['sizes'] {
  return new Map(
    municipalities.map(({ code }): [string, Sizes] => {
      const sizes = { pairs: 0, unpairedFrom: 0, unpairedTo: 0, ownFrom: 0, ownTo: 0 }
      for (const cell of cells.get(code)?.values() ?? []) {
        sizes.pairs += cell.pairs
        sizes.unpairedFrom += cell.unpairedFrom
        sizes.unpairedTo += cell.unpairedTo
        sizes.ownFrom += cell.ownFrom
        sizes.ownTo += cell.ownTo
      }
      return [code, sizes]
    }),
  )
}

/** Indicators from which this one can be computed, or that can be computed with it: wholes, parts, shared items. */
function linksOf(comparison: IndicatorComparison, comparisons: readonly IndicatorComparison[]): string[] {
  const { indicator } = comparison
  if (isComposite(comparison)) return comparison.parts.map((part) => part.indicator.id)
  const items = new Set(comparison.indicator.items.map(({ item }) => item))
  return comparisons
    .filter((other) =>
      isComposite(other)
        ? other.indicator.of.includes(indicator.id)
        : other.indicator.items.some(({ item }) => items.has(item)),
    )
    .map((other) => other.indicator.id)
    .filter((id) => id !== indicator.id)
}

/** Fewest people with both waves first; the lowest code breaks a tie. */
function orderOfCover(counts: ReadonlyMap<string, MatchCounts>, { municipalities }: ResultsRules): string[] {
  return smallestFirst(municipalities.map(({ code }) => [code, counts.get(code)?.both ?? 0]))
}
