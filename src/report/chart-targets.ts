// How everybody who answered stood on each measure, and the level the project set out to reach. An opinion measured
// against a target: what is a countable fact is not told here.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { levelInterval } from '#indicators/level-interval.ts'
import type { IndicatorResult, Interval } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { colours, flowKey, line, type Part, type Sizes, whisker } from './chart-draw.ts'
import { afterMark, beforeMark } from './chart-marks.ts'
import type { Axis, PictureBase } from './chart-model.ts'
import { drawRows, type PlotRow, type Strip } from './chart-plot.ts'
import { intervalText, statusText } from './chart-rows.ts'
import {
  asPrinted,
  count,
  intervalAsPrinted,
  words as inWords,
  level,
  limit,
  none,
  type Sheet,
  sheetTable,
} from './chart-sheet.ts'
import { byRole, type ChartSource } from './chart-source.ts'
import { lowerIsBetterNotes, subtitle, waveName } from './chart-text.ts'
import { levelAxis } from './dumbbell-chart.ts'
import { element } from './svg.ts'

interface Stand {
  n: number
  mean: number
}

export interface TargetRow {
  indicator: string
  name: string
  isPrimary: boolean
  from: Stand | null
  to: (Stand & { interval: Interval | null }) | null
  /** 0–100; null where none was set. */
  target: number | null
  people: string
  peopleLong: string
  value: string
  sentence: string
}

export interface TargetsChart extends PictureBase<'targets'> {
  axis: Axis
  headings: { name: string; people: string; value: string }
  waves: { from: string; to: string; target: string }
  rows: readonly TargetRow[]
}

export function buildTargetsChart({ results, about }: ChartSource): TargetsChart {
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.targets
  const chosen = byRole(results).map(({ result }) => result)
  const rows = chosen.map((result) => targetRow(result, language))
  const spoken = rows.find(({ to, target }) => to && target !== null)
  const hasTargets = rows.some(({ target }) => target !== null)
  const title = spoken ? titleOf(spoken, language) : hasTargets ? words.titleHidden : words.titleNone
  const waves = {
    from: waveName(results.from.kind, language),
    to: waveName(results.to.kind, language),
    target: words.target,
  }
  const threshold = formatCount(results.threshold, language)
  const sheet: Sheet = {
    caption: words.alt,
    columns: [
      { name: 'indicator', label: report.indicatorCode, type: 'code' },
      { name: 'title', label: report.indicator, type: 'text' },
      { name: 'status', label: report.status, type: 'word' },
      { name: 'from_n', label: `n ${waves.from}`, type: 'number' },
      { name: 'from_mean', label: waves.from, type: 'number' },
      { name: 'to_n', label: `n ${waves.to}`, type: 'number' },
      { name: 'to_mean', label: waves.to, type: 'number' },
      { name: 'to_low', label: report.intervalLow, type: 'number' },
      { name: 'to_high', label: report.intervalHigh, type: 'number' },
      { name: 'target', label: words.target, type: 'number' },
    ],
    rows: rows.map(({ indicator, name, from, to, target, value }, at) => {
      const core = chosen[at]?.levels.to.core
      return [
        inWords(indicator),
        inWords(name),
        core && !core.shown ? inWords(value, toldReason(core.reason)) : inWords(report.statusShown, 'ok'),
        from ? count(from.n, language) : none(),
        from ? level(from.mean, language) : none(),
        to ? count(to.n, language) : none(),
        to ? level(to.mean, language) : none(),
        ...(to?.interval ? to.interval.map((end) => limit(end, language)) : [none(), none()]),
        target === null ? none() : level(target, language, 0),
      ]
    }),
    notes: [],
  }
  return {
    kind: 'targets',
    id: 'targets',
    language,
    title,
    subtitle: subtitle(results, results.core, null, about),
    notes: [
      words.note,
      ...(hasTargets ? [words.noteTarget] : [words.noteNone]),
      ...(rows.some(({ to }) => !to) ? [words.noteHidden(threshold)] : []),
      ...lowerIsBetterNotes(chosen, language),
    ],
    altText: [words.alt, `${title}.`, ...rows.map(({ sentence }) => sentence)].join(' '),
    axis: levelAxis(language),
    headings: { name: report.indicator, people: report.people, value: words.value },
    waves,
    rows,
    readings: rows.map(({ sentence }) => sentence),
    empty: rows.some(({ to }) => to) ? null : charts.empty(threshold),
    sheet,
    table: sheetTable(sheet),
  }
}

function targetRow({ indicator, levels }: IndicatorResult, language: Language): TargetRow {
  const { charts, report } = phrasesIn(language)
  const words = charts.targets
  const name = indicator.title[language]
  const target = indicator.target ?? null
  const row = { indicator: indicator.id, name, isPrimary: indicator.role === 'primary', target }
  const [before, after] = [levels.from.core, levels.to.core]
  if (!after.shown) {
    const value = statusText(after.reason, report)
    return {
      ...row,
      from: null,
      to: null,
      people: '–',
      peopleLong: '',
      value,
      sentence: report.altRowHidden(name, value),
    }
  }
  const from = before.shown ? { n: before.value.n, mean: asPrinted(before.value.mean) } : null
  const interval = levelInterval(after.value)
  const to = {
    n: after.value.n,
    mean: asPrinted(after.value.mean),
    interval: interval && intervalAsPrinted(interval),
  }
  const value = report.valueText(formatNumber(to.mean, 1, language), intervalText(to.interval, language))
  const people = `${from ? formatCount(from.n, language) : '–'} · ${formatCount(to.n, language)}`
  const aim = target === null ? words.noTarget : words.aim(formatCount(target, language))
  const start = from ? formatNumber(from.mean, 1, language) : report.statusTooFew
  return {
    ...row,
    from,
    to,
    people,
    peopleLong: report.peopleText(people),
    value,
    sentence: words.sentence(name, start, value, aim),
  }
}

function titleOf({ name, to, target }: TargetRow, language: Language): string {
  const words = phrasesIn(language).charts.targets
  if (!to || target === null) return words.titleNone
  const aim = formatCount(target, language)
  const distance = formatNumber(Math.abs(to.mean - target), 1, language)
  if (!to.interval) return words.titleNoInterval(name, formatNumber(to.mean, 1, language), aim)
  if (to.interval[1] < target) return words.titleBelow(name, distance, aim)
  return to.interval[0] > target ? words.titleAbove(name, distance, aim) : words.titleAlike(name, aim)
}

export function drawTargets({ headings, axis, waves, rows }: TargetsChart, size: Sizes, top: number): Part {
  const plotRows = rows.map((row, at): PlotRow => {
    const previous = rows[at - 1]
    return {
      ...row,
      emphasised: row.isPrimary,
      shown: row.to !== null,
      startsSection: previous !== undefined && previous.isPrimary !== row.isPrimary,
      marks: (strip, y) => marksOf(row, strip, y),
    }
  })
  const keyBlock = (left: number, right: number, y: number) =>
    flowKey(
      [
        { name: waves.from, mark: beforeMark },
        { name: waves.to, mark: afterMark },
        { name: waves.target, mark: targetMark },
      ],
      left,
      right,
      y,
    )
  return drawRows({ headings, axis, rows: plotRows, reach: 17, keyBlock }, size, top)
}

function marksOf({ from, to, target }: TargetRow, { place }: Strip, y: number): string[] {
  return [
    ...(from && to ? [line([place(from.mean), y], [place(to.mean), y], { stroke: colours.link, width: 4 })] : []),
    ...(from ? [beforeMark(place(from.mean), y)] : []),
    ...(to?.interval
      ? whisker(place(to.interval[0]), place(to.interval[1]), y, 4, { stroke: colours.ink, width: 1.5 })
      : []),
    ...(to ? [afterMark(place(to.mean), y)] : []),
    ...(target === null ? [] : [targetMark(place(target), y)]),
  ]
}

/** A post across the row, with a flag. */
const targetMark = (x: number, y: number): string =>
  element('path', {
    d: `M${r(x)} ${r(y + 14)}V${r(y - 14)}l8 3.5l-8 3.5`,
    fill: colours.ink,
    stroke: colours.ink,
    'stroke-width': 2,
    'stroke-linejoin': 'round',
  })
const r = (value: number): number => Math.round(value * 100) / 100
