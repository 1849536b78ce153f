// A chart as plain JSON for static/charts.js, which draws it again with chart.js so that values can be pointed at.
import { phrasesIn } from '#i18n/phrases.ts'
import { colours } from './chart-draw.ts'
import { type ChangesChart, type Chart, type ChartRow, isChanges, isEmphasised } from './chart-model.ts'

interface Series {
  name: string
  colour: string
  /** A point style of chart.js. */
  shape: 'circle' | 'rect' | 'rectRot'
  /** `y` is the row's index. */
  points: { x: number; y: number; label: string }[]
}

/** What static/charts.js reads of a picture that stays: what its marks say, by their number. */
export interface PictureData {
  kind: 'picture'
  reader: string
  readings: readonly string[]
}

/** What static/charts.js draws again. Withheld rows have words only. */
export interface ChangesData {
  kind: ChangesChart['kind']
  altText: string
  /** What the keyboard reader is called. */
  reader: string
  axis: ChangesChart['axis']
  headings: ChangesChart['headings']
  /** Words on the two sides of zero; null where the axis has no other side. */
  sides: { down: string; up: string } | null
  colours: typeof colours
  rows: {
    name: string
    people: string
    peopleLong: string
    value: string
    sentence: string
    shown: boolean
    emphasised: boolean
    startsSection: boolean
  }[]
  /** Intervals, or the way from before to after. */
  lines: { row: number; from: number; to: number }[]
  /** Beside the way from before to after, the interval of the difference, laid from the earlier mean. */
  differences: { row: number; from: number; to: number }[]
  series: Series[]
}

export function toChartJs(chart: ChangesChart): ChangesData
export function toChartJs(chart: Chart): ChangesData | PictureData
export function toChartJs(chart: Chart): ChangesData | PictureData {
  if (isChanges(chart)) return changesData(chart)
  return { kind: 'picture', reader: phrasesIn(chart.language).report.chartReader, readings: chart.readings }
}

function changesData(chart: ChangesChart): ChangesData {
  const { kind, altText, axis, headings, rows } = chart
  return {
    kind,
    altText,
    reader: phrasesIn(chart.language).report.chartReader,
    axis,
    headings,
    sides: kind === 'change' ? chart.sides : null,
    colours,
    rows: rows.map((row, at) => ({
      name: row.name,
      people: row.text.people,
      peopleLong: row.text.peopleLong,
      value: row.text.value,
      sentence: row.text.sentence,
      shown: row.figure.shown,
      emphasised: isEmphasised(row),
      startsSection: at > 0 && row.section !== rows[at - 1]?.section,
    })),
    lines: rows.flatMap(({ figure }, row) => {
      if (!figure.shown) return []
      const ends = kind === 'change' ? figure.value.interval : ([figure.value.from, figure.value.to] as const)
      return ends ? [{ row, from: ends[0], to: ends[1] }] : []
    }),
    differences: rows.flatMap(({ figure }, row) => {
      if (kind === 'change' || !figure.shown || !figure.value.interval) return []
      const { from, interval } = figure.value
      return [{ row, from: from + interval[0], to: from + interval[1] }]
    }),
    series: kind === 'change' ? changeSeries(chart.headings.value, rows) : waveSeries(chart.waves, rows),
  }
}

const changeSeries = (name: string, rows: readonly ChartRow[]): Series[] => [
  { name, colour: colours.after, shape: 'circle', points: points(rows, 'change', (row) => !isEmphasised(row)) },
  { name, colour: colours.ink, shape: 'rectRot', points: points(rows, 'change', isEmphasised) },
]

const waveSeries = (waves: { from: string; to: string }, rows: readonly ChartRow[]): Series[] => [
  { name: waves.from, colour: colours.before, shape: 'circle', points: points(rows, 'from') },
  { name: waves.to, colour: colours.after, shape: 'rect', points: points(rows, 'to') },
]

function points(
  rows: readonly ChartRow[],
  of: 'from' | 'to' | 'change',
  wanted: (row: ChartRow) => boolean = () => true,
): Series['points'] {
  return rows.flatMap((row, y) =>
    row.figure.shown && wanted(row) ? [{ x: row.figure.value[of], y, label: row.text[of] }] : [],
  )
}
