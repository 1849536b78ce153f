// The one call that page, chart, CSV, job and export start from, so that none can say what another hides. It also
// decides which figures stand: those that were frozen last, until others are frozen.
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import { compute } from './computing/computing.ts'
import type { WavePair } from './computing/input.ts'
import { type PublishedResults, readPublished } from './cuts/published-results.ts'
import { Problem } from './errors.ts'
import type { ResultsContext } from './indicators/context/model.ts'
import type { ProjectResults } from './indicators/model.ts'
import { type Cut, findLatestCut, getCutResults } from './store/cuts.ts'
import type { Database } from './store/database.ts'
import type { Project } from './store/projects.ts'
import { isComplete, listWaves, waveState } from './store/waves.ts'

export interface Comparison extends WavePair {
  results: ProjectResults
  /** The cut whose figures these are, where the answers have changed since; null = as the answers are now. */
  cut: Cut | null
}

/**
 * Why there is nothing to compare: fewer than two waves have been opened, or answers may still come in. A figure that
 * follows an open wave would tell each new answer apart.
 */
export type NoComparison = 'needs_two_waves' | 'still_open'

/**
 * What is shown of a project. Before the first cut it follows the answers of complete waves. From then on it is the
 * figures of the latest cut: a late answer, a correction or an erasure changes nothing that anybody reads until a cut
 * that may stand beside the earlier ones takes it in. Figures that moved by themselves, even only where enough people
 * had changed, could be subtracted from those of the day before.
 */
export async function resultsFor(db: Database, project: Project, now: number): Promise<Comparison | NoComparison> {
  const pair = findWavePair(db, project, now)
  const cut = findLatestCut(db, project.id)
  if (cut && (typeof pair === 'string' || (await compute(db, 'sum', pair)) !== cut.resultsSha256))
    return frozenIn(db, project, cut)
  return typeof pair === 'string' ? pair : { ...pair, results: await compute(db, 'results', pair), cut: null }
}

/**
 * What surrounds the change of a comparison: who answered and left, how the measures hold together.
 * @throws Problem 'not_found' of a cut from before contexts were frozen
 */
export async function contextOf(
  db: Database,
  { from, to, cut }: Pick<Comparison, 'from' | 'to' | 'cut'>,
): Promise<ResultsContext> {
  if (!cut) return compute(db, 'context', { from, to })
  const { context } = readFrozen(db, cut)
  if (!context) throw new Problem('not_found')
  return context
}

/** Why resultsFor has nothing to show; undefined where it has. */
export function findObstacle(db: Database, project: Project, now: number): NoComparison | undefined {
  const pair = findWavePair(db, project, now)
  return typeof pair === 'string' && !findLatestCut(db, project.id) ? pair : undefined
}

/** Whether the answers are those that the latest cut was made from; true before the first. */
export async function areAnswersFrozen(db: Database, project: Project, now: number): Promise<boolean> {
  const cut = findLatestCut(db, project.id)
  if (!cut) return true
  const pair = findWavePair(db, project, now)
  return typeof pair !== 'string' && (await compute(db, 'edition', pair)).inputSha256 === cut.inputSha256
}

/** How a cut stands to what would be computed today. */
export interface CutCheck {
  /** gone: a wave was opened again. */
  data: 'same' | 'changed' | 'gone'
  /** Whether computing again gives the cut's bytes; null where there is nothing to compute. */
  identical: boolean | null
}

export async function checkCut(db: Database, project: Project, cut: Cut): Promise<CutCheck> {
  const pair = findClosedPair(db, project, { from: cut.facts.from.kind, to: cut.facts.to.kind })
  if (!pair) return { data: 'gone', identical: null }
  const { inputSha256, resultsSha256 } = await compute(db, 'edition', pair)
  return {
    data: inputSha256 === cut.inputSha256 ? 'same' : 'changed',
    identical: resultsSha256 === cut.resultsSha256,
  }
}

function frozenIn(db: Database, project: Project, cut: Cut): Comparison {
  const waves = listWaves(db, project.id)
  const from = waves.find(({ id }) => id === cut.fromWaveId)
  const to = waves.find(({ id }) => id === cut.toWaveId)
  if (!from || !to) throw new Error(`cut ${cut.code} names a wave that is not there`)
  const { context: _context, ...results } = readFrozen(db, cut)
  return { from, to, results, cut }
}

type Frozen = ProjectResults & { context?: PublishedResults['context'] }

/** A cut never changes, so it is read once per process; the last few are kept. */
const read = new Map<string, Frozen>()
const kept = 4

function readFrozen(db: Database, cut: Cut): Frozen {
  const known = read.get(cut.id)
  if (known) return known
  for (const id of [...read.keys()].slice(0, Math.max(0, read.size - kept + 1))) read.delete(id)
  const fresh: Frozen = readPublished(getCutResults(db, cut))
  read.set(cut.id, fresh)
  return fresh
}

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
function findClosedPair(db: Database, project: Project, kinds: { from: WaveKind; to: WaveKind }): WavePair | undefined {
  const closed = listWaves(db, project.id).filter((wave) => waveState(wave) === 'closed')
  const from = closed.find(({ kind }) => kind === kinds.from)
  const to = closed.find(({ kind }) => kind === kinds.to)
  return from && to && { from, to }
}
