// An index and its parts are made of the same people. Where one person of forty skipped a whole scale, three times the
// index less its three parts is made of that person's answers alone, and the numbers of people beside the means say
// that it is one person. No hiding of rows helps against that short of hiding a measure altogether. So who counts in
// some measures of a family (an index and its parts) and not in others counts in none of them, unless people of the same municipality and actor
// group have left out just the same and are as many as may be shown: then whatever is left of such a calculation is
// theirs together.
import { type IndicatorComparison, isComposite } from './comparison.ts'
import type { PersonScores } from './pairing.ts'

type Scores = ReadonlyMap<string, readonly PersonScores[]>

/** The same scores without those of people who would stand out; arrays in which nobody does are the given ones. */
export function keepSamePeople(scores: Scores, comparisons: readonly IndicatorComparison[], threshold: number): Scores {
  const kept = new Map(scores)
  for (const family of familiesOf(comparisons)) {
    const columns = family.map(({ indicator, obstacle }) => ({
      id: indicator.id,
      people: scores.get(indicator.id) ?? [],
      isCompared: obstacle === null,
    }))
    const left = standingOut(columns, threshold)
    if (left.size === 0) continue
    for (const { id, people } of columns)
      kept.set(
        id,
        people.map((person, at) => (left.has(at) ? withoutScores(person) : person)),
      )
  }
  return kept
}

interface Column {
  people: readonly PersonScores[]
  /** Has figures of more than one wave's own level. */
  isCompared: boolean
}

/** Places of those who are in some tables of the family and not in others, fewer than the threshold alike. */
function standingOut(columns: readonly Column[], threshold: number): ReadonlySet<number> {
  const alike = new Map<string, number[]>()
  for (let at = 0; at < (columns[0]?.people.length ?? 0); at += 1) {
    const tables = tablesOf(columns, at)
    if (tables === null) continue
    const person = columns[0]?.people[at]
    const key = `${person?.municipality}\n${person?.actorGroup}\n${tables}`
    const others = alike.get(key)
    if (others) others.push(at)
    else alike.set(key, [at])
  }
  return new Set([...alike.values()].filter((places) => places.length < threshold).flat())
}

const kinds = ['pair', 'from', 'to', 'ownFrom', 'ownTo'] as const

/** In which tables of the family a person counts; null: of each kind in all or in none. */
function tablesOf(columns: readonly Column[], at: number): string | null {
  let isEven = true
  let tables = ''
  for (const kind of kinds) {
    let [some, all] = [false, true]
    for (const { people, isCompared } of columns) {
      if (!isCompared && kind !== 'ownFrom' && kind !== 'ownTo') continue
      const counts = people[at]?.[kind] !== undefined
      some ||= counts
      all &&= counts
      tables += counts ? '1' : '0'
    }
    if (some && !all) isEven = false
  }
  return isEven ? null : tables
}

const withoutScores = ({ municipality, actorGroup }: PersonScores): PersonScores => ({
  municipality,
  actorGroup,
  from: undefined,
  to: undefined,
  ownFrom: undefined,
  ownTo: undefined,
  pair: undefined,
})

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
