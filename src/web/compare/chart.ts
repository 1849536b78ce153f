// The picture of a comparison: what each municipality measured, what is to be believed of it, and the average one.
import { buildForestChart } from '#report/chart-forest.ts'
import type { ChartContext } from '#report/chart-model.ts'
import { type ShownChart, showChart } from '../charts/shown-chart.ts'
import type { Source } from './source.ts'

export interface ForestPicture {
  chart: ShownChart
  /** Where it can be taken away as a file; null of a cut, whose figures the files of today do not show. */
  page: string | null
}

export function showForest(
  { results, cut }: Source,
  slug: string,
  indicator: string,
  about: ChartContext,
): ForestPicture {
  const chart = buildForestChart({ results, about }, indicator)
  const address = `/projects/${slug}/charts/${chart.id}`
  return {
    chart: showChart(chart, address),
    page: cut === null ? `/projects/${slug}/results/charts/${chart.id}` : null,
  }
}
