// The attacker's fifth way: who answered, by sex and by age. He knows everybody's, and of which municipality, group and
// sex there is somebody who answered at first, or later, or twice: each such kind of people is an unknown number. In
// successive editions a kind is what people are in each of them. Found is a number of one to four people in a column,
// of those who answered only once, or of those who came or went between editions, that does not follow without these
// tables as well.
import { type RespondentColumn, respondentColumns } from '#indicators/context/model.ts'
import { type Sum, spanOf } from '../linear-span.ts'
import { actorGroups, type Criterion, criteria } from './questionnaire.ts'
import { type RandomProject, type Subject, saidOf } from './random-project.ts'
import { type Edition, isIn } from './sums.ts'
import { scopesOf, type Told, tells } from './told.ts'

export const criterionNames = Object.keys(criteria) as Criterion[]

export const answeredIn: Readonly<Record<RespondentColumn, (person: Subject) => boolean>> = {
  either: ({ from, to }) => from !== null || to !== null,
  from: ({ from }) => from !== null,
  to: ({ to }) => to !== null,
  both: ({ from, to }) => from !== null && to !== null,
}

/** Among whom a few may not be told. */
const parts: Readonly<Record<string, (person: Subject) => boolean>> = {
  ...answeredIn,
  'only from': (person) => answeredIn.from(person) && !answeredIn.both(person),
  'only to': (person) => answeredIn.to(person) && !answeredIn.both(person),
  once: (person) => answeredIn.either(person) && !answeredIn.both(person),
}

/** Codes as they stand in an address: none where nothing was said. */
export const codesOf = (criterion: Criterion): string[] => [...criteria[criterion].map(String), 'none']
export const codeOf = (project: RandomProject, person: Subject, criterion: Criterion): string =>
  String(saidOf(project, person, criterion).counts ?? 'none')

/** Beside municipalities and groups; and beside the other criterion. @param editions earlier first */
export const attackRespondents = (editions: readonly Edition[]): string[] =>
  criterionNames.flatMap((criterion) => [
    ...attackOne(editions, criterion, besideDivisions),
    ...attackOne(editions, criterion, besideOther),
  ])

/** What he subtracts from: of whom a number is told, and what he knows of each person besides. */
interface Beside {
  toldIn: (edition: Edition, criterion: Criterion) => ((person: Subject) => boolean)[]
  known: (project: RandomProject, person: Subject, criterion: Criterion) => string
}

const besideDivisions: Beside = {
  toldIn: ({ project, published }) =>
    scopesOf(project.municipalities, actorGroups)
      .filter(
        (scope) =>
          scope.is === 'everybody' ||
          tells(published, { of: 'match', scope }) ||
          tells(published, { of: 'funnel', scope }),
      )
      .flatMap((scope) =>
        respondentColumns.map((column) => (person: Subject) => isIn(scope)(person) && answeredIn[column](person)),
      ),
  known: (_project, { municipality, group }) => `${municipality} ${group}`,
}

const otherThan = (criterion: Criterion): Criterion => criterionNames.find((one) => one !== criterion) ?? criterion

const besideOther: Beside = {
  toldIn: (edition, criterion) => [
    ...respondentColumns.map((column) => answeredIn[column]),
    ...rowsTold(edition, otherThan(criterion)),
  ],
  known: (project, person, criterion) => codeOf(project, person, otherThan(criterion)),
}

const rowsTold = ({ project, published }: Edition, criterion: Criterion) =>
  [...published.values()].flatMap((told: Told) =>
    told.of === 'respondents' && told.criterion === criterion
      ? (person: Subject) => answeredIn[told.column](person) && codeOf(project, person, criterion) === told.code
      : [],
  )

function attackOne(editions: readonly Edition[], criterion: Criterion, beside: Beside): string[] {
  const people = editions.map(({ project }) => new Map(project.people.map((person) => [person.id, person])))
  const ids = [...new Set(people.flatMap((own) => [...own.keys()]))]
  const kinds = new Map(
    ids.map((id) => [
      id,
      editions
        .map(({ project }, at) => {
          const person = people[at]?.get(id)
          if (!person || !answeredIn.either(person)) return 'away'
          const { known } = beside
          return `${known(project, person, criterion)} ${codeOf(project, person, criterion)} ${answeredIn.from(person)} ${answeredIn.to(person)}`
        })
        .join(', '),
    ]),
  )
  const whoIn = (at: number, is: (person: Subject) => boolean) =>
    new Set(
      ids.filter((id) => {
        const person = people[at]?.get(id)
        return person !== undefined && is(person)
      }),
    )
  const sumOf = (who: ReadonlySet<string>): Sum => new Map([...who].map((id) => [kinds.get(id) ?? '', 1]))
  const sumsOf = (list: (edition: Edition) => ((person: Subject) => boolean)[]) =>
    editions.flatMap((edition, at) => list(edition).map((is) => sumOf(whoIn(at, is))))
  const others = sumsOf((edition) => beside.toldIn(edition, criterion))
  const [without, span] = [spanOf(others), spanOf([...others, ...sumsOf((edition) => rowsTold(edition, criterion))])]
  const isTold = (who: ReadonlySet<string>) =>
    who.size > 0 && who.size < 5 && span.determines(sumOf(who)) && !without.determines(sumOf(who))
  return codesOf(criterion).flatMap((code) =>
    Object.entries(parts).flatMap(([part, isPart]) => {
      const inEach = editions.map(({ project }, at) =>
        whoIn(at, (person) => isPart(person) && codeOf(project, person, criterion) === code),
      )
      const [first = new Set<string>(), last = new Set<string>()] = [inEach[0], inEach.at(-1)]
      return [...inEach, last.difference(first), first.difference(last)].some(isTold)
        ? [`${criterion} ${code}: how many are ${part}`]
        : []
    }),
  )
}

/** Every number of five and more: what a rule for each cell by itself would tell. */
export const respondentsOfFive = ({ project }: Edition): Told[] =>
  criterionNames.flatMap((criterion) =>
    codesOf(criterion).flatMap((code) =>
      respondentColumns
        .filter(
          (column) =>
            project.people.filter((one) => answeredIn[column](one) && codeOf(project, one, criterion) === code)
              .length >= 5,
        )
        .map((column): Told => ({ of: 'respondents', criterion, code, column })),
    ),
  )
