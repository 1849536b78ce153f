// The average municipality and the average participant may have changed differently: what is said first of a measure is
// said alike by every chart of it, and the other way of counting stands beneath, by name.
import { expect, test } from 'vitest'
import type { IndicatorResult } from '#indicators/model.ts'
import { shown } from '#indicators/published.ts'
import { listCharts } from '#report/chart-catalogue.ts'
import type { ChartSource } from '#report/chart-source.ts'
import { plantSource } from './planted.ts'

const measure = 'G'

/** Everybody's change is 4 points with the interval given; the average municipality's spans zero. */
function disagreeing(interval: [number, number]): ChartSource {
  const source = plantSource('eleven')
  const change = (result: IndicatorResult): IndicatorResult => {
    const { overall, model } = result
    if (result.indicator.id !== measure || !overall.paired.shown || !model.shown) return result
    return {
      ...result,
      overall: {
        ...overall,
        paired: shown({ ...overall.paired.value, meanChange: 4, interval }),
        finding: 'increased',
      },
      model: shown({
        ...model.value,
        averageMunicipality: { ...model.value.averageMunicipality, mean: 2.5, interval: [-1, 6] },
      }),
    }
  }
  return { ...source, results: { ...source.results, indicators: source.results.indicators.map(change) } }
}

test('Every chart of a measure says first what the average municipality allows, and names the participant beneath', () => {
  const charts = listCharts(disagreeing([0.04, 7.96]))
  const names = ['forest', 'change', 'slope', 'answers', 'contacts', 'network'].map((kind) =>
    kind === 'contacts' || kind === 'network' ? `${kind}-contact` : `${kind}-${measure}`,
  )
  const seen = names.flatMap((name) => charts.filter((entry) => entry.name === name).map((entry) => entry.build()))
  expect(seen).toHaveLength(names.length)
  for (const { id, title, notes } of seen) {
    expect(title, id).toMatch(/^I den genomsnittliga kommunen går .+ inte att skilja från oförändrat/)
    expect(notes.join(' '), id).toContain(
      'Genomsnittsdeltagaren, där alla personer väger lika: +4,0 (0,04 till 8,0) poäng, har ökat.',
    )
  }
})

test('Without a model of municipalities every chart speaks of everybody, and nothing stands beneath', () => {
  const source = disagreeing([1, 7])
  const results = {
    ...source.results,
    indicators: source.results.indicators.map(
      (one): IndicatorResult => ({ ...one, model: { shown: false, reason: 'too_few' } }),
    ),
  }
  const chart = listCharts({ ...source, results })
    .find(({ name }) => name === `change-${measure}`)
    ?.build()
  expect(chart?.title).toMatch(/har ökat med 4,0\u00a0poäng i genomsnitt$/)
  expect(chart?.notes.join(' ')).not.toContain('Genomsnittsdeltagaren')
})

test('The panels of every municipality and measure say how many intervals they rest on, and that some miss by chance', () => {
  const chart = listCharts(plantSource('eleven'))
    .find(({ name }) => name === 'multiples')
    ?.build()
  if (chart?.kind !== 'multiples') throw new Error('There are no panels')
  const panels = chart.rows.filter(({ code }) => code !== null).flatMap((row) => row.panels)
  const intervals = panels.filter(({ figure }) => figure.shown && figure.value.interval !== null).length
  expect(intervals).toBeGreaterThan(20)
  expect(chart.notes.join(' ')).toContain(`Rutorna bygger på ${intervals} intervall`)
  expect(chart.notes.join(' ')).toContain('Ungefär ett av tjugo')
})
