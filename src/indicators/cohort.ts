// Everybody's scores on one indicator, sorted once into everybody, municipalities and actor groups.
import type { ScorePair } from '#survey/scoring.ts'
import type { CellSizes, Cells } from './group-disclosure.ts'
import type { PersonScores } from './pairing.ts'

/** The scores of some people. */
export interface Cohort {
  pairs: ScorePair[]
  from: number[]
  to: number[]
  ownFrom: number[]
  ownTo: number[]
}

export interface Cohorts {
  everybody: Cohort
  byMunicipality: ReadonlyMap<string, Cohort>
  byActorGroup: ReadonlyMap<string, Cohort>
  cells: Cells
}

export const nobody = (): Cohort => ({ pairs: [], from: [], to: [], ownFrom: [], ownTo: [] })

export function sortIntoCohorts(scores: readonly PersonScores[]): Cohorts {
  const everybody = nobody()
  const byMunicipality = new Map<string, Cohort>()
  const byActorGroup = new Map<string, Cohort>()
  const cells = new Map<string, Map<string, Record<keyof CellSizes, number>>>()
  for (const person of scores) {
    const { municipality, actorGroup } = person
    join(everybody, person)
    join(entryOf(byMunicipality, municipality, nobody), person)
    join(entryOf(byActorGroup, actorGroup, nobody), person)
    const row = entryOf(cells, municipality, () => new Map<string, Record<keyof CellSizes, number>>())
    count(entryOf(row, actorGroup, emptyCell), person)
  }
  return { everybody, byMunicipality, byActorGroup, cells }
}

function join(cohort: Cohort, { pair, from, to, ownFrom, ownTo }: PersonScores): void {
  if (pair) cohort.pairs.push(pair)
  if (from !== undefined) cohort.from.push(from)
  if (to !== undefined) cohort.to.push(to)
  if (ownFrom !== undefined) cohort.ownFrom.push(ownFrom)
  if (ownTo !== undefined) cohort.ownTo.push(ownTo)
}

function count(cell: Record<keyof CellSizes, number>, { pair, from, to, ownFrom, ownTo }: PersonScores): void {
  if (pair) cell.pairs += 1
  if (!pair && from !== undefined) cell.unpairedFrom += 1
  if (!pair && to !== undefined) cell.unpairedTo += 1
  if (ownFrom !== undefined) cell.ownFrom += 1
  if (ownTo !== undefined) cell.ownTo += 1
}

const emptyCell = (): Record<keyof CellSizes, number> => ({
  pairs: 0,
  unpairedFrom: 0,
  unpairedTo: 0,
  ownFrom: 0,
  ownTo: 0,
})

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
