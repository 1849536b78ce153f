// An index and its parts are made of the same people. Where one person of forty skipped a whole scale, three times the
// index less its three parts is made of that person's answers alone, and the numbers of people beside the means say
// that it is one person. No hiding of rows helps against that short of hiding a measure altogether. So who counts in
// some measures of a family (an index and its parts) and not in others counts in none of them, unless people of the
// same municipality and actor group have left out just the same and are as many as may be shown: then whatever is left
// of such a calculation is theirs together. An index that hardly anybody has is not published at all, and then takes
// nobody out of its parts.
import type { Places } from './columns.ts'
import { type IndicatorComparison, isComposite } from './comparison.ts'
import { type Scores, scoreKinds } from './scores.ts'

/**
 * Takes the scores of people who would stand out off the lists.
 * @param without indices that nobody shall have a score on
 */
export function keepSamePeople(
  scores: ReadonlyMap<string, Scores>,
  places: Places,
  comparisons: readonly IndicatorComparison[],
  threshold: number,
  without: ReadonlySet<string>,
): void {
  for (const id of without) for (const kind of scoreKinds) scores.get(id)?.[kind].fill(0)
  for (const family of familiesOf(comparisons.filter(({ indicator }) => !without.has(indicator.id)))) {
    const members = family.flatMap(({ indicator, obstacle }) => {
      const own = scores.get(indicator.id)
      return own ? [{ scores: own, isCompared: obstacle === null }] : []
    })
    for (const person of standingOut(members, places, threshold))
      for (const { scores } of members) for (const kind of scoreKinds) scores[kind][person] = 0
  }
}

interface Member {
  scores: Scores
  /** Has figures of more than one wave's own level. */
  isCompared: boolean
}

/** Those who are in some tables of the family and not in others, fewer than the threshold alike. */
function standingOut(members: readonly Member[], places: Places, threshold: number): number[] {
  const tables = tablesOf(members)
  const uneven = findUneven(tables, places.municipalityOf.length)
  const alike = Map.groupBy(uneven, (person) => {
    const counted = tables.map((lists) => lists.map((list) => (list[person] === 0 ? '0' : '1')).join(''))
    return `${places.municipalityOf[person]} ${places.actorGroupOf[person]} ${counted.join(' ')}`
  })
  return [...alike.values()].filter((people) => people.length < threshold).flat()
}

/** Those who of some kind are in one list and not in another. */
function findUneven(tables: readonly Uint32Array[][], n: number): number[] {
  const isUneven = new Uint8Array(n)
  for (const lists of tables) {
    const counts = new Uint16Array(n)
    for (const list of lists)
      for (let person = 0; person < n; person += 1) counts[person] = (counts[person] ?? 0) + Number(list[person] !== 0)
    for (let person = 0; person < n; person += 1)
      if (counts[person] !== 0 && counts[person] !== lists.length) isUneven[person] = 1
  }
  const uneven: number[] = []
  for (let person = 0; person < n; person += 1) if (isUneven[person] === 1) uneven.push(person)
  return uneven
}

/** The lists of the family by kind, each once; a pair stands in both of its lists. */
function tablesOf(members: readonly Member[]): Uint32Array[][] {
  const compared = members.filter(({ isCompared }) => isCompared)
  const tables = [
    ...(['pairFrom', 'from', 'to'] as const).map((kind) => compared.map(({ scores }) => scores[kind])),
    ...(['ownFrom', 'ownTo'] as const).map((kind) => members.map(({ scores }) => scores[kind])),
  ]
  const isSame = (one: Uint32Array[], other: Uint32Array[]) =>
    one.length === other.length && one.every((list, at) => list === other[at])
  return tables.filter((one, at) => tables.findIndex((other) => isSame(one, other)) === at)
}

/** Each index with its parts; indices that share a part are one family. */
function familiesOf(comparisons: readonly IndicatorComparison[]): IndicatorComparison[][] {
  const families: Set<IndicatorComparison>[] = []
  for (const comparison of comparisons) {
    if (!isComposite(comparison)) continue
    const own = comparison.parts.flatMap(
      ({ indicator }) => comparisons.find((one) => one.indicator === indicator) ?? [],
    )
    const members = new Set([comparison, ...own])
    for (const related of families.filter((family) => !family.isDisjointFrom(members))) {
      families.splice(families.indexOf(related), 1)
      for (const member of related) members.add(member)
    }
    families.push(members)
  }
  return families.map((family) => [...family])
}
