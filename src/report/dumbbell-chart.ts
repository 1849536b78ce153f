// Every outcome indicator of the project, before and after, everybody together, on the whole scale 0–100.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { headlineOf } from '#indicators/headline.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import { beneathHeadline, headlineFindings, headlineTitle } from './chart-headline.ts'
import type { Axis, ChartContext, ChartRow, DumbbellChart } from './chart-model.ts'
import { chartRow, countFindings, countRows } from './chart-rows.ts'
import { byRole } from './chart-source.ts'
import { chartTable } from './chart-table.ts'
import { hiddenNotes, lowerIsBetterNotes, peopleOf, subtitle, waveName } from './chart-text.ts'

type Chosen = ReturnType<typeof byRole>

export function buildDumbbellChart(results: ProjectResults, context: ChartContext): DumbbellChart {
  const { language } = context
  const words = phrasesIn(language).report
  const chosen = byRole(results)
  const rows = chosen.map(({ role: section, result: { indicator, overall } }) =>
    chartRow({ code: indicator.id, name: indicator.title[language], section, change: overall }, language),
  )
  const first = chosen.find(({ role }) => role === 'primary')?.result
  const title = first ? levelTitle(first, language) : countsTitle(chosen, language)
  return {
    kind: 'dumbbell',
    id: 'before-after',
    language,
    title,
    subtitle: subtitle(results, results.core, peopleOf(first?.overall), context),
    notes: [
      ...beneathTitle(chosen, rows, language),
      ...(rows.some(({ figure }) => figure.shown) ? [words.noteLevels, phrasesIn(language).charts.noteWhisker] : []),
      ...hiddenNotes(rows, results.threshold, language, 'indicators'),
      ...compositionNote(chosen, language),
      ...lowerIsBetterNotes(
        chosen.map(({ result }) => result),
        language,
      ),
      words.noteNoCause,
    ],
    altText: [words.altLevels, `${title}.`, ...rows.map(({ text }) => text.sentence)].join(' '),
    axis: levelAxis(language),
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    headings: { name: words.indicator, people: words.people, value: words.changeWithInterval },
    rows,
    table: chartTable(words.altLevels, rows, words.indicator, results, language),
  }
}

/** The whole scale, always. */
export const levelAxis = (language: Language): Axis => ({
  min: 0,
  max: 100,
  label: phrasesIn(language).report.levelAxis,
  ticks: [0, 20, 40, 60, 80, 100].map((value) => ({ value, label: formatCount(value, language) })),
})

/** Where everybody's change is what may be said first, the title tells their levels. */
function levelTitle(result: IndicatorResult, language: Language): string {
  const headline = headlineOf(result)
  const { paired } = result.overall
  if (!headline.shown || headline.value.of === 'municipality' || !paired.shown) return headlineTitle(result, language)
  const words = phrasesIn(language).report
  const name = result.indicator.title[language]
  const [from, to] = [paired.value.fromMean, paired.value.toMean].map((mean) => formatNumber(mean, 1, language))
  if (headline.value.finding === 'increased') return words.levelTitleIncreased(name, from ?? '', to ?? '')
  if (headline.value.finding === 'decreased') return words.levelTitleDecreased(name, from ?? '', to ?? '')
  return headlineTitle(result, language)
}

function countsTitle(chosen: Chosen, language: Language): string {
  const words = phrasesIn(language).report
  const counts = countFindings(headlineFindings(chosen.map(({ result }) => result)), language)
  return counts ? words.countsTitle(counts) : words.countsTitleNothing
}

/** The other way of counting, beneath a title that speaks of the average municipality. */
function beneathTitle(chosen: Chosen, rows: readonly ChartRow[], language: Language): string[] {
  const first = chosen.find(({ role }) => role === 'primary')?.result
  if (first) return beneathHeadline(first, language)
  const counts = countRows(rows, language)
  const isOfMunicipalities = chosen.some(({ result: { model } }) => model.shown)
  return isOfMunicipalities && counts ? [phrasesIn(language).report.noteParticipantCounts(counts)] : []
}

/** Measures whose change among all who answered is another than that of those who answered both times. */
function compositionNote(chosen: Chosen, language: Language): string[] {
  const names = chosen.flatMap(({ result: { indicator, overall } }) =>
    overall.compositionWarning ? [indicator.title[language]] : [],
  )
  return names.length > 0 ? [phrasesIn(language).report.noteComposition(names.join(', '))] : []
}
