// Which numbers of those who answered may be shown beside the others: by sex or age in rows, by wave in columns.
//
// Those who answered both waves are among those of each, so whoever subtracts columns has parts of them: those who
// answered the first wave only, both, or the second only. How many each part is, in all and in every municipality and
// actor group that is shown, is told elsewhere. Where nobody of a part said something, as everybody around may know,
// more follows than meets the eye. So it is calculated: a number follows where what is told can be given weights that
// add up to 1 for everybody in it and to 0 for everybody else.
import { haveSolution, independentRows } from '#stats/linear-equations.ts'
import { isFew } from '../pooling.ts'
import { hiddenRows, rowsInOrder } from './disclosure.ts'
import type { RespondentColumn } from './model.ts'

export const parts = ['onlyFrom', 'both', 'onlyTo'] as const
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

/** Rows are alike in all columns. @param people everybody who answered @param other what is shown by the other criterion */
export function decideRespondents(
  people: readonly Respondent[],
  threshold: number,
  other: ShownRespondents = { columns: [], rows: new Set() },
): ShownRespondents {
  let decided: ShownRespondents = { columns: [], rows: new Set() }
  for (const columns of choices) {
    decided = { columns, rows: safeRows(people, columns, threshold, other) }
    const { rows } = decided
    if (2 * people.filter(({ row }) => rows.has(row)).length > people.length) return decided
  }
  return decided
}

/**
 * Rows that are nobody or enough in every column and in what columns leave, as what the rows leave is, and from which
 * no few follow. None where all said the same: it would tell what each of them said.
 */
function safeRows(
  people: readonly Respondent[],
  columns: readonly RespondentColumn[],
  threshold: number,
  other: ShownRespondents,
): ReadonlySet<string> {
  const all = new Set(people.map(({ row }) => row))
  if (all.size < 2) return new Set()
  const count = (row: string, union: readonly Part[]) =>
    people.filter((person) => person.row === row && union.includes(person.part)).length
  const calculable = unions.filter((union) => isMadeOf(columns, union))
  const sizes = new Map([...all].map((row) => [row, [parts, ...calculable].map((union) => count(row, union))]))
  const few = listFew(people, ({ row }) => row, threshold)
  const names = [...all]
  // What the other tables tell by themselves is not this one's to keep.
  const secrets = (people[0]?.places ?? []).map((_, pair) => {
    const differences = differencesIn(people, names, pair)
    return { differences, of: few.filter((one) => !isTold(differences, columns, names, new Set(), one)) }
  })
  const tellsOfOther = besideOther(people, columns, threshold, other)
  const tellsFew = (shown: ReadonlySet<string>) =>
    tellsOfOther(shown) ||
    secrets.some(({ differences, of }) => of.some((one) => isTold(differences, columns, names, shown, one)))
  const hidden = new Set(hiddenRows(sizes, threshold))
  for (const row of rowsInOrder(sizes)) if (tellsFew(all.difference(hidden))) hidden.add(row)
  return all.difference(hidden)
}

/** A row, and the parts of it that are a few people together. */
interface Few {
  row: string
  union: readonly Part[]
}

const listFew = (people: readonly Respondent[], rowOf: (person: Respondent) => string, threshold: number): Few[] =>
  [...Map.groupBy(people, rowOf)].flatMap(([row, own]) =>
    unions
      .filter((union) => isFew(own.filter(({ part }) => union.includes(part)).length, threshold))
      .map((union) => ({ row, union })),
  )

/** Whether columns of one row can be added and subtracted to give these parts of it. */
const isMadeOf = (columns: readonly RespondentColumn[], union: readonly Part[]): boolean =>
  haveSolution(parts.map((part) => [...columns.map((column) => weightOf(column, part)), Number(union.includes(part))]))

const weightOf = (column: RespondentColumn, part: Part): number => Number(partsOf[column].includes(part))

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
  const cells = new Map<string, Cell>()
  for (const { row, places } of people) {
    const [one, other] = places[pair] ?? ['', '']
    cells.set(JSON.stringify([one, other, row]), { one: `1 ${one}`, other: `2 ${other}`, row: names.indexOf(row) })
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

/** Whether the number of these people follows. Hidden rows are told together, and have one weight. */
function isTold(
  differences: Differences,
  columns: readonly RespondentColumn[],
  names: readonly string[],
  shown: ReadonlySet<string>,
  of: Few,
): boolean {
  const equations = differences.map(({ part, times }) => {
    const weights = names.map((name) => weightsIn({ columns, rows: shown }, name, part))
    const sums = (weights[0] ?? []).map((_, at) =>
      times.reduce((sum, value, row) => sum + value * (weights[row]?.[at] ?? 0), 0),
    )
    return [...sums, of.union.includes(part) ? (times[names.indexOf(of.row)] ?? 0) : 0]
  })
  return haveSolution(equations)
}

/** Whether few follow from both criteria together, of the one or of the other, that do not from the other alone. */
function besideOther(
  people: readonly Respondent[],
  columns: readonly RespondentColumn[],
  threshold: number,
  other: ShownRespondents,
): (shown: ReadonlySet<string>) => boolean {
  const cells = new Map(people.map((one) => [JSON.stringify([one.part, one.row, one.other]), one]))
  const byPart = [...Map.groupBy(cells.values(), ({ part }) => part).values()]
  const tells = (shown: ReadonlySet<string>, isIn: (person: Respondent) => boolean) => {
    const weigh = (person: Respondent): number[] => [
      ...weightsIn({ columns, rows: shown }, person.row, person.part),
      ...weightsIn(other, person.other ?? '', person.part),
      Number(isIn(person)),
    ]
    return haveSolution(
      byPart.flatMap(([first, ...others]) => {
        const reference = first ? weigh(first) : []
        return others.map((person) => weigh(person).map((value, at) => value - (reference[at] ?? 0)))
      }),
    )
  }
  const few = [
    ...listFew(people, ({ row }) => row, threshold).map(
      ({ row, union }) =>
        (person: Respondent) =>
          person.row === row && union.includes(person.part),
    ),
    ...listFew(people, (person) => person.other ?? '', threshold).map(
      ({ row, union }) =>
        (person: Respondent) =>
          person.other === row && union.includes(person.part),
    ),
  ]
  const secret = few.filter((isIn) => !tells(new Set(), isIn))
  return (shown) => secret.some((isIn) => tells(shown, isIn))
}

/** In which of the numbers that are told somebody counts. */
const weightsIn = ({ columns, rows }: ShownRespondents, row: string, part: Part): number[] =>
  [...rows, 'hidden'].flatMap((name) =>
    columns.map((column) => (name === (rows.has(row) ? row : 'hidden') ? weightOf(column, part) : 0)),
  )
