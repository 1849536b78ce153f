// The contact grid as a network, before and after in the same places: the thicker a line from A to B, the closer A says
// its contact with B is. Places are computed once, from both waves together, so that only the lines change.
import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  type SimulationNodeDatum,
} from 'd3-force'
import { formatCount, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ContactGrid, NetworkMeasures } from '#indicators/context/model.ts'
import { contactCells } from './chart-contact-cells.ts'
import { colours, flowKey, label, line, type Part, reading, type Sizes, type Stroke } from './chart-draw.ts'
import type { PictureBase } from './chart-model.ts'
import { sheetTable } from './chart-sheet.ts'
import type { ChartSource } from './chart-source.ts'
import { waveName } from './chart-text.ts'
import { element } from './svg.ts'
import { wrapText } from './text-width.ts'

export interface NetworkNode {
  code: string
  name: string
  /** Within the panel, 0–1. */
  x: number
  y: number
}

/** A's view of its contact with B. */
interface View {
  rater: string
  about: string
  sentence: string
}

export interface NetworkEdge extends View {
  from: number
  to: number
}

export interface NetworkChart extends PictureBase<'network'> {
  waves: { from: string; to: string }
  nodes: readonly NetworkNode[]
  edges: readonly NetworkEdge[]
  /** Those that may not be shown: no contact at all is something else. */
  hidden: readonly View[]
  strongest: number
  /** The thinnest and the thickest line in words, and two that are neither; null where there is no such line. */
  key: { weak: string; strong: string; without: string | null; hidden: string | null }
}

/** @throws RangeError where the context has no such grid */
export function buildNetworkChart(source: ChartSource, gridId: string): NetworkChart {
  const { results } = source
  const { language } = source.about
  const { charts, report } = phrasesIn(language)
  const words = charts.network
  const { grid, sheet, rows, columns, strongest, subtitle, beneath, empty } = contactCells(source, gridId, words.alt)
  const between = rows.flatMap((row) =>
    row.panels.flatMap((view, at) => {
      const about = columns[at]?.code ?? ''
      const isBetween = row.code !== about && columns.some(({ code }) => code === row.code)
      return isBetween && view.applies ? [{ rater: row.code, about, ...view }] : []
    }),
  )
  const edges = between.flatMap(({ rater, about, from, to, sentence }): NetworkEdge[] =>
    from !== null && to !== null ? [{ rater, about, from, to, sentence }] : [],
  )
  const hidden = between.flatMap(({ rater, about, from, to, sentence }): View[] =>
    from === null || to === null ? [{ rater, about, sentence }] : [],
  )
  const title = titleOf(grid, language)
  const text = (value: number) => formatNumber(value, 0, language)
  return {
    kind: 'network',
    id: `network-${gridId}`,
    language,
    title,
    subtitle,
    notes: [
      ...beneath,
      ...(edges.length > 0 ? [words.note] : []),
      ...(edges.length > 0 && hidden.length > 0 ? [words.noteHidden(formatCount(results.threshold, language))] : []),
      ...(edges.length > 0 ? [words.noteTable] : []),
      report.noteNoCause,
    ],
    altText: [words.alt, `${title}.`, ...[...edges, ...hidden].map(({ sentence }) => sentence)].join(' '),
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    nodes: layOut(columns, edges, strongest),
    edges,
    hidden,
    strongest,
    key: {
      weak: words.step(text(1)),
      strong: words.step(text(strongest)),
      without: edges.some(({ from, to }) => isWithout(from) || isWithout(to)) ? words.without : null,
      hidden: hidden.length > 0 ? words.hidden : null,
    },
    readings: [...edges, ...hidden].map(({ sentence }) => sentence),
    empty: edges.length === 0 ? (empty ?? words.none) : empty,
    sheet,
    table: sheetTable(sheet),
  }
}

/** The mean over the lines drawn; it has no interval. */
function titleOf(grid: ContactGrid, language: Language): string {
  const { contacts, network } = phrasesIn(language).charts
  const mean = ({ density }: NetworkMeasures) => density !== null && formatNumber(density * grid.strongest, 1, language)
  const [from, to] = [mean(grid.from), mean(grid.to)]
  return from && to ? network.title(from, to, formatCount(grid.strongest, language)) : contacts.titleNone
}

/** Nothing that the printed figure tells from zero. */
const isWithout = (step: number): boolean => step < 0.05

/** The same for the same cells: d3-force starts from fixed places and draws from numbers of its own. */
function layOut(
  columns: readonly { code: string; name: string }[],
  edges: readonly NetworkEdge[],
  strongest: number,
): NetworkNode[] {
  const nodes: (SimulationNodeDatum & { code: string; name: string })[] = columns.map((column) => ({ ...column }))
  const links = edges.map(({ rater, about, from, to }) => ({
    source: rater,
    target: about,
    closeness: (from + to) / 2 / strongest,
  }))
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<(typeof nodes)[number], (typeof links)[number]>(links)
        .id(({ code }) => code)
        .distance(({ closeness }) => 120 - 70 * closeness)
        .strength(0.4),
    )
    .force('apart', forceManyBody().strength(-260))
    .force('size', forceCollide(34))
    .force('centre', forceCenter(0, 0))
    .stop()
    .tick(300)
  const [xs, ys] = [nodes.map(({ x = 0 }) => x), nodes.map(({ y = 0 }) => y)]
  const within = (value: number, all: readonly number[]) => {
    const [least, most] = [Math.min(...all), Math.max(...all)]
    return most - least < 1e-6 ? 0.5 : (value - least) / (most - least)
  }
  return nodes.map(({ code, name, x = 0, y = 0 }) => ({ code, name, x: within(x, xs), y: within(y, ys) }))
}

const radius = 21

export function drawNetwork(chart: NetworkChart, size: Sizes, top: number): Part {
  const isWide = size.layout === 'wide'
  const [left, right] = [size.margin, size.width - size.margin]
  const gap = 24
  const width = isWide ? (right - left - gap) / 2 : right - left
  const height = isWide ? 280 : 250
  const sample = (name: string, stroke: Stroke) => ({
    name,
    mark: (x: number, y: number) => line([x - 8, y], [x + 8, y], stroke),
  })
  const { weak, strong, without, hidden } = chart.key
  const key = flowKey(
    [
      sample(weak, strokeOf(1, chart)),
      sample(strong, strokeOf(chart.strongest, chart)),
      ...(without === null ? [] : [sample(without, strokeOf(0, chart))]),
      ...(hidden === null ? [] : [sample(hidden, hiddenStroke)]),
    ],
    left + 4,
    right,
    top,
  )
  const first = panel(chart, 'from', left, key.bottom + 4, width, height)
  const second = isWide
    ? panel(chart, 'to', left + width + gap, key.bottom + 4, width, height)
    : panel(chart, 'to', left, key.bottom + height + 14, width, height)
  let y = key.bottom + 4 + (isWide ? height : 2 * height + 10) + 16
  const names = chart.nodes.flatMap(({ code, name }) =>
    wrapText(`${code} = ${name}`, 12, right - left).map((text) => {
      y += 17
      return label(text, left, y, { size: 12, fill: colours.ink })
    }),
  )
  return { marks: [...key.marks, ...first, ...second, ...names], bottom: y + 12 }
}

function panel(
  chart: NetworkChart,
  wave: 'from' | 'to',
  left: number,
  top: number,
  width: number,
  height: number,
): string[] {
  const edge = radius + 12
  const places = new Map(
    chart.nodes.map(({ code, x, y }) => [
      code,
      [left + edge + x * (width - 2 * edge), top + 30 + edge + y * (height - 30 - 2 * edge)] as const,
    ]),
  )
  const drawn = ({ rater, about, sentence }: View, at: number, stroke: Stroke) => {
    const [start, end] = [places.get(rater), places.get(about)]
    return start && end ? reading(at, sentence, ...arrow(start, end, stroke)) : ''
  }
  return [
    label(chart.waves[wave], left, top + 14, { fill: colours.ink, bold: true }),
    ...chart.hidden.map((one, at) => drawn(one, chart.edges.length + at, hiddenStroke)),
    ...chart.edges.map((one, at) => drawn(one, at, strokeOf(one[wave], chart))),
    ...chart.nodes.flatMap(({ code }) => {
      const [x, y] = places.get(code) ?? [left, top]
      return [
        element('circle', { cx: x, cy: y, r: radius, fill: '#ffffff', stroke: colours.ink, 'stroke-width': 1.5 }),
        label(code, x, y + 4.5, { anchor: 'middle', fill: colours.ink, size: 12, bold: true }),
      ]
    }),
  ]
}

/** Nothing at all is a dotted line. */
const strokeOf = (step: number, { strongest }: Pick<NetworkChart, 'strongest'>): Stroke => ({
  stroke: colours.after,
  ...(isWithout(step) ? { width: 1.5, dash: '1.5 4' } : { width: 0.5 + (step / strongest) * 7.5 }),
})
/** In colour, dashes and weight unlike any contact. */
const hiddenStroke = { stroke: colours.muted, width: 1.25, dash: '6 4' }

/** Bent to its own right, so that A→B and B→A lie beside each other. */
function arrow([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], stroke: Stroke): string[] {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
  const bend = 7
  const at = (along: number, aside: number): [number, number] => [
    x1 + ux * along - uy * aside,
    y1 + uy * along + ux * aside,
  ]
  const [start, end] = [at(radius, bend), at(length - radius - 8, bend)]
  const [tip, one, other] = [
    at(length - radius - 1, bend),
    at(length - radius - 9, bend - 5),
    at(length - radius - 9, bend + 5),
  ]
  const point = ([x, y]: readonly [number, number]) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
  return [
    line(start, end, stroke),
    element('path', { d: `M${[tip, one, other].map(point).join('L')}Z`, fill: stroke.stroke ?? colours.after }),
  ]
}
