// The average municipality and the average participant may have changed differently: what is said first of a measure is
// said alike by every chart of it, and the other way of counting stands beneath, by name. A chart of municipalities has it
// as its title; one of groups, answers or contacts tells its own finding first.
import { expect, test } from 'vitest'
import type { ItemChange } from '#indicators/context/model.ts'
import type { IndicatorResult } from '#indicators/model.ts'
import { shown } from '#indicators/published.ts'
import { listCharts } from '#report/chart-catalogue.ts'
import type { Chart } from '#report/chart-model.ts'
import type { ChartSource } from '#report/chart-source.ts'
import { plantSource } from './planted.ts'

const measure = 'G'

function chartsNamed(source: ChartSource, names: readonly string[]): Chart[] {
  const charts = listCharts(source)
  return names.map((name) => {
    const entry = charts.find((one) => one.name === name)
    if (!entry) throw new Error(`There is no chart ${name}`)
    return entry.build()
  })
}

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

const headline = /^I den genomsnittliga kommunen går .+ inte att skilja från oförändrat/
const participant = 'Genomsnittsdeltagaren, där alla personer väger lika: +4,0 (0,04 till 8,0) poäng, har ökat.'

test('Every chart of a measure’s municipalities says first what the average one allows, and names the participant beneath', () => {
  for (const { id, title, notes } of chartsNamed(disagreeing([0.04, 7.96]), ['forest-G', 'change-G', 'slope-G'])) {
    expect(title, id).toMatch(headline)
    expect(notes, id).toContain(participant)
  }
})

test('A chart of answers or contacts tells its own finding, and what its measure allows beneath', () => {
  const own = chartsNamed(disagreeing([0.04, 7.96]), ['answers-G', 'contacts-contact', 'network-contact'])
  for (const { id, title, notes } of own) {
    expect(title, id).not.toMatch(headline)
    expect(
      notes.some((note) => headline.test(note)),
      id,
    ).toBe(true)
    expect(notes, id).toContain(participant)
  }
  expect(new Set(own.map(({ title }) => title)).size).toBe(own.length)
})

test('The chart of actor groups counts what their own intervals allow, and those that are hidden', () => {
  const [chart] = chartsNamed(plantSource('eleven'), ['groups-INDEX'])
  if (chart?.kind !== 'change') throw new Error('There is no chart of groups')
  const found = (finding: string | null) =>
    chart.rows.filter(({ section, figure }) =>
      section === 'actor_group' && figure.shown ? figure.value.finding === finding : false,
    ).length
  const hidden = chart.rows.filter(({ figure }) => !figure.shown).length
  expect(chart.title).toBe(
    `Samverkansindex per aktörsgrupp: ${found('increased')} har ökat, ${found('indistinguishable')} går inte att skilja från oförändrat, ${hidden} visas inte`,
  )
  expect(chart.notes[0]).toMatch(/^I den genomsnittliga kommunen har Samverkansindex ökat med 5,1\u00a0poäng\.$/)
  const [nobody] = chartsNamed(plantSource('hidden'), ['groups-INDEX'])
  expect(nobody?.title).toBe('Samverkansindex per aktörsgrupp: ingen grupp kan visas')
})

test('The chart of answers counts its questions by their intervals, those put the other way round turned', () => {
  const source = plantSource('eleven')
  const changed = (item: string, interval: [number, number], reversed: boolean): ItemChange => {
    const found = source.context.items.find((one) => one.item === item)
    if (!found?.change.shown) throw new Error(`${item} is not shown`)
    return { ...found, reversed, change: shown({ ...found.change.value, interval }) }
  }
  const items = [
    changed('D1', [0.1, 0.5], false),
    changed('D2', [-0.1, 0.5], false),
    changed('D3', [-0.5, -0.1], true),
    changed('D4', [0.1, 0.5], true),
  ]
  const [chart] = chartsNamed({ ...source, context: { ...source.context, items } }, ['answers-D'])
  expect(chart?.title).toBe('Samtal, fråga för fråga: 2 har ökat, 1 går inte att skilja från oförändrat, 1 har minskat')
  const [silent] = chartsNamed({ ...source, context: { ...source.context, items: [] } }, ['answers-D'])
  expect(silent?.title).toBe('Samtal: så fördelade sig svaren före och efter')
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
