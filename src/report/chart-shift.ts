// The then-test beside the change: how far people moved from what they said then, and from how they see it now, and the
// difference, which is how far the yardstick itself may have moved. It explains the change and never replaces it. Each
// stands on a row of its own: where one or two of them are withheld, as they mostly are, the others are seen all the same.
import { scaleLinear } from 'd3-scale'
import { symbol, symbolTriangle } from 'd3-shape'
import { formatChange, formatCount } from '#i18n/format.ts'
import { formatInterval } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ItemChange, ItemEstimate, ResponseShift, StepChange } from '#indicators/context/model.ts'
import { type Published, shown, toldReason } from '#indicators/published.ts'
import { findItem } from '#survey/lookup.ts'
import { colours, type Part, type Sizes, whisker } from './chart-draw.ts'
import { afterMark, diamondMark } from './chart-marks.ts'
import type { Axis, PictureBase } from './chart-model.ts'
import { drawRows, type PlotRow, type Strip } from './chart-plot.ts'
import { allStatusText } from './chart-rows.ts'
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

/**
 * prospective: now − as said then. everybody: the same among all who answered both times, whether or not they looked back.
 * adjusted: now − how it was, as seen now. recalibration: how it was, as seen now − as said then.
 */
type Comparison = 'prospective' | 'everybody' | 'adjusted' | 'recalibration'

interface Step {
  value: number
  interval: readonly [number, number] | null
}

export interface ShiftRow {
  item: string
  question: string
  comparison: Comparison
  /** The comparison in words. */
  name: string
  published: Published<StepChange>
  step: Step | null
  people: string
  peopleLong: string
  value: string
  sentence: string
}

export interface ShiftChart extends PictureBase<'shift'> {
  axis: Axis
  headings: { name: string; people: string; value: string }
  rows: readonly ShiftRow[]
}

export function buildShiftChart({ results, context, questionnaires, about }: ChartSource): ShiftChart {
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.shift
  const rows = context.responseShift.flatMap((shift) => {
    const question = findItem(questionnaires.from, shift.looksBackOn)?.text[language] ?? shift.looksBackOn
    const change = context.items.find(({ item }) => item === shift.looksBackOn)?.change
    return comparisonsOf(shift, change).map((one) => shiftRow(shift.looksBackOn, question, one, language))
  })
  const drawn = (comparison: Comparison) => rows.some((row) => row.comparison === comparison && row.step)
  const first = context.responseShift.find(({ recalibration }) => recalibration.shown)?.recalibration
  const title = first?.shown ? words.title[findingOf(first.value)] : words.titleNone
  const possible = context.responseShift.some(
    ({ recalibration }) => recalibration.shown && recalibration.value.possibleShift,
  )
  const sheet = shiftSheet(words.alt, rows, language)
  return {
    kind: 'shift',
    id: 'shift',
    language,
    title,
    subtitle: subtitle(results, null, first?.shown ? first.value.n : null, about),
    notes: [
      words.note,
      ...(drawn('prospective') && drawn('adjusted') ? [words.noteDifference] : []),
      ...(drawn('everybody') ? [words.noteEverybody] : []),
      ...(possible ? [words.notePossible] : []),
      ...(rows.some(({ step }) => !step) ? [words.noteHidden(formatCount(results.threshold, language))] : []),
      report.noteNoCause,
    ],
    altText: [words.alt, `${title}.`, ...rows.map(({ sentence }) => sentence)].join(' '),
    axis: stepAxis(
      rows.flatMap(({ step }) => (step ? [step.value, ...(step.interval ?? [])] : [])),
      words.axis,
      language,
    ),
    headings: { name: words.comparison, people: report.people, value: words.value },
    rows,
    readings: rows.map(({ sentence }) => sentence),
    empty: first ? null : charts.empty(formatCount(results.threshold, language)),
    sheet,
    table: sheetTable(sheet),
  }
}

/** Withheld among those who looked back, the change from then to now is mostly published of everybody. */
function comparisonsOf(
  { prospective, adjusted, recalibration }: ResponseShift,
  change: ItemChange['change'] | undefined,
): { comparison: Comparison; published: Published<StepChange> }[] {
  return [
    change?.shown && !prospective.shown
      ? { comparison: 'everybody', published: shown(stepOf(change.value)) }
      : { comparison: 'prospective', published: prospective },
    { comparison: 'adjusted', published: adjusted },
    { comparison: 'recalibration', published: recalibration },
  ]
}

const stepOf = ({ n, meanChange: mean, interval }: ItemEstimate): StepChange => ({ n, mean, interval })

function shiftRow(
  item: string,
  question: string,
  { comparison, published }: { comparison: Comparison; published: Published<StepChange> },
  language: Language,
): ShiftRow {
  const { charts, report } = phrasesIn(language)
  const row = { item, question, comparison, name: charts.shift.comparisons[comparison], published }
  if (!published.shown) {
    const value = allStatusText(published.reason, report)
    const sentence = report.altRowHidden(`${question} ${row.name}`, value)
    return { ...row, step: null, people: '–', peopleLong: '', value, sentence }
  }
  const { n, mean, interval } = published.value
  const ends = interval && intervalAsPrinted(interval, 2)
  const within = ends ? formatInterval(ends, 2, language) : report.noInterval
  const value = report.valueText(formatChange(mean, 2, language), within)
  const people = formatCount(n, language)
  return {
    ...row,
    step: { value: asPrinted(mean, 2), interval: ends },
    people,
    peopleLong: report.peopleText(people),
    value,
    sentence: charts.shift.sentence(question, row.name, value, report.peopleText(people)),
  }
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

function shiftSheet(caption: string, rows: readonly ShiftRow[], language: Language): Sheet {
  const { charts, report } = phrasesIn(language)
  const words = charts.shift
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
    rows: rows.map(({ item, comparison, name, published }): Cell[] => {
      const start = [inWords(item), inWords(comparison), inWords(name)]
      if (!published.shown) {
        const status = inWords(allStatusText(published.reason, report), toldReason(published.reason))
        return [...start, status, none(), none(), none(), none()]
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
    notes: [],
  }
}

export function drawShift({ headings, axis, rows }: ShiftChart, size: Sizes, top: number): Part {
  const plotRows = rows.map((row, at): PlotRow => {
    const isFirst = rows[at - 1]?.item !== row.item
    return {
      ...row,
      // What the title speaks about.
      emphasised: row.comparison === 'recalibration',
      shown: row.step !== null,
      startsSection: at > 0 && isFirst,
      ...(isFirst ? { above: row.question } : {}),
      marks: (strip, y) => (row.step ? marksOf(row.comparison, row.step, strip, y) : []),
    }
  })
  return drawRows({ headings, axis, rows: plotRows, reach: 14 }, size, top)
}

function marksOf(comparison: Comparison, { value, interval }: Step, { place }: Strip, y: number): string[] {
  const { draw, stroke } = looks[comparison]
  return [
    ...(interval ? whisker(place(interval[0]), place(interval[1]), y, 4, { stroke, width: 2 }) : []),
    draw(place(value), y),
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

const looks: Record<Comparison, { draw: (x: number, y: number) => string; stroke: string }> = {
  prospective: { draw: afterMark, stroke: colours.after },
  everybody: { draw: afterMark, stroke: colours.after },
  adjusted: { draw: adjustedMark, stroke: colours.muted },
  recalibration: { draw: diamondMark, stroke: colours.ink },
}
