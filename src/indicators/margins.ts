// Numbers of people stand in two divisions at once: by municipality and by actor group. Where a hidden group has people
// only in municipalities whose other groups are all shown, its number follows: add those municipalities, take away
// those groups. Which cells hold nobody is taken as known.
//
// Whoever adds and subtracts gives every known sum a number. A hidden row follows where the numbers can be chosen so
// that those of a cell's two sums make 1 in every cell of the row and 0 in every other. One choice decides its
// neighbours, so it is enough to follow the cells from each sum to the next and see whether two of them disagree.

/** People by municipality and actor group. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** One number of people in both divisions, in total always known, with the rows that are published. */
export interface CountTable {
  counts: Counts
  municipalities: ReadonlySet<string>
  groups: ReadonlySet<string>
}

interface Cell {
  municipality: string
  group: string
  n: number
}

type Division = 'municipality' | 'group'

/** Whether a hidden row with somebody, but fewer than the threshold, follows from what is published. */
export function tellsFew(tables: readonly CountTable[], threshold: number): boolean {
  return mergeAlike(tables).some((table) => {
    const cells = cellsOf(table.counts)
    const isFew = (division: Division, name: string) => {
      const people = cells.reduce((total, cell) => (cell[division] === name ? total + cell.n : total), 0)
      return people > 0 && people < threshold
    }
    const hidden = (division: Division, shown: ReadonlySet<string>) =>
      [...new Set(cells.map((cell) => cell[division]))].filter((name) => !shown.has(name) && isFew(division, name))
    return (
      hidden('group', table.groups).some((name) => follows(cells, table, 'group', name)) ||
      hidden('municipality', table.municipalities).some((name) => follows(cells, table, 'municipality', name))
    )
  })
}

/** Tables with the same people in every cell are one, with the rows of all of them. */
function mergeAlike(tables: readonly CountTable[]): CountTable[] {
  const alike = Map.groupBy(tables, ({ counts }) =>
    cellsOf(counts)
      .map(({ municipality, group, n }) => `${municipality}\t${group}\t${n}`)
      .sort()
      .join('\n'),
  )
  return [...alike.values()].map((same) => ({
    counts: same[0]?.counts ?? new Map(),
    municipalities: new Set(same.flatMap(({ municipalities }) => [...municipalities])),
    groups: new Set(same.flatMap(({ groups }) => [...groups])),
  }))
}

const cellsOf = (counts: Counts): Cell[] =>
  [...counts].flatMap(([municipality, row]) =>
    [...row].flatMap(([group, n]) => (n > 0 ? [{ municipality, group, n }] : [])),
  )

function follows(cells: readonly Cell[], known: CountTable, division: Division, row: string): boolean {
  // The hidden rows of a division are known together: total less the others.
  const sums = ({ municipality, group }: Cell) =>
    [
      `m ${known.municipalities.has(municipality) ? municipality : ''}`,
      `g ${known.groups.has(group) ? group : ''}`,
    ] as const
  const neighbours = new Map<string, { sum: string; together: number }[]>()
  const join = (one: string, other: string, together: number) => {
    const own = neighbours.get(one)
    if (own) own.push({ sum: other, together })
    else neighbours.set(one, [{ sum: other, together }])
  }
  for (const cell of cells) {
    const [inMunicipality, inGroup] = sums(cell)
    const together = cell[division] === row ? 1 : 0
    join(inMunicipality, inGroup, together)
    join(inGroup, inMunicipality, together)
  }
  const numbers = new Map<string, number>()
  for (const start of neighbours.keys()) {
    if (numbers.has(start)) continue
    numbers.set(start, 0)
    const open = [start]
    for (let sum = open.pop(); sum !== undefined; sum = open.pop())
      for (const { sum: next, together } of neighbours.get(sum) ?? []) {
        const number = together - (numbers.get(sum) ?? 0)
        const before = numbers.get(next)
        if (before !== undefined && before !== number) return false
        if (before !== undefined) continue
        numbers.set(next, number)
        open.push(next)
      }
  }
  return true
}
