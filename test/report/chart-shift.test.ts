// The then-test stands in rows of its own: what is published is seen, whatever else has to be withheld.
import { expect, test } from 'vitest'
import { shown, withheld } from '#indicators/published.ts'
import { buildShiftChart } from '#report/chart-shift.ts'
import type { ChartSource } from '#report/chart-source.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { shownTexts } from './forms.ts'
import { plantSource } from './planted.ts'

const whole = plantSource('eleven')
const hidden = withheld('suppressed')

/** As it mostly is: some of those who answered both times did not look back, too few to be told apart. */
const besideFew: ChartSource = {
  ...whole,
  context: {
    ...whole.context,
    responseShift: whole.context.responseShift.map((one) => ({ ...one, adjusted: hidden, prospective: hidden })),
    items: whole.context.items.map((one) =>
      one.item === 'N1' && one.change.shown
        ? { ...one, change: shown({ ...one.change.value, n: 69, meanChange: 0.75, interval: [0.25, 1.25] as const }) }
        : one,
    ),
  },
}
const rowsOf = (source: ChartSource) =>
  buildShiftChart(source).rows.map(({ comparison, people, value, step }) => [comparison, people, value, step !== null])

test('All three comparisons are drawn where they are published', () => {
  const [shift] = whole.context.responseShift
  if (!shift?.recalibration.shown || !shift.prospective.shown || !shift.adjusted.shown) throw new Error('Not planted')
  const rows = buildShiftChart(whole).rows
  expect(rows.map(({ comparison }) => comparison)).toEqual(['prospective', 'adjusted', 'recalibration'])
  const means = [shift.prospective, shift.adjusted, shift.recalibration].map(({ value }) => value.mean)
  for (const [at, { step }] of rows.entries()) expect(step?.value).toBeCloseTo(means[at] ?? Number.NaN, 2)
})

test('Where few did not look back, the change of all and how far the yardstick moved are drawn, and a band in place of the rest', () => {
  const [recalibration] = rowsOf(whole).filter(([comparison]) => comparison === 'recalibration')
  expect(rowsOf(besideFew)).toEqual([
    ['everybody', '69', '+0,75 (0,25 till 1,25)', true],
    ['adjusted', '–', 'visas inte', false],
    recalibration,
  ])
  const chart = buildShiftChart(besideFew)
  expect(chart.title).toBe(buildShiftChart(whole).title)
  expect(chart.notes.join(' ')).toContain('”Bland alla” är alla som svarade på frågan båda gångerna')
  expect(chart.notes.join(' ')).not.toContain('skillnaden mellan de två andra raderna')
  for (const layout of ['wide', 'narrow'] as const) {
    const svg = chartSvg(chart, { layout, texts: false })
    expect(shownTexts(svg)).toEqual(expect.arrayContaining(['+0,75 (0,25 till 1,25)', 'visas inte']))
    expect(svg.match(/stroke-dasharray="3 3"/g)).toHaveLength(1)
  }
})

test('The withheld comparisons are in no form of the chart, whatever they hold', () => {
  const [shift] = whole.context.responseShift
  if (!shift?.adjusted.shown) throw new Error('Not planted')
  const carrying = { ...hidden, value: { ...shift.adjusted.value, mean: 0.4321 } }
  const source = {
    ...besideFew,
    context: {
      ...besideFew.context,
      responseShift: besideFew.context.responseShift.map((one) => ({
        ...one,
        adjusted: carrying,
        prospective: carrying,
      })),
    },
  }
  expect(chartSvg(buildShiftChart(source), { layout: 'wide', texts: true })).toBe(
    chartSvg(buildShiftChart(besideFew), { layout: 'wide', texts: true }),
  )
  expect(buildShiftChart(source).table).toEqual(buildShiftChart(besideFew).table)
})

test('Without a published yardstick the chart is empty and says so', () => {
  const responseShift = whole.context.responseShift.map((one) => ({
    ...one,
    recalibration: hidden,
    adjusted: hidden,
    prospective: hidden,
  }))
  const chart = buildShiftChart({ ...whole, context: { ...whole.context, responseShift } })
  expect(chart.title).toBe('Nu och då: inga tal kan visas')
  expect(chart.empty).not.toBeNull()
})
