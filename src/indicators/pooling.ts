// Keeps what a total gives away safe: a total minus the visible rows is the sum over the hidden ones, so the hidden
// ones must be many enough together that the sum says nothing about one of them. Counts only; disclosure.ts says why.

/** Somebody, but fewer than may be shown. */
export const isFew = (people: number, threshold: number): boolean => people > 0 && people < threshold

/** Whether a count of some of n tells of few: of those, or of the others. */
export const tellsOfFew = (count: number, n: number, threshold: number): boolean =>
  isFew(count, threshold) || isFew(n - count, threshold)

/** Nobody, or enough people in two groups or more. */
export function isSafePool(sizes: readonly number[], threshold: number): boolean {
  const some = sizes.filter((size) => size > 0)
  return some.length === 0 || (some.length >= 2 && some.reduce((a, b) => a + b) >= threshold)
}

/** Names by size, the lowest first in a tie: the same sizes always hide the same. */
export const smallestFirst = (sizes: Iterable<readonly [name: string, size: number]>): string[] =>
  [...sizes].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1)).map(([name]) => name)

/** One published total with its rows, as sizes of the groups of people that subtraction would lay bare. */
export interface PooledTable {
  id: string
  /** By municipality: people in each group. Every municipality has the same groups. */
  groups: ReadonlyMap<string, readonly number[]>
  /** Municipalities hidden for their own sake. */
  hidden: ReadonlySet<string>
  totalShown: boolean
  /** Tables from which this one's figures can be computed where everybody answered everything: parts and wholes. */
  linkedTo: readonly string[]
}

export interface Protection {
  hidden: ReadonlySet<string>
  /** false also where no set of rows would have kept the total safe. */
  totalShown: boolean
}

interface State extends Protection {
  table: PooledTable
  hidden: Set<string>
  totalShown: boolean
}

/**
 * Hides further municipalities, first in `order` first, until every pool of hidden ones holds nobody, or at least
 * two municipalities and `threshold` people, in each group, and no pool can be taken apart with a linked table.
 */
export function protect(
  tables: readonly PooledTable[],
  order: readonly string[],
  threshold: number,
): ReadonlyMap<string, Protection> {
  const states = new Map(
    tables.map((table) => {
      const { id, totalShown } = table
      return [id, { table, hidden: new Set(table.hidden), totalShown } satisfies State] as const
    }),
  )
  // Each on its own first: tables with the same sizes then hide the same rows, whatever their links add later.
  for (const state of states.values()) cover(state, order, threshold)
  while (spread(states, threshold)) for (const state of states.values()) cover(state, order, threshold)
  return states
}

function cover(state: State, order: readonly string[], threshold: number): void {
  const before = new Set(state.hidden)
  while (state.totalShown) {
    const unsafe = unsafeGroups(state, threshold)
    if (unsafe.length === 0) return
    const candidates = order.filter((code) => !state.hidden.has(code))
    const helps = (code: string) => (group: number) => sizeOf(state.table, code, group) > 0
    // One that helps every group spares a second one.
    const next =
      candidates.find((code) => unsafe.every(helps(code))) ?? candidates.find((code) => unsafe.some(helps(code)))
    if (next === undefined) {
      state.totalShown = false
      state.hidden = before
    } else state.hidden.add(next)
  }
}

/**
 * Keeps linked tables from telling on each other. Where a municipality's groups are of the same size in both, everybody
 * may have answered both, and one figure may follow from the other; where they differ, it cannot.
 * @returns whether anything changed
 */
function spread(states: ReadonlyMap<string, State>, threshold: number): boolean {
  let changed = false
  for (const state of states.values())
    for (const linked of state.table.linkedTo.flatMap((id) => states.get(id) ?? []))
      for (const group of groupsOf(state.table))
        if (hideComputable(state, linked, group) || keepFromPools(state, linked, group, threshold)) changed = true
  return changed
}

/** What is hidden in one table is hidden in the other too, where it could be computed from there. */
function hideComputable(state: State, linked: State, group: number): boolean {
  const computable = poolOf(state, group).filter(
    (code) => !linked.hidden.has(code) && hasSameSize(state, linked, code, group),
  )
  for (const code of computable) linked.hidden.add(code)
  return computable.length > 0
}

/**
 * Where the other table's pool can be carried over as a whole, what remains of this one's must be safe by itself. If
 * it is not, it joins the other pool, which then cannot be carried over; where it has nobody there, the total goes.
 */
function keepFromPools(state: State, linked: State, group: number, threshold: number): boolean {
  const pool = poolOf(state, group)
  const rest = pool.filter((code) => !hasSameSize(state, linked, code, group))
  const isCarriedOver =
    rest.length < pool.length && poolOf(linked, group).every((code) => hasSameSize(state, linked, code, group))
  if (!state.totalShown || !linked.totalShown || !isCarriedOver) return false
  if (isSafe(state.table, rest, group, threshold)) return false
  const joining = rest.filter((code) => !linked.hidden.has(code) && sizeOf(linked.table, code, group) > 0)
  for (const code of joining) linked.hidden.add(code)
  if (joining.length === 0) state.totalShown = false
  return true
}

function unsafeGroups(state: State, threshold: number): number[] {
  return groupsOf(state.table).filter((group) => !isSafe(state.table, poolOf(state, group), group, threshold))
}

function isSafe(table: PooledTable, pool: readonly string[], group: number, threshold: number): boolean {
  return isSafePool(
    pool.map((code) => sizeOf(table, code, group)),
    threshold,
  )
}

/** The hidden municipalities that have somebody in the group. */
function poolOf({ table, hidden }: State, group: number): string[] {
  return [...hidden].filter((code) => sizeOf(table, code, group) > 0)
}

const hasSameSize = (one: State, other: State, code: string, group: number): boolean =>
  sizeOf(one.table, code, group) === sizeOf(other.table, code, group)

const sizeOf = (table: PooledTable, code: string, group: number): number => table.groups.get(code)?.[group] ?? 0

const groupsOf = ({ groups }: PooledTable): number[] =>
  [...groups.values()].slice(0, 1).flatMap((sizes) => sizes.map((_size, group) => group))
