// Who stays in a released file. People of a municipality with hidden figures leave it altogether: under a common code
// they could be found again, since published means of several measures before and after are so many conditions that
// they mostly single out the people who make them. Whoever subtracts the file from published totals is left with those
// who left, so they must be many enough together.
import type { Class } from './census.ts'
import type { Standing } from './hidden.ts'

export interface Staying {
  /** Codes of municipalities. */
  municipalities: ReadonlySet<string>
  /** Whether those who answered one wave alone stay too: only where nothing of a staying municipality is hidden. */
  oneWave: boolean
}

/** @returns whoever is left; no municipality at all where none can stay */
export function chooseStaying(classes: readonly Class[], standing: Standing, k: number): Staying {
  const groups = Map.groupBy(classes, ({ municipality }) => municipality)
  const sizes = new Map([...groups].map(([code, own]) => [code, completeOf(own)]))
  const size = (code: string) => sizes.get(code) ?? 0
  const leaving = new Set(
    [...groups].filter(([code, own]) => size(code) < k || wouldTell(code, own, standing)).map(([code]) => code),
  )
  const smallestFirst = [...groups.keys()].sort((one, other) => size(one) - size(other) || (one < other ? -1 : 1))
  for (const next of smallestFirst) {
    if (isSafe([...leaving].map(size), k)) break
    leaving.add(next)
  }
  const municipalities = new Set([...groups.keys()].filter((code) => !leaving.has(code)))
  const isShown = [...municipalities].every((code) => !standing.has(code))
  const isCovered = leaving.size === 0 || [...leaving].some((code) => size(code) > 0)
  return { municipalities, oneWave: isShown && isCovered }
}

export const stays = ({ municipality, isComplete }: Pick<Class, 'municipality' | 'isComplete'>, of: Staying): boolean =>
  of.municipalities.has(municipality) && (isComplete || of.oneWave)

/**
 * Whether the file may tell actor groups: all of each is shown, or a hidden level counts somebody who left; and of each,
 * nobody or k people who answered both waves left.
 */
export function mayTellGroups(classes: readonly Class[], standing: Standing, staying: Staying, k: number): boolean {
  const groups = Map.groupBy(classes, ({ actorGroup }) => actorGroup)
  return [...groups].every(([code, own]) => {
    const left = own.filter((some) => !stays(some, staying))
    if (left.length === own.length) return true
    const hidden = standing.get(code)
    if (hidden && (hidden.pairs || !hidden.levels.isSubsetOf(levelsOf(left)))) return false
    const complete = completeOf(left)
    return complete >= k || (complete === 0 && (left.length === 0 || !staying.oneWave))
  })
}

/** Whether a hidden figure could be computed by whoever has those who answered both waves. */
function wouldTell(code: string, own: readonly Class[], standing: Standing): boolean {
  const hidden = standing.get(code)
  if (!hidden) return false
  return hidden.pairs || !hidden.levels.isSubsetOf(levelsOf(own.filter(({ isComplete }) => !isComplete)))
}

/** @param leaving people with both waves, by municipality; nobody is nothing to subtract */
function isSafe(leaving: readonly number[], k: number): boolean {
  const some = leaving.filter((people) => people > 0)
  return some.length === 0 || (some.length >= 2 && some.reduce((sum, people) => sum + people, 0) >= k)
}

const levelsOf = (classes: readonly Class[]): ReadonlySet<string> =>
  new Set(classes.flatMap(({ levels }) => [...levels]))

const completeOf = (classes: readonly Class[]): number =>
  classes.reduce((sum, { isComplete, people }) => sum + (isComplete ? people : 0), 0)
