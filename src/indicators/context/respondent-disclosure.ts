// Which numbers of those who answered may be shown beside the others: by sex or age in rows, by wave in columns.
//
// Those who answered both waves are among those of each, so whoever subtracts columns has parts of them: those who
// answered the first wave only, both, or the second only. How many each part is, in all and in every municipality and
// actor group that is shown, is told elsewhere. Where nobody of a part said something, as everybody around may know,
// more follows than meets the eye. So it is calculated: a number follows where what is told can be given weights that
// add up to 1 for everybody in it and to 0 for everybody else.
import { haveSolutions, independentRows } from '#stats/linear-equations.ts'
import { isFew } from '../pooling.ts'
import { hiddenRows, rowsInOrder } from './disclosure.ts'
import type { RespondentColumn } from './model.ts'

const parts = ['onlyFrom', 'both', 'onlyTo'] as const
export type Part = (typeof parts)[number]

/** Somebody who answered. */
export interface Respondent {
  row: string
  part: Part
  /** Their rows in each pair of other divisions that stand beside this one; '' where a row is hidden there. */
  places: readonly (readonly [string, string])[]
  /** Their row by the criterion that is decided already. */
  other?: string
}

export interface ShownRespondents {
  columns: readonly RespondentColumn[]
  rows: ReadonlySet<string>
}

const partsOf: Readonly<Record<RespondentColumn, readonly Part[]>> = {
  either: parts,
  from: ['onlyFrom', 'both'],
  to: ['both', 'onlyTo'],
  both: ['both'],
}

/** Every number that could be a few people: parts, and parts together. */
const unions: readonly (readonly Part[])[] = [
  ...parts.map((part) => [part]),
  ['onlyFrom', 'both'],
  ['both', 'onlyTo'],
  ['onlyFrom', 'onlyTo'],
  parts,
]

/** What is shown: the first that shows more than half of those who answered, or else the last. */
const choices: readonly (readonly RespondentColumn[])[] = [['either', 'from', 'to', 'both'], ['from', 'to'], ['either']]

/**
 * Rows are alike in all columns. No rows where all said the same: it would tell what each of them said.
 * @param people everybody who answered
 * @param other what is shown by the criterion that is decided already
 */
export function decideRespondents(
  people: readonly Respondent[],
  threshold: number,
  other: ShownRespondents = { columns: [], rows: new Set() },
): ShownRespondents {
  const byRow = countByRow(people, ({ row }) => row)
  if (byRow.size < 2) return { columns: [], rows: new Set() }
  const few = listFew(byRow, threshold)
  const others = listFew(
    countByRow(people, (person) => person.other ?? ''),
    threshold,
  )
  const names = [...byRow.keys()]
  const besides = [
    ...(people[0]?.places ?? []).map((_, pair) => besidePair(people, names, pair, few)),
    besideOther(people, other, few, others),
  ]
  let decided: ShownRespondents = { columns: [], rows: new Set() }
  for (const columns of choices) {
    decided = { columns, rows: safeRows(byRow, columns, threshold, besides) }
    const shown = [...decided.rows].reduce((sum, row) => sum + sumOf(byRow.get(row), parts), 0)
    if (2 * shown > people.length) return decided
  }
  return decided
}

/** People of each part. */
type PartCounts = ReadonlyMap<Part, number>

const countByRow = (
  people: readonly Respondent[],
  rowOf: (person: Respondent) => string,
): ReadonlyMap<string, PartCounts> =>
  new Map(
    [...Map.groupBy(people, rowOf)].map(([row, own]) => [
      row,
      new Map(parts.map((part) => [part, own.filter((person) => person.part === part).length])),
    ]),
  )

const sumOf = (counts: PartCounts | undefined, union: readonly Part[]): number =>
  union.reduce((sum, part) => sum + (counts?.get(part) ?? 0), 0)

/** A row, and the parts of it that are a few people together. */
interface Few {
  row: string
  union: readonly Part[]
}

const listFew = (byRow: ReadonlyMap<string, PartCounts>, threshold: number): Few[] =>
  [...byRow].flatMap(([row, counts]) =>
    unions.filter((union) => isFew(sumOf(counts, union), threshold)).map((union) => ({ row, union })),
  )

/** Which few follow from what is shown, beside one of the things that are told elsewhere. */
type Follows = (shown: ShownRespondents) => readonly boolean[]

/** Rows that are nobody or enough in all columns and what columns leave, as what the rows leave is; and no few follow. */
function safeRows(
  byRow: ReadonlyMap<string, PartCounts>,
  columns: readonly RespondentColumn[],
  threshold: number,
  besides: readonly Follows[],
): ReadonlySet<string> {
  const isMade = madeOf(columns)
  const calculable = unions.filter((_, at) => isMade[at])
  const sizes = new Map(
    [...byRow].map(([row, counts]) => [row, [parts, ...calculable].map((union) => sumOf(counts, union))]),
  )
  const hidden = new Set(hiddenRows(sizes, threshold))
  // What the other tables tell by themselves is not this one's to keep.
  const anyway = besides.map((follows) => follows({ columns, rows: new Set() }))
  const tellsFew = (rows: ReadonlySet<string>) =>
    besides.some((follows, at) => follows({ columns, rows }).some((told, which) => told && !anyway[at]?.[which]))
  const all = new Set(byRow.keys())
  for (const row of rowsInOrder(sizes)) if (tellsFew(all.difference(hidden))) hidden.add(row)
  return all.difference(hidden)
}

/** Of each union, whether columns of one row can be added and subtracted to give it. */
const madeOf = (columns: readonly RespondentColumn[]): boolean[] =>
  haveSolutions(
    parts.map((part) => [
      ...columns.map((column) => weightOf(column, part)),
      ...unions.map((union) => Number(union.includes(part))),
    ]),
    { unknowns: columns.length, questions: unions.length },
  )

const weightOf = (column: RespondentColumn, part: Part): number => Number(partsOf[column].includes(part))

/** In which of the numbers that are told somebody counts: hidden rows are told together. */
const weightsIn = ({ columns, rows }: ShownRespondents, row: string, part: Part): number[] =>
  [...rows, 'hidden'].flatMap((name) =>
    columns.map((column) => (name === (rows.has(row) ? row : 'hidden') ? weightOf(column, part) : 0)),
  )

/** Beside two other divisions together. */
function besidePair(
  people: readonly Respondent[],
  names: readonly string[],
  pair: number,
  few: readonly Few[],
): Follows {
  const differences = differencesIn(people, names, pair)
  return (shown) => {
    const equations = differences.map(({ part, times }) => {
      const weights = names.map((name) => weightsIn(shown, name, part))
      return [
        ...(weights[0] ?? []).map((_, at) =>
          times.reduce((sum, value, row) => sum + value * (weights[row]?.[at] ?? 0), 0),
        ),
        ...few.map(({ row, union }) => (union.includes(part) ? (times[names.indexOf(row)] ?? 0) : 0)),
      ]
    })
    return haveSolutions(equations, { unknowns: unknownsIn(shown), questions: few.length })
  }
}

const unknownsIn = ({ columns, rows }: ShownRespondents): number => columns.length * (rows.size + 1)

/** By part: how often each row must be weighed, in the order of the rows, for the weights of all others to add up. */
type Differences = readonly { part: Part; times: readonly number[] }[]

/**
 * Among people of one part, each place of the two divisions has a weight that may be chosen, and so has each row: what
 * the three make of a person is given. Along a tree of places their weights follow from those of rows. What remains is
 * asked of the rows alone: in the same two places they must differ as is looked for, and so around every circle.
 */
function differencesIn(people: readonly Respondent[], names: readonly string[], pair: number): Differences {
  return parts.flatMap((part) => {
    const cells = cellsOf(
      people.filter((person) => person.part === part),
      names,
      pair,
    )
    const weights = weighPlaces(cells, names.length)
    const around = cells.map(({ one, other, row }) =>
      names.map((_, at) => (weights.get(one)?.[at] ?? 0) + (weights.get(other)?.[at] ?? 0) + Number(at === row)),
    )
    return independentRows(around).map((times) => ({ part, times }))
  })
}

/** Somebody is there: two places, and the number of the row. */
interface Cell {
  one: string
  other: string
  row: number
}

function cellsOf(people: readonly Respondent[], names: readonly string[], pair: number): Cell[] {
  const numbers = new Map(names.map((name, at) => [name, at]))
  const cells = new Map<string, Cell>()
  for (const { row, places } of people) {
    const [one, other] = places[pair] ?? ['', '']
    const key = `${one}\t${other}\t${row}`
    if (!cells.has(key)) cells.set(key, { one: `1 ${one}`, other: `2 ${other}`, row: numbers.get(row) ?? 0 })
  }
  return [...cells.values()]
}

/** Of each place, how often the weight of each row is in its own: the first of every tree has none. */
function weighPlaces(cells: readonly Cell[], rows: number): ReadonlyMap<string, readonly number[]> {
  const beside = Map.groupBy(
    cells.flatMap(({ one, other, row }) => [
      { from: one, to: other, row },
      { from: other, to: one, row },
    ]),
    ({ from }) => from,
  )
  const weights = new Map<string, readonly number[]>()
  for (const first of beside.keys()) {
    if (weights.has(first)) continue
    weights.set(first, Array<number>(rows).fill(0))
    const open = [first]
    for (let place = open.pop(); place !== undefined; place = open.pop())
      for (const { to, row } of beside.get(place) ?? []) {
        if (weights.has(to)) continue
        weights.set(
          to,
          (weights.get(place) ?? []).map((value, at) => -value - Number(at === row)),
        )
        open.push(to)
      }
  }
  return weights
}

/** Beside the other criterion: few of the one follow, or of the other. */
function besideOther(
  people: readonly Respondent[],
  other: ShownRespondents,
  few: readonly Few[],
  others: readonly Few[],
): Follows {
  const cells = new Map(people.map((one) => [`${one.part}\t${one.row}\t${one.other}`, one]))
  const byPart = [...Map.groupBy(cells.values(), ({ part }) => part).values()]
  const isIn = (row: string, part: Part) => (one: Few) => Number(one.row === row && one.union.includes(part))
  return (shown) => {
    const weigh = (person: Respondent): number[] => [
      ...weightsIn(shown, person.row, person.part),
      ...weightsIn(other, person.other ?? '', person.part),
      ...few.map(isIn(person.row, person.part)),
      ...others.map(isIn(person.other ?? '', person.part)),
    ]
    const equations = byPart.flatMap(([first, ...rest]) => {
      const reference = first ? weigh(first) : []
      return rest.map((person) => weigh(person).map((value, at) => value - (reference[at] ?? 0)))
    })
    const questions = few.length + others.length
    return haveSolutions(equations, { unknowns: unknownsIn(shown) + unknownsIn(other), questions })
  }
}
