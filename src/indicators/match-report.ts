// How many were asked, answered, and can be followed from one wave to the other: read before any result.
import type { Columns } from './columns.ts'
import { hiddenMatchCounts, type ShownCounts } from './disclosure.ts'
import { addCounts, countPerson, noCounts } from './match-counts.ts'
import type { MatchCounts, MatchReport, ResultsRules } from './model.ts'
import { deliveringGroups } from './people.ts'
import { shown, withheld } from './published.ts'

/**
 * Counts of those whose answers make the results. Groups that deliver the project are counted apart, where they are
 * many enough: counted in, they could be found by subtracting the pairs.
 * @param counts by municipality code
 * @param order municipalities in the order in which they serve as a cover
 * @param beside numbers of people beside the figures of indicators
 */
export function reportMatch(
  counts: ReadonlyMap<string, MatchCounts>,
  delivering: MatchCounts,
  input: ResultsRules,
  order: readonly string[],
  beside: readonly ShownCounts[],
): MatchReport {
  const byMunicipality = new Map(input.municipalities.map(({ code }) => [code, counts.get(code) ?? noCounts()]))
  const hidden = hiddenMatchCounts(byMunicipality, order, input.threshold, beside)
  const isPublishable = Object.values(delivering).every((count) => count === 0 || count >= input.threshold)
  const overall = noCounts()
  for (const own of byMunicipality.values()) addCounts(overall, own)
  return {
    overall,
    excluded: { groups: deliveringGroups(input), counts: isPublishable ? shown(delivering) : withheld('suppressed') },
    byMunicipality: input.municipalities.map(({ code, name }) => {
      const own = byMunicipality.get(code)
      return { code, name, counts: own && !hidden.has(code) ? shown(own) : withheld('suppressed') }
    }),
  }
}

/** By the codes of those municipalities where somebody was asked. */
export function countByMunicipality({ n, places, from, to }: Columns): ReadonlyMap<string, MatchCounts> {
  const counts = places.municipalities.map(noCounts)
  for (let person = 0; person < n; person += 1) {
    const own = counts[places.municipalityOf[person] ?? 0]
    if (own) countPerson(own, from.standing[person] ?? 0, to.standing[person] ?? 0)
  }
  return new Map(places.municipalities.map((code, at) => [code, counts[at] ?? noCounts()]))
}
