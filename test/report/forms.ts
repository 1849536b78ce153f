// Every form of a chart, as text, for promises that hold for all of them.
import { buildChangeChart } from '#report/change-chart.ts'
import { chartCsv } from '#report/chart-csv.ts'
import { toChartJs } from '#report/chart-js.ts'
import type { ChangesChart } from '#report/chart-model.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { buildDumbbellChart } from '#report/dumbbell-chart.ts'
import { allHidden, context, longNames, results, resultsWithCanary } from './sample-results.ts'

export const samples: { name: string; chart: ChangesChart }[] = (['sv', 'en'] as const).flatMap((language) =>
  Object.entries({ results, resultsWithCanary, allHidden, longNames }).flatMap(([name, sample]) => [
    { name: `change, ${name}, ${language}`, chart: buildChangeChart(sample, 'SI', context[language]) },
    { name: `before and after, ${name}, ${language}`, chart: buildDumbbellChart(sample, context[language]) },
  ]),
)

export const svgsOf = (chart: ChangesChart): string[] =>
  (['wide', 'narrow'] as const).flatMap((layout) => [true, false].map((texts) => chartSvg(chart, { layout, texts })))

export const textFormsOf = (chart: ChangesChart): string[] => [
  JSON.stringify(chart),
  JSON.stringify(toChartJs(chart)),
  chartCsv(chart, 'research'),
  chartCsv(chart, 'excel'),
  ...svgsOf(chart),
]

/** The texts an SVG shows, as a reader sees them. */
export function shownTexts(svg: string): string[] {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole),
  )
}
