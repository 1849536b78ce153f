// The texts around a chart: who was asked and when, and what is not shown.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ChangeEstimate, IndicatorResult, ProjectResults } from '#indicators/model.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import type { ChartContext, ChartRow } from './chart-model.ts'

/** Project, people, both waves with their questionnaires, and the comparable core. */
export function subtitle(
  results: ProjectResults,
  core: { comparable: number; total: number } | null,
  /** Those whom the title speaks about; null where it speaks of nobody. */
  people: number | null,
  { language, projectName, dates }: ChartContext,
): string {
  const words = phrasesIn(language).report
  const wave = (side: 'from' | 'to') =>
    words.subtitleWave(waveName(results[side].kind, language), dates[side], String(results[side].version))
  return [
    projectName,
    ...(people === null ? [] : [words.subtitlePeople(formatCount(people, language))]),
    wave('from'),
    wave('to'),
    ...(core ? [words.subtitleCore(formatCount(core.comparable, language), formatCount(core.total, language))] : []),
  ].join('\u00a0· ')
}

/** As subtitle, of one measure: its own core, and everybody's pairs. */
export const measureSubtitle = (
  results: ProjectResults,
  { core, overall }: Pick<IndicatorResult, 'core' | 'overall'>,
  context: ChartContext,
): string => subtitle(results, { comparable: core.items.length, total: core.total }, peopleOf(overall), context)

/** Pairs behind a change, where it is shown. */
export const peopleOf = (change: ChangeEstimate | undefined): number | null =>
  change?.paired.shown ? change.paired.value.n : null

/** Which of the measures shown are better where they are lower; nothing where none is. */
export function lowerIsBetterNotes(measures: readonly IndicatorResult[], language: Language): string[] {
  const names = measures.flatMap(({ indicator }) =>
    indicator.direction === 'lower_is_better' ? [indicator.title[language]] : [],
  )
  return names.length > 0 ? [phrasesIn(language).report.noteLowerIsBetter(names.join(', '))] : []
}

export const waveName = (kind: WaveKind, language: Language): string => phrasesIn(language).common.waveKind[kind]

/** More names than this are counted: the table has them all. */
const namedRows = 30

/** One note per reason, naming the rows it hides. */
export function hiddenNotes(
  rows: readonly ChartRow[],
  threshold: number,
  language: Language,
  of: 'municipalities' | 'actorGroups' | 'indicators',
): string[] {
  const words = phrasesIn(language).report
  const tooFewNote = {
    municipalities: words.noteTooFewMunicipalities,
    actorGroups: words.noteTooFewGroups,
    indicators: words.noteTooFewIndicators,
  }[of]
  const listed = (all: readonly string[]) =>
    all.length > namedRows ? phrasesIn(language).charts.rows(formatCount(all.length, language)) : all.join(', ')
  const names = { tooFew: [] as string[], notComparable: [] as string[], notAsked: [] as string[] }
  for (const { name, figure } of rows) {
    if (figure.shown) continue
    if (figure.reason === 'not_comparable') names.notComparable.push(name)
    else if (figure.reason === 'not_asked') names.notAsked.push(name)
    else names.tooFew.push(name)
  }
  return [
    ...(names.tooFew.length > 0 ? [tooFewNote(listed(names.tooFew), formatCount(threshold, language))] : []),
    ...(names.notComparable.length > 0 ? [words.noteNotComparable(listed(names.notComparable))] : []),
    ...(names.notAsked.length > 0 ? [words.noteNotAsked(listed(names.notAsked))] : []),
  ]
}
