// Results of an invented project, as computeResults hands them over: the eleven municipalities with the numbers of
// people, changes and spreads of the method paper's oracle (domain §3.15), so that sizes and widths are realistic.
import { findingOf } from '#indicators/headline.ts'
import type {
  ChangeEstimate,
  IndicatorResult,
  Interval,
  MunicipalityResult,
  PairedChange,
  ProjectResults,
} from '#indicators/model.ts'
import { noVariation, shown, type Withheld, withheld } from '#indicators/published.ts'
import type { ChartContext } from '#report/chart-model.ts'
import type { Indicator } from '#survey/questionnaire.ts'

/** Numbers a hidden municipality carries in `resultsWithCanary`. They are printed nowhere. */
export const canary = { people: 777, from: 61.7, to: 98.9, change: 37.2, low: 31.3, high: 43.1 }

export const context: Record<'sv' | 'en', ChartContext> = {
  sv: {
    language: 'sv',
    projectName: 'Service i samverkan',
    dates: { from: '3–28 mars 2025', to: '2–27 november 2026' },
  },
  en: {
    language: 'en',
    projectName: 'Service i samverkan',
    dates: { from: '3–28 March 2025', to: '2–27 November 2026' },
  },
}

/** t(.975, n − 1), from R: qt(.975, 1:9), and 1.99 for the sum of everybody. */
const t975 = [Number.NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262]

export function estimate(n: number, fromMean: number, meanChange: number, sdChange: number): ChangeEstimate {
  const half = ((t975[n - 1] ?? 1.99) * sdChange) / Math.sqrt(n)
  const interval: Interval | null = sdChange === 0 ? null : [meanChange - half, meanChange + half]
  const paired: PairedChange = {
    status: interval ? 'ok' : 'no_variation',
    n,
    fromMean,
    toMean: fromMean + meanChange,
    fromSd: 17.2,
    toSd: 16.4,
    meanChange,
    sdChange,
    interval,
    t: null,
    p: null,
    improved: n,
    unchanged: 0,
    declined: 0,
    correlation: null,
    typical: withheld('too_few'),
    effect: noVariation,
    ranks: noVariation,
    shares: withheld('too_few'),
    bootstrap: null,
  }
  const all = {
    fromN: n + 6,
    toN: n + 5,
    fromMean: fromMean - 1.04,
    toMean: fromMean + meanChange - 2,
    fromSd: 18,
    toSd: 17,
    meanChange: meanChange - 0.96,
    interval: [meanChange - 9.31, meanChange + 7.42] as const,
  }
  return { paired: shown(paired), all: shown(all), finding: interval && findingOf(interval), compositionWarning: false }
}

export const hidden = (reason: Withheld): ChangeEstimate => ({
  paired: withheld(reason),
  all: withheld(reason),
  finding: null,
  compositionWarning: false,
})

/** A row of its own: no chart or table reads more of it than the change. */
export const municipality = (code: string, name: string, change: ChangeEstimate): MunicipalityResult => ({
  code,
  name,
  change,
  levels: noLevels,
  test: withheld('too_few'),
  shrunken: withheld('too_few'),
})
const noWave = { core: withheld('too_few'), own: withheld('too_few') }
const noLevels = { from: noWave, to: noWave }

const places = [
  ['0428', 'Vingåker', 6, 12.5, 14],
  ['0482', 'Flen', 5, 3.75, 11.2],
  ['0581', 'Norrköping', 9, 9.2, 16.5],
  ['0583', 'Motala', 7, 18.75, 12.9],
  ['0765', 'Älmhult', 6, 6.25, 18],
  ['0781', 'Ljungby', 4, -4.7, 20.1],
  ['2039', 'Älvdalen', 5, 10, 9.4],
  ['2085', 'Ludvika', 8, 5.5, 15.2],
  ['2421', 'Storuman', 7, 14.3, 13.3],
  ['2482', 'Skellefteå', 6, 0, 10.8],
  ['2505', 'Arvidsjaur', 1, 25, 0],
] as const

const byMunicipality = places.map(([code, name, n, change, sd], at) =>
  municipality(
    code,
    name,
    n < 5 ? hidden(n < 2 ? 'too_few' : 'suppressed') : estimate(n, 38 + ((at * 7) % 19), change, sd),
  ),
)

export function indicator(id: string, sv: string, en: string, role: Indicator['role']): Indicator {
  return {
    kind: 'scale',
    id,
    revision: 1,
    title: { sv, en },
    direction: 'higher_is_better',
    role,
    minimumAnswered: { share: 0.5, atLeast: 2 },
    items: [{ item: `${id}1`, reversed: false }],
    pairing: 'answered_in_both',
  }
}

const result = (of: Indicator, overall: ChangeEstimate, items: number, total: number): IndicatorResult => ({
  indicator: of,
  core: { items: Array.from({ length: items }, (_, at) => `${of.id}${at + 1}`), total, comparable: true },
  overall,
  levels: noLevels,
  test: withheld('too_few'),
  model: withheld('too_few'),
  byMunicipality,
  byActorGroup: [],
})

const counts = {
  invitedFrom: 140,
  invitedTo: 138,
  answeredFrom: 101,
  answeredTo: 94,
  both: 66,
  onlyFrom: 35,
  onlyTo: 28,
}

export const results: ProjectResults = {
  from: { kind: 'baseline', version: 1 },
  to: { kind: 'endline', version: 2 },
  threshold: 5,
  noticeableChange: 5,
  match: {
    overall: counts,
    excluded: { groups: ['HSL'], counts: withheld('suppressed') },
    byMunicipality: places.map(([code, name]) => ({ code, name, counts: withheld('suppressed') })),
  },
  core: { comparable: 25, total: 26, left: [{ item: 'L1', reason: 'adds a criterion' }] },
  indicators: [
    result(indicator('D', 'Samtal', 'Dialogue', 'scale'), estimate(64, 51.23, 9.41, 16.2), 4, 4),
    result(indicator('S', 'Samsyn', 'Shared view', 'scale'), estimate(63, 43.87, 7.95, 17.9), 4, 4),
    result(indicator('H', 'Samhandling', 'Joint action', 'scale'), estimate(62, 47.02, 11.36, 18.4), 3, 3),
    result(
      indicator('I', 'Delaktighet och inflytande', 'Participation and influence', 'scale'),
      estimate(61, 38.46, 2.17, 19.3),
      4,
      4,
    ),
    result(indicator('F', 'Förankring', 'Internal anchoring', 'scale'), estimate(64, 58.9, -5.88, 17.1), 3, 3),
    result(indicator('L', 'Hållbar struktur', 'Lasting structure', 'scale'), hidden('not_comparable'), 1, 4),
    result(
      indicator('SI', 'Samverkansindex', 'Collaboration index', 'primary'),
      estimate(66, 46.35, 8.33333, 14.48),
      21,
      22,
    ),
    result(
      indicator('T', 'Tillgång till service', 'Access to service', 'outcome'),
      estimate(60, 41.2, 0.42, 20.2),
      3,
      3,
    ),
    result(
      indicator('K', 'Lokala gruppers kraft', 'Strength of local groups', 'capacity'),
      estimate(60, 44.4, 4.4, 20),
      1,
      1,
    ),
  ],
}

/** The same results with one indicator's estimates replaced. */
export function withIndicator(id: string, changed: Partial<IndicatorResult>): ProjectResults {
  return {
    ...results,
    indicators: results.indicators.map((entry) => (entry.indicator.id === id ? { ...entry, ...changed } : entry)),
  }
}

/** Hidden municipalities that carry their values all the same, against the type: what a slip elsewhere would hand us. */
export const resultsWithCanary: ProjectResults = withIndicator('SI', {
  byMunicipality: byMunicipality.map((entry) => {
    if (entry.change.paired.shown) return entry
    const { people: n, from: fromMean, to: toMean, change: meanChange, low, high } = canary
    const value = { n, fromN: n, toN: n, fromMean, toMean, meanChange, interval: [low, high], finding: 'increased' }
    const change = { ...hidden('suppressed') }
    change.paired = Object.assign(withheld('suppressed'), { value })
    change.all = Object.assign(withheld('suppressed'), { value })
    return { ...entry, change }
  }),
})

/** Nobody answered twice anywhere. */
export const allHidden: ProjectResults = {
  ...results,
  indicators: results.indicators.map((entry) => ({
    ...entry,
    overall: hidden('suppressed'),
    byMunicipality: byMunicipality.map(({ code, name }) => municipality(code, name, hidden('too_few'))),
  })),
}

/** Names as long as they come, one of them made to break things; one change without an interval. */
export const longNames: ProjectResults = withIndicator('SI', {
  byMunicipality: [
    municipality('0139', 'Upplands-Bro och Sigtuna landsbygdsområde', estimate(12, 4.2, -3.4, 22)),
    municipality('2023', 'Malung-Sälen', estimate(8, 50, 5, 0)),
    municipality('0001', '=HYPERLINK("http://x";"<b>&Å\'</b>")', estimate(30, 93.1, -61.7, 9)),
    municipality('0002', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', hidden('suppressed')),
  ],
})
