// What can be computed of two waves, each from the database alone, so that it can be done in another thread.
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { ProjectResults } from '#indicators/model.ts'
import type { Database } from '#store/database.ts'
import { findLastEvent } from '#store/events.ts'
import { computeEdition } from './edition.ts'
import { readContextInput, readInput, type WavePair } from './input.ts'

export const works = {
  /** The change between the waves. */
  results: recallResults,
  /** What surrounds the change: who answered and left, how the measures hold together. */
  context: (db: Database, pair: WavePair) => computeContext(readContextInput(db, pair), recallResults(db, pair)),
  /** The results as a cut would keep them. */
  edition: computeEdition,
} as const satisfies Record<string, (db: Database, pair: WavePair) => unknown>

export type Work = keyof typeof works
export type Outcome<W extends Work> = ReturnType<(typeof works)[W]>

interface Remembered {
  /** The last event when the results were computed: whatever they are made of changes with a new one. */
  event: number
  results: ProjectResults
}
const remembered = new WeakMap<Database, Map<string, Remembered>>()

/** Results and their context are asked for in one visit: the results are computed once. */
function recallResults(db: Database, pair: WavePair): ProjectResults {
  const known = remembered.get(db) ?? new Map<string, Remembered>()
  remembered.set(db, known)
  const key = `${pair.from.id} ${pair.to.id}`
  const event = findLastEvent(db)
  const found = known.get(key)
  if (found?.event === event) return found.results
  const results = computeResults(readInput(db, pair))
  known.set(key, { event, results })
  return results
}
