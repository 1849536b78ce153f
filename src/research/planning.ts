// What an export lets out, decided before anything of it is counted or told.
import { readPublished } from '#cuts/published-results.ts'
import { Problem } from '#errors.ts'
import { areAnswersFrozen, type Comparison, resultsFor } from '#results.ts'
import { getCutResults, listCuts } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { listPanelWaves, type Panel } from '#store/panel.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import type { Text, WaveKind } from '#survey/questionnaire.ts'
import type { ResearchWave } from './reading.ts'
import { planRelease } from './release/release.ts'
import { type Level, restrictedSelection, type Selection } from './selection.ts'

export interface ExportChoice {
  level: Level
  includeText?: boolean
  now: number
}

export interface ExportPlan {
  selection: Selection
  /** What is done to the data before they are let out; empty at the restricted level. */
  steps: readonly Text[]
  /** What was compared; null where there is nothing publishable. */
  comparison: Compared | null
}

export type Compared = Comparison & { fromWave: ResearchWave; toWave: ResearchWave }

/**
 * @throws Problem 'wave_not_open' without an opened wave, 'not_found' for a release of nothing that was compared,
 *   'nothing_to_release' where no municipality is wholly shown, 'answers_changed' where its rows would tell late answers
 *   from those of the frozen figures
 */
export async function planExport(
  db: Database,
  project: Project,
  panel: Panel,
  { level, includeText = false, now }: ExportChoice,
): Promise<ExportPlan> {
  const waves = listPanelWaves(db, project.id)
  if (waves.length === 0) throw new Problem('wave_not_open')
  const found = await resultsFor(db, project, now)
  const comparison = typeof found === 'string' ? null : withWaves(found, waves)
  if (level === 'restricted') {
    const selection = restrictedSelection(waves, listMunicipalities(db, project.id), { includeText })
    return { selection, steps: [], comparison }
  }
  if (!(await areAnswersFrozen(db, project, now))) throw new Problem('answers_changed')
  return { ...releaseOf(db, project, panel, comparison), comparison }
}

function withWaves(comparison: Comparison, waves: readonly ResearchWave[]): Compared {
  const waveOf = (kind: WaveKind): ResearchWave => {
    const wave = waves.find((one) => one.kind === kind)
    if (!wave) throw new Error(`the wave ${kind} was compared and is not open`)
    return wave
  }
  return { ...comparison, fromWave: waveOf(comparison.from.kind), toWave: waveOf(comparison.to.kind) }
}

function releaseOf(db: Database, project: Project, panel: Panel, comparison: Compared | null) {
  if (!comparison) throw new Problem('not_found')
  const release = planRelease({
    waves: [comparison.fromWave, comparison.toWave],
    editions: [comparison.results, ...listCuts(db, project.id).map((cut) => readPublished(getCutResults(db, cut)))],
    municipalities: listMunicipalities(db, project.id),
    people: panel.read(),
  })
  if (!release) throw new Problem('nothing_to_release')
  return release
}
