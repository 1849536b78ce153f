// A picture of rows over one axis, in its two layouts: name, people, marks and value as four columns, or each row's words
// above its marks. What is drawn at a row's line is left to the chart.
import { scaleLinear } from 'd3-scale'
import { colours, label, line, otherFonts, type Part, reading, type Sizes, sizes, withheldBox } from './chart-draw.ts'
import type { Axis } from './chart-model.ts'
import { narrowestColumn, textWidth, widest, wrapText } from './text-width.ts'

/** Where the marks go: a strip of the picture, and the way from the axis to x. */
export interface Strip {
  left: number
  right: number
  place: (value: number) => number
}

export interface PlotRow {
  name: string
  /** In the people's column, and as said on a phone. */
  people: string
  peopleLong: string
  value: string
  /** The row, read on its own. */
  sentence: string
  /** What the title speaks about. */
  emphasised: boolean
  /** A withheld row has a band from end to end in place of marks. */
  shown: boolean
  startsSection: boolean
  /** Words over the whole width, above the row and those that follow it. */
  above?: string
  marks: (strip: Strip, y: number) => readonly string[]
}

export interface RowPlot {
  headings: { name: string; people: string; value: string }
  axis: Axis
  rows: readonly PlotRow[]
  /** How far marks reach above and below a row's line. */
  reach: number
  /** Room that numbers need beside the ends of the strip. */
  overhang?: { left: number; right: number }
  /** The key: on the headings' line where it has one line, above it otherwise. */
  key?: (strip: Strip, y: number) => readonly string[]
  keyBlock?: (left: number, right: number, top: number) => Part
}

export function drawRows(plot: RowPlot, size: Sizes, top: number): Part {
  const block = plot.keyBlock?.(size.margin, size.width - size.margin, top) ?? { marks: [], bottom: top }
  const start = plot.keyBlock ? block.bottom + 10 : top
  const rows = size.layout === 'wide' ? widePlot(plot, size, start) : narrowPlot(plot, size, start)
  return { marks: [...block.marks, ...rows.marks], bottom: rows.bottom }
}

function widePlot(plot: RowPlot, size: Sizes, top: number): Part {
  const { headings, rows, reach, overhang = noOverhang } = plot
  const right = size.width - size.margin
  // Words give way to marks: names and headings break into two lines before they take room from the axis.
  const nameWidth = narrowestColumn(
    rows.map(({ name }) => name),
    size.name,
    nameRoom,
  )
  const headed = (heading: string, values: readonly string[]) =>
    Math.max(widest(size.small, values), narrowestColumn([heading], size.small, { least: 0, most: nameRoom.most }))
  const peopleWidth = headed(
    headings.people,
    rows.map(({ people }) => people),
  )
  const valueWidth = headed(
    headings.value,
    rows.map(({ value }) => value),
  )
  const peopleEnd = size.margin + nameWidth + 12 + peopleWidth
  const strip = stripOf(plot, peopleEnd + 16 + overhang.left, right - valueWidth - 16 - overhang.right)

  const columns = [
    { lines: wrapText(headings.name, size.small, nameWidth), x: size.margin, anchor: 'start' },
    { lines: wrapText(headings.people, size.small, peopleWidth), x: peopleEnd, anchor: 'end' },
    { lines: wrapText(headings.value, size.small, valueWidth), x: right, anchor: 'end' },
  ] as const
  const headingLines = Math.max(...columns.map(({ lines }) => lines.length))
  const headingLine = top + 12 + (headingLines - 1) * 17
  const rowsTop = headingLine + 14
  const drawn: string[] = []
  const grid: string[] = []
  let gridTop = rowsTop
  let y = rowsTop
  rows.forEach((row, at) => {
    if (row.startsSection) {
      drawn.push(line([size.margin, y + 7], [right, y + 7]))
      y += 14
    }
    const above = aboveRow(row, size, y)
    drawn.push(...above.marks)
    // The grid does not run through words.
    if (above.bottom > y) {
      grid.push(...gridLines(plot, strip, gridTop, y))
      gridTop = above.bottom
    }
    y = above.bottom
    const names = wrapText(row.name, size.name, nameWidth)
    const height = Math.max(2 * reach + 5, names.length * 18 + 14)
    const middle = y + height / 2
    drawn.push(
      reading(
        at,
        row.sentence,
        ...names.map((name, lineAt) =>
          rowLabel(name, size.margin, middle + 5 + (lineAt - (names.length - 1) / 2) * 18, size, row),
        ),
        label(row.people, peopleEnd, middle + 4.5, { anchor: 'end' }),
        ...track(row, strip, middle),
        rowValue(row, right, middle + 4.5),
      ),
    )
    y += height
  })
  const rowsBottom = y + 4
  return {
    marks: [
      ...columns.flatMap(({ lines, x, anchor }) =>
        lines.map((text, at) => label(text, x, headingLine + (at + 1 - lines.length) * 17, { anchor })),
      ),
      ...(plot.key?.(strip, headingLine) ?? []),
      ...grid,
      ...gridLines(plot, strip, gridTop, rowsBottom),
      ...drawn,
      ...axisWords(plot, strip, rowsBottom),
    ],
    bottom: rowsBottom + 42,
  }
}

/** Names that fit into the least do not break; a name longer than two lines of the most breaks into more. */
const nameRoom = { least: 124, most: 190 }

/** A row's words above its marks, which have the whole width. */
function narrowPlot(plot: RowPlot, size: Sizes, top: number): Part {
  const { rows, reach, overhang = noOverhang } = plot
  const right = size.width - size.margin
  const strip = stripOf(plot, size.margin + 10 + overhang.left, right - 10 - overhang.right)
  const headingLine = top + 12
  const room = 2 * Math.max(reach, 14)
  const drawn: string[] = []
  let y = plot.key ? headingLine + 10 : top
  rows.forEach((row, at) => {
    if (row.startsSection) {
      drawn.push(line([size.margin, y + 8], [right, y + 8]))
      y += 16
    }
    const above = aboveRow(row, size, y)
    drawn.push(...above.marks)
    y = above.bottom
    const words: string[] = []
    const names = wrapText(row.name, size.name, right - size.margin)
    for (const name of names) {
      y += 20
      words.push(rowLabel(name, size.margin, y, size, row))
    }
    const nameEnd = size.margin + textWidth(names.at(-1) ?? '', size.name) + 8
    const valueWidth = textWidth(row.value, size.small)
    const isOneLine = nameEnd + textWidth(row.peopleLong, size.small) + 12 + valueWidth <= right
    if (!isOneLine) y += 18
    words.push(label(row.peopleLong, isOneLine ? nameEnd : size.margin, y))
    const isBeside = size.margin + textWidth(row.peopleLong, size.small) + 12 + valueWidth <= right
    if (!isBeside) y += 18
    words.push(rowValue(row, right, y))
    drawn.push(...gridLines(plot, strip, y + 6, y + room))
    drawn.push(reading(at, row.sentence, ...words, ...track(row, strip, y + room / 2 + 3)))
    y += room + 6
  })
  return {
    marks: [...(plot.key?.(strip, headingLine) ?? []), ...drawn, ...axisWords(plot, strip, y - 4)],
    bottom: y + 38,
  }
}

function aboveRow({ above }: PlotRow, size: Sizes, top: number): Part {
  const lines = above === undefined ? [] : wrapText(above, size.name, (size.width - 2 * size.margin) * otherFonts)
  return {
    marks: lines.map((text, at) =>
      label(text, size.margin, top + 19 + at * 19, { size: size.name, fill: colours.ink, bold: true }),
    ),
    bottom: top + lines.length * 19 + (lines.length > 0 ? 10 : 0),
  }
}

const noOverhang = { left: 0, right: 0 }

function stripOf({ axis }: RowPlot, left: number, right: number): Strip {
  const scale = scaleLinear().domain([axis.min, axis.max]).range([left, right])
  return { left, right, place: (value) => scale(value) }
}

const track = (row: PlotRow, strip: Strip, y: number): readonly string[] =>
  row.shown ? row.marks(strip, y) : [withheldBox(strip.left, y - 7, strip.right - strip.left, 14)]

function gridLines({ axis }: RowPlot, { place }: Strip, top: number, bottom: number): string[] {
  return axis.ticks.map(({ value }) => {
    const isZero = value === 0 && axis.min < 0
    return line([place(value), top], [place(value), bottom], isZero ? { stroke: colours.ink, width: 1.25 } : {})
  })
}

function axisWords({ axis }: RowPlot, { left, right, place }: Strip, y: number): string[] {
  return [
    ...spacedTicks(axis, place).map((tick) => label(tick.label, place(tick.value), y + 18, { anchor: 'middle' })),
    label(axis.label, (left + right) / 2, y + 37, { anchor: 'middle' }),
  ]
}

/** Every tick, or every second, third …, zero or the first among them, so that no label touches the next. */
function spacedTicks({ ticks }: Axis, place: Strip['place']): Axis['ticks'] {
  const room =
    widest(
      sizes.wide.small,
      ticks.map((tick) => tick.label),
    ) + 8
  const [first, second] = ticks
  const step = first && second ? place(second.value) - place(first.value) : room
  const every = Math.max(1, Math.ceil(room / step))
  const origin = Math.max(
    0,
    ticks.findIndex(({ value }) => value === 0),
  )
  return ticks.filter((_, at) => (at - origin) % every === 0)
}

const rowLabel = (text: string, x: number, y: number, { name }: Sizes, row: PlotRow): string =>
  label(text, x, y, { size: name, fill: colours.ink, bold: isBold(row) })

const rowValue = (row: PlotRow, x: number, y: number): string =>
  label(row.value, x, y, { fill: row.shown ? colours.ink : colours.muted, anchor: 'end', bold: isBold(row) })

const isBold = ({ emphasised, shown }: PlotRow): boolean => emphasised && shown
