// Everybody's scores on one indicator, counted once into everybody, municipalities and actor groups.
import type { PairedSample } from '#stats/paired-sample.ts'
import { type Tally, tallyOf } from '#stats/tally.ts'
import type { Places } from './columns.ts'
import type { CellSizes, Cells } from './group-disclosure.ts'
import type { Scores } from './pairing.ts'
import { numberValues } from './value-numbers.ts'

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

/** People of one municipality and actor group: a stretch of `people`. */
interface Cell {
  municipality: number
  actorGroup: number
  start: number
  end: number
}

/** People ordered by where they belong: the cells of one municipality beside each other. */
export interface Order {
  places: Places
  people: Uint32Array
  cells: readonly Cell[]
}

export function orderPeople(places: Places): Order {
  const { municipalities, actorGroups, municipalityOf, actorGroupOf } = places
  const sizes = new Uint32Array(municipalities.length * actorGroups.length)
  const cellOf = (person: number) => (municipalityOf[person] ?? 0) * actorGroups.length + (actorGroupOf[person] ?? 0)
  const n = municipalityOf.length
  for (let person = 0; person < n; person += 1) sizes[cellOf(person)] = (sizes[cellOf(person)] ?? 0) + 1
  const next = new Uint32Array(sizes.length)
  const cells: Cell[] = []
  let start = 0
  for (const [at, size] of sizes.entries()) {
    next[at] = start
    const municipality = Math.floor(at / actorGroups.length)
    if (size > 0) cells.push({ municipality, actorGroup: at % actorGroups.length, start, end: start + size })
    start += size
  }
  const people = new Uint32Array(n)
  for (let person = 0; person < n; person += 1) {
    const place = next[cellOf(person)] ?? 0
    people[place] = person
    next[cellOf(person)] = place + 1
  }
  return { places, people, cells }
}

export function sortIntoCohorts(scores: Scores, order: Order): Cohorts {
  const { places, cells } = order
  const changes = scores.pairTo.map((score, person) => score - (scores.pairFrom[person] ?? Number.NaN))
  const counted = new Map<Float64Array, Tallies>()
  // Two kinds of scores that are the same list are counted once.
  const tally = (list: Float64Array) => {
    const tallies = counted.get(list) ?? tallyEverywhere(list, order)
    counted.set(list, tallies)
    return tallies
  }
  const tallies = {
    before: tally(scores.pairFrom),
    after: tally(scores.pairTo),
    changes: tally(changes),
    from: tally(scores.from),
    to: tally(scores.to),
    ownFrom: tally(scores.ownFrom),
    ownTo: tally(scores.ownTo),
  }
  const cohortOf = (pick: (one: Tallies) => Tally | undefined): Cohort => {
    const of = (kind: keyof typeof tallies) => pick(tallies[kind]) ?? empty
    return {
      pairs: { before: of('before'), after: of('after'), changes: of('changes') },
      from: of('from'),
      to: of('to'),
      ownFrom: of('ownFrom'),
      ownTo: of('ownTo'),
    }
  }
  return {
    everybody: cohortOf(({ everybody }) => everybody),
    byMunicipality: new Map(
      places.municipalities.map((code, at) => [code, cohortOf(({ byMunicipality }) => byMunicipality[at])]),
    ),
    byActorGroup: new Map(
      places.actorGroups.map((code, at) => [code, cohortOf(({ byActorGroup }) => byActorGroup[at])]),
    ),
    cells: sizesOfCells(scores, order, cells),
  }
}

/** One kind of scores of everybody, and by place of the code. */
interface Tallies {
  everybody: Tally
  byMunicipality: readonly Tally[]
  byActorGroup: readonly Tally[]
}

function tallyEverywhere(list: Float64Array, { places, people, cells }: Order): Tallies {
  const { numbers, values } = numberValues(list)
  // Number 0 is no score.
  const countsFor = (groups: readonly string[]) => groups.map(() => new Float64Array(values.length + 1))
  const byActorGroup = countsFor(places.actorGroups)
  const everybody = new Float64Array(values.length + 1)
  const own = new Float64Array(values.length + 1)
  const byMunicipality = places.municipalities.map(() => empty)
  for (const [at, { municipality, actorGroup, start, end }] of cells.entries()) {
    const ofGroup = byActorGroup[actorGroup] ?? own
    for (let place = start; place < end; place += 1) {
      const number = numbers[people[place] ?? 0] ?? 0
      own[number] = (own[number] ?? 0) + 1
      ofGroup[number] = (ofGroup[number] ?? 0) + 1
    }
    if (cells[at + 1]?.municipality === municipality) continue
    byMunicipality[municipality] = tallyOfCounts(values, own)
    own.fill(0)
  }
  for (const counts of byActorGroup)
    for (let number = 1; number < counts.length; number += 1)
      everybody[number] = (everybody[number] ?? 0) + (counts[number] ?? 0)
  return {
    everybody: tallyOfCounts(values, everybody),
    byMunicipality,
    byActorGroup: byActorGroup.map((counts) => tallyOfCounts(values, counts)),
  }
}

/** @param counts by number of the value; that of no score is left out */
function tallyOfCounts(values: Float64Array, counts: Float64Array): Tally {
  let different = 0
  let n = 0
  for (let number = 1; number < counts.length; number += 1) {
    const count = counts[number] ?? 0
    if (count > 0) different += 1
    n += count
  }
  const tally = { values: new Float64Array(different), counts: new Float64Array(different), n }
  let place = 0
  for (let number = 1; number < counts.length; number += 1) {
    const count = counts[number] ?? 0
    if (count === 0) continue
    tally.values[place] = values[number - 1] ?? 0
    tally.counts[place] = count
    place += 1
  }
  return tally
}

function sizesOfCells(scores: Scores, { places, people }: Order, cells: readonly Cell[]): Cells {
  const sizes = new Map<string, Map<string, CellSizes>>()
  for (const { municipality, actorGroup, start, end } of cells) {
    const code = places.municipalities[municipality] ?? ''
    const row = sizes.get(code) ?? new Map<string, CellSizes>()
    sizes.set(code, row)
    const count = (list: Float64Array) => {
      let size = 0
      for (let place = start; place < end; place += 1) if (!Number.isNaN(list[people[place] ?? 0])) size += 1
      return size
    }
    const pairs = count(scores.pairFrom)
    // Who has a pair has a score in each wave.
    row.set(places.actorGroups[actorGroup] ?? '', {
      pairs,
      unpairedFrom: count(scores.from) - pairs,
      unpairedTo: count(scores.to) - pairs,
      ownFrom: count(scores.ownFrom),
      ownTo: count(scores.ownTo),
    })
  }
  return sizes
}
