// What follows from published sums by adding, subtracting and scaling them. Exact arithmetic modulo a prime: the
// coefficients are whole numbers, so nothing is lost to rounding.
const prime = 1_000_003

/** A sum: coefficient by the name of the unknown it multiplies. */
export type Sum = ReadonlyMap<string, number>

export interface Span {
  /** Whether the given sum of unknowns is determined. */
  determines(sum: Sum): boolean
  /** Whether something can be computed that rests on these unknowns and no other. */
  leavesOnly(inside: (unknown: string) => boolean): boolean
  /** The sums in reduced form: each is known, and none contains another's first unknown. */
  reduced: readonly Sum[]
}

export function spanOf(sums: readonly Sum[]): Span {
  const names = [...new Set(sums.flatMap((sum) => [...sum.keys()]))]
  const places = new Map(names.map((name, at) => [name, at]))
  /** By leading unknown, which stands in no other row. */
  const rows = new Map<number, Float64Array>()
  const reduce = (sum: Sum): Float64Array | null => {
    const rest = new Float64Array(names.length)
    for (const [name, value] of sum) {
      const place = places.get(name)
      if (place === undefined) return null
      rest[place] = modulo(value)
    }
    // A row has nothing where another leads, so each is taken away once, by what stood there to begin with.
    for (const [lead, row] of rows) subtract(rest, row, rest[lead] ?? 0)
    return rest
  }
  for (const sum of sums) {
    const row = reduce(sum)
    const lead = row?.findIndex((value) => value !== 0) ?? -1
    if (!row || lead < 0) continue
    scale(row, inverse(row[lead] ?? 1))
    for (const other of rows.values()) subtract(other, row, other[lead] ?? 0)
    rows.set(lead, row)
  }
  return {
    determines: (sum) => reduce(sum)?.every((value) => value === 0) === true,
    // What rests on some unknowns only is made of the rows that these lead; it remains to be seen whether those rows
    // cancel out elsewhere.
    leavesOnly: (inside) => {
      const own = [...rows].flatMap(([lead, row]) => (inside(names[lead] ?? '') ? [row] : []))
      if (own.length === 0) return false
      const outside = names.map((name) => !inside(name))
      return !areIndependent(own.map((row) => row.map((value, at) => (outside[at] ? value : 0))))
    },
    reduced: [...rows.values()].map(
      (row) => new Map([...row].flatMap((value, at) => (value === 0 ? [] : [[names[at] ?? '', value] as const]))),
    ),
  }
}

function areIndependent(rows: readonly Float64Array[]): boolean {
  return rows.every((row, at) => {
    const lead = row.findIndex((value) => value !== 0)
    if (lead < 0) return false
    scale(row, inverse(row[lead] ?? 1))
    for (const later of rows.slice(at + 1)) subtract(later, row, later[lead] ?? 0)
    return true
  })
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  if (times === 0) return
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at] ?? 0
    if (value !== 0) from[at] = modulo((from[at] ?? 0) - times * value)
  }
}

function scale(row: Float64Array, times: number): void {
  row.forEach((value, at) => {
    if (value !== 0) row[at] = modulo(value * times)
  })
}

/** Exact up to 2^53: products of two remainders are well within. */
const modulo = (value: number): number => {
  const rest = value - Math.floor(value / prime) * prime
  return rest === prime ? 0 : rest
}

/** Fermat: a^(p − 2). */
export function inverse(value: number): number {
  let result = 1
  let base = modulo(value)
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = modulo(result * base)
    base = modulo(base * base)
  }
  return result
}
