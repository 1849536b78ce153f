// Linear equations with small whole numbers: which of them say something of their own, and whether all can hold.

/** What is left of small whole numbers that cancel out. */
const rounding = 1e-9

/** As many rows as are independent, from which all that are given can be added up. */
export function independentRows(given: Iterable<readonly number[]>): number[][] {
  const kept: { row: number[]; lead: number }[] = []
  for (const one of given) {
    const rest = [...one]
    for (const { row, lead } of kept) {
      const times = (rest[lead] ?? 0) / (row[lead] ?? 1)
      if (times !== 0) for (const [at, value] of row.entries()) rest[at] = (rest[at] ?? 0) - times * value
    }
    const lead = rest.findIndex((value) => Math.abs(value) > rounding)
    if (lead >= 0) kept.push({ row: rest, lead })
  }
  return kept.map(({ row }) => row)
}

/** @param equations coefficients of the same unknowns in each, and last what they add up to */
export const haveSolution = (equations: Iterable<readonly number[]>): boolean =>
  independentRows(equations).every((row) => row.slice(0, -1).some((value) => Math.abs(value) > rounding))
