// Who is in contact with whom, as each group of actors sees it: raters in rows, those asked about in columns, among the
// people who answered a row of the grid both times.
import { mean } from '#stats/mean.ts'
import { networkDensity, networkReciprocity, reciprocityCorrelation } from '#stats/network.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { ScorePair } from '#survey/scoring.ts'
import type { PersonScores } from '../pairing.ts'
import type { Person } from '../people.ts'
import { isFew } from '../pooling.ts'
import { type Published, shown, type Withheld, withheld } from '../published.ts'
import type { Groups } from './groups.ts'
import type { ItemPairs } from './items.ts'
import type { ContactCell, ContactGrid, NetworkMeasures } from './model.ts'
import { countLeft, givenOf } from './partial-answers.ts'

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
 * @param scoresOf scores on the scale that counts an item; empty where none does
 */
export function contactGrids(
  people: readonly Person[],
  groups: Groups,
  { grids, items }: Questionnaire,
  paired: readonly ItemPairs[],
  scoresOf: (item: string) => readonly PersonScores[],
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
      : [gridOf(grid, columns, rowsOf(columns, groups), people, scoresOf, groups, threshold)]
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
  people: readonly Person[],
  scoresOf: (item: string) => readonly PersonScores[],
  { unlisted, hiddenInResults }: Groups,
  threshold: number,
): ContactGrid {
  const ratersOf = (row: Row, { pairs }: Column): ScorePair[] =>
    people.flatMap(({ actorGroup }, at) => (row.groups.includes(actorGroup) ? (pairs[at] ?? []) : []))
  const points = columns[0]?.points ?? []
  const lowest = points.at(0) ?? 0
  const strongest = (points.at(-1) ?? 0) - lowest
  const cells = rows.map((row) => {
    const visible = shownCells(row, columns, people, scoresOf(columns[0]?.item ?? ''), hiddenInResults, threshold)
    return columns.map((column): Published<ContactCell> => {
      const raters = ratersOf(row, column)
      const reason: Withheld | null =
        column.obstacle ??
        (raters.length > 0 ? (visible.has(column.item) ? null : 'suppressed') : emptyCell(row, column))
      if (reason !== null) return withheld(reason)
      const fromMean = mean(raters.map(({ from }) => from)) - lowest
      return shown({ n: raters.length, fromMean, toMean: mean(raters.map(({ to }) => to)) - lowest })
    })
  })
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

/** Rule 5 of disclosure.ts: items that the row shows. */
function shownCells(
  row: Row,
  columns: readonly Column[],
  people: readonly Person[],
  scores: readonly PersonScores[],
  hiddenInResults: ReadonlySet<string>,
  threshold: number,
): ReadonlySet<string> {
  if (row.groups.some((code) => hiddenInResults.has(code))) return new Set()
  const units = people.map(({ actorGroup }) => (row.groups.includes(actorGroup) ? row.name : undefined))
  const given = givenOf(columns, units, scores)
  const sizes = columns.map((_, at) => given.filter(({ items }) => items[at]).length)
  const shown = sizes.map((size) => size >= threshold)
  while (isFew(countLeft(given, shown), threshold) && shown.includes(true)) {
    const fewest = Math.min(...sizes.filter((_, at) => shown[at]))
    shown[sizes.findIndex((size, at) => shown[at] === true && size === fewest)] = false
  }
  return new Set(columns.filter((_, at) => shown[at]).map(({ item }) => item))
}

function measure(
  rows: readonly (readonly Published<ContactCell>[])[],
  strongest: number,
  meanOf: (cell: ContactCell) => number,
): NetworkMeasures {
  const matrix = rows.map((cells, row) =>
    cells.map((cell, column) => (cell.shown && row !== column ? meanOf(cell.value) : null)),
  )
  return {
    density: networkDensity(matrix, strongest),
    reciprocity: networkReciprocity(matrix, strongest),
    correlation: reciprocityCorrelation(matrix, strongest),
  }
}
