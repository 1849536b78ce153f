// Several tests of one family raise the risk of a false alarm: p values are corrected within two families only, the
// scales of everybody, and the municipalities of the primary indicator. What is hidden is in no family: a corrected p
// would tell about it.
import { holm } from '#stats/holm.ts'
import type { Test } from './figures.ts'
import type { IndicatorResult } from './model.ts'
import { type Figure, shown } from './published.ts'

/** The indicators in the order given, those of role `scale` with their p corrected by Holm. */
export function correctScales(results: readonly IndicatorResult[]): IndicatorResult[] {
  return correct(results, 'scale', ({ indicator }) => indicator.role === 'scale')
}

/** One indicator's municipalities in the order given, as a family. */
export const correctMunicipalities = <T extends { test: Figure<Test> }>(results: readonly T[]): T[] =>
  correct(results, 'municipality', () => true)

function correct<T extends { test: Figure<Test> }>(
  results: readonly T[],
  family: Test['family'],
  belongs: (result: T) => boolean,
): T[] {
  const members = results.flatMap((result, at) =>
    belongs(result) && result.test.shown ? [{ at, test: result.test.value }] : [],
  )
  const adjusted = holm(members.map(({ test }) => test.p))
  const corrected = new Map(
    members.map(({ at, test }, place) => [at, shown({ ...test, family, adjusted: adjusted[place] ?? null })]),
  )
  return results.map((result, at) => ({ ...result, test: corrected.get(at) ?? result.test }))
}
