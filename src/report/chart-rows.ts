// From an estimate to a row of a chart: rounded figures and the words for them.
import { formatChange, formatCount, formatNumber } from '#i18n/format.ts'
import { type Language, type Phrases, phrasesIn } from '#i18n/phrases.ts'
import type { ChangeEstimate, Finding, Interval } from '#indicators/model.ts'
import { type Published, shown, toldReason, type Withheld, withheld } from '#indicators/published.ts'
import type { AllFigure, ChartRow, Figure, RowText, Section } from './chart-model.ts'

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
    from: rounded(paired.fromMean),
    to: rounded(paired.toMean),
    change: rounded(paired.meanChange),
    interval: roundedInterval(paired.interval),
    finding: change.finding,
  }))
  const all = mapPublished(change.all, (everyone) => ({
    change: rounded(everyone.meanChange),
    interval: roundedInterval(everyone.interval),
  }))
  return { code, name, section, figure, all, text: rowText(name, figure, all, language) }
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

/** "3 har ökat, 2 går inte att skilja från oförändrat", of the rows whose interval is shown; '' where there are none. */
export function countFindings(rows: readonly ChartRow[], language: Language): string {
  const words = phrasesIn(language).report
  const phrase = {
    increased: words.countIncreased,
    indistinguishable: words.countIndistinguishable,
    decreased: words.countDecreased,
  }
  return (['increased', 'indistinguishable', 'decreased'] as const)
    .map((finding) => ({
      finding,
      count: rows.filter(({ figure }) => figure.shown && figure.value.finding === finding).length,
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

const valueText = ({ change, interval }: AllFigure, language: Language): string =>
  phrasesIn(language).report.valueText(formatChange(change, 1, language), intervalText(interval, language))

function intervalText(interval: Interval | null, language: Language): string {
  const words = phrasesIn(language).report
  if (!interval) return words.noInterval
  return words.intervalText(formatNumber(interval[0], 1, language), formatNumber(interval[1], 1, language))
}

/** One decimal, half away from zero: by way of the printed form, so that marks and files hold exactly what is read. */
const rounded = (value: number): number => Number(formatNumber(value, 1, 'en').replace('\u2212', '-'))

const roundedInterval = (interval: Interval | null): Interval | null =>
  interval && [rounded(interval[0]), rounded(interval[1])]

const mapPublished = <A, B>(published: Published<A>, map: (value: A) => B): Published<B> =>
  published.shown ? shown(map(published.value)) : withheld(published.reason)
