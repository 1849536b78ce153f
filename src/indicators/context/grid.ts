// Who is in contact with whom, as each group of actors sees it: raters in rows, those asked about in columns, among the
// people who answered a row of the grid both times.
import { mean } from '#stats/mean.ts'
import { networkDensity, networkReciprocity } from '#stats/network.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { ScorePair } from '#survey/scoring.ts'
import { protect } from '../pooling.ts'
import { type Published, shown, type Withheld, withheld } from '../published.ts'
import { isFew, smallestFirst } from './disclosure.ts'
import type { Groups } from './groups.ts'
import { countPartial, type ItemPairs, isShown } from './items.ts'
import type { ContactCell, ContactGrid, ItemChange, NetworkMeasures } from './model.ts'
import type { Respondent } from './respondents.ts'

/** One column: the item and the groups that it asks about. */
interface Column extends ItemPairs {
  groups: readonly string[]
}
/** One row: groups that rate together, because one item asks about them together. */
interface Row {
  name: string
  groups: readonly string[]
}

/**
 * Every grid of the earlier version whose rows say whom they are about.
 * @param groups every group that somebody belongs to has a row, if only to be counted
 */
export function contactGrids(
  people: readonly Respondent[],
  groups: Groups,
  { grids, items }: Questionnaire,
  paired: readonly ItemPairs[],
  changes: readonly ItemChange[],
  threshold: number,
): ContactGrid[] {
  return Object.keys(grids).flatMap((grid) => {
    const columns = items.flatMap((item): Column[] => {
      const own = paired.find((one) => one.item === item.id)
      return item.type === 'rating' && item.grid === grid && item.aboutGroup && own
        ? [{ ...own, groups: item.aboutGroup }]
        : []
    })
    return columns.length === 0
      ? []
      : [gridOf(grid, columns, rowsOf(columns, groups), people, changes, groups, threshold)]
  })
}

/** Those asked about in the order of the columns, so that cell and mirror image stand at i, j and j, i; then the rest. */
function rowsOf(columns: readonly Column[], { listed, unlisted }: Groups): Row[] {
  const groups = [...listed.map(({ code }) => code), ...unlisted]
  const asked = new Set(columns.flatMap((column) => column.groups))
  return [
    ...columns.map((column) => column.groups),
    ...groups.filter((code) => !asked.has(code)).map((code) => [code]),
  ].map((own) => ({ name: own.join('+'), groups: own }))
}

function gridOf(
  grid: string,
  columns: readonly Column[],
  rows: readonly Row[],
  people: readonly Respondent[],
  changes: readonly ItemChange[],
  { unlisted, hiddenInResults }: Groups,
  threshold: number,
): ContactGrid {
  const ratersOf = (row: Row, { pairs }: Column): ScorePair[] =>
    people.flatMap(({ actorGroup }, at) => (row.groups.includes(actorGroup) ? (pairs[at] ?? []) : []))
  const hidden = hiddenCells(columns, rows, people, changes, hiddenInResults, threshold)
  const points = columns[0]?.points ?? []
  const lowest = points.at(0) ?? 0
  const strongest = (points.at(-1) ?? 0) - lowest
  const cells = rows.map((row) =>
    columns.map((column): Published<ContactCell> => {
      const raters = ratersOf(row, column)
      const reason: Withheld | null =
        column.obstacle ??
        (raters.length > 0 ? (hidden.get(column.item)?.has(row.name) ? 'suppressed' : null) : emptyCell(row, column))
      if (reason !== null) return withheld(reason)
      const fromMean = mean(raters.map(({ from }) => from)) - lowest
      return shown({ n: raters.length, fromMean, toMean: mean(raters.map(({ to }) => to)) - lowest })
    }),
  )
  return {
    grid,
    about: columns.map(({ item, groups }) => ({ item, groups })),
    rows: rows.flatMap(({ groups }, at) =>
      groups.some((code) => unlisted.has(code)) ? [] : { groups, cells: cells[at] ?? [] },
    ),
    strongest,
    from: measure(cells.slice(0, columns.length), strongest, ({ fromMean }) => fromMean),
    to: measure(cells.slice(0, columns.length), strongest, ({ toMean }) => toMean),
  }
}

/** A group is not asked about itself. */
const emptyCell = (row: Row, { groups }: Column): Withheld =>
  row.groups.some((code) => groups.includes(code)) ? 'not_asked' : 'too_few'

/** Rules 4 and 5 of disclosure.ts. Names of hidden rows, by column. */
function hiddenCells(
  columns: readonly Column[],
  rows: readonly Row[],
  people: readonly Respondent[],
  changes: readonly ItemChange[],
  hiddenInResults: ReadonlySet<string>,
  threshold: number,
): ReadonlyMap<string, ReadonlySet<string>> {
  const sizeOf = (row: Row, { pairs }: Column) =>
    people.filter(({ actorGroup }, at) => row.groups.includes(actorGroup) && pairs[at] !== undefined).length
  const skipped = new Map(rows.map((row) => [row.name, columnSkippedBy(row, columns, people, threshold)]))
  const tables = columns.map((column) => {
    const groups = new Map(rows.map((row) => [row.name, [sizeOf(row, column)]] as const))
    const few = [...groups].filter(([, [size = 0]]) => isFew(size, threshold)).map(([name]) => name)
    const incomplete = [...skipped].filter(([, item]) => item === column.item).map(([name]) => name)
    const concealed = rows.filter((row) => row.groups.some((code) => hiddenInResults.has(code))).map(({ name }) => name)
    const isTotalShown = isShown(changes, column.item)
    return {
      id: column.item,
      groups,
      hidden: new Set(isTotalShown ? [...few, ...incomplete, ...concealed] : groups.keys()),
      totalShown: isTotalShown,
      linkedTo: columns.map(({ item }) => item).filter((item) => item !== column.item),
    }
  })
  const bySize = new Map(rows.map((row) => [row.name, [columns.reduce((n, column) => n + sizeOf(row, column), 0)]]))
  const decided = protect(tables, smallestFirst(bySize), threshold)
  return new Map(
    tables.map(({ id, groups, totalShown }) => {
      const own = decided.get(id)
      // The item's total is published whatever happens here: without a cover for it, the column goes.
      return [id, own && (own.totalShown || !totalShown) ? own.hidden : new Set(groups.keys())] as const
    }),
  )
}

/** Where few of a group rated only some of the others, the column that fewest of it rated; else nothing. */
function columnSkippedBy(
  row: Row,
  columns: readonly Column[],
  people: readonly Respondent[],
  threshold: number,
): string | undefined {
  const own = columns
    .filter(({ groups }) => !row.groups.some((code) => groups.includes(code)))
    .map(({ item, pairs }) => ({
      item,
      pairs: pairs.filter((_, at) => row.groups.includes(people[at]?.actorGroup ?? '')),
    }))
  if (!isFew(countPartial(own), threshold)) return undefined
  const size = ({ pairs }: Pick<ItemPairs, 'pairs'>) => pairs.filter((pair) => pair !== undefined).length
  return own.toSorted((one, other) => size(one) - size(other))[0]?.item
}

function measure(
  rows: readonly (readonly Published<ContactCell>[])[],
  strongest: number,
  meanOf: (cell: ContactCell) => number,
): NetworkMeasures {
  const matrix = rows.map((cells, row) =>
    cells.map((cell, column) => (cell.shown && row !== column ? meanOf(cell.value) : null)),
  )
  return { density: networkDensity(matrix, strongest), reciprocity: networkReciprocity(matrix, strongest) }
}
