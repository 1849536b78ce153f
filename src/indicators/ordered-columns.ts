// Columns with the people of each municipality, and in it of each actor group, beside each other: so that they can be
// computed from in stretches that fit into the processor's own memory.
import type { Columns, ItemColumn, WaveColumns } from './columns.ts'

/** People of one municipality and actor group: a stretch of the columns. */
export interface Cell {
  municipality: number
  actorGroup: number
  start: number
  end: number
}

/** The same people in the order of their cells; those of a cell stay in the order given. */
export function orderColumns(columns: Columns): Columns {
  const { n, places } = columns
  const cellOf = cellNumbers(columns)
  let isOrdered = true
  for (let person = 1; person < n; person += 1) isOrdered &&= (cellOf[person] ?? 0) >= (cellOf[person - 1] ?? 0)
  if (isOrdered) return columns
  const next = new Uint32Array(places.municipalities.length * places.actorGroups.length + 1)
  for (const cell of cellOf) next[cell + 1] = (next[cell + 1] ?? 0) + 1
  for (let cell = 1; cell < next.length; cell += 1) next[cell] = (next[cell] ?? 0) + (next[cell - 1] ?? 0)
  const order = new Uint32Array(n)
  for (let person = 0; person < n; person += 1) {
    const cell = cellOf[person] ?? 0
    const place = next[cell] ?? 0
    order[place] = person
    next[cell] = place + 1
  }
  return withLists(columns, n, <T extends List>(list: T): T => {
    const ordered = list.slice() as T
    for (let place = 0; place < n; place += 1) ordered[place] = list[order[place] ?? 0] ?? 0
    return ordered
  })
}

/** Some of the people, without copying them. */
export const sliceColumns = (columns: Columns, start: number, end: number): Columns =>
  withLists(columns, end - start, <T extends List>(list: T): T => list.subarray(start, end) as T)

/** The cells that anybody is in. @param ordered from orderColumns */
export function cellsOf(ordered: Columns): Cell[] {
  const { n, places } = ordered
  const cellOf = cellNumbers(ordered)
  const cells: Cell[] = []
  for (let start = 0, end = 0; start < n; start = end) {
    while (end < n && cellOf[end] === cellOf[start]) end += 1
    cells.push({
      municipality: places.municipalityOf[start] ?? 0,
      actorGroup: places.actorGroupOf[start] ?? 0,
      start,
      end,
    })
  }
  return cells
}

function cellNumbers({ places }: Columns): Uint32Array {
  const { municipalityOf, actorGroupOf, actorGroups } = places
  const numbers = new Uint32Array(municipalityOf.length)
  for (let person = 0; person < numbers.length; person += 1)
    numbers[person] = (municipalityOf[person] ?? 0) * actorGroups.length + (actorGroupOf[person] ?? 0)
  return numbers
}

type List = Uint8Array | Uint16Array

function withLists(columns: Columns, n: number, replace: <T extends List>(list: T) => T): Columns {
  const wave = ({ standing, items }: WaveColumns): WaveColumns => ({
    standing: replace(standing),
    items: new Map(
      [...items].map(([id, { codes, values }]): [string, ItemColumn] => [id, { codes: replace(codes), values }]),
    ),
  })
  const { places } = columns
  return {
    ...columns,
    n,
    places: {
      ...places,
      municipalityOf: replace(places.municipalityOf),
      actorGroupOf: replace(places.actorGroupOf),
    },
    from: wave(columns.from),
    to: wave(columns.to),
  }
}
