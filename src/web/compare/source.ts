// Where the figures of a comparison come from: what the results show now, or a cut that was frozen, which the same link
// shows for ever after.
import { readPublished } from '#cuts/published-results.ts'
import { formatDays } from '#i18n/format.ts'
import type { Language } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { type NoComparison, resultsFor } from '#results.ts'
import { type Cut, getCutResults, listCuts } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { daysOf } from '#store/waves.ts'

/** First and last day of a wave. */
type Days = readonly [string, string]

export interface Source {
  results: ProjectResults
  questionnaire: string
  /** null = as the answers are now. */
  cut: Cut | null
  days: { from: Days; to: Days }
}

export function readCut(db: Database, cut: Cut): Source {
  const { from, to } = cut.facts
  return {
    results: readPublished(getCutResults(db, cut)),
    questionnaire: from.questionnaire.id,
    cut,
    days: { from: [from.opensOn, from.closesOn], to: [to.opensOn, to.closesOn] },
  }
}

/** What the results show now: the answers as they are, or the latest cut where they have changed since; else why. */
export async function readNow(db: Database, project: Project, now: number): Promise<Source | NoComparison> {
  const comparison = await resultsFor(db, project, now)
  if (typeof comparison === 'string') return comparison
  const { from, to, results, cut } = comparison
  const days = (wave: typeof from): Days => {
    const { opensOn, closesOn } = daysOf(wave)
    return [opensOn, closesOn]
  }
  return { results, questionnaire: from.questionnaireId, cut, days: { from: days(from), to: days(to) } }
}

export const cutsOf = (db: Database, project: Project): Cut[] => listCuts(db, project.id)

export const waveDays = ({ days }: Source, language: Language): { from: string; to: string } => ({
  from: formatDays(...days.from, language),
  to: formatDays(...days.to, language),
})
