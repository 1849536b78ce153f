// Numbers of people stand in two divisions at once: by municipality and by actor group. Where a hidden group has people
// only in municipalities whose other groups are all shown, its number follows: add those municipalities, take away
// those groups. Which cells hold nobody is taken as known.
//
// Whoever adds and subtracts gives every known sum a number. A hidden row follows where the numbers can be chosen so
// that those of a cell's two sums make 1 in every cell of the row and 0 in every other. One choice decides its
// neighbours, so it is enough to follow the cells from each sum to the next and see whether two of them disagree.

/** People by municipality and actor group. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** People by what they are in two divisions. */
export function crossCounts<Of>(
  people: readonly Of[],
  rowOf: (person: Of) => string,
  columnOf: (person: Of) => string,
): Counts {
  return new Map(
    [...Map.groupBy(people, rowOf)].map(([row, own]) => [
      row,
      new Map([...Map.groupBy(own, columnOf)].map(([column, some]) => [column, some.length])),
    ]),
  )
}

/** One number of people in both divisions, in total always known, with the rows that are published. */
export interface CountTable {
  counts: Counts
  municipalities: ReadonlySet<string>
  groups: ReadonlySet<string>
  /** Rows that must not follow; every hidden one where left out. */
  guarded?: ReadonlySet<string>
}

interface Cell {
  municipality: string
  group: string
  n: number
}

type Division = 'municipality' | 'group'

/** Whether a hidden row with somebody, but fewer than the threshold, follows from what is published. */
export const tellsFew = (tables: readonly CountTable[], threshold: number): boolean =>
  listTold(tables, threshold).length > 0

/** Hidden rows with somebody, but fewer than the threshold, that follow from what is published. */
export function listTold(tables: readonly CountTable[], threshold: number): string[] {
  return mergeAlike(tables).flatMap((table) => {
    const cells = cellsOf(table.counts)
    const neighbours = neighboursOf(cells, table)
    const fewIn = (division: Division, shown: ReadonlySet<string>) => {
      const people = new Map<string, number>()
      for (const cell of cells) people.set(cell[division], (people.get(cell[division]) ?? 0) + cell.n)
      const isGuarded = (name: string) => !shown.has(name) && table.guarded?.has(name) !== false
      return [...people].flatMap(([name, n]) => (n < threshold && isGuarded(name) ? name : []))
    }
    return [
      ...fewIn('group', table.groups).filter((name) => follows(neighbours, 'group', name)),
      ...fewIn('municipality', table.municipalities).filter((name) => follows(neighbours, 'municipality', name)),
    ]
  })
}

/** Tables with the same people in every cell are one, with the rows of all of them. */
function mergeAlike(tables: readonly CountTable[]): CountTable[] {
  const alike = Map.groupBy(tables, ({ counts }) => textOf(counts))
  return [...alike.values()].map((same) => {
    const guarded = same.map((one) => one.guarded)
    return {
      counts: same[0]?.counts ?? new Map(),
      municipalities: new Set(same.flatMap(({ municipalities }) => [...municipalities])),
      groups: new Set(same.flatMap(({ groups }) => [...groups])),
      ...(guarded.includes(undefined) ? {} : { guarded: new Set(guarded.flatMap((rows) => [...(rows ?? [])])) }),
    }
  })
}

/** The same counts are asked about with ever more rows hidden; what they say is read once. */
const texts = new WeakMap<Counts, string>()

/** Equal texts are equal counts. */
export function textOf(counts: Counts): string {
  const known = texts.get(counts)
  if (known !== undefined) return known
  const byName = (one: readonly [string, unknown], other: readonly [string, unknown]) => (one[0] < other[0] ? -1 : 1)
  let text = ''
  for (const [municipality, row] of [...counts].sort(byName))
    for (const [group, n] of [...row].sort(byName)) if (n > 0) text += `${municipality}\t${group}\t${n}\n`
  texts.set(counts, text)
  return text
}

const cellsOf = (counts: Counts): Cell[] =>
  [...counts].flatMap(([municipality, row]) =>
    [...row].flatMap(([group, n]) => (n > 0 ? [{ municipality, group, n }] : [])),
  )

/** By sum that is known: the cells in it, each with the other sum that it is in. */
type Neighbours = ReadonlyMap<string, readonly { cell: Cell; sum: string }[]>

function neighboursOf(cells: readonly Cell[], known: CountTable): Neighbours {
  const neighbours = new Map<string, { cell: Cell; sum: string }[]>()
  const join = (cell: Cell, one: string, sum: string) => {
    const own = neighbours.get(one)
    if (own) own.push({ cell, sum })
    else neighbours.set(one, [{ cell, sum }])
  }
  for (const cell of cells) {
    // The hidden rows of a division are known together: total less the others.
    const inMunicipality = `m ${known.municipalities.has(cell.municipality) ? cell.municipality : ''}`
    const inGroup = `g ${known.groups.has(cell.group) ? cell.group : ''}`
    join(cell, inMunicipality, inGroup)
    join(cell, inGroup, inMunicipality)
  }
  return neighbours
}

function follows(neighbours: Neighbours, division: Division, row: string): boolean {
  const numbers = new Map<string, number>()
  for (const start of neighbours.keys()) {
    if (numbers.has(start)) continue
    numbers.set(start, 0)
    const open = [start]
    for (let sum = open.pop(); sum !== undefined; sum = open.pop())
      for (const { cell, sum: next } of neighbours.get(sum) ?? []) {
        const number = (cell[division] === row ? 1 : 0) - (numbers.get(sum) ?? 0)
        const before = numbers.get(next)
        if (before !== undefined && before !== number) return false
        if (before !== undefined) continue
        numbers.set(next, number)
        open.push(next)
      }
  }
  return true
}
