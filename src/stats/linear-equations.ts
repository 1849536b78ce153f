// Linear equations with small whole numbers: which of them say something of their own, and what can hold together.

/** What is left of small whole numbers that cancel out. */
const rounding = 1e-9

/** Takes from each row what the rows before have said of the first `unknowns` places. */
function eliminate(given: Iterable<readonly number[]>, unknowns: number) {
  const kept: { row: number[]; lead: number }[] = []
  const left: number[][] = []
  for (const one of given) {
    const rest = [...one]
    for (const { row, lead } of kept) {
      const times = (rest[lead] ?? 0) / (row[lead] ?? 1)
      if (times !== 0) for (const [at, value] of row.entries()) rest[at] = (rest[at] ?? 0) - times * value
    }
    const lead = rest.findIndex((value, at) => at < unknowns && Math.abs(value) > rounding)
    if (lead >= 0) kept.push({ row: rest, lead })
    else left.push(rest)
  }
  return { kept, left }
}

/** As many rows as are independent, from which all that are given can be added up. */
export const independentRows = (given: Iterable<readonly number[]>): number[][] =>
  eliminate(given, Number.POSITIVE_INFINITY).kept.map(({ row }) => row)

/**
 * Several questions of the same unknowns: in each equation their coefficients, and after them what they add up to in
 * each question.
 * @returns for each question whether there is a solution
 */
export function haveSolutions(
  equations: Iterable<readonly number[]>,
  { unknowns, questions }: { unknowns: number; questions: number },
): boolean[] {
  const { left } = eliminate(equations, unknowns)
  return Array.from({ length: questions }, (_, at) =>
    left.every((row) => Math.abs(row[unknowns + at] ?? 0) <= rounding),
  )
}
