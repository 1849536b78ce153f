// The picture of a comparison: what each municipality measured, what is to be believed of it, and the average one.
import type { ProjectResults } from '#indicators/model.ts'
import { buildForestChart } from '#report/chart-forest.ts'
import { toChartJs } from '#report/chart-js.ts'
import type { ChartContext } from '#report/chart-model.ts'
import { chartSvg } from '#report/chart-svg.ts'

export interface ShownChart {
  id: string
  title: string
  subtitle: string
  notes: readonly string[]
  wide: string
  narrow: string
  /** For the script that lets its values be read. */
  data: string
}

export function showForest(results: ProjectResults, indicator: string, about: ChartContext): ShownChart {
  const chart = buildForestChart({ results, about }, indicator)
  const { id, title, subtitle, notes } = chart
  return {
    id,
    title,
    subtitle,
    notes,
    wide: chartSvg(chart, { layout: 'wide', texts: false }),
    narrow: chartSvg(chart, { layout: 'narrow', texts: false }),
    data: JSON.stringify(toChartJs(chart)),
  }
}
