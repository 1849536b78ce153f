// From columns to cohorts: scores are made and counted for some thousand people at a time, whole municipalities, and
// nothing of them is kept but how often each value occurs.
import type { Tally } from '#stats/tally.ts'
import { ChangeNumbers } from './change-numbers.ts'
import { type Cohort, type Cohorts, nobody } from './cohort.ts'
import type { Columns, Places } from './columns.ts'
import { type IndicatorComparison, isComposite } from './comparison.ts'
import type { CellSizes } from './group-disclosure.ts'
import { type Cell, cellsOf, orderColumns, sliceColumns } from './ordered-columns.ts'
import { prepareScoring } from './pairing.ts'
import { keepSamePeople } from './same-people.ts'
import type { Scores } from './scores.ts'
import { ValueCounts } from './value-counts.ts'
import type { ValueNumbers } from './value-numbers.ts'

/** People at a time, at least, where there are so many. */
const stretch = 2048

/** Cohorts by indicator id, and the indices that are not measured: fewer than the threshold have them. */
export interface Counted {
  cohorts: ReadonlyMap<string, Cohorts>
  without: ReadonlySet<string>
}

/** @param threshold see keepSamePeople */
export function countCohorts(
  columns: Columns,
  comparisons: readonly IndicatorComparison[],
  threshold: number,
  without: ReadonlySet<string> = new Set(),
): Counted {
  const cohorts = countWithout(columns, comparisons, threshold, without)
  const scarce = comparisons
    .filter((one) => isComposite(one) && !without.has(one.indicator.id))
    .map(({ indicator }) => indicator.id)
    .filter((id) => mostIn(cohorts.get(id)?.everybody ?? nobody) < threshold)
  if (scarce.length === 0) return { cohorts, without }
  return countCohorts(columns, comparisons, threshold, without.union(new Set(scarce)))
}

/** People in the largest of the lists. */
const mostIn = ({ from, to, ownFrom, ownTo }: Cohort): number =>
  Math.max(...[from, to, ownFrom, ownTo].map(({ n }) => n))

function countWithout(
  columns: Columns,
  comparisons: readonly IndicatorComparison[],
  threshold: number,
  without: ReadonlySet<string>,
): ReadonlyMap<string, Cohorts> {
  const ordered = orderColumns(columns)
  const score = prepareScoring(ordered, comparisons)
  const none = score(sliceColumns(ordered, 0, 0))
  const counters = new Map([...none].map(([id, { values }]) => [id, new CohortCounter(columns.places, values)]))
  for (const cells of stretchesOf(cellsOf(ordered))) {
    const start = cells[0]?.start ?? 0
    const some = sliceColumns(ordered, start, cells.at(-1)?.end ?? start)
    const scores = score(some)
    // Who is left out depends on people of the same cell only.
    keepSamePeople(scores, some.places, comparisons, threshold, without)
    const own = cells.map((cell) => ({ ...cell, start: cell.start - start, end: cell.end - start }))
    for (const [id, list] of scores) counters.get(id)?.add(list, own)
  }
  return new Map([...counters].map(([id, counter]) => [id, counter.cohorts()]))
}

/** The cells in stretches of whole municipalities. */
function* stretchesOf(cells: readonly Cell[]): Generator<readonly Cell[]> {
  let some: Cell[] = []
  for (const cell of cells) {
    const first = some[0]
    if (first && cell.start - first.start >= stretch && some.at(-1)?.municipality !== cell.municipality) {
      yield some
      some = []
    }
    some.push(cell)
  }
  if (some.length > 0) yield some
}

const kinds = ['before', 'after', 'changes', 'from', 'to', 'ownFrom', 'ownTo'] as const
type Kind = (typeof kinds)[number]

/** Counts the scores on one indicator. */
class CohortCounter {
  readonly #places: Places
  readonly #points: ValueNumbers
  readonly #changes: ChangeNumbers
  readonly #counts: Record<Kind, ValueCounts>
  readonly #cells = new Map<string, Map<string, CellSizes>>()
  /** Levels of a wave alone that are those of the core: counted once. */
  #isSame = { from: true, to: true }

  /** @param points the values of the scores */
  constructor(places: Places, points: ValueNumbers) {
    this.#places = places
    this.#points = points
    this.#changes = new ChangeNumbers(points)
    const counts = () => new ValueCounts(places)
    this.#counts = {
      before: counts(),
      after: counts(),
      changes: counts(),
      from: counts(),
      to: counts(),
      ownFrom: counts(),
      ownTo: counts(),
    }
  }

  add({ pairFrom, pairTo, from, to, ownFrom, ownTo }: Scores, cells: readonly Cell[]): void {
    const add = (kind: Kind, numbers: Uint32Array) =>
      this.#counts[kind].add(numbers, cells, kind === 'changes' ? this.#changes.values.size : this.#points.size)
    this.#isSame = { from: ownFrom === from, to: ownTo === to }
    const pairs = add('before', pairFrom)
    add('after', pairTo)
    add('changes', this.#changes.number(pairFrom, pairTo))
    const inFrom = add('from', from)
    const inTo = add('to', to)
    const inOwnFrom = ownFrom === from ? inFrom : add('ownFrom', ownFrom)
    const inOwnTo = ownTo === to ? inTo : add('ownTo', ownTo)
    for (const [at, cell] of cells.entries()) {
      const own = pairs[at] ?? 0
      // Who has a pair has a score in each wave.
      this.#addCell(cell, {
        pairs: own,
        unpairedFrom: (inFrom[at] ?? 0) - own,
        unpairedTo: (inTo[at] ?? 0) - own,
        ownFrom: inOwnFrom[at] ?? 0,
        ownTo: inOwnTo[at] ?? 0,
      })
    }
  }

  cohorts(): Cohorts {
    const [points, steps] = [this.#points.list(), this.#changes.values.list()]
    const tally = (kind: Kind) => this.#counts[kind].tallies(kind === 'changes' ? steps : points)
    const [from, to] = [tally('from'), tally('to')]
    const tallies = {
      before: tally('before'),
      after: tally('after'),
      changes: tally('changes'),
      from,
      to,
      ownFrom: this.#isSame.from ? from : tally('ownFrom'),
      ownTo: this.#isSame.to ? to : tally('ownTo'),
    }
    const cohortOf = (pick: (of: (typeof tallies)[Kind]) => Tally | undefined): Cohort => {
      const of = (kind: Kind) => pick(tallies[kind]) ?? nobody.from
      return {
        pairs: { before: of('before'), after: of('after'), changes: of('changes') },
        from: of('from'),
        to: of('to'),
        ownFrom: of('ownFrom'),
        ownTo: of('ownTo'),
      }
    }
    const { municipalities, actorGroups } = this.#places
    return {
      everybody: cohortOf(({ everybody }) => everybody),
      byMunicipality: new Map(
        municipalities.map((code, at) => [code, cohortOf(({ byMunicipality }) => byMunicipality[at])]),
      ),
      byActorGroup: new Map(actorGroups.map((code, at) => [code, cohortOf(({ byActorGroup }) => byActorGroup[at])])),
      cells: this.#cells,
    }
  }

  #addCell({ municipality, actorGroup }: Cell, sizes: CellSizes): void {
    const code = this.#places.municipalities[municipality] ?? ''
    const row = this.#cells.get(code) ?? new Map<string, CellSizes>()
    this.#cells.set(code, row)
    row.set(this.#places.actorGroups[actorGroup] ?? '', sizes)
  }
}
