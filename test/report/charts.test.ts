import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { formatChange, formatNumber } from '#i18n/format.ts'
import type { ChangeEstimate } from '#indicators/model.ts'
import { withheld } from '#indicators/published.ts'
import { buildChangeChart } from '#report/change-chart.ts'
import { listCharts } from '#report/chart-catalogue.ts'
import { chartCsv } from '#report/chart-csv.ts'
import { toChartJs } from '#report/chart-js.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { buildDumbbellChart } from '#report/dumbbell-chart.ts'
import { samples, shownTexts, svgsOf, textFormsOf } from './forms.ts'
import { plantSource } from './planted.ts'
import {
  allHidden,
  canary,
  context,
  estimate,
  hidden,
  indicator,
  longNames,
  municipality,
  results,
  resultsWithCanary,
  withIndicator,
} from './sample-results.ts'

const { sv, en } = context
const titleWith = (overall: ChangeEstimate, language: 'sv' | 'en' = 'sv') =>
  buildChangeChart(withIndicator('SI', { overall }), 'SI', context[language]).title
const levelTitleWith = (overall: ChangeEstimate) => buildDumbbellChart(withIndicator('SI', { overall }), sv).title

describe.each(samples)('$name', ({ chart }) => {
  test('no form says undefined, NaN, null or Infinity to a reader', () => {
    for (const form of [...svgsOf(chart), chartCsv(chart, 'research'), chartCsv(chart, 'excel'), chart.altText])
      expect(form).not.toMatch(/undefined|NaN|null|Infinity|\[object/)
    for (const cell of [...chart.table.rows.flat(), ...chart.notes, chart.title, chart.subtitle])
      expect(cell).not.toMatch(/undefined|NaN|null|Infinity|^$/)
  })

  test('picture, table and Excel file say the same of every row', () => {
    const { language } = chart
    const heading = chart.headings.name
    const file = Papa.parse<Record<string, string>>(chartCsv(chart, 'excel').slice(1), { header: true, delimiter: ';' })
    const changeLabel = chart.table.columns[4]?.label ?? ''
    chart.rows.forEach(({ name, figure, text }, at) => {
      const [title, people, from, to, change, interval] = chart.table.rows[at] ?? []
      const record = file.data[at] ?? {}
      expect(title).toBe(name)
      expect(record[heading]?.replace(/^'/, '')).toBe(name)
      for (const svg of svgsOf(chart)) expect(shownTexts(svg)).toContain(text.value)
      if (!figure.shown) {
        expect(change).toBe(text.value)
        expect(record[changeLabel]).toBe('')
        return
      }
      const number = Number(record[changeLabel]?.replace(',', '.'))
      expect(formatChange(number, 1, language)).toBe(change)
      expect(text.value).toBe(`${change} (${interval})`)
      expect([people, from, to]).toEqual([text.people, text.from, text.to])
      if (chart.kind === 'dumbbell')
        for (const svg of svgsOf(chart)) expect(shownTexts(svg)).toEqual(expect.arrayContaining([from, to]))
    })
  })
})

describe('what is hidden', () => {
  test('a hidden municipality that carries its values all the same shows them in no form', () => {
    const chart = buildChangeChart(resultsWithCanary, 'SI', sv)
    const forbidden = Object.values(canary).flatMap((value) => [
      String(value),
      formatNumber(value, 1, 'sv'),
      formatNumber(value, 1, 'en'),
    ])
    const visible = textFormsOf(chart)
    // Coordinates of marks and font sizes may happen to hold the digits: what matters is text and data.
    for (const form of visible)
      for (const number of forbidden) {
        const readable = form.startsWith('<svg') ? [...shownTexts(form), chart.altText].join('\n') : form
        expect(readable).not.toContain(number)
      }
  })

  test('a hidden municipality has the same picture whatever its values are', () => {
    const plain = buildChangeChart(results, 'SI', sv)
    const carrying = buildChangeChart(resultsWithCanary, 'SI', sv)
    expect(textFormsOf(carrying)).toEqual(textFormsOf(plain).map((form) => form.replaceAll('too_few"', 'suppressed"')))
  })

  test('four pairs are withheld: a band without mark, an empty cell with its status, a note with the name', () => {
    const chart = buildChangeChart(results, 'SI', sv)
    const [ljungby] = chart.rows.filter(({ name }) => name === 'Ljungby')
    expect(ljungby?.text.value).toBe('för få svar')
    expect(chart.notes.join(' ')).toContain('För få svar: Ljungby, Arvidsjaur.')
    expect(chart.notes.join(' ')).toContain('färre än 5 personer')
    expect(chartCsv(chart, 'research')).toContain('SI,0781,Ljungby,too_few,,,,,,,,,,\r\n')
    expect(toChartJs(chart).series.flatMap(({ points }) => points.map(({ y }) => y))).not.toContain(5)
    expect(chartSvg(chart, { layout: 'wide', texts: true }).match(/<rect /g)).toHaveLength(2)
  })

  test('nobody can tell from the file whether one answered or four', () => {
    const file = chartCsv(buildChangeChart(results, 'SI', sv), 'research')
    expect(file).toContain('Arvidsjaur,too_few,')
    expect(file).toContain('Ljungby,too_few,')
  })

  test('a chart where everything is hidden still says what it is and why it is empty', () => {
    const chart = buildChangeChart(allHidden, 'SI', sv)
    expect(chart.title).toBe('Samverkansindex: förändringen visas inte (för få svar)')
    expect(chart.altText).not.toMatch(/\d/)
    expect(buildDumbbellChart(allHidden, sv).title).toBe('Samverkansindex: förändringen visas inte (för få svar)')
  })

  test('where only everybody’s figure is withheld the table never says that too few answered, and says why', () => {
    const norrkoping = municipality('0581', 'Norrköping', {
      ...estimate(11, 50, 6, 12),
      all: withheld('suppressed'),
    })
    const chart = buildChangeChart(withIndicator('SI', { byMunicipality: [norrkoping] }), 'SI', sv)
    expect(chart.table.rows[0]?.[1]).toBe('11')
    expect(chart.table.rows[0]?.at(-1)).toBe('visas inte')
    expect(chart.table.notes.join(' ')).toContain('där det står ”visas inte”')
    const open = buildChangeChart(withIndicator('SI', { byMunicipality: [] }), 'SI', sv)
    expect(open.table.notes).toEqual([])
  })

  test('in everybody’s column nobody can tell nobody from few', () => {
    const told = (['too_few', 'suppressed'] as const).map((reason) => {
      const place = municipality('0581', 'Norrköping', { ...estimate(11, 50, 6, 12), all: withheld(reason) })
      const chart = buildChangeChart(withIndicator('SI', { byMunicipality: [place] }), 'SI', sv)
      return [JSON.stringify(chart.table), ...textFormsOf(chart).slice(1)]
    })
    expect(told[0]).toEqual(told[1])
  })

  test('a scale that the versions do not share is "ej jämförbart", and the note says why', () => {
    const chart = buildDumbbellChart(results, sv)
    expect(chart.rows.find(({ code }) => code === 'L')?.text.value).toBe('ej jämförbart')
    expect(chart.notes.join(' ')).toContain('Ej jämförbart: Hållbar struktur.')
  })
})

describe('the title says what the interval allows', () => {
  // Domain §3.13: above 0 "har ökat", spanning 0 "går inte att skilja från oförändrat", below "har minskat".
  test('in Swedish', () => {
    expect(titleWith(estimate(66, 46.35, 8.33333, 14.5))).toBe(
      'Samverkansindex har ökat med 8,3\u00a0poäng i genomsnitt',
    )
    expect(titleWith(estimate(66, 46.35, -3.15, 8))).toBe('Samverkansindex har minskat med 3,2\u00a0poäng i genomsnitt')
    expect(titleWith(estimate(66, 46.35, 1, 20))).toBe('Samverkansindex går inte att skilja från oförändrat')
    expect(titleWith(estimate(66, 46.35, 2, 0))).toBe('Samverkansindex: förändring +2,0 poäng, utan intervall')
    expect(titleWith(hidden('not_comparable'))).toBe('Samverkansindex: förändringen visas inte (ej jämförbart)')
  })

  test('in English', () => {
    expect(titleWith(estimate(66, 46.35, 8.33333, 14.5), 'en')).toContain('has increased by 8.3')
    expect(titleWith(estimate(66, 46.35, -3.15, 8), 'en')).toContain('has decreased by 3.2')
    expect(titleWith(estimate(66, 46.35, 1, 20), 'en')).toBe(
      'Collaboration index cannot be distinguished from no change',
    )
  })

  test('of the levels', () => {
    expect(levelTitleWith(estimate(66, 46.35, 8.33333, 14.5))).toBe(
      'Samverkansindex har ökat från 46,4 till 54,7 av\u00a0100',
    )
    expect(levelTitleWith(estimate(66, 46.35, 1, 20))).toBe('Samverkansindex går inte att skilja från oförändrat')
  })

  test('of scales without a primary indicator it counts the findings', () => {
    const scales = { ...results, indicators: results.indicators.filter(({ indicator: { role } }) => role === 'scale') }
    // D, S and H increase; I spans zero; F decreases; L is withheld.
    expect(buildDumbbellChart(scales, sv).title).toBe(
      'Före och efter: 3 har ökat, 1 går inte att skilja från oförändrat, 1 har minskat',
    )
    expect(buildDumbbellChart({ ...results, indicators: [] }, sv).title).toBe('Före och efter: inga tal kan visas')
  })

  test.each(samples)('never "effekt", never a place in a ranking: $name', ({ chart }) => {
    for (const form of textFormsOf(chart)) expect(form).not.toMatch(/effekt|effect|bäst|best|ranking/i)
  })
})

describe('what stands around the marks', () => {
  test('the subtitle names project, people, both waves with their versions, and the comparable core', () => {
    const words = buildChangeChart(results, 'SI', sv).subtitle.replaceAll('\u00a0', ' ')
    expect(words).toBe(
      'Service i samverkan · 66 personer med poäng båda gångerna · Före: 3–28 mars 2025 (frågeformulär version 1) · Efter: 2–27 november 2026 (frågeformulär version 2) · Samma frågor båda gångerna: 21 av 22',
    )
    expect(buildDumbbellChart(results, en).subtitle).toContain('Same questions both times: 25 of 26')
  })

  test('municipalities stand in the order given, everybody last', () => {
    const order = buildChangeChart(results, 'SI', sv).rows.map(({ code }) => code)
    expect(order).toEqual([
      '0428',
      '0482',
      '0581',
      '0583',
      '0765',
      '0781',
      '2039',
      '2085',
      '2421',
      '2482',
      '2505',
      null,
    ])
  })

  test('the index comes first, then scales, then outcomes; capacity is not among them', () => {
    const order = buildDumbbellChart(results, sv).rows.map(({ code }) => code)
    expect(order).toEqual(['SI', 'D', 'S', 'H', 'I', 'F', 'L', 'T'])
  })

  test('the axis always has zero and never makes a small change look large', () => {
    const small = buildChangeChart(
      withIndicator('SI', { overall: estimate(66, 50, 0.2, 0.4), byMunicipality: [] }),
      'SI',
      sv,
    )
    expect([small.axis.min, small.axis.max]).toEqual([-10, 10])
    expect(small.axis.ticks.map(({ label }) => label)).toContain('0')
    const [min, max] = [buildChangeChart(longNames, 'SI', sv).axis.min, buildChangeChart(longNames, 'SI', sv).axis.max]
    expect(min).toBeLessThanOrEqual(-65)
    expect(max).toBeGreaterThanOrEqual(20)
  })

  test('levels stand on the whole scale', () => {
    expect(buildDumbbellChart(results, sv).axis).toMatchObject({ min: 0, max: 100 })
  })

  test('alt text tells every number of a small chart, and leaves a large one to the table', () => {
    const { altText, rows } = buildChangeChart(results, 'SI', sv)
    // Domain §3.15: Vingåker's 12,5 with s 14 and n 6: 12.5 ± 2.5706·14/√6.
    expect(altText).toContain('Vingåker gick från 38,0 till 50,5, förändring +12,5 (−2,2 till 27,2) poäng, 6 personer.')
    for (const { text } of rows) expect(altText).toContain(text.sentence)
    const [first] = results.indicators[0]?.byMunicipality ?? []
    const many = Array.from({ length: 40 }, () => first).filter((entry) => entry !== undefined)
    const large = buildChangeChart(withIndicator('SI', { byMunicipality: many }), 'SI', sv)
    expect(large.altText).toContain('står i tabellen')
    expect(large.altText.length).toBeLessThan(500)
  })

  test('people who are not the same people are warned of by name', () => {
    const overall = { ...estimate(66, 46.4, 8.3, 14), compositionWarning: true }
    const changed = withIndicator('SI', { overall })
    expect(buildChangeChart(changed, 'SI', sv).notes.join(' ')).toContain(
      'Delvis olika personer svarade de två gångerna (Alla personer)',
    )
    expect(buildDumbbellChart(changed, sv).notes.join(' ')).toContain(
      'Delvis olika personer svarade de två gångerna (Samverkansindex)',
    )
  })

  test('where a lower value is better the note says so', () => {
    const lower = { ...indicator('SI', 'Hinder', 'Obstacles', 'primary'), direction: 'lower_is_better' as const }
    const changed = withIndicator('SI', { indicator: lower })
    expect(buildChangeChart(changed, 'SI', sv).notes).toContain('Lägre värde är bättre: Hinder.')
    const note = ['Lägre värde är bättre: Samtal.']
    expect(buildDumbbellChart(changed, sv).notes).toContain('Lägre värde är bättre: Hinder.')
    const planted = plantSource('eleven')
    const indicators = planted.results.indicators.map((one) =>
      one.indicator.id === 'D'
        ? { ...one, indicator: { ...one.indicator, direction: 'lower_is_better' as const } }
        : one,
    )
    const charts = listCharts({ ...planted, results: { ...planted.results, indicators } }).filter(({ name }) =>
      /^(scales|directions|targets|multiples|(forest|change|slope|answers)-D)$/.test(name),
    )
    expect(charts).toHaveLength(8)
    for (const { name, build } of charts) expect([name, build().notes]).toEqual([name, expect.arrayContaining(note)])
  })

  test('a municipality where all changed equally has a dot, no line, and the status no_interval', () => {
    const chart = buildChangeChart(longNames, 'SI', sv)
    expect(chart.rows[1]?.text.value).toBe('+5,0 (inget intervall)')
    expect(chartCsv(chart, 'research')).toContain('SI,2023,Malung-Sälen,no_interval,8,50,55,5,,,,')
    expect(toChartJs(chart).lines.map(({ row }) => row)).toEqual([0, 2, 4])
  })

  test('an indicator that is not there is refused', () => {
    expect(() => buildChangeChart(results, 'nonesuch', sv)).toThrow(RangeError)
  })
})

test('the files are laid out as promised', () => {
  const chart = buildChangeChart(results, 'SI', sv)
  const [heading, vingaker] = chartCsv(chart, 'research').split('\r\n')
  expect(heading).toBe(
    'indicator,municipality_code,municipality,status,n,from_mean,to_mean,change,change_low,change_high,finding,all_change,all_change_low,all_change_high',
  )
  // Paired: 12.5 ± 14.69; everybody: 11.54 with (3.19, 19.92).
  expect(vingaker).toBe('SI,0428,Vingåker,ok,6,38,50.5,12.5,-2.2,27.2,indistinguishable,11.5,3.2,19.9')
  const [, excel] = chartCsv(chart, 'excel').split('\r\n')
  expect(excel).toBe(
    'SI;"=""0428""";Vingåker;visas;6;38;50,5;12,5;-2,2;27,2;går inte att skilja från oförändrat;11,5;3,2;19,9',
  )
})

test('a municipality named like a formula is text in both files', () => {
  for (const profile of ['research', 'excel'] as const)
    expect(chartCsv(buildChangeChart(longNames, 'SI', sv), profile)).toContain(`"'=HYPERLINK(""http`)
})

test('chart.js gets the rounded figures and the words of the picture, at the row they belong to', () => {
  for (const { chart } of samples) {
    const data = toChartJs(chart)
    expect(data.rows.map(({ value }) => value)).toEqual(chart.rows.map(({ text }) => text.value))
    expect(data.rows.map(({ startsSection }) => startsSection).filter(Boolean).length).toBeGreaterThan(0)
    for (const { points } of data.series)
      for (const { x, y, label } of points) {
        expect(data.rows[y]?.shown).toBe(true)
        expect(Number(label.replace(',', '.').replace('\u2212', '-').replace('+', ''))).toBe(x)
      }
  }
})
