// k-anonymity (Sweeney 2002): whoever knows somebody's municipality, group and background finds at least k people with
// the same. Where the full combination fails, columns are left out, the years first.
import type { Class } from './census.ts'

/** What is told of somebody beside the municipality. */
export interface Told {
  actorGroup: boolean
  background: boolean
}

/** In the order in which they are tried. Whole columns: leaving out single cells would give them away by subtraction. */
const attempts: readonly Told[] = [
  { actorGroup: true, background: true },
  { actorGroup: true, background: false },
  { actorGroup: false, background: true },
]

/**
 * @param classes of municipalities with k people or more each
 * @param possible columns that may be told at all
 * @returns the first combination of columns that k people or more share everywhere; with none, k share a municipality
 */
export const columnsToTell = (classes: readonly Class[], possible: Told, k: number): Told =>
  attempts
    .filter((told) => (possible.actorGroup || !told.actorGroup) && (possible.background || !told.background))
    .find((told) => smallestClass(classes, told) >= k) ?? { actorGroup: false, background: false }

/** People in the smallest combination of what is told; 0 where there is nobody. */
export function smallestClass(classes: readonly Class[], told: Told): number {
  const sizes = new Map<string, number>()
  for (const { municipality, actorGroup, background, people } of classes) {
    const key = JSON.stringify([municipality, told.actorGroup && actorGroup, told.background && background])
    sizes.set(key, (sizes.get(key) ?? 0) + people)
  }
  return sizes.size === 0 ? 0 : Math.min(...sizes.values())
}
