// What may be said first of a measure, and beneath it the other way of counting, by name: the title of a chart whose rows
// are its municipalities. A chart of something else has a title of its own, and this beneath.
import { formatChange, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { headlineOf } from '#indicators/headline.ts'
import type { Finding, IndicatorResult } from '#indicators/model.ts'
import { findingText, intervalText, statusText } from './chart-rows.ts'

/** "I den genomsnittliga kommunen har Dialog ökat med 4,1 poäng", or of everybody where there is no such municipality. */
export function headlineTitle(result: IndicatorResult, language: Language): string {
  const { report, charts } = phrasesIn(language)
  const name = result.indicator.title[language]
  const headline = headlineOf(result)
  if (!headline.shown) return report.titleWithheld(name, statusText(headline.reason, report))
  const { of, change, finding } = headline.value
  if (finding === null) return report.titleNoInterval(name, formatChange(change, 1, language))
  const points = formatNumber(Math.abs(change), 1, language)
  if (of === 'municipality') return charts.forest.title[finding](name, points)
  if (finding === 'increased') return report.changeTitleIncreased(name, points)
  return finding === 'decreased' ? report.changeTitleDecreased(name, points) : report.titleIndistinguishable(name)
}

/** The average participant, where the title speaks of the average municipality; nothing where it speaks of everybody. */
export function beneathHeadline({ model, overall }: IndicatorResult, language: Language): string[] {
  if (!model.shown || !overall.paired.shown) return []
  const { report } = phrasesIn(language)
  const { meanChange, interval } = overall.paired.value
  const value = report.valueText(formatChange(meanChange, 1, language), intervalText(interval, language))
  return [report.noteParticipant(value, findingText(overall.finding, report))]
}

/** Beneath a title that tells something else of the measure. */
export const headlineNotes = (result: IndicatorResult, language: Language): string[] =>
  headlineOf(result).shown ? [`${headlineTitle(result, language)}.`, ...beneathHeadline(result, language)] : []

/** What may be said first of each of the measures. */
export const headlineFindings = (results: readonly IndicatorResult[]): (Finding | null)[] =>
  results.map((result) => {
    const headline = headlineOf(result)
    return headline.shown ? headline.value.finding : null
  })
