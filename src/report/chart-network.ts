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
import { phrasesIn } from '#i18n/phrases.ts'
import { contactCells } from './chart-contact-cells.ts'
import { colours, flowKey, label, line, type Part, reading, type Sizes } from './chart-draw.ts'
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
export interface NetworkEdge {
  rater: string
  about: string
  from: number
  to: number
  sentence: string
}

export interface NetworkChart extends PictureBase<'network'> {
  waves: { from: string; to: string }
  nodes: readonly NetworkNode[]
  edges: readonly NetworkEdge[]
  strongest: number
  /** The thinnest and the thickest line in words. */
  key: { weak: string; strong: string }
}

/** @throws RangeError where the context has no such grid */
export function buildNetworkChart(source: ChartSource, gridId: string): NetworkChart {
  const { results, about } = source
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.network
  const { sheet, rows, columns, strongest, title, subtitle, beneath, empty } = contactCells(source, gridId, words.alt)
  const edges = rows.flatMap((row) =>
    row.panels.flatMap(({ from, to, sentence }, at): NetworkEdge[] => {
      const other = columns[at]?.code ?? ''
      const isBetween = row.code !== other && columns.some(({ code }) => code === row.code)
      return isBetween && from !== null && to !== null ? [{ rater: row.code, about: other, from, to, sentence }] : []
    }),
  )
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
      words.noteHidden(formatCount(results.threshold, language)),
      ...(edges.length > 0 ? [words.noteTable] : []),
      report.noteNoCause,
    ],
    altText: [words.alt, `${title}.`, ...edges.map(({ sentence }) => sentence)].join(' '),
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    nodes: layOut(columns, edges, strongest),
    edges,
    strongest,
    key: { weak: words.weak(text(1)), strong: words.strong(text(strongest)) },
    readings: edges.map(({ sentence }) => sentence),
    empty: edges.length === 0 ? (empty ?? words.none) : empty,
    sheet,
    table: sheetTable(sheet),
  }
}

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
  const key = flowKey(
    [
      {
        name: chart.key.weak,
        mark: (x, y) => line([x - 8, y], [x + 8, y], { stroke: colours.after, width: widthOf(1, chart) }),
      },
      {
        name: chart.key.strong,
        mark: (x, y) => line([x - 8, y], [x + 8, y], { stroke: colours.after, width: widthOf(chart.strongest, chart) }),
      },
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
  return [
    label(chart.waves[wave], left, top + 14, { fill: colours.ink, bold: true }),
    ...chart.edges.map((one, at) => {
      const [start, end] = [places.get(one.rater), places.get(one.about)]
      return start && end ? reading(at, one.sentence, ...arrow(start, end, one[wave], chart)) : ''
    }),
    ...chart.nodes.flatMap(({ code }) => {
      const [x, y] = places.get(code) ?? [left, top]
      return [
        element('circle', { cx: x, cy: y, r: radius, fill: '#ffffff', stroke: colours.ink, 'stroke-width': 1.5 }),
        label(code, x, y + 4.5, { anchor: 'middle', fill: colours.ink, size: 12, bold: true }),
      ]
    }),
  ]
}

const widthOf = (step: number, { strongest }: Pick<NetworkChart, 'strongest'>): number => 0.5 + (step / strongest) * 7.5

/** Bent to its own right, so that A→B and B→A lie beside each other; nothing at all is a dotted line. */
function arrow(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  step: number,
  chart: NetworkChart,
): string[] {
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
  const colour = { stroke: colours.after, width: widthOf(step, chart), ...(step < 0.05 ? { dash: '1 4' } : {}) }
  const point = ([x, y]: readonly [number, number]) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
  return [
    line(start, end, colour),
    element('path', { d: `M${[tip, one, other].map(point).join('L')}Z`, fill: colours.after }),
  ]
}
