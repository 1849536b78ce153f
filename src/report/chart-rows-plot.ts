// Draws the two charts whose rows are changes: a dot and its interval, or a mark for each wave and the interval of their
// difference laid from the first.
import { colours, label, type Part, type Sizes, type Stroke, whisker } from './chart-draw.ts'
import { afterMark, beforeMark, diamondMark, dotMark, numberSize, waveKey } from './chart-marks.ts'
import { type ChangeChart, type ChartRow, type DumbbellChart, type Figure, isEmphasised } from './chart-model.ts'
import { drawRows, type PlotRow, type Strip } from './chart-plot.ts'
import { element } from './svg.ts'
import { textWidth } from './text-width.ts'

export function drawChange(chart: ChangeChart, size: Sizes, top: number): Part {
  const { headings, axis, rows, sides } = chart
  return drawRows({ headings, axis, reach: 14, rows: plotRows(rows, changeMarks), key: sidesKey(sides) }, size, top)
}

export function drawDumbbell({ headings, axis, rows, waves }: DumbbellChart, size: Sizes, top: number): Part {
  return drawRows(
    {
      headings,
      axis,
      reach: 18,
      overhang: numberOverhang(rows),
      rows: plotRows(rows, dumbbellMarks),
      key: ({ left }, y) => waveKey(waves, left, y - 4),
    },
    size,
    top,
  )
}

/** Words on the two sides of zero, where they have room. */
export const sidesKey =
  ({ down, up }: { down: string; up: string }) =>
  ({ left, right, place }: Strip, y: number): string[] => {
    const [lower, higher] = [`← ${down}`, `${up} →`]
    const fits = (text: string, room: number) => textWidth(text, numberSize) <= room
    return [
      ...(fits(lower, place(0) - left) ? [label(lower, place(0) - 8, y, { anchor: 'end' })] : []),
      ...(fits(higher, right - place(0)) ? [label(higher, place(0) + 8, y)] : []),
    ]
  }

type Marks = (row: ChartRow, figure: Figure, strip: Strip, y: number) => string[]

function plotRows(rows: readonly ChartRow[], marks: Marks): PlotRow[] {
  return rows.map((row, at) => ({
    name: row.name,
    ...row.text,
    emphasised: isEmphasised(row),
    shown: row.figure.shown,
    startsSection: at > 0 && row.section !== rows[at - 1]?.section,
    marks: (strip, y) => (row.figure.shown ? marks(row, row.figure.value, strip, y) : []),
  }))
}

const changeMarks: Marks = (row, { change, interval }, { place }, y) => {
  const stroke = { stroke: isEmphasised(row) ? colours.ink : colours.after, width: 2 }
  const dot = isEmphasised(row) ? diamondMark(place(change), y) : dotMark(place(change), y)
  return [...(interval ? whisker(place(interval[0]), place(interval[1]), y, 4, stroke) : []), dot]
}

/** Numbers stand on the outer sides, so that they never meet, however close the marks are. */
const dumbbellMarks: Marks = (row, { from, to, interval }, { place }, y) => {
  const fromIsLeft = from <= to
  const number = (value: number, words: string, isLeft: boolean) =>
    label(words, place(value) + (isLeft ? -12 : 12), y + 1.5, {
      fill: colours.ink,
      anchor: isLeft ? 'end' : 'start',
      bold: isEmphasised(row),
    })
  return [
    element('line', { x1: place(from), x2: place(to), y1: y - 3, y2: y - 3, stroke: colours.link, 'stroke-width': 4 }),
    beforeMark(place(from), y - 3),
    afterMark(place(to), y - 3),
    number(from, row.text.from, fromIsLeft),
    number(to, row.text.to, !fromIsLeft),
    ...(interval ? differenceWhisker(from, interval, place, y + 12) : []),
  ]
}

/** Laid from the earlier mean: where it reaches back over that, the difference may be none. Open at the axis's ends. */
function differenceWhisker(
  from: number,
  [low, high]: readonly [number, number],
  place: (value: number) => number,
  y: number,
): string[] {
  const within = (value: number) => Math.min(100, Math.max(0, value))
  const stroke: Stroke = { stroke: colours.ink, width: 1.5 }
  const ends = [from + low >= 0, from + high <= 100]
  return whisker(place(within(from + low)), place(within(from + high)), y, 3, stroke, ends)
}

/** Numbers beside marks close to an end of the axis need room outside it. */
function numberOverhang(rows: readonly ChartRow[]): { left: number; right: number } {
  const levels = rows.flatMap(({ figure }) => (figure.shown ? [figure.value.from, figure.value.to] : []))
  return { left: levels.some((level) => level < 20) ? 32 : 0, right: levels.some((level) => level > 80) ? 32 : 0 }
}
