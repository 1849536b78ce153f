// A chart's figures as a file: the rounded numbers of the picture, a withheld one as an empty cell with its status.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { toldReason } from '#indicators/published.ts'
import {
  type AllFigure,
  type ChangesChart,
  type Chart,
  type ChartRow,
  type Division,
  type Figure,
  isChanges,
} from './chart-model.ts'
import { findingText, statusText } from './chart-rows.ts'
import { sheetCsv } from './chart-sheet.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from './csv.ts'

/** Points with one decimal. Status: ok, no_interval, too_few, not_comparable, not_asked (in words for Excel). */
export function chartCsv(chart: Chart, profile: CsvProfile): string {
  return isChanges(chart) ? writeCsv(profile, chartColumns(chart, profile), chart.rows) : sheetCsv(chart.sheet, profile)
}

function chartColumns(chart: ChangesChart, profile: CsvProfile): CsvColumn<ChartRow>[] {
  const { language } = chart
  const words = phrasesIn(language).report
  const division = chart.kind === 'change' ? chart.division : null
  const [, , fromLabel = '', toLabel = ''] = chart.table.columns.map(({ label }) => label)
  const figure = (name: string, label: string, pick: (figure: Figure) => number | null): CsvColumn<ChartRow> => ({
    name,
    label,
    type: 'number',
    value: (row) => (row.figure.shown ? pick(row.figure.value) : null),
  })
  const all = (name: string, label: string, pick: (figure: AllFigure) => number | null): CsvColumn<ChartRow> => ({
    name,
    label,
    type: 'number',
    value: (row) => (row.all.shown ? pick(row.all.value) : null),
  })
  const indicator: CsvColumn<ChartRow> = {
    name: 'indicator',
    label: words.indicatorCode,
    type: 'code',
    value: chart.kind === 'change' ? () => chart.indicator : (row) => row.code,
  }
  const group = (of: Division): CsvColumn<ChartRow> => ({
    name: `${of}_code`,
    label: words.divided[of].code,
    type: 'code',
    value: (row) => row.code,
  })
  return [
    indicator,
    ...(division ? [group(division)] : []),
    { name: division ?? 'title', label: chart.headings.name, type: 'text', value: (row) => row.name },
    { name: 'status', label: words.status, type: 'text', value: (row) => status(row, profile, language) },
    figure('n', words.people, ({ people }) => people),
    figure('from_mean', fromLabel, ({ from }) => from),
    figure('to_mean', toLabel, ({ to }) => to),
    figure('change', words.change, ({ change }) => change),
    figure('change_low', words.intervalLow, ({ interval }) => interval?.[0] ?? null),
    figure('change_high', words.intervalHigh, ({ interval }) => interval?.[1] ?? null),
    { name: 'finding', label: words.finding, type: 'text', value: (row) => finding(row, profile, language) },
    all('all_change', words.allChange, ({ change }) => change),
    all('all_change_low', words.allChangeLow, ({ interval }) => interval?.[0] ?? null),
    all('all_change_high', words.allChangeHigh, ({ interval }) => interval?.[1] ?? null),
  ]
}

function status({ figure }: ChartRow, profile: CsvProfile, language: Language): string {
  const words = phrasesIn(language).report
  if (figure.shown && figure.value.interval) return profile === 'excel' ? words.statusShown : 'ok'
  if (figure.shown) return profile === 'excel' ? words.noInterval : 'no_interval'
  if (profile === 'excel') return statusText(figure.reason, words)
  return toldReason(figure.reason)
}

function finding({ figure }: ChartRow, profile: CsvProfile, language: Language): string | null {
  if (!figure.shown || !figure.value.finding) return null
  return profile === 'excel' ? findingText(figure.value.finding, phrasesIn(language).report) : figure.value.finding
}
