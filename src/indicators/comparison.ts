// What each indicator of the earlier version becomes when two waves are compared: the items that every version in use
// measures alike and both waves asked, the same for all municipalities, and how each version scores them.
import { type Crosswalk, comparableCore, compareVersions, isLargeEnough } from '#survey/comparability.ts'
import { findItem, isAskedIn } from '#survey/lookup.ts'
import type { CompositeIndicator, Questionnaire, ScaleIndicator } from '#survey/questionnaire.ts'
import { type Measure, requiredAnswers } from '#survey/scoring.ts'
import type { IndicatorResult, ProjectResults, ResultsInput } from './model.ts'

type Core = IndicatorResult['core']
/** Why an indicator has no before-and-after figure at all; null where it has one. */
type Obstacle = 'not_comparable' | 'not_asked' | null

export interface ScaleComparison {
  indicator: ScaleIndicator
  core: Core
  obstacle: Obstacle
  /** How each version in use scores the indicator. */
  measures: ReadonlyMap<Questionnaire, Measure>
  /** The items that a version asks in each wave, comparable or not: for levels of that wave alone. */
  own: ReadonlyMap<Questionnaire, { from: readonly string[]; to: readonly string[] }>
}
export interface CompositeComparison {
  indicator: CompositeIndicator
  core: Core
  obstacle: Obstacle
  /** In the order of the indicator's `of`. */
  parts: readonly ScaleComparison[]
}
export type IndicatorComparison = ScaleComparison | CompositeComparison

export const isComposite = (comparison: IndicatorComparison): comparison is CompositeComparison => 'parts' in comparison

/**
 * The earlier version's indicators, in its order.
 * @param versions those that somebody answered in
 */
export function compareIndicators(
  { from, to }: Pick<ResultsInput, 'from' | 'to'>,
  versions: readonly Questionnaire[],
): IndicatorComparison[] {
  const used = versionsInUse({ from, to }, versions)
  const crosswalks = used.map((version) => ({ version, crosswalk: compareVersions(from.questionnaire, version) }))
  const scales = new Map<string, ScaleComparison>()
  for (const indicator of from.questionnaire.indicators)
    if (indicator.kind === 'scale') scales.set(indicator.id, compareScale({ from, to }, indicator, crosswalks))
  return from.questionnaire.indicators.flatMap((indicator): IndicatorComparison[] => {
    if (indicator.kind === 'composite') return [compareComposite(indicator, scales)]
    const scale = scales.get(indicator.id)
    return scale ? [scale] : []
  })
}

/** The two waves' own versions, and every other that somebody answered in. */
export const versionsInUse = (
  { from, to }: Pick<ResultsInput, 'from' | 'to'>,
  answered: readonly Questionnaire[],
): Questionnaire[] => [...new Set([from.questionnaire, to.questionnaire, ...answered])]

function compareScale(
  { from, to }: Pick<ResultsInput, 'from' | 'to'>,
  indicator: ScaleIndicator,
  crosswalks: readonly { version: Questionnaire; crosswalk: Crosswalk }[],
): ScaleComparison {
  const asked = indicator.items.filter(
    ({ item }) => isAskedIn(from, item) && (isAskedIn(to, item) || !findItem(to.questionnaire, item)),
  )
  const cores = crosswalks.map(({ version, crosswalk }) => new Set(comparableCore(crosswalk, indicator, version)))
  const items = asked.map(({ item }) => item).filter((item) => cores.every((core) => core.has(item)))
  const comparable = isLargeEnough(items, indicator)
  const measures = measuresOf(
    indicator,
    crosswalks.map(({ version }) => version),
  )
  return {
    indicator,
    core: { items, total: indicator.items.length, comparable },
    obstacle: asked.length === 0 ? 'not_asked' : comparable ? null : 'not_comparable',
    measures,
    own: new Map(
      [...measures].map(([version, { indicator: own }]) => {
        const askedIn = ({ kind }: ResultsInput['from']) =>
          own.items.map(({ item }) => item).filter((item) => isAskedIn({ kind, questionnaire: version }, item))
        return [version, { from: askedIn(from), to: askedIn(to) }]
      }),
    ),
  }
}

/** The rules were frozen with the baseline; only the items and their direction are the version's own. */
function measuresOf(indicator: ScaleIndicator, versions: readonly Questionnaire[]): ScaleComparison['measures'] {
  return new Map(
    versions.flatMap((version) => {
      const own = version.indicators.find(({ id }) => id === indicator.id)
      if (own?.kind !== 'scale') return []
      const { minimumAnswered, pairing } = indicator
      return [[version, { questionnaire: version, indicator: { ...own, minimumAnswered, pairing } }] as const]
    }),
  )
}

function compareComposite(
  indicator: CompositeIndicator,
  scales: ReadonlyMap<string, ScaleComparison>,
): CompositeComparison {
  const parts = indicator.of.flatMap((id) => scales.get(id) ?? [])
  const usable = parts.filter(({ obstacle }) => obstacle === null)
  const comparable = usable.length >= requiredAnswers(indicator.minimumAnswered, indicator.of.length)
  return {
    indicator,
    core: {
      items: usable.flatMap(({ core }) => core.items),
      total: parts.reduce((total, { core }) => total + core.total, 0),
      comparable,
    },
    obstacle: comparable
      ? null
      : parts.every(({ obstacle }) => obstacle === 'not_asked')
        ? 'not_asked'
        : 'not_comparable',
    parts,
  }
}

/** The items of all indicators together, and why each of the others is left out: the signed reason, or the verdict. */
export function summariseCore(
  { from, to }: Pick<ResultsInput, 'from' | 'to'>,
  comparisons: readonly IndicatorComparison[],
): ProjectResults['core'] {
  const scales = comparisons.flatMap((comparison) => (isComposite(comparison) ? [] : comparison))
  const items = [...new Set(scales.flatMap(({ indicator }) => indicator.items.map(({ item }) => item)))]
  const alike = new Set(scales.flatMap(({ core }) => core.items))
  const crosswalk = new Map(compareVersions(from.questionnaire, to.questionnaire).map((row) => [row.item, row]))
  const left = items
    .filter((item) => !alike.has(item))
    .map((item) => {
      const row = crosswalk.get(item)
      const isAlike = row?.verdict === 'identical' || row?.verdict === 'comparable'
      const asked = isAskedIn(from, item) && isAskedIn(to, item)
      return { item, reason: isAlike ? (asked ? 'dropped' : 'not_asked') : (row?.reason ?? row?.verdict ?? 'dropped') }
    })
  return { comparable: items.length - left.length, total: items.length, left }
}
