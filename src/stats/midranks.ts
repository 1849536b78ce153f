// Ranks with ties shared: the common ground of the rank methods.
import { roundDifference } from './differences.ts'

/** Ranks from 1, in the order given; values equal to 9 decimals share the mean of their ranks. R: rank(round(x, 9)). */
export function midranks(values: readonly number[]): number[] {
  const rounded = values.map(roundDifference)
  const ordered = Float64Array.from(rounded).sort()
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  ordered.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1)
    last.set(value, at + 1)
  })
  return rounded.map((value) => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2)
}
