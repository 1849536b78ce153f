// Groups that may not be told apart stand together under one code, and so does everybody who answered one wave alone.
// Whoever subtracts what has codes of its own from a published total is left with this pool, so it must say nothing
// about one of its members.
import type { Standing } from './hidden.ts'

/** What the pool is called in the file. */
export const pooledCode = 'OTHER'

/** Values of single people are not shown of fewer, as in charts: a pool whose members have published means of their own
 * could be searched for the people who make them. */
export const searchablePool = 20

/** Those of one municipality or group. */
export interface Members {
  /** Who answered both waves: the file can tell where they belong. */
  complete: number
  /**
   * Levels, as levelKey, that somebody counts in who answered that wave alone, and all its items: whose place is not
   * told, so that nobody can compute the group's level from the file.
   */
  coveredLevels: ReadonlySet<string>
}

/** @returns codes that stand in the pool; every code where nothing is left to tell */
export function poolOf(groups: ReadonlyMap<string, Members>, standing: Standing, k: number): Set<string> {
  const size = (code: string) => groups.get(code)?.complete ?? 0
  const order = [...groups.keys()].sort((one, other) => size(one) - size(other) || (one < other ? -1 : 1))
  const pool = new Set(
    [...groups].filter(([code, own]) => own.complete < k || wouldTell(code, own, standing)).map(([code]) => code),
  )
  for (const next of order) {
    if (isSafe(pool, size, standing, k)) break
    pool.add(next)
  }
  return pool
}

/** Whether a hidden figure could be computed if the file told who is in the group. */
function wouldTell(code: string, { coveredLevels }: Members, { hidden }: Standing): boolean {
  const own = hidden.get(code)
  return own !== undefined && (own.pairs || !own.levels.isSubsetOf(coveredLevels))
}

function isSafe(pool: ReadonlySet<string>, size: (code: string) => number, { shown }: Standing, k: number): boolean {
  if (pool.size === 0) return true
  const people = [...pool].reduce((sum, code) => sum + size(code), 0)
  const isSearchable = [...pool].some((code) => shown.has(code))
  return pool.size >= 2 && people >= (isSearchable ? Math.max(k, searchablePool) : k)
}
