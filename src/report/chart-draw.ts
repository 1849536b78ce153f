// The vocabulary of every drawing: sizes of the two layouts, parts stacked downwards, texts, lines and boxes. What can be
// read on its own is a group with its sentence as title, which a pointer shows and static/charts.js walks through.
import { element, escapeText } from './svg.ts'
import { textWidth } from './text-width.ts'

/** Okabe–Ito where colour means something; everything that it tells is told by shape, place or a number as well. */
export const colours = {
  ink: '#1d2733',
  muted: '#55616d',
  grid: '#dfe4e9',
  guide: '#eef1f4',
  band: '#f3f5f7',
  before: '#e69f00',
  after: '#0072b2',
  link: '#b4bec8',
  faint: '#7fb2d3',
} as const

/** `share`, 0–1, of the way from one colour to the other, each written #rrggbb. */
export function mix(one: string, other: string, share: number): string {
  const ends = channels(other)
  return `#${channels(one)
    .map((from, at) =>
      Math.round(from + ((ends[at] ?? from) - from) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/**
 * Black or white, whichever stands out more from a ground written #rrggbb: by 4.5:1 or more, since one of them does from
 * every colour. They change places where the luminance of WCAG 2 is √(1.05 · 0.05) − 0.05.
 */
export function inkOn(ground: string): string {
  const [red = 0, green = 0, blue = 0] = channels(ground).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff'
}

/** Red, green and blue, 0–255. */
const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Of a layout, in units of the viewBox. */
export interface Sizes {
  layout: 'wide' | 'narrow'
  width: number
  margin: number
  title: number
  small: number
  name: number
}

export const sizes = {
  wide: { layout: 'wide', width: 720, margin: 28, title: 21, small: 13, name: 15 },
  narrow: { layout: 'narrow', width: 360, margin: 14, title: 19, small: 13, name: 15 },
} as const satisfies Record<string, Sizes>

/** One part of the picture, drawn downwards. */
export interface Part {
  marks: readonly string[]
  /** Where the next part starts. */
  bottom: number
}

export interface Lettering {
  size?: number
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
}

export const label = (
  text: string,
  x: number,
  y: number,
  { size = sizes.wide.small, fill = colours.muted, anchor = 'start', bold = false }: Lettering = {},
): string =>
  element(
    'text',
    { x, y, 'font-size': size, fill, 'text-anchor': anchor, ...(bold ? { 'font-weight': 600 } : {}) },
    escapeText(text),
  )

export interface Stroke {
  stroke?: string
  width?: number
  dash?: string
}

export const line = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  { stroke = colours.grid, width = 1, dash }: Stroke = {},
): string =>
  element('line', { x1, y1, x2, y2, stroke, 'stroke-width': width, ...(dash ? { 'stroke-dasharray': dash } : {}) })

/** A line with a cap at each end that is not cut off by the strip. */
export function whisker(
  from: number,
  to: number,
  y: number,
  reach: number,
  stroke: Stroke,
  ends = [true, true],
): string[] {
  const cap = (x: number) => line([x, y - reach], [x, y + reach], stroke)
  return [line([from, y], [to, y], stroke), ...(ends[0] ? [cap(from)] : []), ...(ends[1] ? [cap(to)] : [])]
}

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Readonly<Record<string, string | number>> = {},
): string => element('rect', { x, y, width, height, fill, ...more })

/** The place of something withheld: no mark, no number. */
export const withheldBox = (x: number, y: number, width: number, height: number): string =>
  box(x, y, width, height, colours.band, { rx: 3, stroke: colours.link, 'stroke-width': 1, 'stroke-dasharray': '3 3' })

/** Marks that say one thing: the sentence of the chart's readings that has this number. */
export const reading = (at: number, sentence: string, ...marks: readonly string[]): string =>
  element('g', { 'data-reading': at }, element('title', {}, escapeText(sentence)), ...marks)

/** Lines as wide as the picture leave room for the wider letters of a phone's own font. */
export const otherFonts = 0.88

/** A key in words: marks with their names, from the left, as many lines as it takes. */
export function flowKey(
  entries: readonly { name: string; mark: (x: number, y: number) => string }[],
  left: number,
  right: number,
  top: number,
): Part {
  const size = sizes.wide.small
  let [x, y] = [left, top + 8]
  const marks = entries.flatMap(({ name, mark }) => {
    const wide = 18 + textWidth(name, size)
    if (x > left && x + wide > right) [x, y] = [left, y + 21]
    const drawn = [mark(x + 6, y), label(name, x + 18, y + 4.5, { fill: colours.ink })]
    x += wide + 18
    return drawn
  })
  return { marks, bottom: y + 14 }
}
