// The one call that page, chart, CSV and export start from, so that none can say what another hides.
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import { compute } from './computing/computing.ts'
import type { WavePair } from './computing/input.ts'
import type { ResultsContext } from './indicators/context/model.ts'
import type { ProjectResults } from './indicators/model.ts'
import type { Database } from './store/database.ts'
import type { Project } from './store/projects.ts'
import { isComplete, listWaves, waveState } from './store/waves.ts'

export interface Comparison extends WavePair {
  results: ProjectResults
}

/**
 * Why there is nothing to compare: fewer than two waves have been opened, or answers may still come in. A figure that
 * follows an open wave would tell each new answer apart.
 */
export type NoComparison = 'needs_two_waves' | 'still_open'

export async function resultsFor(db: Database, project: Project, now: number): Promise<Comparison | NoComparison> {
  const pair = findWavePair(db, project, now)
  if (typeof pair === 'string') return pair
  return { ...pair, results: await compute(db, 'results', pair) }
}

/** What surrounds the change of a comparison: who answered and left, how the measures hold together. */
export const contextOf = (db: Database, { from, to }: WavePair): Promise<ResultsContext> =>
  compute(db, 'context', { from, to })

/**
 * The two waves compared: the first of its kind and the end of the project, or what comes nearest to it. One pair and
 * no other: several comparisons of the same people could be subtracted from each other.
 */
export function findWavePair(db: Database, project: Project, now: number): WavePair | NoComparison {
  const opened = listWaves(db, project.id)
    .filter((wave) => wave.openedAt !== null)
    .sort((one, other) => waveKinds.indexOf(one.kind) - waveKinds.indexOf(other.kind))
  const from = opened.at(0)
  if (!from || opened.length < 2) return 'needs_two_waves'
  const later = opened.slice(1).filter((wave) => isComplete(db, wave, now))
  const to = later.find(({ kind }) => kind === 'endline') ?? later.at(-1)
  return to && isComplete(db, from, now) ? { from, to } : 'still_open'
}

/** The waves of these kinds, where both are closed: what an earlier publication compared. */
export function findClosedPair(
  db: Database,
  project: Project,
  kinds: { from: WaveKind; to: WaveKind },
): WavePair | undefined {
  const closed = listWaves(db, project.id).filter((wave) => waveState(wave) === 'closed')
  const from = closed.find(({ kind }) => kind === kinds.from)
  const to = closed.find(({ kind }) => kind === kinds.to)
  return from && to && { from, to }
}
