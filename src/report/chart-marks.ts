// The marks of a wave. Before and after differ in colour (told apart by colour-blind readers) and in shape (told apart in
// grey print); an outline lifts the orange over 3:1 against white.
import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare } from 'd3-shape'
import { colours, label } from './chart-draw.ts'
import { element } from './svg.ts'
import { textWidth } from './text-width.ts'

export const numberSize = 13

// The circle is larger than the square, so that it shows around it where nothing has changed.
export const beforeMark = (x: number, y: number): string => mark(symbolCircle, x, y, 160, colours.before)
export const afterMark = (x: number, y: number): string => mark(symbolSquare, x, y, 80, colours.after)
export const dotMark = (x: number, y: number): string => mark(symbolCircle, x, y, 90, colours.after)
export const smallBeforeMark = (x: number, y: number): string => mark(symbolCircle, x, y, 70, colours.before)
export const smallAfterMark = (x: number, y: number): string => mark(symbolSquare, x, y, 40, colours.after)
export const diamondMark = (x: number, y: number, fill: string = colours.ink): string =>
  mark(symbolDiamond, x, y, 120, fill)

/** The shapes and what they stand for, from x rightwards, on the line y. */
export function waveKey({ from, to }: { from: string; to: string }, x: number, y: number): string[] {
  const word = (text: string, at: number) => label(text, at, y + 4.5, { fill: colours.ink })
  const second = x + 18 + textWidth(from, numberSize) + 22
  return [beforeMark(x + 6, y), word(from, x + 18), afterMark(second + 6, y), word(to, second + 18)]
}

/** A symbol of the given area in square units. */
function mark(type: SymbolType, x: number, y: number, area: number, fill: string): string {
  return element('path', {
    d: symbol(type, area)() ?? '',
    transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`,
    fill,
    stroke: colours.ink,
    'stroke-width': 1,
  })
}
