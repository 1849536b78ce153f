// What can be computed of two waves, each from the database alone, so that it can be done in another thread.
import { computeResults, resultsOfColumns } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { ResultsContext } from '#indicators/context/model.ts'
import type { ProjectResults } from '#indicators/model.ts'
import type { NewCut } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { findLastEvent } from '#store/events.ts'
import type { readColumns } from './columns.ts'
import { computeEdition } from './edition.ts'
import { readContextInput, readRules, type WavePair } from './input.ts'

export interface Outcomes {
  /** The change between the waves. */
  results: ProjectResults
  /** What surrounds the change: who answered and left, how the measures hold together. */
  context: ResultsContext
  /** The results as a cut would keep them. */
  edition: NewCut
}
export type Work = keyof Outcomes

/** Each from one state of the database. @param read where the columns come from */
type Works = { [W in Work]: (db: Database, pair: WavePair, read: typeof readColumns) => Outcomes[W] }

export const works: Works = {
  results: (db, pair, read) => recallResults(db, pair, () => resultsOfColumns(read(db, pair), readRules(db, pair))),
  context: (db, pair) =>
    db.transaction(() => {
      const input = readContextInput(db, pair)
      return computeContext(
        input,
        recallResults(db, pair, () => computeResults(input)),
      )
    }),
  edition: (db, pair) => db.transaction(() => computeEdition(db, pair)),
}

interface Remembered {
  /** The last event when the results were computed: whatever they are made of changes with a new one. */
  event: number
  results: ProjectResults
}
const remembered = new WeakMap<Database, Map<string, Remembered>>()

/** Results and their context are asked for in one visit: the results are computed once. */
function recallResults(db: Database, pair: WavePair, compute: () => ProjectResults): ProjectResults {
  const known = remembered.get(db) ?? new Map<string, Remembered>()
  remembered.set(db, known)
  const key = `${pair.from.id} ${pair.to.id}`
  const event = findLastEvent(db)
  const found = known.get(key)
  if (found?.event === event) return found.results
  const results = compute()
  known.set(key, { event, results })
  return results
}
