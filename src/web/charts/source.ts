// What charts are made of, read for a project: its comparison, what surrounds it, the questionnaires of both waves.
import { formatDays } from '#i18n/format.ts'
import type { Language } from '#i18n/phrases.ts'
import type { ChartContext } from '#report/chart-model.ts'
import type { ChartSource } from '#report/chart-source.ts'
import { type Comparison, contextOf } from '#results.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { nameOf } from '../staff/here.ts'

export async function readChartSource(
  db: Database,
  project: Project,
  comparison: Comparison,
  language: Language,
): Promise<ChartSource> {
  const { from, to, results } = comparison
  const questionnaireOf = (wave: Comparison['from']) =>
    getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  return {
    results,
    context: await contextOf(db, comparison),
    questionnaires: { from: questionnaireOf(from), to: questionnaireOf(to) },
    about: chartContext(project, comparison, language),
  }
}

/** The days each wave was really open, whatever was planned. */
export function chartContext(
  project: Project,
  { from, to }: Pick<Comparison, 'from' | 'to'>,
  language: Language,
): ChartContext {
  const days = (wave: Comparison['from']) =>
    formatDays(wave.openedAt ?? wave.opensOn, wave.closedAt ?? wave.closesOn, language)
  return { language, projectName: nameOf(project, language), dates: { from: days(from), to: days(to) } }
}
