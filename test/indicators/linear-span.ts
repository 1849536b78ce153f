// Whether a figure follows from published sums by adding, subtracting and scaling them. Exact arithmetic modulo a
// prime: the coefficients are small whole numbers, so nothing is lost to rounding.
const prime = 1_000_003

/** A sum: coefficient by the name of the unknown it multiplies. */
export type Sum = ReadonlyMap<string, number>

export interface Span {
  /** Whether the unknown itself, or the given sum of unknowns, is determined. */
  determines(sum: Sum): boolean
  /** The sums in reduced form: each is known, and none contains another's first unknown. */
  reduced: readonly Sum[]
}

export function spanOf(sums: readonly Sum[]): Span {
  /** By leading unknown; a leading unknown stands in no other row. */
  const rows = new Map<string, Map<string, number>>()
  for (const sum of sums) {
    const row = reduce(sum, rows)
    const [first] = row.entries()
    if (!first) continue
    const scale = inverse(first[1])
    for (const [name, value] of row) row.set(name, (value * scale) % prime)
    for (const other of rows.values()) subtract(other, row, other.get(first[0]) ?? 0)
    rows.set(first[0], row)
  }
  return { determines: (sum) => reduce(sum, rows).size === 0, reduced: [...rows.values()] }
}

function reduce(sum: Sum, rows: ReadonlyMap<string, Sum>): Map<string, number> {
  const rest = new Map([...sum].map(([name, value]) => [name, ((value % prime) + prime) % prime]))
  for (const name of sum.keys()) {
    const row = rows.get(name)
    if (row) subtract(rest, row, rest.get(name) ?? 0)
  }
  return rest
}

function subtract(from: Map<string, number>, row: Sum, times: number): void {
  if (times === 0) return
  for (const [name, value] of row) {
    const left = ((((from.get(name) ?? 0) - times * value) % prime) + prime) % prime
    if (left === 0) from.delete(name)
    else from.set(name, left)
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
