// From an estimate to a row of a chart: rounded figures and the words for them.
import { formatChange, formatCount, formatNumber } from '#i18n/format.ts'
import { formatInterval } from '#i18n/interval.ts'
import { type Language, type Phrases, phrasesIn } from '#i18n/phrases.ts'
import type { ChangeEstimate, Finding, Interval, ProjectResults } from '#indicators/model.ts'
import { type Published, shown, toldReason, type Withheld, withheld } from '#indicators/published.ts'
import type { AllFigure, ChartRow, ChartTable, Figure, RowText, Section } from './chart-model.ts'
import {
  asPrinted,
  type Cell,
  change,
  count,
  intervalAsPrinted,
  words as inWords,
  level,
  limit,
  none,
  type Sheet,
  sheetTable,
} from './chart-sheet.ts'
import { waveName } from './chart-text.ts'

type ReportWords = Phrases['report']

interface RowSource {
  code: string | null
  name: string
  section: Section
  change: ChangeEstimate
}

export function chartRow({ code, name, section, change }: RowSource, language: Language): ChartRow {
  const figure = mapPublished(change.paired, (paired) => ({
    people: paired.n,
    from: asPrinted(paired.fromMean),
    to: asPrinted(paired.toMean),
    change: asPrinted(paired.meanChange),
    interval: paired.interval && intervalAsPrinted(paired.interval),
    finding: change.finding,
  }))
  const all = mapPublished(change.all, (everyone) => ({
    change: asPrinted(everyone.meanChange),
    interval: everyone.interval && intervalAsPrinted(everyone.interval),
  }))
  return { code, name, section, figure, all, text: rowText(name, figure, all, language) }
}

/** Changes of municipalities as a sheet: the table, and what its file is made of. */
export function changesSheet(
  caption: string,
  rows: readonly ChartRow[],
  { from, to }: Pick<ProjectResults, 'from' | 'to'>,
  language: Language,
): { sheet: Sheet; table: ChartTable } {
  const words = phrasesIn(language).report
  const sheet: Sheet = {
    caption,
    columns: [
      { name: 'municipality_code', label: words.municipalityCode, type: 'code' },
      { name: 'municipality', label: words.municipality, type: 'text' },
      { name: 'status', label: words.status, type: 'word' },
      { name: 'n', label: words.people, type: 'number' },
      { name: 'from_mean', label: waveName(from.kind, language), type: 'number' },
      { name: 'to_mean', label: waveName(to.kind, language), type: 'number' },
      { name: 'change', label: words.change, type: 'number' },
      { name: 'change_low', label: words.intervalLow, type: 'number' },
      { name: 'change_high', label: words.intervalHigh, type: 'number' },
    ],
    rows: rows.map(({ code, name, figure }) => [
      { text: code ?? '', value: code },
      inWords(name),
      ...figureCells(figure, language),
    ]),
    notes: [],
  }
  return { sheet, table: sheetTable(sheet) }
}

/** Status, people, both means, change and its interval: seven cells. */
export function figureCells(figure: Published<Figure>, language: Language): Cell[] {
  const words = phrasesIn(language).report
  if (!figure.shown)
    return [
      inWords(statusText(figure.reason, words), toldReason(figure.reason)),
      none(),
      none(),
      none(),
      none(),
      none(),
      none(),
    ]
  const { people, from, to, interval } = figure.value
  return [
    interval ? inWords(words.statusShown, 'ok') : inWords(words.noInterval, 'no_interval'),
    count(people, language),
    level(from, language),
    level(to, language),
    change(figure.value.change, language),
    ...(interval ? interval.map((end) => limit(end, language)) : [none(), none()]),
  ]
}

/** The words for why a figure is withheld. "Too few" and "suppressed" are one: telling them apart tells how few. */
export function statusText(reason: Withheld, words: ReportWords): string {
  if (reason === 'not_comparable') return words.statusNotComparable
  if (reason === 'not_asked') return words.statusNotAsked
  return words.statusTooFew
}

/** Why everybody's figure is withheld. Often many answered, so "too few" would be false; none is told from another. */
export const allStatusText = (reason: Withheld, words: ReportWords): string =>
  toldReason(reason) === 'too_few' ? words.allHidden : statusText(reason, words)

export function findingText(finding: Finding | null, words: ReportWords): string {
  if (finding === 'increased') return words.findingIncreased
  if (finding === 'decreased') return words.findingDecreased
  return finding === 'indistinguishable' ? words.findingIndistinguishable : words.findingNone
}

/** As countFindings, of the rows whose interval is shown. */
export const countRows = (rows: readonly Pick<ChartRow, 'figure'>[], language: Language): string =>
  countFindings(
    rows.map(({ figure }) => (figure.shown ? figure.value.finding : null)),
    language,
  )

/** As countRows, and then how many have no interval; '' where no row is shown. */
export function countShown(rows: readonly Pick<ChartRow, 'figure'>[], language: Language): string {
  const open = rows.filter(({ figure }) => figure.shown && figure.value.finding === null).length
  const without = open > 0 ? phrasesIn(language).report.countNoInterval(formatCount(open, language)) : ''
  return [countRows(rows, language), without].filter(Boolean).join(', ')
}

/** "3 har ökat, 2 går inte att skilja från oförändrat"; '' where there is nothing to count. */
export function countFindings(findings: readonly (Finding | null)[], language: Language): string {
  const words = phrasesIn(language).report
  const phrase = {
    increased: words.countIncreased,
    indistinguishable: words.countIndistinguishable,
    decreased: words.countDecreased,
  }
  return (['increased', 'indistinguishable', 'decreased'] as const)
    .map((finding) => ({
      finding,
      count: findings.filter((one) => one === finding).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ finding, count }) => phrase[finding](formatCount(count, language)))
    .join(', ')
}

function rowText(name: string, figure: Published<Figure>, all: Published<AllFigure>, language: Language): RowText {
  const words = phrasesIn(language).report
  const allText = all.shown ? valueText(all.value, language) : allStatusText(all.reason, words)
  if (!figure.shown) {
    const value = statusText(figure.reason, words)
    return { ...withoutFigures, value, all: allText, sentence: words.altRowHidden(name, value) }
  }
  const people = formatCount(figure.value.people, language)
  const peopleLong = words.peopleText(people)
  const from = formatNumber(figure.value.from, 1, language)
  const to = formatNumber(figure.value.to, 1, language)
  const value = valueText(figure.value, language)
  return {
    people,
    peopleLong,
    from,
    to,
    change: formatChange(figure.value.change, 1, language),
    interval: intervalText(figure.value.interval, language),
    value,
    all: allText,
    sentence: words.altRow(name, from, to, value, peopleLong),
  }
}

const withoutFigures = { people: '–', peopleLong: '', from: '–', to: '–', change: '–', interval: '–' }

export const valueText = ({ change, interval }: AllFigure, language: Language): string =>
  phrasesIn(language).report.valueText(formatChange(change, 1, language), intervalText(interval, language))

export const intervalText = (interval: Interval | null, language: Language): string =>
  interval ? formatInterval(interval, 1, language) : phrasesIn(language).report.noInterval

const mapPublished = <A, B>(published: Published<A>, map: (value: A) => B): Published<B> =>
  published.shown ? shown(map(published.value)) : withheld(published.reason)
