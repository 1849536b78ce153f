// What can be computed of two waves, each from the database alone, so that it can be done in another thread.
import { sha256Of } from '#cuts/canonical-json.ts'
import { asTold, publishResults } from '#cuts/published-results.ts'
import { computeResults, resultsOfCounts } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { ResultsContext } from '#indicators/context/model.ts'
import type { ProjectResults } from '#indicators/model.ts'
import type { NewCut } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { findLastEvent } from '#store/events.ts'
import type { readCounts } from './columns.ts'
import { computeEdition } from './edition.ts'
import { readContextInput, readRules, type WavePair } from './input.ts'

export interface Outcomes {
  /** The change between the waves, as told. */
  results: ProjectResults
  /** What surrounds the change, as told: who answered and left, how the measures hold together. */
  context: ResultsContext
  /** SHA-256 of what a cut would keep. */
  sum: string
  /** The results as a cut would keep them. */
  edition: NewCut
}
export type Work = keyof Outcomes

/** Each from one state of the database. @param count where the counts come from */
type Works = { [W in Work]: (db: Database, pair: WavePair, count: typeof readCounts) => Outcomes[W] }

export const works: Works = {
  results: (db, pair, count) =>
    asTold(
      recallResults(db, pair, () => {
        const rules = readRules(db, pair)
        return resultsOfCounts(count(db, pair, rules), rules)
      }),
    ),
  context: (db, pair) => db.transaction(() => asTold(publishable(db, pair).context)),
  sum: (db, pair) =>
    db.transaction(() => {
      const { results, context } = publishable(db, pair)
      return sha256Of(publishResults(results, context))
    }),
  edition: (db, pair) => db.transaction(() => computeEdition(db, pair)),
}

interface Publishable {
  results: ProjectResults
  context: ResultsContext
}

/** Results with what surrounds them. */
const publishable = (db: Database, pair: WavePair): Publishable =>
  recall(contexts, db, pair, () => {
    const input = readContextInput(db, pair)
    const results = recallResults(db, pair, () => computeResults(input))
    return { results, context: computeContext(input, results) }
  })

const recallResults = (db: Database, pair: WavePair, compute: () => ProjectResults): ProjectResults =>
  recall(changes, db, pair, compute)

/** By database and pair of waves. */
type Memory<Outcome> = WeakMap<Database, Map<string, { event: number; outcome: Outcome }>>
const changes: Memory<ProjectResults> = new WeakMap()
const contexts: Memory<Publishable> = new WeakMap()

/** What is asked for in one visit is computed once: whatever it is made of changes with a new event. */
function recall<Outcome>(memory: Memory<Outcome>, db: Database, pair: WavePair, compute: () => Outcome): Outcome {
  const known = memory.get(db) ?? new Map<string, { event: number; outcome: Outcome }>()
  memory.set(db, known)
  const key = `${pair.from.id} ${pair.to.id}`
  const event = findLastEvent(db)
  const found = known.get(key)
  if (found?.event === event) return found.outcome
  const outcome = compute()
  known.set(key, { event, outcome })
  return outcome
}
