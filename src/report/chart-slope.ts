// One indicator as lines from before to after, one per municipality and everybody's among them: parallel lines are
// similar changes. All in one colour, since colours would rank them.
import { scaleLinear } from 'd3-scale'
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { spokenRows } from './change-chart.ts'
import { colours, label, line, type Part, reading, type Sizes } from './chart-draw.ts'
import { beneathHeadline, headlineTitle } from './chart-headline.ts'
import { afterMark, beforeMark, smallAfterMark, smallBeforeMark } from './chart-marks.ts'
import { type Axis, type ChartRow, type Figure, isEmphasised, type PictureBase } from './chart-model.ts'
import { changesSheet, chartRow, countRows } from './chart-rows.ts'
import { byCode, type ChartSource, getIndicator } from './chart-source.ts'
import { hiddenNotes, lowerIsBetterNotes, measureSubtitle, waveName } from './chart-text.ts'
import { levelAxis } from './dumbbell-chart.ts'
import { cutText, textWidth, widest } from './text-width.ts'

export interface SlopeChart extends PictureBase<'slope'> {
  axis: Axis
  waves: { from: string; to: string }
  /** Those that are shown; everybody last. */
  lines: readonly (ChartRow & { value: Figure })[]
}

/** More lines than this carry no names: they would lie on each other. */
const namedLines = 12

/** @throws RangeError where the results have no such indicator */
export function buildSlopeChart({ results, about }: ChartSource, indicatorId: string): SlopeChart {
  const found = getIndicator(results, indicatorId)
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const name = found.indicator.title[language]
  const municipalities = byCode(found.byMunicipality).map((one) =>
    chartRow({ code: one.code, name: one.name, section: 'municipality', change: one.change }, language),
  )
  const everybody = chartRow(
    { code: null, name: report.everybody, section: 'everybody', change: found.overall },
    language,
  )
  const rows = [...municipalities, everybody]
  const lines = rows.flatMap((row) => (row.figure.shown ? [{ ...row, value: row.figure.value }] : []))
  const counts = countRows(municipalities, language)
  const title = headlineTitle(found, language)
  const axis = slopeAxis(lines, language)
  const isCrowded = lines.length > namedLines
  return {
    kind: 'slope',
    id: `slope-${indicatorId}`,
    language,
    title,
    subtitle: measureSubtitle(results, found, about),
    notes: [
      ...beneathHeadline(found, language),
      ...(lines.length > 0
        ? [charts.slope.note, charts.slope.noteAxis(formatCount(axis.min, language), formatCount(axis.max, language))]
        : []),
      ...(isCrowded ? [charts.slope.noteCrowded(formatCount(namedLines, language))] : []),
      ...hiddenNotes(rows, results.threshold, language, 'municipalities'),
      ...lowerIsBetterNotes([found], language),
      report.noteNoCause,
    ],
    altText: [
      charts.slope.alt(name),
      `${title}.`,
      everybody.text.sentence,
      ...(counts ? [report.altCounts(counts)] : []),
      ...(municipalities.length > spokenRows ? [report.altRest] : municipalities.map(({ text }) => text.sentence)),
    ].join(' '),
    axis,
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    lines,
    readings: lines.map(({ text }) => text.sentence),
    empty: lines.length === 0 ? charts.empty(formatCount(results.threshold, language)) : null,
    ...changesSheet(charts.slope.alt(name), rows, results, language),
  }
}

export function drawSlope(chart: SlopeChart, size: Sizes, top: number): Part {
  const { lines, waves, axis } = chart
  const isNamed = lines.length <= namedLines
  const isWide = size.layout === 'wide'
  const roomForNames = isWide ? 200 : 152
  const said = (row: ChartRow) => isNamed || isEmphasised(row)
  const rightText = (row: ChartRow, value: number) => `${row.text.to}  ${cutText(row.name, size.small, value)}`
  const leftText = (row: ChartRow, value: number) =>
    isWide ? `${cutText(row.name, size.small, value)}  ${row.text.from}` : row.text.from
  const named = lines.filter(said)
  const numbers = textWidth('100,0  ', size.small)
  const leftWidth = Math.min(
    roomForNames,
    widest(size.small, [waves.from, ...named.map((row) => leftText(row, roomForNames - numbers))]),
  )
  const rightWidth = Math.min(
    roomForNames,
    widest(size.small, [waves.to, ...named.map((row) => rightText(row, roomForNames - numbers))]),
  )
  const ticks = isWide ? 34 : 0
  const [x1, x2] = [size.margin + ticks + leftWidth + 22, size.width - size.margin - rightWidth - 22]
  const plotTop = top + 36
  const plotBottom = plotTop + Math.max(isWide ? 360 : 320, named.length * 19)
  const place = scaleLinear().domain([axis.min, axis.max]).range([plotBottom, plotTop])
  const heading = (text: string, x: number) =>
    label(text, x, top + 14, { anchor: 'middle', fill: colours.ink, bold: true })
  const labels = (side: 'from' | 'to') =>
    spread(
      named.map((row) => place(row.value[side])),
      18,
      plotTop - 8,
      plotBottom + 8,
    )
  const [leftAt, rightAt] = [labels('from'), labels('to')]
  const marks = [
    heading(waves.from, x1),
    heading(waves.to, x2),
    ...axis.ticks.flatMap(({ value, label: text }) => [
      line([x1, place(value)], [x2, place(value)]),
      ...(isWide ? [label(text, size.margin + 22, place(value) + 4.5, { anchor: 'end' })] : []),
    ]),
    line([x1, plotTop], [x1, plotBottom], { stroke: colours.link }),
    line([x2, plotTop], [x2, plotBottom], { stroke: colours.link }),
    ...lines.map((row, at) => {
      const isBold = isEmphasised(row)
      const [y1, y2] = [place(row.value.from), place(row.value.to)]
      const stroke = isBold
        ? { stroke: colours.ink, width: 3 }
        : { stroke: colours.faint, width: isNamed ? 1.75 : 0.75 }
      const [before, after] = isBold ? [beforeMark, afterMark] : [smallBeforeMark, smallAfterMark]
      const nameAt = named.indexOf(row)
      const [leftY, rightY] = [leftAt[nameAt], rightAt[nameAt]]
      const style = { fill: colours.ink, bold: isBold, size: size.small }
      return reading(
        at,
        row.text.sentence,
        line([x1, y1], [x2, y2], stroke),
        ...(said(row) ? [before(x1, y1), after(x2, y2)] : []),
        ...(leftY === undefined
          ? []
          : [
              ...leader([x1 - 8, y1], [x1 - 18, leftY]),
              label(leftText(row, roomForNames - numbers), x1 - 20, leftY + 4.5, { ...style, anchor: 'end' }),
            ]),
        ...(rightY === undefined
          ? []
          : [
              ...leader([x2 + 8, y2], [x2 + 18, rightY]),
              label(rightText(row, roomForNames - numbers), x2 + 20, rightY + 4.5, style),
            ]),
      )
    }),
  ]
  return { marks, bottom: plotBottom + 24 }
}

/** A thin line to a label that had to give way. */
const leader = (from: readonly [number, number], to: readonly [number, number]): string[] =>
  Math.abs(from[1] - to[1]) < 2 ? [] : [line(from, to, { stroke: colours.link })]

/**
 * Places at least `gap` apart, in the order of the wanted ones and together as near to them as can be: labels that meet
 * share the middle of what they want (pool adjacent violators).
 */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, at) => at).toSorted((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0))
  const clusters: { members: number[]; start: number }[] = []
  for (const at of order) {
    let cluster = { members: [at], start: wanted[at] ?? 0 }
    for (
      let last = clusters.at(-1);
      last && last.start + last.members.length * gap > cluster.start;
      last = clusters.at(-1)
    ) {
      const members = [...last.members, ...cluster.members]
      const start =
        members.reduce((sum, member, place) => sum + (wanted[member] ?? 0) - place * gap, 0) / members.length
      cluster = { members, start }
      clusters.pop()
    }
    const most = Math.max(top, bottom - (cluster.members.length - 1) * gap)
    clusters.push({ ...cluster, start: Math.min(Math.max(cluster.start, top), most) })
  }
  const placed = [...wanted]
  for (const { members, start } of clusters)
    for (const [place, at] of members.entries()) placed[at] = start + place * gap
  return placed
}

/** Lines need no zero, and on the whole scale they would lie on each other: what they span, and never under 40 points. */
export function slopeAxis(lines: readonly { value: { from: number; to: number } }[], language: Language): Axis {
  const whole = levelAxis(language)
  const values = lines.flatMap(({ value }) => [value.from, value.to])
  const down = (value: number) => Math.max(0, 10 * Math.floor(value / 10))
  const up = (value: number) => Math.min(100, 10 * Math.ceil(value / 10))
  let [min, max] = values.length > 0 ? [down(Math.min(...values)), up(Math.max(...values))] : [0, 100]
  while (max - min < 40) {
    if (min > 0) min -= 10
    if (max - min < 40 && max < 100) max += 10
  }
  const ticks = Array.from({ length: (max - min) / 10 + 1 }, (_, at) => min + at * 10)
  return { ...whole, min, max, ticks: ticks.map((value) => ({ value, label: formatCount(value, language) })) }
}
