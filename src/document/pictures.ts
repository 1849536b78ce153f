// Charts of the report room as pictures of a report. The caption says what the chart's title says, and where its
// numbers come from; the notes that explain the marks come along.
import { formatDays } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { IndicatorResult } from '#indicators/model.ts'
import { findChart } from '#report/chart-catalogue.ts'
import { type Chart, type ChartContext, isChanges } from '#report/chart-model.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { buildDumbbellChart } from '#report/dumbbell-chart.ts'
import { marked } from './marks.ts'
import type { Measured, Source } from './material.ts'
import type { PictureBlock } from './model.ts'

/**
 * The chart of this name in the catalogue; nothing where it would be empty, or its cut is from before it could be drawn.
 * @param groups addresses that the picture's numbers stand under
 */
export function pictureNamed(
  source: Source,
  { cut, results, context }: Measured,
  name: string,
  ...groups: readonly string[]
): PictureBlock[] {
  if (!context) return []
  const { questionnaires } = cut
  const chart = findChart({ results, context, questionnaires, about: aboutChart(source, cut) }, name)
  return chart && (isChanges(chart) || chart.empty === null) ? [pictureOf(chart, groups)] : []
}

/** The measures given, before and after. */
export const dumbbellOf = (
  source: Source,
  { cut, results }: Measured,
  indicators: Measured['results']['indicators'],
): PictureBlock =>
  pictureOf(
    buildDumbbellChart({ ...results, indicators }, aboutChart(source, cut)),
    indicators.map(({ indicator }) => `indicators/${indicator.id}/overall/paired`),
  )

/** The measures of one municipality, before and after; nothing where none of them is shown. */
export function municipalityPicture(
  source: Source,
  measured: Measured,
  { code, name }: { code: string; name: string },
): PictureBlock[] {
  const { cut, results } = measured
  const own = changesOf(code, measured)
  const shown = own.filter(({ overall }) => overall.paired.shown)
  if (shown.length === 0) return []
  const chart = buildDumbbellChart({ ...results, indicators: own }, aboutChart(source, cut))
  // Its title would claim what the municipality's own interval allows, beside a text that claims what the estimate does.
  const title = phrasesIn(source.language).document.municipality.pictureCaption(name)
  const sentences = chart.rows.map(({ text }) => text.sentence)
  // What the marks mean is said once, at the first picture of the kind: this one shares a page with its table.
  const told = { ...chart, title, altText: [`${title}.`, ...sentences].join(' '), notes: [] }
  const groups = shown.map(({ indicator }) => `indicators/${indicator.id}/byMunicipality/${code}/paired`)
  return [pictureOf(told, groups)]
}

/** Whether `municipalityPicture` has anything to draw. */
export const hasPicture = (code: string, measured: Measured): boolean =>
  changesOf(code, measured).some(({ overall }) => overall.paired.shown)

/** The measures of the municipality's picture, each with the municipality's change in place of everybody's. */
const changesOf = (code: string, { results }: Measured): IndicatorResult[] =>
  results.indicators.flatMap((one) => {
    const change = one.byMunicipality.find((municipality) => municipality.code === code)?.change
    return change && pictured.has(one.indicator.role) ? [{ ...one, overall: change }] : []
  })

/** A page of a municipality has room for the index and its scales. */
const pictured: ReadonlySet<string> = new Set(['primary', 'scale'])

const aboutChart = ({ language, projectName }: Source, { from, to }: Measured['cut']): ChartContext => ({
  language,
  projectName,
  dates: {
    from: formatDays(from.opensOn, from.closesOn, language),
    to: formatDays(to.opensOn, to.closesOn, language),
  },
})

function pictureOf(chart: Chart, groups: readonly string[]): PictureBlock {
  const svg = chartSvg(chart, { layout: 'wide', texts: false })
  const [, , width, height] = /viewBox="([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
  return {
    kind: 'picture',
    caption: `${chart.title}${groups.map((group) => marked('', `${group}/n`)).join('')}`,
    svg,
    width: width ?? 720,
    height: height ?? 400,
    altText: chart.altText,
    notes: chart.notes,
  }
}
