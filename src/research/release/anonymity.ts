// k-anonymity (Sweeney 2002): whoever knows somebody's municipality, group and background finds at least k people with
// the same. Where the full combination fails, columns are left out, the place last.
import type { Census, Class } from './census.ts'

export interface Told {
  municipality: boolean
  actorGroup: boolean
  background: boolean
}

/** In the order in which they are tried. Whole columns: leaving out single cells would give them away by subtraction. */
const attempts: readonly Told[] = [
  { municipality: true, actorGroup: true, background: true },
  { municipality: true, actorGroup: true, background: false },
  { municipality: true, actorGroup: false, background: true },
  { municipality: true, actorGroup: false, background: false },
  { municipality: false, actorGroup: true, background: true },
  { municipality: false, actorGroup: true, background: false },
  { municipality: false, actorGroup: false, background: true },
  { municipality: false, actorGroup: false, background: false },
]

export interface Codes {
  /** What is told instead of a code. */
  municipality: (code: string, isComplete: boolean) => string
  actorGroup: (code: string, isComplete: boolean) => string
}

/**
 * @param possible columns that say something at all
 * @returns the first combination of columns that k people or more share everywhere; undefined below k people
 */
export function columnsToTell(census: Census, codes: Codes, possible: Told, k: number): Told | undefined {
  return attempts
    .filter((told) => (Object.keys(told) as (keyof Told)[]).every((column) => possible[column] || !told[column]))
    .find((told) => smallestClass(census.classes, codes, told) >= k)
}

/** People in the smallest combination of what is told; 0 where there is nobody. */
export function smallestClass(classes: readonly Class[], codes: Codes, told: Told): number {
  const sizes = new Map<string, number>()
  for (const { municipality, actorGroup, isComplete, background, people } of classes) {
    const key = JSON.stringify([
      told.municipality && codes.municipality(municipality, isComplete),
      told.actorGroup && codes.actorGroup(actorGroup, isComplete),
      told.background && background,
    ])
    sizes.set(key, (sizes.get(key) ?? 0) + people)
  }
  return sizes.size === 0 ? 0 : Math.min(...sizes.values())
}
