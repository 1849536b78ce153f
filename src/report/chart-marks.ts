// The marks of a chart. Before and after differ in colour (Okabe–Ito, told apart by colour-blind readers) and in shape
// (told apart in grey print); an outline lifts the orange over 3:1 against white.
import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare } from 'd3-shape'
import type { Chart, ChartRow } from './chart-model.ts'
import { isEmphasised } from './chart-model.ts'
import { element, escapeText } from './svg.ts'
import { textWidth } from './text-width.ts'

export const colours = {
  ink: '#1d2733',
  muted: '#55616d',
  grid: '#dfe4e9',
  guide: '#eef1f4',
  band: '#f3f5f7',
  before: '#e69f00',
  after: '#0072b2',
  link: '#b4bec8',
} as const

export const numberSize = 13

/** A row's marks with their centre line at y; `place` turns points into x. Nothing for a withheld figure. */
export function rowMarks(chart: Chart, row: ChartRow, place: (points: number) => number, y: number): string[] {
  if (!row.figure.shown) return []
  const { from, to, change, interval } = row.figure.value
  if (chart.kind === 'dumbbell') return dumbbell(row, place(from), place(to), y)
  const colour = isEmphasised(row) ? colours.ink : colours.after
  const dot = isEmphasised(row) ? mark(symbolDiamond, place(change), y, 120, colour) : afterDot(place(change), y)
  if (!interval) return [dot]
  const [low, high] = [place(interval[0]), place(interval[1])]
  const line = { stroke: colour, 'stroke-width': 2, 'stroke-linecap': 'round' }
  const cap = (x: number) => element('line', { x1: x, x2: x, y1: y - 4, y2: y + 4, ...line })
  return [element('line', { x1: low, x2: high, y1: y, y2: y, ...line }), cap(low), cap(high), dot]
}

/** The shapes and what they stand for, from x rightwards, on the line y. */
export function legend({ from, to }: { from: string; to: string }, x: number, y: number): string[] {
  const word = (text: string, at: number) =>
    element('text', { x: at, y: y + 4.5, 'font-size': numberSize, fill: colours.ink }, escapeText(text))
  const second = x + 18 + textWidth(from, numberSize) + 22
  return [beforeMark(x + 6, y), word(from, x + 18), afterMark(second + 6, y), word(to, second + 18)]
}

/** Numbers stand on the outer sides, so that they never meet, however close the marks are. */
function dumbbell({ text, ...row }: ChartRow, from: number, to: number, y: number): string[] {
  const fromIsLeft = from <= to
  const number = (at: number, words: string, left: boolean) =>
    element(
      'text',
      {
        x: left ? at - 12 : at + 12,
        y: y + 4.5,
        'font-size': numberSize,
        fill: colours.ink,
        'text-anchor': left ? 'end' : 'start',
        ...(isEmphasised({ text, ...row }) ? { 'font-weight': 600 } : {}),
      },
      escapeText(words),
    )
  return [
    element('line', { x1: from, x2: to, y1: y, y2: y, stroke: colours.link, 'stroke-width': 4 }),
    beforeMark(from, y),
    afterMark(to, y),
    number(from, text.from, fromIsLeft),
    number(to, text.to, !fromIsLeft),
  ]
}

// The circle is larger than the square, so that it shows around it where nothing has changed.
const beforeMark = (x: number, y: number) => mark(symbolCircle, x, y, 160, colours.before)
const afterMark = (x: number, y: number) => mark(symbolSquare, x, y, 80, colours.after)
const afterDot = (x: number, y: number) => mark(symbolCircle, x, y, 90, colours.after)

/** A symbol of the given area in square units. */
function mark(type: SymbolType, x: number, y: number, area: number, fill: string): string {
  const path = symbol(type, area)() ?? ''
  const outline = { stroke: colours.ink, 'stroke-width': 1 }
  return element('path', {
    d: path,
    transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`,
    fill,
    ...outline,
  })
}
