// Everybody's scores on one indicator, sorted once into everybody, municipalities and actor groups.
import type { PairedSample } from '#stats/paired-sample.ts'
import { type Tally, tallyOf } from '#stats/tally.ts'
import type { CellSizes, Cells } from './group-disclosure.ts'
import type { PersonScores } from './pairing.ts'

/** The scores of some people. */
export interface Cohort {
  pairs: PairedSample & { changes: Tally }
  from: Tally
  to: Tally
  ownFrom: Tally
  ownTo: Tally
}

export interface Cohorts {
  everybody: Cohort
  byMunicipality: ReadonlyMap<string, Cohort>
  byActorGroup: ReadonlyMap<string, Cohort>
  cells: Cells
}

const empty = tallyOf([])
export const nobody: Cohort = {
  pairs: { before: empty, after: empty, changes: empty },
  from: empty,
  to: empty,
  ownFrom: empty,
  ownTo: empty,
}

/** The scores of some people, one by one. */
type Lists = Record<'before' | 'after' | 'changes' | 'from' | 'to' | 'ownFrom' | 'ownTo', number[]>
const noLists = (): Lists => ({ before: [], after: [], changes: [], from: [], to: [], ownFrom: [], ownTo: [] })

export function sortIntoCohorts(scores: readonly PersonScores[]): Cohorts {
  const everybody = noLists()
  const byMunicipality = new Map<string, Lists>()
  const byActorGroup = new Map<string, Lists>()
  const cells = new Map<string, Map<string, Record<keyof CellSizes, number>>>()
  for (const person of scores) {
    const { municipality, actorGroup } = person
    join(everybody, person)
    join(entryOf(byMunicipality, municipality, noLists), person)
    join(entryOf(byActorGroup, actorGroup, noLists), person)
    const row = entryOf(cells, municipality, () => new Map<string, Record<keyof CellSizes, number>>())
    count(entryOf(row, actorGroup, emptyCell), person)
  }
  const cohortsOf = (lists: Map<string, Lists>) => new Map([...lists].map(([code, own]) => [code, cohortOf(own)]))
  return {
    everybody: cohortOf(everybody),
    byMunicipality: cohortsOf(byMunicipality),
    byActorGroup: cohortsOf(byActorGroup),
    cells,
  }
}

function join(lists: Lists, { pair, from, to, ownFrom, ownTo }: PersonScores): void {
  if (pair) {
    lists.before.push(pair.from)
    lists.after.push(pair.to)
    lists.changes.push(pair.to - pair.from)
  }
  if (from !== undefined) lists.from.push(from)
  if (to !== undefined) lists.to.push(to)
  if (ownFrom !== undefined) lists.ownFrom.push(ownFrom)
  if (ownTo !== undefined) lists.ownTo.push(ownTo)
}

const cohortOf = ({ before, after, changes, from, to, ownFrom, ownTo }: Lists): Cohort => ({
  pairs: { before: tallyOf(before), after: tallyOf(after), changes: tallyOf(changes) },
  from: tallyOf(from),
  to: tallyOf(to),
  ownFrom: tallyOf(ownFrom),
  ownTo: tallyOf(ownTo),
})

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
