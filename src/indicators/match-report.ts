// How many were asked, answered, and can be followed from one wave to the other: read before any result.
import { hiddenMatchCounts } from './disclosure.ts'
import type { MatchCounts, MatchReport, ResultsInput } from './model.ts'
import { deliveringGroups, hasBoth, type Person } from './people.ts'
import { shown, withheld } from './published.ts'

/**
 * Counts of those whose answers make the results. Groups that deliver the project are counted apart, where they are
 * many enough: counted in, they could be found by subtracting the pairs.
 * @param order municipalities in the order in which they serve as a cover
 */
export function reportMatch(everybody: readonly Person[], input: ResultsInput, order: readonly string[]): MatchReport {
  const people = everybody.filter((person) => !person.delivering)
  const residents = Map.groupBy(people, ({ municipality }) => municipality)
  const byMunicipality = new Map(input.municipalities.map(({ code }) => [code, countPeople(residents.get(code) ?? [])]))
  const hidden = hiddenMatchCounts(byMunicipality, order, input.threshold)
  const delivering = countPeople(everybody.filter((person) => person.delivering))
  const isPublishable = Object.values(delivering).every((count) => count === 0 || count >= input.threshold)
  return {
    overall: countPeople(people),
    excluded: { groups: deliveringGroups(input), counts: isPublishable ? shown(delivering) : withheld('suppressed') },
    byMunicipality: input.municipalities.map(({ code, name }) => {
      const counts = byMunicipality.get(code)
      return { code, name, counts: counts && !hidden.has(code) ? shown(counts) : withheld('suppressed') }
    }),
  }
}

export function countPeople(people: readonly Person[]): MatchCounts {
  const count = (is: (person: Person) => boolean) => people.filter(is).length
  const answeredFrom = count((person) => person.from.response !== null)
  const answeredTo = count((person) => person.to.response !== null)
  const both = count(hasBoth)
  return {
    invitedFrom: count((person) => person.from.invited),
    invitedTo: count((person) => person.to.invited),
    answeredFrom,
    answeredTo,
    both,
    onlyFrom: answeredFrom - both,
    onlyTo: answeredTo - both,
  }
}
