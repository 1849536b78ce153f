// Reads everything charts are made of, for a page or a job: a comparison, what surrounds it, the questionnaires of both
// waves, and the days each was really open, whatever was planned.
import { formatDays } from './i18n/format.ts'
import type { Language } from './i18n/phrases.ts'
import type { ChartContext } from './report/chart-model.ts'
import type { ChartSource } from './report/chart-source.ts'
import { type Comparison, contextOf } from './results.ts'
import { getQuestionnaire } from './store/catalogue.ts'
import type { Database } from './store/database.ts'
import type { Project } from './store/projects.ts'
import { daysOf, type Wave } from './store/waves.ts'

/** @throws Problem as contextOf does */
export async function readChartSource(
  db: Database,
  project: Project,
  comparison: Comparison,
  language: Language,
): Promise<ChartSource> {
  const { from, to, results } = comparison
  const questionnaireOf = (wave: Wave) => getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  return {
    results,
    context: await contextOf(db, comparison),
    questionnaires: { from: questionnaireOf(from), to: questionnaireOf(to) },
    about: chartContext(project, comparison, language),
  }
}

export function chartContext(
  project: Project,
  { from, to }: Pick<Comparison, 'from' | 'to'>,
  language: Language,
): ChartContext {
  const days = (wave: Wave) => {
    const { opensOn, closesOn } = daysOf(wave)
    return formatDays(opensOn, closesOn, language)
  }
  const projectName = language === 'sv' ? project.nameSv : project.nameEn
  return { language, projectName, dates: { from: days(from), to: days(to) } }
}
