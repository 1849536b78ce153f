// Draws a chart as SVG: real text, presentation attributes only (a strict Content-Security-Policy lets them through),
// in a wide layout with columns and a narrow one, for phones, with each row's words above its marks.
import { drawContacts } from './chart-contacts.ts'
import { drawDirections } from './chart-directions.ts'
import { colours, label, type Part, type Sizes, sizes, withheldBox } from './chart-draw.ts'
import { drawForest } from './chart-forest.ts'
import { drawFunnel } from './chart-funnel.ts'
import { drawLikert } from './chart-likert.ts'
import { type Chart, isChanges } from './chart-model.ts'
import { drawMultiples } from './chart-multiples.ts'
import { drawNetwork } from './chart-network.ts'
import { drawChange, drawDumbbell } from './chart-rows-plot.ts'
import { drawShift } from './chart-shift.ts'
import { drawSlope } from './chart-slope.ts'
import { drawTargets } from './chart-targets.ts'
import { element, escapeText } from './svg.ts'
import { wrapText } from './text-width.ts'

export interface SvgOptions {
  layout: 'wide' | 'narrow'
  /** Title, subtitle and notes in the picture, for a picture that leaves the page; false where the page has them. */
  texts: boolean
}

/** A complete `<svg>` element with a viewBox, as wide as its surroundings let it. */
export function chartSvg(chart: Chart, { layout, texts }: SvgOptions): string {
  const size = sizes[layout]
  const start = texts ? size.margin : 8
  const head = texts ? heading(chart, size, start) : { marks: [], bottom: start }
  const plot = draw(chart, size, head.bottom)
  const foot = texts ? footnotes(chart, size, plot.bottom) : { marks: [], bottom: plot.bottom }
  const height = Math.ceil(foot.bottom + (texts ? size.margin : 8))
  const id = `${chart.id}-${layout}`
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${height}`,
      width: size.width,
      height,
      role: 'img',
      lang: chart.language,
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
      'font-family': "'Source Sans 3', system-ui, 'Segoe UI', Arial, sans-serif",
    },
    element('title', { id: `${id}-title` }, escapeText(chart.title)),
    element('desc', { id: `${id}-desc` }, escapeText(chart.altText)),
    ...head.marks,
    ...plot.marks,
    ...foot.marks,
  )
}

function draw(chart: Chart, size: Sizes, top: number): Part {
  if (!isChanges(chart) && chart.empty !== null) return emptyPlot(chart.empty, size, top)
  switch (chart.kind) {
    case 'change':
      return drawChange(chart, size, top)
    case 'dumbbell':
      return drawDumbbell(chart, size, top)
    case 'slope':
      return drawSlope(chart, size, top)
    case 'forest':
      return drawForest(chart, size, top)
    case 'multiples':
      return drawMultiples(chart, size, top)
    case 'likert':
      return drawLikert(chart, size, top)
    case 'contacts':
      return drawContacts(chart, size, top)
    case 'network':
      return drawNetwork(chart, size, top)
    case 'directions':
      return drawDirections(chart, size, top)
    case 'funnel':
      return drawFunnel(chart, size, top)
    case 'shift':
      return drawShift(chart, size, top)
    case 'targets':
      return drawTargets(chart, size, top)
  }
}

/** An empty picture says why it is empty. */
function emptyPlot(words: string, size: Sizes, top: number): Part {
  const lines = wrapText(words, size.name, size.width - 2 * size.margin - 40)
  const height = lines.length * 21 + 44
  return {
    marks: [
      withheldBox(size.margin, top, size.width - 2 * size.margin, height),
      ...lines.map((text, at) =>
        label(text, size.width / 2, top + 37 + at * 21, { size: size.name, anchor: 'middle' }),
      ),
    ],
    bottom: top + height + 8,
  }
}

function heading({ title, subtitle }: Chart, size: Sizes, y: number): Part {
  const named = paragraph(title, size, y, { 'font-size': size.title, 'font-weight': 600, fill: colours.ink })
  const under = paragraph(subtitle, size, named.bottom + 6, { 'font-size': size.small, fill: colours.muted })
  return { marks: [...named.marks, ...under.marks], bottom: under.bottom + 22 }
}

function footnotes({ notes }: Chart, size: Sizes, y: number): Part {
  const marks: string[] = []
  let bottom = y + 18
  for (const note of notes) {
    const part = paragraph(note, size, bottom, { 'font-size': size.small, fill: colours.muted })
    marks.push(...part.marks)
    bottom = part.bottom + 5
  }
  return { marks, bottom: bottom - 5 }
}

function paragraph(
  text: string,
  size: Sizes,
  y: number,
  style: { 'font-size': number } & Record<string, string | number>,
): Part {
  const lineHeight = Math.round(style['font-size'] * 1.38)
  const lines = wrapText(text, style['font-size'], size.width - 2 * size.margin)
  return {
    marks: lines.map((line, at) =>
      element('text', { x: size.margin, y: y + style['font-size'] + at * lineHeight, ...style }, escapeText(line)),
    ),
    bottom: y + lines.length * lineHeight,
  }
}
