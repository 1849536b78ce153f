// The forest plot: each municipality's own change, faint, and solid what is to be believed of it when all are taken
// together; below them the average municipality and where a new one would be expected. By län and code, never by value.
import { formatChange, formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { MunicipalityModel } from '#indicators/figures.ts'
import { whyNoModel } from '#indicators/headline.ts'
import type { Interval, MunicipalityResult, ProjectResults } from '#indicators/model.ts'
import { axisAround, spokenRows } from './change-chart.ts'
import { colours, flowKey, type Part, type Sizes, type Stroke, whisker } from './chart-draw.ts'
import { beneathHeadline, headlineTitle } from './chart-headline.ts'
import { dotMark } from './chart-marks.ts'
import type { Axis, PictureBase } from './chart-model.ts'
import { drawRows, type PlotRow, type Strip } from './chart-plot.ts'
import { intervalText, statusText } from './chart-rows.ts'
import { sidesKey } from './chart-rows-plot.ts'
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
import { byCode, type ChartSource, countyOf, getIndicator } from './chart-source.ts'
import { lowerIsBetterNotes, measureSubtitle } from './chart-text.ts'
import { element } from './svg.ts'

interface Estimate {
  value: number
  /** null where every pair changed equally much. */
  interval: Interval | null
}

export interface ForestRow {
  /** Municipality code; null for those taken together, the average and the spread. */
  code: string | null
  kind: 'municipality' | 'together' | 'average' | 'spread'
  name: string
  people: string
  peopleLong: string
  /** Its own mean change. */
  raw: Estimate | null
  /** Drawn towards the average as far as its size calls for; of the average and the spread, the figure itself. */
  shrunken: Estimate | null
  value: string
  sentence: string
}

export interface ForestChart extends PictureBase<'forest'> {
  axis: Axis
  headings: { name: string; people: string; value: string }
  sides: { down: string; up: string }
  /** What the two marks of a row mean; the second is null where municipalities are not taken together. */
  key: { raw: string; shrunken: string | null }
  rows: readonly ForestRow[]
}

/** @throws RangeError where the results have no such indicator */
export function buildForestChart(
  { results, about }: Pick<ChartSource, 'results' | 'about'>,
  indicatorId: string,
): ForestChart {
  const found = getIndicator(results, indicatorId)
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.forest
  const name = found.indicator.title[language]
  const model = found.model.shown ? found.model.value : null
  const municipalities = byCode(found.byMunicipality).map((one) => municipalityRow(one, results, language))
  const summary = (
    kind: 'together' | 'average' | 'spread',
    name: string,
    value: number,
    interval: Interval,
  ): ForestRow => ({
    code: null,
    kind,
    name,
    people: '',
    peopleLong: '',
    raw: null,
    shrunken: rounded({ value, interval }),
    value: kind === 'spread' ? intervalText(interval, language) : withInterval({ value, interval }, language),
    sentence: words.sentence[kind](formatChange(value, 1, language), intervalText(interval, language)),
  })
  const rows: ForestRow[] = [...municipalities, ...(model ? summaryRows(model) : [])]
  const isEmpty = rows.every(({ raw, shrunken }) => !raw && !shrunken)
  const hidden = municipalities.filter(({ raw }) => raw === null)
  const title = headlineTitle(found, language)
  const caption = model ? words.alt(name) : words.altAlone(name)
  const sheet = forestSheet(caption, rows, results, language)
  return {
    kind: 'forest',
    id: `forest-${indicatorId}`,
    language,
    title,
    subtitle: measureSubtitle(results, found, about),
    notes: [
      ...beneathHeadline(found, language),
      ...(model ? [words.noteMarks, words.noteAverage] : isEmpty ? [] : [words.noteNoModel[whyNoModel(found)]]),
      ...(isEmpty ? [] : [words.noteOrder]),
      ...(hidden.length > 0 ? [hiddenNote()] : []),
      ...lowerIsBetterNotes([found], language),
      report.noteNoCause,
    ],
    altText: [
      caption,
      `${title}.`,
      ...rows.filter(({ kind }) => kind !== 'municipality').map(({ sentence }) => sentence),
      ...(municipalities.length > spokenRows ? [report.altRest] : municipalities.map(({ sentence }) => sentence)),
    ].join(' '),
    axis: axisAround(rows.flatMap(reachOf), language),
    headings: {
      name: report.municipality,
      people: report.people,
      value: model ? words.value : report.changeWithInterval,
    },
    sides: { down: report.axisDown, up: report.axisUp },
    key: { raw: words.raw, shrunken: model ? words.drawn : null },
    rows,
    readings: rows.map(({ sentence }) => sentence),
    empty: isEmpty ? charts.empty(formatCount(results.threshold, language)) : null,
    sheet,
    table: sheetTable(sheet),
  }

  function hiddenNote(): string {
    const note = words.noteHidden(formatCount(results.threshold, language))
    return model?.takenTogether ? `${note} ${words.noteTogether}` : note
  }

  function summaryRows({
    takenTogether,
    averageMunicipality,
    predictionInterval,
    units,
  }: MunicipalityModel): ForestRow[] {
    const { mean, interval } = averageMunicipality
    return [
      ...(takenTogether ? [summary('together', words.together, takenTogether.estimate, takenTogether.interval)] : []),
      summary('average', words.average(formatCount(units, language)), mean, interval),
      summary('spread', words.spread, mean, predictionInterval),
    ]
  }
}

function municipalityRow(
  { code, name, change: { paired }, shrunken }: MunicipalityResult,
  { threshold }: ProjectResults,
  language: Language,
): ForestRow {
  const { charts, report } = phrasesIn(language)
  const words = charts.forest
  const row = { code, kind: 'municipality', name } as const
  if (!paired.shown) {
    const value = statusText(paired.reason, report)
    const isFew = value === report.statusTooFew
    const people = isFew ? words.fewerThan(formatCount(threshold, language)) : '–'
    return {
      ...row,
      people,
      peopleLong: isFew ? report.peopleText(people) : '',
      raw: null,
      shrunken: null,
      value,
      sentence: report.altRowHidden(name, value),
    }
  }
  const raw = rounded({ value: paired.value.meanChange, interval: paired.value.interval })
  const drawn = shrunken.shown ? rounded({ value: shrunken.value.estimate, interval: shrunken.value.interval }) : null
  const people = formatCount(paired.value.n, language)
  return {
    ...row,
    people,
    peopleLong: report.peopleText(people),
    raw,
    shrunken: drawn,
    value: withInterval(drawn ?? raw, language),
    sentence: drawn
      ? words.sentence.municipality(name, people, withInterval(raw, language), withInterval(drawn, language))
      : words.sentence.alone(name, people, withInterval(raw, language)),
  }
}

const rounded = ({ value, interval }: Estimate): Estimate => ({
  value: asPrinted(value),
  interval: interval && intervalAsPrinted(interval),
})

const withInterval = ({ value, interval }: Estimate, language: Language): string =>
  phrasesIn(language).report.valueText(formatChange(value, 1, language), intervalText(interval, language))

const reachOf = ({ raw, shrunken }: ForestRow): number[] =>
  [raw, shrunken].flatMap((one) => (one ? [one.value, ...(one.interval ?? [])] : []))

function forestSheet(
  caption: string,
  rows: readonly ForestRow[],
  { threshold }: ProjectResults,
  language: Language,
): Sheet {
  const { charts, report } = phrasesIn(language)
  const words = charts.forest
  const three = (one: Estimate | null): Cell[] =>
    one
      ? [change(one.value, language), ...(one.interval?.map((end) => limit(end, language)) ?? [none(), none()])]
      : [none(), none(), none()]
  return {
    caption,
    columns: [
      { name: 'municipality_code', label: report.municipalityCode, type: 'code' },
      { name: 'municipality', label: report.municipality, type: 'text' },
      { name: 'row', label: words.row, type: 'code' },
      { name: 'status', label: report.status, type: 'word' },
      { name: 'n', label: report.people, type: 'number' },
      { name: 'raw', label: words.raw, type: 'number' },
      { name: 'raw_low', label: report.intervalLow, type: 'number' },
      { name: 'raw_high', label: report.intervalHigh, type: 'number' },
      { name: 'estimate', label: words.value, type: 'number' },
      { name: 'estimate_low', label: report.intervalLow, type: 'number' },
      { name: 'estimate_high', label: report.intervalHigh, type: 'number' },
    ],
    rows: rows.map((row) => {
      const isShown = row.raw !== null || row.shrunken !== null
      const people = Number(row.people)
      return [
        { text: row.code ?? '', value: row.code },
        inWords(row.name),
        inWords(row.kind),
        isShown ? inWords(report.statusShown, 'ok') : inWords(row.value, 'too_few'),
        row.kind === 'municipality' && row.raw && Number.isFinite(people)
          ? count(people, language)
          : none(isShown ? '–' : words.fewerThan(formatCount(threshold, language))),
        ...three(row.raw),
        ...(row.kind === 'spread' ? [none(), ...three(row.shrunken).slice(1)] : three(row.shrunken)),
      ]
    }),
    notes: [],
  }
}

export function drawForest({ headings, axis, sides, key, rows }: ForestChart, size: Sizes, top: number): Part {
  const plotRows = rows.map((row, at): PlotRow => {
    const previous = rows[at - 1]
    return {
      ...row,
      emphasised: row.kind === 'average',
      shown: row.raw !== null || row.shrunken !== null,
      startsSection: previous !== undefined && sectionOf(previous) !== sectionOf(row),
      marks: (strip, y) => marksOf(row, strip, y),
    }
  })
  const keyBlock = (left: number, right: number, y: number) =>
    flowKey(
      [{ name: key.raw, mark: faintDot }, ...(key.shrunken === null ? [] : [{ name: key.shrunken, mark: dotMark }])],
      left,
      right,
      y,
    )
  return drawRows({ headings, axis, reach: 14, rows: plotRows, key: sidesKey(sides), keyBlock }, size, top)
}

/** A thin line between one län and the next, and above the summary. */
const sectionOf = ({ code }: ForestRow): string => (code === null ? 'summary' : countyOf(code))

function marksOf({ kind, raw, shrunken }: ForestRow, { place }: Strip, y: number): string[] {
  const through = ({ interval }: Estimate, at: number, reach: number, stroke: Stroke) =>
    interval ? clippedWhisker(interval, place, at, reach, stroke) : []
  if (kind === 'spread')
    return shrunken ? through(shrunken, y, 5, { stroke: colours.ink, width: 1.5, dash: '5 3' }) : []
  if (kind === 'average') return shrunken ? [pooledDiamond(shrunken, place, y)] : []
  const faint = { stroke: colours.faint, width: 1.5 }
  // Alone in its row, a change stands on the line; beside its shrunken one it gives way upwards.
  const [rawAt, solidAt] = raw && shrunken ? [y - 6, y + 4] : [y, y]
  return [
    ...(raw ? [...through(raw, rawAt, 2.5, faint), faintDot(place(raw.value), rawAt)] : []),
    ...(shrunken
      ? [...through(shrunken, solidAt, 4, { stroke: colours.after, width: 2 }), dotMark(place(shrunken.value), solidAt)]
      : []),
  ]
}

/** Open at an end that lies beyond what the scale can hold. */
function clippedWhisker(
  [low, high]: Interval,
  place: Strip['place'],
  y: number,
  reach: number,
  stroke: Stroke,
): string[] {
  const within = (value: number) => place(Math.min(100, Math.max(-100, value)))
  return whisker(within(low), within(high), y, reach, stroke, [low >= -100, high <= 100])
}

const faintDot = (x: number, y: number): string =>
  element('circle', { cx: x, cy: y, r: 3.5, fill: '#ffffff', stroke: colours.faint, 'stroke-width': 1.5 })

/** As wide as its interval. */
function pooledDiamond({ value, interval }: Estimate, place: Strip['place'], y: number): string {
  const [low, high] = interval ?? [value, value]
  const points = [
    [Math.min(place(low), place(value) - 5), y],
    [place(value), y - 8],
    [Math.max(place(high), place(value) + 5), y],
    [place(value), y + 8],
  ]
  const d = `M${points.map((point) => point.map((at) => Math.round(at * 100) / 100).join(' ')).join('L')}Z`
  return element('path', { d, fill: colours.ink })
}
