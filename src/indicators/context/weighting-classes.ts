// Classes of people who stay equally often, for weighting: actor groups, those with few who stayed put together.
import type { WeightingClass } from '#stats/weighted-change.ts'

export interface Member {
  group: string
  /** Change of who stayed; null = left. */
  change: number | null
}

export interface NamedClass extends WeightingClass {
  groups: readonly string[]
}

/**
 * Each group with at least `fewest` who stayed is a class of its own. The others are merged into one; while that has
 * fewer, the group with the fewest who stayed joins it (the lowest code breaks a tie). So no class rests on few, and
 * every one who left belongs to a class where somebody stayed.
 * @param together groups that are merged in any case: those that no table shows alone
 */
export function weightingClasses(
  members: readonly Member[],
  fewest: number,
  together: ReadonlySet<string> = new Set(),
): NamedClass[] {
  const classes = [...Map.groupBy(members, ({ group }) => group)].map(
    ([group, own]): NamedClass => classOf([group], own),
  )
  const ordered = classes.sort(
    (one, other) =>
      one.changes.length - other.changes.length || ((one.groups[0] ?? '') < (other.groups[0] ?? '') ? -1 : 1),
  )
  const isLarge = (one: WeightingClass) => one.changes.length >= fewest
  const isAlone = (one: NamedClass) => isLarge(one) && !one.groups.some((group) => together.has(group))
  const alone = ordered.filter(isAlone)
  let merged = ordered.filter((one) => !isAlone(one)).reduce<NamedClass | undefined>(merge, undefined)
  while (merged && !isLarge(merged) && alone.length > 0) merged = merge(merged, alone.shift())
  return merged ? [merged, ...alone] : alone
}

function classOf(groups: readonly string[], members: readonly Member[]): NamedClass {
  return { groups, atFirst: members.length, changes: members.flatMap(({ change }) => change ?? []) }
}

function merge(one: NamedClass | undefined, other: NamedClass | undefined): NamedClass {
  return {
    groups: [...(one?.groups ?? []), ...(other?.groups ?? [])],
    atFirst: (one?.atFirst ?? 0) + (other?.atFirst ?? 0),
    changes: [...(one?.changes ?? []), ...(other?.changes ?? [])],
  }
}
