// Whether a figure follows from published sums by adding, subtracting and scaling them. Exact arithmetic modulo a
// prime: the coefficients are whole numbers, so nothing is lost to rounding.
const prime = 1_000_003

/** A sum: coefficient by the name of the unknown it multiplies. */
export type Sum = ReadonlyMap<string, number>

export interface Span {
  /** Whether the given sum of unknowns is determined. */
  determines(sum: Sum): boolean
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
      rest[place] = ((value % prime) + prime) % prime
    }
    for (const [lead, row] of rows) subtract(rest, row, rest[lead] ?? 0)
    return rest
  }
  for (const sum of sums) {
    const row = reduce(sum)
    const lead = row?.findIndex((value) => value !== 0) ?? -1
    if (!row || lead < 0) continue
    const scale = inverse(row[lead] ?? 1)
    row.forEach((value, at) => {
      row[at] = (value * scale) % prime
    })
    for (const other of rows.values()) subtract(other, row, other[lead] ?? 0)
    rows.set(lead, row)
  }
  return {
    determines: (sum) => reduce(sum)?.every((value) => value === 0) === true,
    reduced: [...rows.values()].map(
      (row) => new Map([...row].flatMap((value, at) => (value === 0 ? [] : [[names[at] ?? '', value] as const]))),
    ),
  }
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  if (times === 0) return
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at] ?? 0
    if (value !== 0) from[at] = ((((from[at] ?? 0) - times * value) % prime) + prime) % prime
  }
}

/** Fermat: a^(p - 2). */
function inverse(value: number): number {
  let result = 1
  let base = value
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}
