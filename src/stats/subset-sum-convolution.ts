// The sum of numbers that each join or stay out by the toss of a coin, one number after the other: short and exact, for
// lists that are not too long.

/**
 * P(sum ≤ most) where each number joins with probability ½, in about numbers × most steps; relative error below 1e-12.
 * Streitberg & Röhmel (1986), "Exact distributions for permutation and rank tests", Statistical Software Newsletter 12.
 * @param numbers whole, above 0
 * @param most whole, from 0
 */
export function subsetSumByConvolution(numbers: readonly number[], most: number): number {
  const chances = new Float64Array(most + 1)
  chances[0] = 1
  let reached = 0
  // Small numbers first: as long as the sum cannot reach far there is little to do.
  for (const number of numbers.toSorted((a, b) => a - b)) {
    reached = Math.min(most, reached + number)
    for (let total = reached; total >= number; total -= 1)
      chances[total] = ((chances[total] ?? 0) + (chances[total - number] ?? 0)) / 2
    for (let total = Math.min(reached, number - 1); total >= 0; total -= 1) chances[total] = (chances[total] ?? 0) / 2
  }
  return chances.reduce((all, chance) => all + chance, 0)
}
