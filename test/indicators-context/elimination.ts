// Whether published sums, added and subtracted, can leave something on a few unknowns and nothing elsewhere. Exact
// arithmetic modulo a prime: the coefficients are small whole numbers.
const prime = 1_000_003

/** A sum: coefficient by the name of the unknown that it multiplies. */
export type Sum = ReadonlyMap<string, number>

export function leavesOnly(inside: (unknown: string) => boolean, sums: readonly Sum[]): boolean {
  const names = [...new Set(sums.flatMap((sum) => [...sum.keys()]))]
  const outside = names.filter((name) => !inside(name))
  const columns = [...outside, ...names.filter(inside)]
  const rows = sums.map((sum) => columns.map((name) => (((sum.get(name) ?? 0) % prime) + prime) % prime))
  for (let column = 0; column < outside.length; column += 1) {
    const at = rows.findIndex((row) => row[column] !== 0)
    const [pivot] = at < 0 ? [] : rows.splice(at, 1)
    if (!pivot) continue
    const scale = inverse(pivot[column] ?? 1)
    for (const row of rows) {
      const times = ((row[column] ?? 0) * scale) % prime
      if (times === 0) continue
      for (let other = column; other < columns.length; other += 1)
        row[other] = ((((row[other] ?? 0) - times * (pivot[other] ?? 0)) % prime) + prime) % prime
    }
  }
  return rows.some((row) => row.some((value) => value !== 0))
}

/** Fermat: a^(p − 2). */
function inverse(value: number): number {
  let [result, base] = [1, value]
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}
