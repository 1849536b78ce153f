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
import { textWidth, widest, wrapText } from './text-width.ts'

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

/** From one line of a name to the next. */
const lineHeight = 15

export function drawSlope(chart: SlopeChart, size: Sizes, top: number): Part {
  const { lines, waves, axis } = chart
  const isNamed = lines.length <= namedLines
  const isWide = size.layout === 'wide'
  const roomForNames = isWide ? 200 : 152
  const said = (row: ChartRow) => isNamed || isEmphasised(row)
  const named = lines.filter(said)
  const numbers = textWidth('100,0  ', size.small)
  // Whole names: cut ones that begin alike could not be told apart.
  const names = named.map(({ name }) => wrapText(name, size.small, roomForNames - numbers))
  const heights = names.map(({ length }) => (length > 1 ? 24 : 18) + (length - 1) * lineHeight)
  const namesWidth = numbers + widest(size.small, names.flat())
  const widthOf = (heading: string, isWithNames: boolean) =>
    Math.min(roomForNames, Math.max(widest(size.small, [heading]), isWithNames ? namesWidth : numbers))
  const [leftWidth, rightWidth] = [widthOf(waves.from, isWide), widthOf(waves.to, true)]
  const ticks = isWide ? 34 : 0
  const [x1, x2] = [size.margin + ticks + leftWidth + 22, size.width - size.margin - rightWidth - 22]
  const plotTop = top + 36
  const plotBottom = plotTop + Math.max(isWide ? 360 : 320, total(heights) + named.length)
  const place = scaleLinear().domain([axis.min, axis.max]).range([plotBottom, plotTop])
  const heading = (text: string, x: number) =>
    label(text, x, top + 14, { anchor: 'middle', fill: colours.ink, bold: true })
  const labels = (side: 'from' | 'to') =>
    spread(
      named.map((row) => place(row.value[side])),
      heights,
      plotTop - 17,
      plotBottom + 17,
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
      const nameAround = (x: number, y: number, anchor: 'start' | 'end') => {
        const all = names[nameAt] ?? []
        const first = y + 4.5 - ((all.length - 1) * lineHeight) / 2
        return all.map((text, at) => label(text, x, first + at * lineHeight, { ...style, anchor }))
      }
      return reading(
        at,
        row.text.sentence,
        line([x1, y1], [x2, y2], stroke),
        ...(said(row) ? [before(x1, y1), after(x2, y2)] : []),
        ...(leftY === undefined
          ? []
          : [
              ...leader([x1 - 8, y1], [x1 - 18, leftY]),
              label(row.text.from, x1 - 20, leftY + 4.5, { ...style, anchor: 'end' }),
              ...(isWide ? nameAround(x1 - 20 - numbers, leftY, 'end') : []),
            ]),
        ...(rightY === undefined
          ? []
          : [
              ...leader([x2 + 8, y2], [x2 + 18, rightY]),
              label(row.text.to, x2 + 20, rightY + 4.5, style),
              ...nameAround(x2 + 20 + numbers, rightY, 'start'),
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
 * Middles of labels that are so and so high, none over another, in the order of the wanted ones and together as near to
 * them as can be: labels that meet share the middle of what they want (pool adjacent violators).
 * @param top where the first label may begin
 * @param bottom where the last may end, if there is room for all
 */
export function spread(wanted: readonly number[], heights: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((_, at) => at).toSorted((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0))
  const clusters: { members: number[]; start: number }[] = []
  const heightOf = (members: readonly number[]) => total(members.map((member) => heights[member] ?? 0))
  const withMiddles = (members: readonly number[]) =>
    members.map((member, place) => ({
      member,
      middle: heightOf(members.slice(0, place)) + (heights[member] ?? 0) / 2,
    }))
  /** Within the room there is: before a cluster is held against its neighbour, which it may be moved onto. */
  const clusterAt = (members: number[], start: number) => ({
    members,
    start: Math.min(Math.max(start, top), Math.max(top, bottom - heightOf(members))),
  })
  for (const at of order) {
    let cluster = clusterAt([at], (wanted[at] ?? 0) - (heights[at] ?? 0) / 2)
    for (
      let last = clusters.at(-1);
      last && last.start + heightOf(last.members) > cluster.start;
      last = clusters.at(-1)
    ) {
      const members = [...last.members, ...cluster.members]
      const starts = withMiddles(members).map(({ member, middle }) => (wanted[member] ?? 0) - middle)
      cluster = clusterAt(members, total(starts) / members.length)
      clusters.pop()
    }
    clusters.push(cluster)
  }
  const placed = [...wanted]
  for (const { members, start } of clusters)
    for (const { member, middle } of withMiddles(members)) placed[member] = start + middle
  return placed
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

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
