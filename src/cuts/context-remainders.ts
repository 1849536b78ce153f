// What the tables of the context leave over in two editions when their visible rows are taken from totals that are
// known: hidden rows that have grown by one tell of one, although each edition by itself tells of nobody.
import {
  type AccountRow,
  type CriterionTable,
  type RespondentColumn,
  type ResponseAccount,
  respondentColumns,
} from '#indicators/context/model.ts'
import type { PublishedResults } from './published-results.ts'

/** People left over, by address of the table and what is counted. */
type Remainders = ReadonlyMap<string, number>

/**
 * Addresses of tables whose hidden rows differ by somebody, but fewer than k people. Given that the figures shown may
 * stand beside each other, and that the same rows are shown in both.
 */
export function compareContextRemainders(previous: PublishedResults, next: PublishedResults, k: number): string[] {
  const before = remaindersOf(previous)
  const isUntold = (address: string) => address.startsWith(respondents) && !before.has(address)
  return [...remaindersOf(next)].flatMap(([address, after]) => {
    // Where the earlier edition did not tell a row or a column of sex and age, its number is unknown, and not 0: the wave
    // had not asked, the column was hidden, or nobody was divided at all.
    if (isUntold(address)) return []
    const difference = Math.abs(after - (before.get(address) ?? 0))
    return difference > 0 && difference < k ? [address] : []
  })
}

function remaindersOf({ context, indicators }: PublishedResults): Remainders {
  const found = new Map<string, number>()
  const add = (address: string, total: number, rows: readonly number[]) =>
    found.set(`context/${address}`, total - rows.reduce((sum, n) => sum + n, 0))
  const { responses, attrition, dose, perceived } = context
  for (const [division, rows] of [
    ['byMunicipality', responses.byMunicipality],
    ['byActorGroup', responses.byActorGroup],
  ] as const)
    for (const [name, { total, ofRows }] of answersOf(responses, rows))
      add(`responses/${division}/${name}`, total, ofRows)
  for (const side of ['from', 'to'] as const) {
    const modes = responses.modes?.[side] ?? []
    const shown = modes.flatMap(({ count }) => (count.shown ? count.value : []))
    if (modes.length > 0) add(`responses/modes/${side}`, responses[side].funnel.answered, shown)
  }
  for (const [name, n] of (responses.respondents ?? []).flatMap((table) => respondentsOf(table, responses)))
    found.set(`${respondents}${name}`, n)
  const { both, answered } = responses.from.funnel
  const stayed = attrition.byActorGroup.flatMap(({ counts }) => (counts.shown ? counts.value : []))
  add(
    'attrition/byActorGroup/stayers',
    both,
    stayed.map(({ stayers }) => stayers),
  )
  add(
    'attrition/byActorGroup/leavers',
    answered - both,
    stayed.map(({ leavers }) => leavers),
  )
  for (const { item, indicator, categories } of dose) {
    const overall = indicators.find((one) => one.indicator.id === indicator)?.overall.paired
    if (!overall?.shown) continue
    const shown = categories.flatMap(({ change }) => (change.shown ? change.value.n : []))
    add(`dose/${item}`, overall.value.n, shown)
  }
  for (const { item, n, points } of perceived)
    if (n.shown)
      add(
        `perceived/${item}`,
        n.value,
        points.flatMap(({ count }) => (count.shown ? count.value.n : [])),
      )
  return found
}

/** Of those who answered: in all, and in the rows that are shown. */
function answersOf({ from, to }: ResponseAccount, rows: readonly AccountRow[]) {
  const shown = rows.flatMap(({ funnel }) => (funnel.shown ? funnel.value : []))
  return new Map([
    ['from', { total: from.funnel.answered, ofRows: shown.map((row) => row.from.answered) }],
    ['to', { total: to.funnel.answered, ofRows: shown.map((row) => row.to.answered) }],
    ['both', { total: from.funnel.both, ofRows: shown.map((row) => row.from.both) }],
  ])
}

const respondents = 'context/responses/respondents/'

/** Those of one wave alone, row by row and in the hidden rows together; and the hidden rows of each column. */
function respondentsOf({ id, rows }: CriterionTable, { from, to }: ResponseAccount): [name: string, people: number][] {
  const { both, answered } = from.funnel
  const totals = { either: answered + to.funnel.answered - both, from: answered, to: to.funnel.answered, both }
  const columns = respondentColumns.filter((column) => rows.some((row) => row[column].shown))
  const shownIn = (column: RespondentColumn) =>
    rows.flatMap(({ code, [column]: count }) => (count.shown ? [{ code, n: count.value }] : []))
  const inBoth = new Map(shownIn('both').map(({ code, n }) => [code, n]))
  const alone = (['from', 'to'] as const).flatMap((side) =>
    shownIn(side).flatMap(({ code, n }): [string, number][] => {
      const twice = inBoth.get(code)
      return twice === undefined ? [] : [[`${id}/rows/${code ?? 'none'}/${side} − both`, n - twice]]
    }),
  )
  const left = columns.map((column): [RespondentColumn, number] => [
    column,
    shownIn(column).reduce((sum, { n }) => sum - n, totals[column]),
  ])
  const leftInBoth = new Map(left).get('both')
  return [
    ...alone,
    ...left.map(([column, n]): [string, number] => [`${id}/hidden/${column}`, n]),
    ...left.flatMap(([column, n]): [string, number][] =>
      leftInBoth === undefined || (column !== 'from' && column !== 'to')
        ? []
        : [[`${id}/hidden/${column} − both`, n - leftInBoth]],
    ),
  ]
}
