// A chart as a page shows it: texts as HTML, pictures for two widths, its table, and where its files lie.
import { toChartJs } from '#report/chart-js.ts'
import type { Chart, ChartTable } from '#report/chart-model.ts'
import { chartSvg } from '#report/chart-svg.ts'

export interface ShownChart {
  id: string
  title: string
  subtitle: string
  notes: readonly string[]
  altText: string
  wide: string
  narrow: string
  table: ChartTable
  /** For the script that lets its values be read. */
  data: string
  /** Where its files lie: <address>.svg, .png, .csv. */
  address: string
}

export const showChart = (chart: Chart, address: string): ShownChart => ({
  id: chart.id,
  title: chart.title,
  subtitle: chart.subtitle,
  notes: chart.notes,
  altText: chart.altText,
  wide: chartSvg(chart, { layout: 'wide', texts: false }),
  narrow: chartSvg(chart, { layout: 'narrow', texts: false }),
  table: chart.table,
  data: JSON.stringify(toChartJs(chart)),
  address,
})

export const scriptsOfCharts = ['vendor/chart.umd.js', 'charts.js']
