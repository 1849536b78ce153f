// Which actor groups may be shown beside the municipalities. Both divide the same people, so rows of one can be taken
// from rows of the other: where all eight of a group live in a municipality of ten, its row minus theirs is two people.
//
// Whoever adds and subtracts gives each municipality and each group a number, and each person the difference of the two
// that meet in him; those with a difference are who the result is about. Their number is smallest where only two numbers
// are used: one side for some of the groups, one for the others, and each municipality on the side of most of its own
// people. The people on the wrong side of their municipality are then what such a calculation lays bare. So for every
// way to divide the groups in two, they must be nobody or at least the threshold; if not, the smallest group is hidden
// as well. Hidden groups are one group, like hidden municipalities, and hold at least two.
//
// Groups are hidden alike in all indicators, so that no index tells what a part hides. It still could where the two
// differ in which municipalities they hide: group-links.ts. Numbers of people are published of more rows than means are,
// by municipality in the match report: margins.ts.

import type { Disclosure } from './disclosure.ts'
import { haveOneCoefficient, knowTheSame, linkSets } from './group-links.ts'
import { type CountTable, tellsFew, textOf } from './margins.ts'
import { isFew } from './pooling.ts'

/** Divisions in two double with every group: beyond twelve, the smallest are hidden. */
const mostGroups = 12

/** People of one indicator by municipality and actor group. The kinds share nobody within a wave, but for the own ones. */
export const kinds = ['pairs', 'unpairedFrom', 'unpairedTo', 'ownFrom', 'ownTo'] as const
type Kind = (typeof kinds)[number]
export type CellSizes = Readonly<Record<Kind, number>>
export type Cells = ReadonlyMap<string, ReadonlyMap<string, CellSizes>>

export interface CrossedIndicator {
  indicator: string
  linkedTo: readonly string[]
  cells: Cells
  disclosure: Disclosure
}

export interface HiddenGroups {
  paired: ReadonlySet<string>
  all: ReadonlySet<string>
}

/** What the match report tells: how many were asked, answered and answered twice in all, and which municipalities it shows. */
export interface KnownMatch {
  totals: readonly number[]
  municipalities: ReadonlySet<string>
}

/** People by municipality, or by what is known of municipalities, and group. */
export type Layer = ReadonlyMap<string, ReadonlyMap<string, number>>

/** One indicator's people of one kind. */
export interface Table {
  indicator: string
  linkedTo: readonly string[]
  totalShown: boolean
  hidden: ReadonlySet<string>
  people: Layer
  /** By municipality: the groups with people, in the order of the alphabet. */
  present: ReadonlyMap<string, readonly string[]>
  /** All sizes as a text: equal texts are equal tables. */
  sizes: string
  /** People with the hidden municipalities as one. */
  known: Layer
}

/**
 * @param order every group that anybody belongs to, in the order in which they are hidden
 * @param unlisted groups that have no name to show
 * @param match what stands beside the indicators
 */
export function decideGroups(
  indicators: readonly CrossedIndicator[],
  order: readonly string[],
  unlisted: ReadonlySet<string>,
  threshold: number,
  match: KnownMatch,
): HiddenGroups {
  const crossed = indicators.map((one) => ({ ...one, count: countingOf(one.cells) }))
  const tablesOf = (kind: Kind) => crossed.map((one) => tableOf(one, kind))
  const pairs = tablesOf('pairs')
  const ofAll = kinds.filter((kind) => kind !== 'pairs').map(tablesOf)
  const pairsWith = (hidden: ReadonlySet<string>) =>
    crossed.map((one) => countTable(one, ['pairs'], 'paired', order, hidden, match))
  const allWith = (hidden: ReadonlySet<string>) =>
    crossed.flatMap((one) =>
      ([['pairs', 'unpairedFrom'], ['pairs', 'unpairedTo'], ['ownFrom'], ['ownTo']] as const).map((counted) =>
        countTable(one, counted, 'all', order, hidden, match),
      ),
    )
  const paired = hideUntilUntold(
    (hidden) => pairsWith(hidden).flat(),
    order,
    hideUntilSafe([pairs], order, unlisted, threshold),
    threshold,
  )
  const all = hideUntilUntold(
    (hidden) => [...pairsWith(paired), ...allWith(hidden)].flat(),
    order,
    hideUntilSafe(ofAll, order, paired, threshold),
    threshold,
  )
  return { paired, all }
}

/** Hides further groups until no number of few people follows from the others and from the match report. */
function hideUntilUntold(
  tablesWith: (hidden: ReadonlySet<string>) => readonly CountTable[],
  order: readonly string[],
  alreadyHidden: ReadonlySet<string>,
  threshold: number,
): ReadonlySet<string> {
  const hidden = new Set(alreadyHidden)
  for (const group of order) {
    if (!tellsFew(tablesWith(hidden), threshold)) return hidden
    hidden.add(group)
  }
  return hidden
}

/** People of some kinds together, by municipality and group: each such table is made once. */
type Counting = (counted: readonly Kind[]) => Layer
interface Crossed extends CrossedIndicator {
  count: Counting
}

function countingOf(cells: Cells): Counting {
  const layers = new Map<string, Layer>()
  return (counted) => {
    const name = counted.join()
    const layer = layers.get(name) ?? layerOf(cells, counted)
    layers.set(name, layer)
    return layer
  }
}

const layerOf = (cells: Cells, counted: readonly Kind[]): Layer =>
  new Map(
    [...cells].map(([municipality, groups]) => {
      const row = new Map<string, number>()
      for (const [group, sizes] of groups) {
        let people = 0
        for (const kind of counted) people += sizes[kind]
        row.set(group, people)
      }
      return [municipality, row]
    }),
  )

/** Numbers of people in both divisions as they are published; none where the total is not. */
function countTable(
  { count, disclosure }: Crossed,
  counted: readonly Kind[],
  column: 'paired' | 'all',
  order: readonly string[],
  hiddenGroups: ReadonlySet<string>,
  match: KnownMatch,
): CountTable[] {
  const { hidden, totalShown } = disclosure.protection[column]
  if (!totalShown) return []
  const counts = count(counted)
  // As many as the match report counts in all are as many everywhere.
  const known = match.totals.includes(peopleIn(counts)) ? match.municipalities : []
  return [
    {
      counts,
      municipalities: new Set([...[...counts.keys()].filter((code) => !hidden.has(code)), ...known]),
      groups: new Set(order.filter((group) => !hiddenGroups.has(group))),
    },
  ]
}

function tableOf({ indicator, linkedTo, count, disclosure: { protection } }: Crossed, kind: Kind): Table {
  const { hidden, totalShown } = kind === 'pairs' ? protection.paired : protection.all
  const people = count([kind])
  const known = new Map<string, Map<string, number>>()
  for (const [municipality, row] of people) {
    const unit = hidden.has(municipality) ? '' : municipality
    const sum = known.get(unit) ?? new Map<string, number>()
    for (const [group, size] of row) sum.set(group, (sum.get(group) ?? 0) + size)
    known.set(unit, sum)
  }
  const present = new Map(
    [...people].map(([municipality, row]) => [
      municipality,
      [...row].flatMap(([group, size]) => (size > 0 ? [group] : [])).sort(),
    ]),
  )
  return { indicator, linkedTo, totalShown, hidden, people, present, sizes: textOf(people), known }
}

function peopleIn(layer: Layer): number {
  let people = 0
  for (const row of layer.values()) for (const size of row.values()) people += size
  return people
}

/** @param kindsOfTables each kind's tables of all indicators */
function hideUntilSafe(
  kindsOfTables: readonly (readonly Table[])[],
  order: readonly string[],
  alreadyHidden: ReadonlySet<string>,
  threshold: number,
): ReadonlySet<string> {
  const layers = kindsOfTables.flatMap((tables) => tables.flatMap(({ totalShown, known }) => (totalShown ? known : [])))
  const links = kindsOfTables.flatMap(linkSets).filter((tables) => !knowTheSame(tables))
  const tooSmall = order.filter((group) => layers.some((layer) => isFew(sizeOf(layer, group), threshold)))
  const hidden = new Set([...alreadyHidden, ...tooSmall])
  for (const group of order) {
    if (
      order.filter((one) => !hidden.has(one)).length <= mostGroups &&
      layers.every((layer) => isSafe(layer, order, hidden, threshold)) &&
      links.every((tables) => haveOneCoefficient(tables, hidden))
    )
      return hidden
    hidden.add(group)
  }
  return hidden
}

function isSafe(layer: Layer, order: readonly string[], hidden: ReadonlySet<string>, threshold: number): boolean {
  const present = order.filter((group) => sizeOf(layer, group) > 0)
  const visible = present.filter((group) => !hidden.has(group))
  if (visible.length === 0) return true
  const pooled = present.length - visible.length
  if (pooled === 1) return false
  // By municipality: people of each visible group; the hidden ones, where there are any, are the side left over.
  const rows = [...layer.values()].map((row) => ({
    people: [...row.values()].reduce((total, size) => total + size, 0),
    groups: visible.map((group) => row.get(group) ?? 0),
  }))
  for (let side = 1; side < 2 ** visible.length; side += 1) {
    const wrong = rows.reduce((total, { people, groups }) => {
      const onSide = groups.reduce((size, own, at) => (side & (1 << at) ? size + own : size), 0)
      return total + Math.min(onSide, people - onSide)
    }, 0)
    if (isFew(wrong, threshold)) return false
  }
  return true
}

function sizeOf(layer: Layer, group: string): number {
  let size = 0
  for (const row of layer.values()) size += row.get(group) ?? 0
  return size
}
