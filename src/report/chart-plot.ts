// The part of a chart that has rows and an axis, in its two layouts. What is drawn at a row's line is chart-marks.ts.
import { scaleLinear } from 'd3-scale'
import { colours, legend, rowMarks } from './chart-marks.ts'
import { type Chart, type ChartRow, isEmphasised } from './chart-model.ts'
import { element, escapeText } from './svg.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Of a layout, in units of the viewBox. */
export interface Sizes {
  width: number
  margin: number
  title: number
  small: number
  name: number
}

/** One part of the picture, drawn downwards. */
export interface Part {
  marks: readonly string[]
  /** Where the next part starts. */
  bottom: number
}

/** Where the marks go: a strip of the picture, and the way from points to x. */
interface Strip {
  left: number
  right: number
  place: (points: number) => number
}

/** Name, people, marks, value: four columns. */
export function widePlot(chart: Chart, size: Sizes, top: number): Part {
  const { headings, rows } = chart
  const right = size.width - size.margin
  const widest = (fontSize: number, texts: readonly string[]) =>
    Math.max(...texts.map((text) => textWidth(text, fontSize)))
  const nameWidth = Math.min(190, widest(size.name, [headings.name, ...rows.map(({ name }) => name)]))
  const peopleWidth = widest(size.small, [headings.people, ...rows.map(({ text }) => text.people)])
  const valueWidth = widest(size.small, [headings.value, ...rows.map(({ text }) => text.value)])
  const peopleEnd = size.margin + nameWidth + 16 + peopleWidth
  const overhang = numberOverhang(chart)
  const strip = stripOf(chart, peopleEnd + 24 + overhang.left, right - valueWidth - 24 - overhang.right)

  const headingLine = top + 12
  const rowsTop = headingLine + 14
  const drawn: string[] = []
  let y = rowsTop
  rows.forEach((row, at) => {
    if (startsSection(rows, at)) {
      drawn.push(rule(size.margin, right, y + 7))
      y += 14
    }
    const names = wrapText(row.name, size.name, nameWidth)
    const height = Math.max(chart.kind === 'change' ? 33 : 38, names.length * 18 + 14)
    const middle = y + height / 2
    names.forEach((name, lineAt) => {
      const baseline = middle + 5 + (lineAt - (names.length - 1) / 2) * 18
      drawn.push(rowLabel(name, size.margin, baseline, size.name, row))
    })
    drawn.push(
      small(row.text.people, peopleEnd, middle + 4.5, size, 'end'),
      ...track(chart, row, strip, middle),
      rowValue(row, right, middle + 4.5, size.small),
    )
    y += height
  })
  const rowsBottom = y + 4
  return {
    marks: [
      small(headings.name, size.margin, headingLine, size),
      small(headings.people, peopleEnd, headingLine, size, 'end'),
      small(headings.value, right, headingLine, size, 'end'),
      ...key(chart, strip, headingLine, size),
      ...gridLines(chart, strip, rowsTop, rowsBottom),
      ...drawn,
      ...axisWords(chart, strip, rowsBottom, size),
    ],
    bottom: rowsBottom + 42,
  }
}

/** A row's words above its marks, which have the whole width. */
export function narrowPlot(chart: Chart, size: Sizes, top: number): Part {
  const right = size.width - size.margin
  const overhang = numberOverhang(chart)
  const strip = stripOf(chart, size.margin + 10 + overhang.left, right - 10 - overhang.right)
  const headingLine = top + 12
  const drawn: string[] = []
  let y = headingLine + 10
  chart.rows.forEach((row, at) => {
    if (startsSection(chart.rows, at)) {
      drawn.push(rule(size.margin, right, y + 8))
      y += 16
    }
    const names = wrapText(row.name, size.name, right - size.margin)
    for (const name of names) {
      y += 20
      drawn.push(rowLabel(name, size.margin, y, size.name, row))
    }
    const people = row.text.peopleLong
    const nameEnd = size.margin + textWidth(names.at(-1) ?? '', size.name) + 8
    const oneLine = nameEnd + textWidth(people, size.small) + 12 + textWidth(row.text.value, size.small) <= right
    if (!oneLine) y += 18
    drawn.push(small(people, oneLine ? nameEnd : size.margin, y, size), rowValue(row, right, y, size.small))
    drawn.push(...gridLines(chart, strip, y + 6, y + 28), ...track(chart, row, strip, y + 17))
    y += 34
  })
  return {
    marks: [...key(chart, strip, headingLine, size), ...drawn, ...axisWords(chart, strip, y - 4, size)],
    bottom: y + 38,
  }
}

function stripOf({ axis }: Chart, left: number, right: number): Strip {
  const scale = scaleLinear().domain([axis.min, axis.max]).range([left, right])
  return { left, right, place: (points) => scale(points) }
}

/** A dumbbell has its numbers beside the marks: close to an end of the axis they need room outside it. */
function numberOverhang({ kind, rows }: Chart): { left: number; right: number } {
  if (kind === 'change') return { left: 0, right: 0 }
  const levels = rows.flatMap(({ figure }) => (figure.shown ? [figure.value.from, figure.value.to] : []))
  return { left: levels.some((level) => level < 20) ? 32 : 0, right: levels.some((level) => level > 80) ? 32 : 0 }
}

const startsSection = (rows: readonly ChartRow[], at: number): boolean =>
  at > 0 && rows[at]?.section !== rows[at - 1]?.section

/** A withheld row has a grey band from end to end: no place on the axis, no number. */
function track(chart: Chart, row: ChartRow, { left, right, place }: Strip, y: number): string[] {
  if (row.figure.shown) return rowMarks(chart, row, place, y)
  const outline = { stroke: colours.link, 'stroke-width': 1, 'stroke-dasharray': '3 3' }
  return [
    element('rect', { x: left, y: y - 7, width: right - left, height: 14, rx: 3, fill: colours.band, ...outline }),
  ]
}

function gridLines({ axis }: Chart, { place }: Strip, top: number, bottom: number): string[] {
  const isZero = (value: number) => value === 0 && axis.min < 0
  return axis.ticks.map(({ value }) =>
    element('line', {
      x1: place(value),
      x2: place(value),
      y1: top,
      y2: bottom,
      stroke: isZero(value) ? colours.ink : colours.grid,
      'stroke-width': isZero(value) ? 1.25 : 1,
    }),
  )
}

function axisWords({ axis }: Chart, { left, right, place }: Strip, y: number, size: Sizes): string[] {
  return [
    ...axis.ticks.map(({ value, label }) => small(label, place(value), y + 18, size, 'middle')),
    small(axis.label, (left + right) / 2, y + 37, size, 'middle'),
  ]
}

/** What the marks mean: the waves' shapes, or the two sides of zero where the words have room. */
function key(chart: Chart, { left, right, place }: Strip, y: number, size: Sizes): string[] {
  if (chart.kind === 'dumbbell') return legend(chart.waves, left, y - 4)
  const [down, up] = [`← ${chart.sides.down}`, `${chart.sides.up} →`]
  const fits = (text: string, room: number) => textWidth(text, size.small) <= room
  return [
    ...(fits(down, place(0) - left) ? [small(down, place(0) - 8, y, size, 'end')] : []),
    ...(fits(up, right - place(0)) ? [small(up, place(0) + 8, y, size)] : []),
  ]
}

type Anchor = 'start' | 'middle' | 'end'

const small = (text: string, x: number, y: number, size: Sizes, anchor: Anchor = 'start'): string =>
  element('text', { x, y, 'font-size': size.small, fill: colours.muted, 'text-anchor': anchor }, escapeText(text))

const rowLabel = (text: string, x: number, y: number, fontSize: number, row: ChartRow): string =>
  element('text', { x, y, 'font-size': fontSize, fill: colours.ink, ...weight(row) }, escapeText(text))

function rowValue(row: ChartRow, x: number, y: number, fontSize: number): string {
  const fill = row.figure.shown ? colours.ink : colours.muted
  return element(
    'text',
    { x, y, 'font-size': fontSize, fill, 'text-anchor': 'end', ...weight(row) },
    escapeText(row.text.value),
  )
}

const weight = (row: ChartRow): { 'font-weight'?: number } =>
  isEmphasised(row) && row.figure.shown ? { 'font-weight': 600 } : {}

const rule = (left: number, right: number, y: number): string =>
  element('line', { x1: left, x2: right, y1: y, y2: y, stroke: colours.grid, 'stroke-width': 1 })
