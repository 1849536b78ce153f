// Read and compute: the one call that page, chart, CSV and export start from, so that none can say what another hides.
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import { orderRows } from './cuts/rows.ts'
import { computeResults } from './indicators/compute.ts'
import { computeContext } from './indicators/context/compute.ts'
import type { ResultsContext } from './indicators/context/model.ts'
import type { Asked, ProjectResults, ResultsInput } from './indicators/model.ts'
import { getQuestionnaire } from './store/catalogue.ts'
import type { Database } from './store/database.ts'
import { findLastEvent } from './store/events.ts'
import { listMunicipalities, type Project } from './store/projects.ts'
import { readAsked } from './store/responses.ts'
import { isComplete, listWaves, type Wave, waveState } from './store/waves.ts'

/** Groups smaller than this are never shown. */
export const threshold = 5
/** A person has changed when the score moved by more than this many points of 100. */
export const noticeableChange = 5

/** What decides results besides the answers: the same on every road to them. */
export const rules = { threshold, noticeableChange } as const satisfies Partial<ResultsInput>

export interface WavePair {
  from: Wave
  to: Wave
}

export interface Comparison extends WavePair {
  results: ProjectResults
}

/**
 * Why there is nothing to compare: fewer than two waves have been opened, or answers may still come in. A figure that
 * follows an open wave would tell each new answer apart.
 */
export type NoComparison = 'needs_two_waves' | 'still_open'

export function resultsFor(db: Database, project: Project, now: number): Comparison | NoComparison {
  const pair = findWavePair(db, project, now)
  if (typeof pair === 'string') return pair
  return { ...pair, results: recall(db, project, pair) }
}

/** What surrounds the change of a comparison: who answered and left, how the measures hold together. */
export const contextOf = (db: Database, project: Project, { results, ...pair }: Comparison): ResultsContext =>
  computeContext(readInput(db, project, pair), results)

interface Remembered {
  /** The last event when the results were computed: whatever they are made of changes with a new one. */
  event: number
  results: ProjectResults
}
const remembered = new WeakMap<Database, Map<string, Remembered>>()

/** Page, charts and files of one visit ask for the same results; they are computed once. */
function recall(db: Database, project: Project, pair: WavePair): ProjectResults {
  const known = remembered.get(db) ?? new Map<string, Remembered>()
  remembered.set(db, known)
  const key = `${pair.from.id} ${pair.to.id}`
  const event = findLastEvent(db)
  const found = known.get(key)
  if (found?.event === event) return found.results
  const results = computeResults(readInput(db, project, pair))
  known.set(key, { event, results })
  return results
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

/** Everything the results of two waves are computed from, people known by their pseudonyms. */
export function readInput(db: Database, project: Project, { from, to }: WavePair): ResultsInput {
  const questionnaireOf = (wave: Wave) => getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  return {
    from: { kind: from.kind, questionnaire: questionnaireOf(from) },
    to: { kind: to.kind, questionnaire: questionnaireOf(to) },
    municipalities: listMunicipalities(db, project.id).map(({ code, name }) => ({ code, name })),
    asked: orderRows([from, to].flatMap((wave) => [...askedIn(db, wave)])),
    ...rules,
  }
}

function* askedIn(db: Database, wave: Wave): Generator<Asked> {
  for (const { pseudonym, municipality, actorGroup, response } of readAsked(db, wave.id))
    yield {
      participant: pseudonym,
      municipality,
      actorGroup,
      wave: wave.kind,
      response: response && { version: response.version, answers: response.answers },
    }
}
