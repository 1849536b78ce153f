// Publishing results: figures that somebody may quote are frozen with all that made them, once nobody can be told by
// subtracting them from what was published before.
import { isDeepStrictEqual } from 'node:util'
import { compute } from './computing/computing.ts'
import { compareEditions, type EditionFault } from './cuts/editions.ts'
import { readPublished } from './cuts/published-results.ts'
import { findWavePair, type NoComparison } from './results.ts'
import { addCut, type Cut, getCutResults, listCuts } from './store/cuts.ts'
import { type Database, immediately } from './store/database.ts'
import type { Actor } from './store/events.ts'
import type { Project } from './store/projects.ts'

export type Publication =
  | { outcome: 'made'; cut: Cut }
  /** Neither data nor figures have changed since this cut: it stands for the new one. */
  | { outcome: 'unchanged'; cut: Cut }
  /** Beside this earlier cut, somebody could be told by subtraction. */
  | { outcome: 'refused'; cut: Cut; faults: readonly EditionFault[] }
  | { outcome: 'nothing'; reason: NoComparison }

/** Freezes the results as they are now. Two at once make one cut: the second finds the first. */
export async function publishCut(db: Database, project: Project, actor: Actor, now: number): Promise<Publication> {
  const pair = findWavePair(db, project, now)
  if (typeof pair === 'string') return { outcome: 'nothing', reason: pair }
  const edition = await compute(db, 'edition', pair)
  const publication = immediately(db, (tx): Publication | undefined => {
    // A wave may have been opened again while the figures were computed.
    if (!isDeepStrictEqual(findWavePair(db, project, now), pair)) return undefined
    const earlier = listCuts(tx, project.id)
    const same = earlier.find(
      (cut) => cut.inputSha256 === edition.inputSha256 && cut.resultsSha256 === edition.resultsSha256,
    )
    if (same) return { outcome: 'unchanged', cut: same }
    const next = readPublished(edition.results)
    for (const cut of earlier) {
      const previous = readPublished(getCutResults(tx, cut))
      // A project may have changed its smallest group: the larger one holds for what both tell together.
      const data = cut.inputSha256 === edition.inputSha256 ? 'same' : 'changed'
      const faults = compareEditions(previous, next, Math.max(previous.threshold, next.threshold), data)
      if (faults.length > 0) return { outcome: 'refused', cut, faults }
    }
    return { outcome: 'made', cut: addCut(tx, edition, actor, now) }
  })
  return publication ?? publishCut(db, project, actor, now)
}
