// Promises of every chart of the catalogue, over every planted project and in both languages.
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Language } from '#i18n/phrases.ts'
import type { ContactCell } from '#indicators/context/model.ts'
import { type Published, shown } from '#indicators/published.ts'
import { listCharts } from '#report/chart-catalogue.ts'
import { chartCsv } from '#report/chart-csv.ts'
import { inkOn, mix } from '#report/chart-draw.ts'
import { toChartJs } from '#report/chart-js.ts'
import { type Chart, isChanges } from '#report/chart-model.ts'
import { slopeAxis, spread } from '#report/chart-slope.ts'
import type { ChartSource } from '#report/chart-source.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { escapeText } from '#report/svg.ts'
import { cutText, narrowestColumn, textWidth } from '#report/text-width.ts'
import { oneOfEachKind } from '../gallery/chart-sheet.ts'
import { shownTexts } from './forms.ts'
import { plans, plantSource } from './planted.ts'

const layouts = [
  { layout: 'wide', width: 720 },
  { layout: 'narrow', width: 360 },
] as const
const svgsOf = (chart: Chart) => layouts.map(({ layout }) => chartSvg(chart, { layout, texts: true }))
const chartsOf = (name: keyof typeof plans, language: Language) =>
  oneOfEachKind(listCharts(plantSource(name, language))).map(({ name, build }) => ({ name, chart: build() }))
// Two hundred and ninety municipalities differ from twenty-three in length alone: the bench and the sheet draw them.
const small = (Object.keys(plans) as (keyof typeof plans)[]).filter((name) => name !== 'many')
const samples = small.flatMap((plan) =>
  (plan === 'eleven' ? (['sv', 'en'] as const) : (['sv'] as const)).map((language) => ({ plan, language })),
)

describe.each(samples)('$plan, $language', ({ plan, language }) => {
  const charts = chartsOf(plan, language)

  test('titles, notes, tables and files say nothing that is no word or number', () => {
    for (const { name, chart } of charts) {
      expect(chart.title, name).not.toBe('')
      const said = [chart.title, chart.subtitle, chart.altText, ...chart.notes, ...chart.table.rows.flat()]
      for (const text of [...said, chartCsv(chart, 'research'), chartCsv(chart, 'excel'), ...svgsOf(chart)])
        expect(text, name).not.toMatch(/undefined|NaN|Infinity|\[object|: \./)
    }
  })

  test('pictures pass a strict Content-Security-Policy, and are well-formed XML', async () => {
    const pictures = charts.flatMap(({ name, chart }) =>
      svgsOf(chart).map((contents, at) => ({ fileName: `${name}-${at}.svg`, contents })),
    )
    for (const { fileName, contents } of pictures)
      expect(contents, fileName).not.toMatch(/<style|<script|<foreignObject|<image|<a[ >]|\s(style|on\w+|href)\s*=/i)
    const { errors } = await validateXML({ xml: pictures, normalization: 'c14n' })
    expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([])
  })

  test('words stay inside the picture and never run into each other', () => {
    for (const { name, chart } of charts)
      for (const { layout, width } of layouts) {
        const boxes = boxesOf(chartSvg(chart, { layout, texts: true }))
        for (const { text, left, right } of boxes) {
          expect(left, `${name} ${layout} ${text}`).toBeGreaterThanOrEqual(0)
          expect(right, `${name} ${layout} ${text}`).toBeLessThanOrEqual(width)
        }
        expect(overlapsIn(boxes), `${name} ${layout}`).toEqual([])
      }
  })

  test('a picture with nothing to show says so', () => {
    for (const { name, chart } of charts)
      if (!isChanges(chart) && chart.empty !== null)
        for (const svg of svgsOf(chart)) expect(shownTexts(svg).join(' '), name).toContain(chart.empty)
  })

  test('each mark of a picture says its sentence, to the pointer and to the script alike', () => {
    for (const { chart } of charts) {
      const data = toChartJs(chart)
      if (data.kind !== 'picture') continue
      for (const svg of svgsOf(chart))
        for (const [, at = '', title = ''] of svg.matchAll(/<g data-reading="(\d+)"><title>([^<]*)<\/title>/g))
          expect(title).toBe(escapeText(data.readings[Number(at)] ?? ''))
    }
  })

  test('table and file have the same rows, and the file is read as it was meant', () => {
    for (const { name, chart } of charts) {
      const { data, errors } = Papa.parse<string[]>(chartCsv(chart, 'research').trimEnd())
      expect(errors, name).toEqual([])
      expect(data.length - 1, name).toBe(chart.table.rows.length)
    }
  })
})

describe('what is hidden', () => {
  const charts = chartsOf('hidden', 'sv')

  test('where everything is hidden no chart but the funnel holds a figure', () => {
    for (const { name, chart } of charts) {
      if (name === 'funnel') continue
      const { data } = Papa.parse<string[]>(chartCsv(chart, 'research').trimEnd())
      const status = data[0]?.indexOf('status') ?? -1
      for (const row of data.slice(1))
        expect(
          row.slice(status + 1).filter((cell) => cell !== '' && !/^\d{2}$/.test(cell)),
          name,
        ).toEqual([])
    }
  })

  test('a withheld municipality of the forest plot is “<5”, whatever the reason', () => {
    const forest = chartsOf('eleven', 'sv').find(({ name }) => name === 'forest-INDEX')?.chart
    if (forest?.kind !== 'forest') throw new Error('There is no forest plot')
    const withheld = forest.rows.filter(({ raw, kind }) => kind === 'municipality' && raw === null)
    expect(withheld.length).toBeGreaterThan(0)
    expect(new Set(withheld.map(({ people }) => people))).toEqual(new Set(['<5']))
    expect(forest.rows.flatMap(({ code }) => code ?? [])).toEqual(
      forest.rows.flatMap(({ code }) => code ?? []).toSorted(),
    )
  })
})

test('the network stands in the same places whenever it is drawn', () => {
  const [one, other] = [0, 1].map(() => chartsOf('eleven', 'sv').find(({ name }) => name === 'network-contact')?.chart)
  expect(one?.kind === 'network' && one.nodes).toEqual(other?.kind === 'network' && other.nodes)
})

describe('contacts between groups', () => {
  const source = plantSource('eleven')
  const pictureOf = (name: string, from: ChartSource = source) => {
    const chart = listCharts(from)
      .find((entry) => entry.name === name)
      ?.build()
    if (!chart) throw new Error(`There is no chart ${name}`)
    return { chart, svg: chartSvg(chart, { layout: 'wide', texts: false }) }
  }
  /** Strokes of the lines with this sentence, in both panels. */
  const strokesOf = (svg: string, sentence: string) =>
    [...svg.matchAll(/<g data-reading="\d+"><title>([^<]*)<\/title><line ([^>]*)\/>/g)].flatMap(
      ([, title, attributes = '']) =>
        title === escapeText(sentence) ? [attributes.replace(/[xy][12]="[^"]*" ?/g, '')] : [],
    )

  test('a hidden view is a dashed grey arrow with a key, and no contact at all is another line', () => {
    const { chart, svg } = pictureOf('network-contact')
    if (chart.kind !== 'network') throw new Error('There is no network')
    expect(chart.hidden.map(({ rater, about }) => `${rater}→${about}`)).toContain('KTJ→KFV')
    for (const { sentence } of chart.hidden) {
      expect(sentence).toMatch(/: för få svar\.$/)
      expect(strokesOf(svg, sentence)).toEqual(
        Array(2).fill('stroke="#55616d" stroke-width="1.25" stroke-dasharray="6 4"'),
      )
    }
    expect(shownTexts(svg)).toContain('dold')
    expect(chart.notes.join(' ')).toContain('En grå streckad pil är dold')

    const [grid] = source.context.grids
    const silent = (cell: Published<ContactCell>): Published<ContactCell> =>
      cell.shown ? shown({ ...cell.value, fromMean: 0, toMean: 0 }) : cell
    const rows = grid?.rows.map((row) => ({ ...row, cells: row.cells.map(silent) })) ?? []
    const grids = grid ? [{ ...grid, rows }] : []
    const none = pictureOf('network-contact', { ...source, context: { ...source.context, grids } })
    if (none.chart.kind !== 'network') throw new Error('There is no network')
    expect(shownTexts(none.svg)).toContain('ingen kontakt')
    for (const { sentence } of none.chart.edges)
      expect(strokesOf(none.svg, sentence)).toEqual(
        Array(2).fill('stroke="#0072b2" stroke-width="1.5" stroke-dasharray="1.5 4"'),
      )
  })

  test('the heat-map has a key to its shades, and its numbers stand out from every one of them', () => {
    const { chart, svg } = pictureOf('contacts-contact')
    expect(shownTexts(svg)).toEqual(
      expect.arrayContaining(['0, ingen', '1', '2', '3', '4', '5, närmast', 'dold', 'frågades inte']),
    )
    if (chart.kind !== 'contacts') throw new Error('There is no heat-map')
    const panels = Array.from({ length: 51 }, (_, at) => ({ from: at / 10, to: at / 10, applies: true, sentence: '' }))
    const shades = chartSvg({ ...chart, rows: [{ code: 'A', name: 'A', panels }] }, { layout: 'wide', texts: false })
    const pairs = [
      ...shades.matchAll(/<rect [^>]*fill="(#\w{6})"[^>]*\/><text [^>]*fill="(#\w{6})"[^>]*>[\d,]+<\/text><\/g>/g),
    ]
    expect(pairs).toHaveLength(102)
    // WCAG 1.4.3: at least 4.5:1.
    for (const [, ground = '', ink = ''] of pairs) expect(contrast(ground, ink), ground).toBeGreaterThanOrEqual(4.5)
  })
})

test('numbers in the bars of answers stand out from each of their colours, grouped or not', () => {
  for (const plan of ['eleven', 'long names', 'extreme'] as const) {
    const chart = chartsOf(plan, 'sv').find(({ name }) => name === 'answers-D')?.chart
    if (!chart) throw new Error('There is no chart of answers')
    const svg = chartSvg(chart, { layout: 'wide', texts: false })
    const pairs = [
      ...svg.matchAll(/<rect [^>]*fill="(#\w{6})"[^>]*\/>(?:<line [^>]*\/>)*<text [^>]*fill="(#\w{6})"[^>]*>\d+</g),
    ]
    expect(pairs.length).toBeGreaterThan(10)
    for (const [, ground = '', ink = ''] of pairs) expect(contrast(ground, ink), ground).toBeGreaterThanOrEqual(4.5)
  }
})

test('the ink chosen between black and white stands out from every grey, and from every blue of the answers', () => {
  const greys = Array.from({ length: 256 }, (_, at) => mix('#000000', '#ffffff', at / 255))
  const blues = Array.from({ length: 101 }, (_, at) => mix('#a9d4ee', '#005a8e', at / 100))
  expect([greys[0], greys[128], greys[255]]).toEqual(['#000000', '#808080', '#ffffff'])
  for (const ground of [...greys, ...blues]) expect(contrast(ground, inkOn(ground)), ground).toBeGreaterThanOrEqual(4.5)
})

/** WCAG's contrast ratio of two colours. */
function contrast(...colours: readonly [string, string]): number {
  const luminance = (colour: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
      const channel = Number.parseInt(colour.slice(1 + at * 2, 3 + at * 2), 16) / 255
      return sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
    }, 0)
  const [darker = 0, lighter = 0] = colours.map(luminance).toSorted((one, other) => one - other)
  return (lighter + 0.05) / (darker + 0.05)
}

test('labels that would meet share the middle of what they want, in their order', () => {
  expect(spread([10, 12, 50], [10, 10, 10], 0, 100)).toEqual([6, 16, 50])
  expect(spread([50, 10], [10, 10], 0, 100)).toEqual([50, 10])
  expect(spread([99, 98], [10, 10], 0, 100)).toEqual([95, 85])
  expect(spread([50, 52], [10, 30], 0, 100)).toEqual([41, 61])
  // The last is moved up from the edge, onto its neighbour: both move.
  expect(spread([364, 400], [18, 54], 0, 417)).toEqual([354, 390])
})

test('a text too long for its room ends in an ellipsis', () => {
  expect(cutText('Flen', 13, 100)).toBe('Flen')
  const cut = cutText('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 13, 100)
  expect(cut).toMatch(/^Llanfair.*…$/)
  expect(textWidth(cut, 13)).toBeLessThanOrEqual(100)
})

test('a wide picture of rows gives its marks a third of its width and more, however long the names are', () => {
  for (const plan of ['one', 'eleven', 'extreme', 'long names'] as const)
    for (const { name, chart } of chartsOf(plan, 'sv')) {
      const isOfRows = /^(scales|directions|targets|forest|change|groups|funnel)/.test(name)
      if (!isOfRows || (!isChanges(chart) && chart.empty !== null)) continue
      const svg = chartSvg(chart, { layout: 'wide', texts: false })
      const upright = [...svg.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)" x2="\1" y2="([\d.]+)"/g)]
        .map(([, x, top, bottom]) => ({ x: Number(x), height: Number(bottom) - Number(top) }))
        .filter(({ height }) => height > 30)
      const grid = upright.map(({ x }) => x)
      expect(Math.max(...grid) - Math.min(...grid), `${plan} ${name}`).toBeGreaterThan(720 / 3)
    }
})

test('a column is as narrow as two lines and whole words allow, and no wider than it may be', () => {
  const room = { least: 0, most: 190 }
  expect(narrowestColumn(['Förändring (95\u00a0%-intervall)'], 13, room)).toBe(
    Math.ceil(textWidth('(95\u00a0%-intervall)', 13)),
  )
  expect(narrowestColumn(['Flen', 'Å'], 15, { ...room, least: 120 })).toBe(Math.ceil(textWidth('Flen', 15)))
  expect(narrowestColumn(['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'], 15, room)).toBe(190)
})

test('the slope axis spans all lines, and 40 points at least, wherever on the scale they lie', () => {
  const levels = Array.from({ length: 21 }, (_, at) => at * 5)
  for (const from of levels)
    for (const to of levels) {
      const { min, max } = slopeAxis([{ value: { from, to } }], 'sv')
      expect([min <= Math.min(from, to), max >= Math.max(from, to), max - min >= 40], `${from} to ${to}`).toEqual([
        true,
        true,
        true,
      ])
      expect([min % 10, max % 10, min >= 0, max <= 100]).toEqual([0, 0, true, true])
    }
})

test('where municipalities are not taken together, the forest chart does not say that the hidden ones are', () => {
  const forestOf = (plan: 'eleven' | 'hidden') =>
    listCharts(plantSource(plan)).find(({ name }) => name === 'forest-INDEX')
  const notesOf = (plan: 'eleven' | 'hidden') => forestOf(plan)?.build().notes.join(' ')
  expect(notesOf('eleven')).toContain('De dolda räknas tillsammans, som en.')
  expect(notesOf('hidden')).toMatch(/^”<5” står där .* skulle gå att räkna fram\. Det finns ingen jämförelsegrupp/)
  const named = (plan: 'eleven' | 'hidden') => `${forestOf(plan)?.label} ${forestOf(plan)?.build().altText}`
  expect([/sammanvägda/.test(named('eleven')), /sammanväg/.test(named('hidden'))]).toEqual([true, false])
})

test('on a phone the names beside the lines are whole, everybody’s too', () => {
  const slope = chartsOf('eleven', 'sv').find(({ name }) => name === 'slope-INDEX')?.chart
  if (slope?.kind !== 'slope') throw new Error('There is no slope chart')
  const texts = shownTexts(chartSvg(slope, { layout: 'narrow', texts: false }))
  for (const { name } of slope.lines) expect(texts.some((text) => text.endsWith(name))).toBe(true)
})

test('beside the lines, names that begin alike can be told apart, however long they are', () => {
  const slope = chartsOf('eleven', 'sv').find(({ name }) => name === 'slope-INDEX')?.chart
  if (slope?.kind !== 'slope') throw new Error('There is no slope chart')
  const begun = 'Landsbygdsserviceutvecklingsgruppen i'
  const ends = slope.lines.map((_, at) => `bygd nummer ${String.fromCharCode(65 + at)}`)
  const lines = slope.lines.map((row, at) => ({ ...row, name: `${begun} ${ends[at]}` }))
  for (const { layout } of layouts) {
    const svg = chartSvg({ ...slope, lines }, { layout, texts: false })
    const drawn = shownTexts(svg).join(' ')
    for (const end of ends) expect([layout, drawn]).toEqual([layout, expect.stringContaining(end)])
  }
})

interface Box {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

function boxesOf(svg: string): Box[] {
  const texts = shownTexts(svg)
  return [...svg.matchAll(/<text ([^>]*)>/g)].map(([, attributes = ''], at) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]
    const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(value(name))) as [number, number, number]
    const text = texts[at] ?? ''
    // 1.06 is the slack of textWidth: here the true width counts.
    const wide = textWidth(text, size) / 1.06
    const anchor = value('text-anchor')
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x
    return { text, left, right: left + wide, top: y - size * 0.7, bottom: y }
  })
}

const overlapsIn = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} | ${b.text}`),
  )
