// The picture of a comparison: the change of each municipality with its interval, in the order of the codes.
import type { Language } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { buildChangeChart } from '#report/change-chart.ts'
import { toChartJs } from '#report/chart-js.ts'
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

export function showChange(
  results: ProjectResults,
  indicator: string,
  context: { language: Language; projectName: string; dates: { from: string; to: string } },
): ShownChart {
  const chart = buildChangeChart(results, indicator, context)
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
