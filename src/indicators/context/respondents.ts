// Who answered, by sex and by age: horizontal criteria, of which funders ask who was reached. Numbers of people in the
// whole project and nothing else: no score, no municipality, no two criteria crossed. Nobody is hidden as few are: a gap
// would say that there is somebody.
import { type Criterion, criteria } from '#survey/horizontal.ts'
import { findItem, isAskedIn } from '#survey/lookup.ts'
import type { Choice, Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import type { ResultsInput } from '../model.ts'
import { hasBoth, type Person, type Response } from '../people.ts'
import { type Published, shown, withheld } from '../published.ts'
import { shareOf } from './group-change.ts'
import { type CriterionTable, type RespondentColumn, type RespondentRow, respondentColumns } from './model.ts'
import type { ShownRows } from './modes.ts'
import { decideRespondents, type Part, type ShownRespondents } from './respondent-disclosure.ts'

/** Another division of the same people, with the rows of it that are published. */
interface Division {
  rowOf: (person: Person) => string
  shown: ReadonlySet<string>
}

/**
 * Whoever answered both times counts by what they said first, in every column: the same people, whatever they say later.
 * @param beside rows of the other tables that divide the same people: those that tell how many answered, and those with
 *   any figure, which may tell as much
 * @returns a table for each criterion that either questionnaire asks about
 */
export function countRespondents(
  people: readonly Person[],
  { from, to, otherVersions = [] }: Pick<ResultsInput, 'from' | 'to' | 'otherVersions'>,
  beside: readonly ShownRows[],
  threshold: number,
): CriterionTable[] {
  const waves = { from: from.kind, to: to.kind }
  const versions = [from.questionnaire, to.questionnaire, ...otherVersions]
  const answered = people.filter((person) => person.from.response ?? person.to.response)
  const pairs: [Division, Division][] = [
    [everybody, everybody],
    ...beside.map(({ municipalities, groups }): [Division, Division] => [
      { rowOf: ({ municipality }) => municipality, shown: municipalities },
      { rowOf: ({ actorGroup }) => actorGroup, shown: groups },
    ]),
  ]
  let other: { shown: ShownRespondents; rowOf: Division['rowOf'] } | undefined
  return criteria.flatMap((id) => {
    const [item] = versions.flatMap(({ horizontal }) => horizontal?.[id] ?? [])
    if (item === undefined) return []
    const asked = new Map(answered.map((person) => [person, answersOf(person, id, waves)]))
    const codes = new Map([...asked].map(([person, answers]) => [person, saidIn(answers)]))
    const rowOf = (person: Person) => `${id} ${codes.get(person) ?? 'none'}`
    const respondents = answered.map((person) => ({
      row: rowOf(person),
      part: partOf(person),
      places: pairs.map(([one, second]): [string, string] => [placeIn(one, person), placeIn(second, person)]),
      ...(other ? { other: other.rowOf(person) } : {}),
    }))
    const { columns, rows } = decideRespondents(respondents, threshold, other?.shown)
    other = { shown: { columns, rows }, rowOf }
    const count = countColumns(answered, asked, (person) => codes.get(person) ?? null)
    const tell = (
      column: RespondentColumn,
      code: RespondentRow['code'],
    ): [Published<number>, Published<number | null>] => {
      const { isAsked, byCode, n } = count(column)
      const isShown = columns.includes(column) && rows.has(`${id} ${code ?? 'none'}`)
      if (!isAsked || !isShown) {
        const reason = withheld(isAsked ? 'suppressed' : 'not_asked')
        return [reason, reason]
      }
      const people = byCode.get(code)?.length ?? 0
      return [shown(people), shown(shareOf(people, n))]
    }
    const rowFor = ({ code, label }: Pick<RespondentRow, 'code' | 'label'>): RespondentRow => {
      const [either, shareOfEither] = tell('either', code)
      const [first, shareOfFrom] = tell('from', code)
      const [second, shareOfTo] = tell('to', code)
      const [both, shareOfBoth] = tell('both', code)
      return { code, label, either, from: first, to: second, both, shareOfEither, shareOfFrom, shareOfTo, shareOfBoth }
    }
    return [{ id, item, rows: [...choicesOf(versions, id), { code: null, label: null }].map(rowFor) }]
  })
}

/** People of each column by what they said, and whether all of them were asked. */
function countColumns(
  answered: readonly Person[],
  asked: ReadonlyMap<Person, readonly Asked[]>,
  codeOf: (person: Person) => RespondentRow['code'],
) {
  const counted = respondentColumns.map((column) => {
    const own = answered.filter(isIn[column])
    const isAsked = own.every((person) => asked.get(person)?.length)
    return [column, { n: own.length, isAsked, byCode: Map.groupBy(own, codeOf) }] as const
  })
  const byColumn = Object.fromEntries(counted) as Record<RespondentColumn, (typeof counted)[number][1]>
  return (column: RespondentColumn) => byColumn[column]
}

const isIn: Readonly<Record<RespondentColumn, (person: Person) => boolean>> = {
  either: () => true,
  from: ({ from }) => from.response !== null,
  to: ({ to }) => to.response !== null,
  both: hasBoth,
}

/** All in one. */
const everybody: Division = { rowOf: () => '', shown: new Set() }

function placeIn({ rowOf, shown: shownRows }: Division, person: Person): string {
  const row = rowOf(person)
  return shownRows.has(row) ? row : ''
}

const partOf = (person: Person): Part => (hasBoth(person) ? 'both' : isIn.from(person) ? 'onlyFrom' : 'onlyTo')

/** A response in which somebody was asked the item. */
interface Asked {
  response: Response
  item: string
}

/** The earlier first. */
const answersOf = (person: Person, id: Criterion, waves: Readonly<Record<'from' | 'to', WaveKind>>): Asked[] =>
  (['from', 'to'] as const).flatMap((side) => {
    const { response } = person[side]
    const item = response?.questionnaire.horizontal?.[id]
    if (!response || item === undefined) return []
    const { questionnaire } = response
    return isAskedIn({ kind: waves[side], questionnaire }, item) ? [{ response, item }] : []
  })

/** What was said the first time that anything was; null = nothing. */
function saidIn(answers: readonly Asked[]): Choice['code'] | null {
  for (const { response, item } of answers) {
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
