// Who answered, by sex and by age: horizontal criteria, of which funders ask who was reached. Numbers of people in the
// whole project and nothing else: no score, no municipality, no two criteria crossed.
//
// Those who answered both waves are among those of each, so whoever subtracts has those of one wave alone. The columns
// therefore show the same rows, and a row where each of the three parts is nobody or enough. Where nearly everybody
// answers again that would hide nearly everything: then one number is shown, of those who answered at all, from which
// nothing can be taken. Nobody is hidden as few are: a gap would say that there is somebody.
import { type Criterion, criteria } from '#survey/horizontal.ts'
import { findItem } from '#survey/lookup.ts'
import type { Choice, Questionnaire } from '#survey/questionnaire.ts'
import { crossCounts, listTold, tellsCells } from '../margins.ts'
import type { ResultsInput } from '../model.ts'
import { hasBoth, type Person, type Response } from '../people.ts'
import { isFew } from '../pooling.ts'
import { type Published, shown, withheld } from '../published.ts'
import { hiddenRows, rowsInOrder } from './disclosure.ts'
import { shareOf } from './group-change.ts'
import { type CriterionTable, type RespondentColumn, type RespondentRow, respondentColumns } from './model.ts'
import type { ShownRows } from './modes.ts'

/** Another division of the same people, with the rows of it that are published. */
interface Division {
  rowOf: (person: Person) => string
  shown: ReadonlySet<string>
}

/**
 * Whoever answered both times counts by what they said first, in every column: the same people, whatever they say later.
 * @param beside rows of the other tables that divide the same people, as published
 * @returns a table for each criterion that either questionnaire asks about
 */
export function countRespondents(
  people: readonly Person[],
  { from, to, otherVersions = [] }: Pick<ResultsInput, 'from' | 'to' | 'otherVersions'>,
  beside: ShownRows,
  threshold: number,
): CriterionTable[] {
  const versions = [from.questionnaire, to.questionnaire, ...otherVersions]
  const answered = people.filter((person) => person.from.response ?? person.to.response)
  const divisions: Division[] = [
    { rowOf: ({ municipality }) => municipality, shown: beside.municipalities },
    { rowOf: ({ actorGroup }) => actorGroup, shown: beside.groups },
  ]
  return criteria.flatMap((id) => {
    const [item] = versions.flatMap(({ horizontal }) => horizontal?.[id] ?? [])
    if (item === undefined) return []
    const codes = new Map(answered.map((person) => [person, saidOf(person, id)]))
    const rowOf = (person: Person) => `${id} ${codes.get(person) ?? 'none'}`
    const { columns, rows } = decide(answered, rowOf, divisions, threshold)
    divisions.push({ rowOf, shown: rows })
    const rowFor = ({ code, label }: Pick<RespondentRow, 'code' | 'label'>): RespondentRow => {
      const isShown = rows.has(`${id} ${code ?? 'none'}`)
      const countIn = (column: RespondentColumn): { n: Published<number>; share: Published<number | null> } => {
        const inColumn = answered.filter(isIn[column])
        const isAsked = inColumn.every((person) => answersOf(person, id).length > 0)
        if (!isAsked) return { n: withheld('not_asked'), share: withheld('not_asked') }
        if (!isShown || !columns.has(column)) return { n: withheld('suppressed'), share: withheld('suppressed') }
        const n = inColumn.filter((person) => codes.get(person) === code).length
        return { n: shown(n), share: shown(shareOf(n, inColumn.length)) }
      }
      const [either, from, to, both] = [countIn('either'), countIn('from'), countIn('to'), countIn('both')]
      return {
        code,
        label,
        either: either.n,
        from: from.n,
        to: to.n,
        both: both.n,
        shareOfEither: either.share,
        shareOfFrom: from.share,
        shareOfTo: to.share,
        shareOfBoth: both.share,
      }
    }
    return [{ id, item, rows: [...choicesOf(versions, id), { code: null, label: null }].map(rowFor) }]
  })
}

const isIn: Readonly<Record<RespondentColumn, (person: Person) => boolean>> = {
  either: () => true,
  from: ({ from }) => from.response !== null,
  to: ({ to }) => to.response !== null,
  both: hasBoth,
}

/** What those who answered can be divided into by subtracting one column from another. */
const parts = {
  onlyFrom: (person: Person) => isIn.from(person) && !hasBoth(person),
  both: hasBoth,
  onlyTo: (person: Person) => isIn.to(person) && !hasBoth(person),
}
const partNames = Object.keys(parts) as (keyof typeof parts)[]
/** Parts and columns, as the parts they are made of. */
const unions: readonly (readonly (keyof typeof parts)[])[] = [
  ...partNames.map((name) => [name]),
  ['onlyFrom', 'both'],
  ['both', 'onlyTo'],
]

/** Every column where that shows more than half of those who answered, or else only who answered at all. */
function decide(
  answered: readonly Person[],
  rowOf: Division['rowOf'],
  divisions: readonly Division[],
  threshold: number,
): { columns: ReadonlySet<RespondentColumn>; rows: ReadonlySet<string> } {
  const inAll = rowsOfColumns(answered, rowOf, divisions, threshold)
  if (2 * answered.filter((person) => inAll.has(rowOf(person))).length > answered.length)
    return { columns: new Set(respondentColumns), rows: inAll }
  return { columns: new Set(['either']), rows: rowsOfEither(answered, rowOf, divisions, threshold) }
}

/** Rows that may be shown in every column: what follows from one part of those who answered does not from another. */
function rowsOfColumns(
  answered: readonly Person[],
  rowOf: Division['rowOf'],
  divisions: readonly Division[],
  threshold: number,
): ReadonlySet<string> {
  const divided = partNames.map((name) => answered.filter(parts[name]))
  const columns = respondentColumns.map((column) => answered.filter(isIn[column]))
  const tables = divided.flatMap((people) => crossWith(people, rowOf, divisions))
  const listWith = (groups: ReadonlySet<string>) =>
    listTold(
      tables.map((table) => ({ ...table, groups })),
      threshold,
    )
  return safeRows([...columns, ...divided], rowOf, listWith, threshold)
}

/**
 * Rows of those who answered at all. How many answered in each wave is told by the other tables, so where all who
 * answered only once said the same, they follow from a row and may be few.
 */
function rowsOfEither(
  answered: readonly Person[],
  rowOf: Division['rowOf'],
  divisions: readonly Division[],
  threshold: number,
): ReadonlySet<string> {
  const tables = crossWith(answered, rowOf, divisions)
  const few = [...Map.groupBy(answered, rowOf)].flatMap(([row, own]) =>
    unions
      .filter((union) => isFew(own.filter((person) => union.includes(partOf(person))).length, threshold))
      .map((union) => ({ row, union })),
  )
  const byPart = divisions.map(({ rowOf: otherRow, shown: ownRows }) => {
    const other = (person: Person) => (ownRows.has(otherRow(person)) ? otherRow(person) : '')
    const counts = crossCounts(answered, (person) => `${partOf(person)} ${other(person)}`, rowOf)
    return { counts, municipalities: new Set(counts.keys()) }
  })
  const listWith = (groups: ReadonlySet<string>) => [
    ...listTold(
      tables.map((table) => ({ ...table, groups })),
      threshold,
    ),
    ...few
      .filter(({ row, union }) =>
        byPart.some((table) =>
          tellsCells(
            { ...table, groups },
            ({ municipality, group }) => group === row && union.some((part) => municipality.startsWith(`${part} `)),
          ),
        ),
      )
      .map(({ row, union }) => `${row} ${union.join(' ')}`),
  ]
  return safeRows([answered], rowOf, listWith, threshold)
}

const partOf = (person: Person): keyof typeof parts =>
  hasBoth(person) ? 'both' : isIn.from(person) ? 'onlyFrom' : 'onlyTo'

const crossWith = (people: readonly Person[], rowOf: Division['rowOf'], divisions: readonly Division[]) =>
  divisions.map(({ rowOf: otherRow, shown: municipalities }) => ({
    counts: crossCounts(people, otherRow, rowOf),
    municipalities,
  }))

/**
 * Rows that are nobody or enough in everything that is counted, as what they leave is, and from which nothing follows.
 * None where all said the same: it would tell what each of them said.
 * @param counted people of each number that is told, first everybody
 * @param listWith what few follow where these rows are shown
 */
function safeRows(
  counted: readonly (readonly Person[])[],
  rowOf: Division['rowOf'],
  listWith: (shownRows: ReadonlySet<string>) => readonly string[],
  threshold: number,
): ReadonlySet<string> {
  const byRow = counted.map((people) => Map.groupBy(people, rowOf))
  const all = [...(byRow[0]?.keys() ?? [])]
  if (all.length < 2) return new Set()
  const sizes = new Map(all.map((row) => [row, byRow.map((own) => own.get(row)?.length ?? 0)]))
  const hidden = new Set(hiddenRows(sizes, threshold))
  // What the other tables tell by themselves is not this one's to keep.
  const anyway = new Set(listWith(new Set()))
  const tellsMore = () => listWith(new Set(all).difference(hidden)).some((few) => !anyway.has(few))
  for (const row of rowsInOrder(sizes)) if (tellsMore()) hidden.add(row)
  return new Set(all).difference(hidden)
}

/** The answers in which somebody was asked, the earlier first. */
const answersOf = ({ from, to }: Person, id: Criterion): { response: Response; item: string }[] =>
  [from.response, to.response].flatMap((response) => {
    const item = response?.questionnaire.horizontal?.[id]
    return response && item !== undefined ? [{ response, item }] : []
  })

/** What was said the first time that anything was; null = nothing. */
function saidOf(person: Person, id: Criterion): Choice['code'] | null {
  for (const { response, item } of answersOf(person, id)) {
    const answer = response.answers[item]
    if (answer !== undefined && typeof answer !== 'object') return answer
  }
  return null
}

/** In the order of the questionnaires, as the last of them words each. */
function choicesOf(versions: readonly Questionnaire[], id: Criterion): Choice[] {
  const choices = versions.flatMap((questionnaire) => {
    const item = findItem(questionnaire, questionnaire.horizontal?.[id] ?? '')
    return item?.type === 'choice' ? item.choices : []
  })
  return [...new Map(choices.map((choice) => [choice.code, choice])).values()]
}
