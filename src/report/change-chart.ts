// One indicator, municipality by municipality or actor group by actor group: the mean change of the same people, with
// its interval.
import { scaleLinear } from 'd3-scale'
import { formatChange, formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ChangeEstimate, IndicatorResult, ProjectResults } from '#indicators/model.ts'
import { beneathHeadline, headlineNotes, headlineTitle } from './chart-headline.ts'
import type { Axis, ChangeChart, ChartContext, ChartRow, Division } from './chart-model.ts'
import { chartRow, countRows, countShown } from './chart-rows.ts'
import { getIndicator } from './chart-source.ts'
import { chartTable } from './chart-table.ts'
import { hiddenNotes, lowerIsBetterNotes, measureSubtitle } from './chart-text.ts'

/**
 * Rows stand in the order of the results, never by value; everybody comes last.
 * @throws RangeError where the results have no such indicator
 */
export function buildChangeChart(
  results: ProjectResults,
  indicatorId: string,
  context: ChartContext,
  division: Division = 'municipality',
): ChangeChart {
  const found = getIndicator(results, indicatorId)
  const { language } = context
  const words = phrasesIn(language).report
  const divided = words.divided[division]
  const name = found.indicator.title[language]
  const groups = groupsOf(found, division, language)
  const groupRows = groups.map((group) => chartRow({ ...group, section: division }, language))
  const everybody = chartRow(
    { code: null, name: words.everybody, section: 'everybody', change: found.overall },
    language,
  )
  const rows = [...groupRows, everybody]
  const isOfMunicipalities = division === 'municipality'
  const title = isOfMunicipalities ? headlineTitle(found, language) : groupsTitle(name, groupRows, language)
  const anyShown = rows.some(({ figure }) => figure.shown)
  return {
    kind: 'change',
    id: `${isOfMunicipalities ? 'change' : 'groups'}-${indicatorId}`,
    division,
    indicator: indicatorId,
    language,
    title,
    subtitle: measureSubtitle(results, found, context),
    notes: [
      ...(isOfMunicipalities ? beneathHeadline(found, language) : headlineNotes(found, language)),
      ...(anyShown ? [words.noteInterval, divided.noteOverlap, divided.noteEverybody] : []),
      ...hiddenNotes(rows, results.threshold, language, divisionRows[division]),
      ...compositionNotes(groups, found.overall, language),
      ...lowerIsBetterNotes([found], language),
      words.noteNoCause,
    ],
    altText: altText(divided.alt(name), title, groupRows, everybody, language),
    axis: changeAxis(rows, language),
    sides: { down: words.axisDown, up: words.axisUp },
    headings: { name: divided.heading, people: words.people, value: words.changeWithInterval },
    rows,
    table: chartTable(divided.alt(name), rows, divided.heading, results, language),
  }
}

/** Counts what the groups' own intervals allow: there is no average group. */
function groupsTitle(name: string, rows: readonly ChartRow[], language: Language): string {
  const words = phrasesIn(language).report
  const shown = countShown(rows, language)
  if (shown === '') return words.groupsTitleNothing(name)
  const hidden = rows.filter(({ figure }) => !figure.shown).length
  return words.groupsTitle(name, hidden > 0 ? `${shown}, ${words.countHidden(formatCount(hidden, language))}` : shown)
}

const divisionRows = { municipality: 'municipalities', actor_group: 'actorGroups' } as const

/** In the order of the results: municipalities by code, actor groups as the questionnaire lists them. */
function groupsOf(
  { byMunicipality, byActorGroup }: IndicatorResult,
  division: Division,
  language: Language,
): { code: string; name: string; change: ChangeEstimate }[] {
  return division === 'municipality'
    ? byMunicipality.map(({ code, name, change }) => ({ code, name, change }))
    : byActorGroup.map(({ code, title, change }) => ({ code, name: title[language], change }))
}

/** More rows than this are left to the table: nobody listens to forty numbers in a row. */
export const spokenRows = 15

function altText(
  lead: string,
  title: string,
  groups: readonly ChartRow[],
  everybody: ChartRow,
  language: Language,
): string {
  const words = phrasesIn(language).report
  const counts = countRows(groups, language)
  const rows = groups.map(({ text }) => text.sentence)
  return [
    lead,
    `${title}.`,
    everybody.text.sentence,
    ...(counts ? [words.altCounts(counts)] : []),
    ...(rows.length > spokenRows ? [words.altRest] : rows),
  ].join(' ')
}

/** Names of those whose paired and all-respondent changes disagree. */
function compositionNotes(
  groups: readonly { name: string; change: ChangeEstimate }[],
  overall: ChangeEstimate,
  language: Language,
): string[] {
  const words = phrasesIn(language).report
  const names = [...groups, { name: words.everybody, change: overall }]
    .filter(({ change }) => change.compositionWarning)
    .map((entry) => entry.name)
  return names.length > 0 ? [words.noteComposition(names.join(', '))] : []
}

function changeAxis(rows: readonly ChartRow[], language: Language): Axis {
  return axisAround(
    rows.flatMap(({ figure }) => (figure.shown ? [figure.value.change, ...(figure.value.interval ?? [])] : [])),
    language,
  )
}

/**
 * Of changes in points. Never closer than ±10, so that a small change does not look large. Zero is always there; beyond
 * ±100 no change can lie, though an interval may.
 */
export function axisAround(values: readonly number[], language: Language): Axis {
  const scale = scaleLinear()
    .domain([Math.max(-100, Math.min(-10, ...values)), Math.min(100, Math.max(10, ...values))])
    .nice(6)
  const [min = -10, max = 10] = scale.domain()
  return {
    min,
    max,
    label: phrasesIn(language).report.changeAxis,
    ticks: scale.ticks(6).map((value) => ({ value, label: formatChange(value, 0, language) })),
  }
}
