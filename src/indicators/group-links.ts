// Whether an index and its parts (or scales that share items) can be played against each other through actor groups.
//
// Where everybody of some municipalities answered everything, a sum over them known of the index and of all parts but
// one is known of that part too. That tells something new only if the sum is made with rows of groups: sums of
// municipalities alone are what disclosure.ts has made safe. A sum that is to hold only people who answered everything
// must cancel in every municipality where somebody did not, so all groups with people there get the same coefficient.
// If the groups are tied together in this way, one to another until none is left, they all have the same, which is to
// say none. The other harmless case is that all tables know the same: then the sum was known of the part to begin with.
import type { Layer, Table } from './group-disclosure.ts'

/**
 * Each table with those it is linked to, and all tables over the same people: their numbers of people are the same,
 * whatever they measure. Sets within a larger one are left out.
 */
export function linkSets(tables: readonly Table[]): Table[][] {
  const byIndicator = new Map(tables.map((table) => [table.indicator, table]))
  const linked = tables.map((table) => [
    ...new Set([table, ...table.linkedTo.flatMap((id) => byIndicator.get(id) ?? [])]),
  ])
  const sets = [...linked, ...Map.groupBy(tables, ({ sizes }) => sizes).values()]
  return sets.filter(
    (set) => !sets.some((other) => other.length > set.length && set.every((one) => other.includes(one))),
  )
}

/** Whether the same municipalities are shown of each, and the same groups have people there. */
export function knowTheSame(tables: readonly Table[]): boolean {
  const [first] = tables
  if (!first) return true
  const municipalities = [...first.present]
  return tables.every(
    ({ hidden, totalShown, present }) =>
      totalShown === first.totalShown &&
      municipalities.every(([code, groups]) => {
        const own = present.get(code) ?? []
        return (
          own.length === groups.length &&
          own.every((group, at) => group === groups[at]) &&
          (own.length === 0 || hidden.has(code) === first.hidden.has(code))
        )
      }),
  )
}

/**
 * Whether the municipalities where somebody did not answer everything tie all groups together.
 * @param hidden groups that are known together only
 */
export function haveOneCoefficient(tables: readonly Table[], hidden: ReadonlySet<string>): boolean {
  const [first] = tables
  if (!first) return true
  const unitOf = (group: string) => (hidden.has(group) ? '' : group)
  const units = new Set(tables.flatMap(({ present }) => [...present.values()].flatMap((groups) => groups.map(unitOf))))
  const ties = [...first.present]
    .filter(([code]) => tables.some(({ people }) => !hasSameSizes(people, first.people, code)))
    .map(([code, groups]) =>
      groups.filter((group) => tables.every(({ present }) => present.get(code)?.includes(group))).map(unitOf),
    )
  const [start] = units
  const reached = new Set(start === undefined ? [] : [start])
  let before = -1
  while (before < reached.size) {
    before = reached.size
    for (const tied of ties) if (tied.some((unit) => reached.has(unit))) for (const unit of tied) reached.add(unit)
  }
  return reached.size === units.size
}

function hasSameSizes(one: Layer, other: Layer, code: string): boolean {
  const [row, otherRow] = [one.get(code), other.get(code)]
  return [...new Set([...(row?.keys() ?? []), ...(otherRow?.keys() ?? [])])].every(
    (group) => (row?.get(group) ?? 0) === (otherRow?.get(group) ?? 0),
  )
}
