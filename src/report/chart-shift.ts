// The then-test beside the change: how far people moved from what they said then, and from how they see it now. The gap
// between the two is how far the yardstick itself may have moved. It explains the change and never replaces it.
import { scaleLinear } from 'd3-scale'
import { symbol, symbolTriangle } from 'd3-shape'
import { formatChange, formatCount } from '#i18n/format.ts'
import { formatInterval } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ResponseShift, StepChange } from '#indicators/context/model.ts'
import { type Published, toldReason } from '#indicators/published.ts'
import { findItem } from '#survey/lookup.ts'
import { colours, flowKey, line, type Part, type Sizes, whisker } from './chart-draw.ts'
import { afterMark } from './chart-marks.ts'
import type { Axis, PictureBase } from './chart-model.ts'
import { drawRows, type PlotRow, type Strip } from './chart-plot.ts'
import { statusText } from './chart-rows.ts'
import {
  asPrinted,
  type Cell,
  change,
  count,
  intervalAsPrinted,
  words as inWords,
  limit,
  none,
  type Sheet,
  sheetTable,
} from './chart-sheet.ts'
import type { ChartSource } from './chart-source.ts'
import { subtitle } from './chart-text.ts'
import { element } from './svg.ts'

interface Step {
  value: number
  interval: readonly [number, number] | null
  text: string
}

export interface ShiftRow {
  item: string
  name: string
  people: string
  peopleLong: string
  /** Now − as said then; now − how it was, as seen now; how it was, as seen now − as said then. */
  prospective: Step | null
  adjusted: Step | null
  recalibration: Step | null
  value: string
  sentence: string
}

export interface ShiftChart extends PictureBase<'shift'> {
  axis: Axis
  headings: { name: string; people: string; value: string }
  marks: { prospective: string; adjusted: string }
  rows: readonly ShiftRow[]
}

export function buildShiftChart({ results, context, questionnaires, about }: ChartSource): ShiftChart {
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.shift
  const rows = context.responseShift.map((one) =>
    shiftRow(one, findItem(questionnaires.from, one.looksBackOn)?.text[language] ?? one.looksBackOn, language),
  )
  const first = context.responseShift.find(({ recalibration }) => recalibration.shown)?.recalibration
  const title = first?.shown ? words.title[findingOf(first.value)] : words.titleNone
  const possible = context.responseShift.some(
    ({ recalibration }) => recalibration.shown && recalibration.value.possibleShift,
  )
  const values = rows.flatMap((row) =>
    [row.prospective, row.adjusted].flatMap((step) => (step ? [step.value, ...(step.interval ?? [])] : [])),
  )
  const sheet = shiftSheet(words.alt, context.responseShift, rows, language)
  return {
    kind: 'shift',
    id: 'shift',
    language,
    title,
    subtitle: subtitle(results, null, first?.shown ? first.value.n : null, about),
    notes: [
      words.note,
      ...(possible ? [words.notePossible] : []),
      ...(rows.some((row) => !row.prospective) ? [words.noteHidden(formatCount(results.threshold, language))] : []),
      report.noteNoCause,
    ],
    altText: [words.alt, `${title}.`, ...rows.map(({ sentence }) => sentence)].join(' '),
    axis: stepAxis(values, words.axis, language),
    headings: { name: words.question, people: report.people, value: words.recalibration },
    marks: { prospective: words.prospective, adjusted: words.adjusted },
    rows,
    readings: rows.map(({ sentence }) => sentence),
    empty: rows.some((row) => row.recalibration) ? null : charts.empty(formatCount(results.threshold, language)),
    sheet,
    table: sheetTable(sheet),
  }
}

function shiftRow(
  { looksBackOn, recalibration, adjusted, prospective }: ResponseShift,
  name: string,
  language: Language,
): ShiftRow {
  const { charts, report } = phrasesIn(language)
  const [moved, seen, said] = [recalibration, adjusted, prospective].map((step) => stepOf(step, language))
  const people = recalibration.shown ? formatCount(recalibration.value.n, language) : '–'
  const value = moved?.text ?? statusText(recalibration.shown ? 'too_few' : recalibration.reason, report)
  return {
    item: looksBackOn,
    name,
    people,
    peopleLong: recalibration.shown ? report.peopleText(people) : '',
    prospective: said ?? null,
    adjusted: seen ?? null,
    recalibration: moved ?? null,
    value,
    sentence: moved
      ? charts.shift.sentence(name, said?.text ?? report.statusTooFew, seen?.text ?? report.statusTooFew, moved.text)
      : report.altRowHidden(name, value),
  }
}

/** Steps of the question's own scale, two decimals. */
function stepOf(step: Published<StepChange>, language: Language): Step | undefined {
  if (!step.shown) return undefined
  const { mean, interval } = step.value
  const words = phrasesIn(language).report
  const ends = interval && intervalAsPrinted(interval, 2)
  const within = ends ? formatInterval(ends, 2, language) : words.noInterval
  return { value: asPrinted(mean, 2), interval: ends, text: words.valueText(formatChange(mean, 2, language), within) }
}

function findingOf({ interval }: StepChange): 'higher' | 'lower' | 'alike' | 'none' {
  if (!interval) return 'none'
  return interval[0] > 0 ? 'higher' : interval[1] < 0 ? 'lower' : 'alike'
}

function stepAxis(values: readonly number[], name: string, language: Language): Axis {
  const scale = scaleLinear()
    .domain([Math.min(-1, ...values), Math.max(1, ...values)])
    .nice(5)
  const [min = -1, max = 1] = scale.domain()
  const ticks = scale.ticks(5)
  const decimals = ticks.every(Number.isInteger) ? 0 : 1
  return {
    min,
    max,
    label: name,
    ticks: ticks.map((value) => ({ value, label: formatChange(value, decimals, language) })),
  }
}

function shiftSheet(
  caption: string,
  shifts: readonly ResponseShift[],
  rows: readonly ShiftRow[],
  language: Language,
): Sheet {
  const { charts, report } = phrasesIn(language)
  const words = charts.shift
  const kinds = ['prospective', 'adjusted', 'recalibration'] as const
  return {
    caption,
    columns: [
      { name: 'item', label: words.question, type: 'text' },
      { name: 'comparison_code', label: words.comparison, type: 'code' },
      { name: 'comparison', label: words.comparison, type: 'text' },
      { name: 'status', label: report.status, type: 'word' },
      { name: 'n', label: report.people, type: 'number' },
      { name: 'steps', label: words.axis, type: 'number' },
      { name: 'steps_low', label: report.intervalLow, type: 'number' },
      { name: 'steps_high', label: report.intervalHigh, type: 'number' },
    ],
    rows: rows.flatMap((row, at) =>
      kinds.map((kind): Cell[] => {
        const published = shifts[at]?.[kind]
        const start = [inWords(row.item), inWords(kind), inWords(words[kind])]
        if (!published?.shown) {
          const reason = published ? published.reason : 'too_few'
          return [...start, inWords(statusText(reason, report), toldReason(reason)), none(), none(), none(), none()]
        }
        const { n, mean, interval } = published.value
        return [
          ...start,
          interval ? inWords(report.statusShown, 'ok') : inWords(report.noInterval, 'no_interval'),
          count(n, language),
          change(mean, language, 2),
          ...(interval ? interval.map((end) => limit(end, language, 2)) : [none(), none()]),
        ]
      }),
    ),
    notes: [],
  }
}

export function drawShift({ headings, axis, marks, rows }: ShiftChart, size: Sizes, top: number): Part {
  const plotRows = rows.map(
    (row): PlotRow => ({
      ...row,
      emphasised: false,
      shown: row.prospective !== null,
      startsSection: false,
      marks: (strip, y) => marksOf(row, strip, y),
    }),
  )
  const keyBlock = (left: number, right: number, y: number) =>
    flowKey(
      [
        { name: marks.prospective, mark: afterMark },
        { name: marks.adjusted, mark: adjustedMark },
      ],
      left,
      right,
      y,
    )
  return drawRows({ headings, axis, rows: plotRows, reach: 24, keyBlock }, size, top)
}

/** The two changes one under the other, their intervals through them, and the gap as a grey way between. */
function marksOf({ prospective, adjusted }: ShiftRow, { place }: Strip, y: number): string[] {
  const one = (step: Step | null, at: number, stroke: string, draw: (x: number, y: number) => string) =>
    step
      ? [
          ...(step.interval
            ? whisker(place(step.interval[0]), place(step.interval[1]), at, 4, { stroke, width: 2 })
            : []),
          draw(place(step.value), at),
        ]
      : []
  const gap =
    prospective && adjusted
      ? [line([place(prospective.value), y - 10], [place(adjusted.value), y + 10], { stroke: colours.link, width: 4 })]
      : []
  return [
    ...gap,
    ...one(prospective, y - 10, colours.after, afterMark),
    ...one(adjusted, y + 10, colours.muted, adjustedMark),
  ]
}

const adjustedMark = (x: number, y: number): string =>
  element('path', {
    d: symbol(symbolTriangle, 80)() ?? '',
    transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`,
    fill: '#ffffff',
    stroke: colours.ink,
    'stroke-width': 1.5,
  })
