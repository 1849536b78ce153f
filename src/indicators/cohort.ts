// Everybody's scores on one indicator, counted once into everybody, municipalities and actor groups.
import type { PairedSample } from '#stats/paired-sample.ts'
import { type Tally, tallyOf } from '#stats/tally.ts'
import type { Places } from './columns.ts'
import type { CellSizes, Cells } from './group-disclosure.ts'
import type { Scores } from './pairing.ts'
import { ValueNumbers } from './value-numbers.ts'

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
  const { places } = order
  const points = new ValueNumbers()
  const before = numbered(points, scores.pairFrom)
  const after = numbered(points, scores.pairTo)
  // Most have a pair, and count in their wave as they do there. A list that stands for two kinds is counted once.
  const from = numbered(points, scores.from, before)
  const to = numbered(points, scores.to, after)
  const ownFrom = scores.ownFrom === scores.from ? from : numbered(points, scores.ownFrom, from)
  const ownTo = scores.ownTo === scores.to ? to : numbered(points, scores.ownTo, to)
  const steps = new ValueNumbers()
  const changes = numbered(
    steps,
    scores.pairTo.map((score, person) => score - (scores.pairFrom[person] ?? Number.NaN)),
  )
  const [pointList, stepList] = [points.list(), steps.list()]
  const counted = new Map<Numbered, Tallies>()
  const count = (one: Numbered) => {
    const tallies = counted.get(one) ?? tallyEverywhere(one.numbers, one === changes ? stepList : pointList, order)
    counted.set(one, tallies)
    return tallies
  }
  const tallies = {
    before: count(before),
    after: count(after),
    changes: count(changes),
    from: count(from),
    to: count(to),
    ownFrom: count(ownFrom),
    ownTo: count(ownTo),
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
    cells: cellsOf(tallies, order),
  }
}

/** A list of scores and the numbers of its values. */
interface Numbered {
  list: Float64Array
  numbers: Uint32Array
}

const numbered = (values: ValueNumbers, list: Float64Array, like?: Numbered): Numbered => ({
  list,
  numbers: values.number(list, like),
})

/** One kind of scores of everybody, by place of the code, and how many have one in each cell. */
interface Tallies {
  everybody: Tally
  byMunicipality: readonly Tally[]
  byActorGroup: readonly Tally[]
  inCells: Uint32Array
}

function tallyEverywhere(
  numbers: Uint32Array,
  known: ReturnType<ValueNumbers['list']>,
  { places, people, cells }: Order,
): Tallies {
  // Number 0 is no score.
  const nothing = () => new Float64Array(known.values.length + 1)
  const byActorGroup = places.actorGroups.map(nothing)
  const own = nothing()
  const byMunicipality = places.municipalities.map(() => empty)
  const inCells = new Uint32Array(cells.length)
  for (const [at, { municipality, actorGroup, start, end }] of cells.entries()) {
    const ofGroup = byActorGroup[actorGroup] ?? nothing()
    const without = own[0] ?? 0
    for (let place = start; place < end; place += 1) {
      const number = numbers[people[place] ?? 0] ?? 0
      own[number] = (own[number] ?? 0) + 1
      ofGroup[number] = (ofGroup[number] ?? 0) + 1
    }
    inCells[at] = end - start - ((own[0] ?? 0) - without)
    if (cells[at + 1]?.municipality === municipality) continue
    byMunicipality[municipality] = tallyOfCounts(known, own)
    own.fill(0)
  }
  const everybody = nothing()
  for (const counts of byActorGroup)
    for (let number = 1; number < counts.length; number += 1)
      everybody[number] = (everybody[number] ?? 0) + (counts[number] ?? 0)
  return {
    everybody: tallyOfCounts(known, everybody),
    byMunicipality,
    byActorGroup: byActorGroup.map((counts) => tallyOfCounts(known, counts)),
    inCells,
  }
}

/** @param counts by number of the value */
function tallyOfCounts({ values, ascending }: ReturnType<ValueNumbers['list']>, counts: Float64Array): Tally {
  let different = 0
  for (let number = 1; number < counts.length; number += 1) if ((counts[number] ?? 0) > 0) different += 1
  const tally = { values: new Float64Array(different), counts: new Float64Array(different), n: 0 }
  let place = 0
  for (let at = 0; at < ascending.length; at += 1) {
    const number = ascending[at] ?? 0
    const count = counts[number] ?? 0
    if (count === 0) continue
    tally.values[place] = values[number - 1] ?? 0
    tally.counts[place] = count
    tally.n += count
    place += 1
  }
  return tally
}

function cellsOf(
  tallies: Record<'before' | 'from' | 'to' | 'ownFrom' | 'ownTo', Tallies>,
  { places, cells }: Order,
): Cells {
  const sizes = new Map<string, Map<string, CellSizes>>()
  for (const [at, { municipality, actorGroup }] of cells.entries()) {
    const code = places.municipalities[municipality] ?? ''
    const row = sizes.get(code) ?? new Map<string, CellSizes>()
    sizes.set(code, row)
    const count = (kind: keyof typeof tallies) => tallies[kind].inCells[at] ?? 0
    const pairs = count('before')
    // Who has a pair has a score in each wave.
    row.set(places.actorGroups[actorGroup] ?? '', {
      pairs,
      unpairedFrom: count('from') - pairs,
      unpairedTo: count('to') - pairs,
      ownFrom: count('ownFrom'),
      ownTo: count('ownTo'),
    })
  }
  return sizes
}
