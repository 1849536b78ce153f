// The attacker's second way: numbers of people. He does not know who answered, but he knows where there is nobody, and
// that two measures with as many people in all have as many everywhere. Found is a hidden count of one to four people.
import { answerModes } from '#indicators/context/model.ts'
import { type Sum, spanOf } from '../linear-span.ts'
import { actorGroups, indicators } from './questionnaire.ts'
import { answeredBy, type RandomProject, type Subject } from './random-project.ts'
import { type Kind, type Side, scoreOf } from './scores.ts'
import { type Edition, type Is, isIn } from './sums.ts'
import { type Column, everybody, type Scope, type Told, tells } from './told.ts'

/** A number of people that may be counted anywhere: its name, and whom it counts. */
interface Field {
  name: string
  is: Is
}

const sides = ['from', 'to'] as const
const kinds = ['paired', 'alone', 'own'] as const
const participation: readonly Field[] = [
  { name: 'invited', is: () => true },
  { name: 'answered from', is: ({ from }) => from !== null },
  { name: 'answered to', is: ({ to }) => to !== null },
  { name: 'both', is: ({ from, to }) => from !== null && to !== null },
]

export function attackCounts({ project, published }: Edition): string[] {
  const fields = fieldsOf(project)
  const sumOf = (field: string, scope: Scope): Sum => countSum(project, fields, field, scope)
  const told = [...published.values()].flatMap((one) => countedIn(one).map(([field, scope]) => sumOf(field, scope)))
  const span = spanOf([...told, ...modesAddUp(project, fields)])
  const targets = targetsOf(project).filter(({ told }) => !tells(published, told))
  return targets.flatMap(({ field, scope }) => {
    const people = project.people.filter((person) => isIn(scope)(person) && fields.get(field)?.is(person)).length
    if (people === 0 || people > 4 || isBeyondHelp(project, fields, field, scope)) return []
    return span.determines(sumOf(field, scope)) ? [`count of ${field}, ${JSON.stringify(scope)}`] : []
  })
}

/** Every count, under the name of the first that is the same for everybody taken together. */
function fieldsOf(project: RandomProject): ReadonlyMap<string, Field> {
  const { people, input } = project
  const refused = new Set(input.contacts?.flatMap(({ participant, refused }) => (refused ? [participant] : [])))
  const scored = indicators.flatMap((indicator) =>
    kinds.flatMap((kind) =>
      sides.map(
        (side): Field => ({
          name: `${indicator} ${kind} ${side}`,
          is: (person) => scoreOf(person, indicator, side, kind as Kind, project.scoring) !== undefined,
        }),
      ),
    ),
  )
  const silent = (side: Side): Field[] => [
    { name: `refused ${side}`, is: ({ id, ...own }) => own[side] === null && side === 'from' && refused.has(id) },
    { name: `no contact ${side}`, is: ({ id, ...own }) => own[side] === null && !(side === 'from' && refused.has(id)) },
  ]
  const modes = sides.flatMap((side) =>
    answerModes.map((mode): Field => {
      const own = new Set(answeredBy(project, side, mode))
      return { name: `${mode} ${side}`, is: (person) => own.has(person) }
    }),
  )
  const known = [...participation]
  const fields = new Map(known.map((field) => [field.name, field]))
  const nested = (inner: Is, outer: Is) => people.every((person) => !inner(person) || outer(person))
  const size = (is: Is) => people.filter(is).length
  for (const field of [...scored, ...silent('from'), ...silent('to'), ...modes]) {
    // As many in all, and one inside the other by what the two are: as many everywhere.
    const same = known.find(({ is }) => size(is) === size(field.is) && nested(field.is, is))
    fields.set(field.name, same ?? field)
    if (!same) known.push(field)
  }
  return fields
}

/** In each municipality's part of each group, those who answered are those who did so in one way or another. */
function modesAddUp(project: RandomProject, fields: ReadonlyMap<string, Field>): Sum[] {
  return sides.flatMap((side) =>
    project.municipalities.flatMap((municipality) =>
      actorGroups.map((group) => {
        const cell = ({ people, ...all }: RandomProject) => ({
          ...all,
          people: people.filter((one) => one.municipality === municipality && one.group === group),
        })
        const sum = new Map<string, number>()
        const add = (name: string, sign: 1 | -1) => {
          for (const [unknown, weight] of countSum(cell(project), fields, name, everybody))
            sum.set(unknown, (sum.get(unknown) ?? 0) + sign * weight)
        }
        add(`answered ${side}`, 1)
        for (const mode of answerModes) add(`${mode} ${side}`, -1)
        return new Map([...sum].filter(([, weight]) => weight !== 0))
      }),
    ),
  )
}

function countSum(
  { people, municipalities }: RandomProject,
  fields: ReadonlyMap<string, Field>,
  name: string,
  scope: Scope,
): Sum {
  const field = fields.get(name)
  if (!field) throw new Error(`no count ${name}`)
  const counted = people.filter((person) => isIn(scope)(person) && field.is(person))
  const cells = municipalities.flatMap((code) =>
    actorGroups
      .filter((group) => counted.some((one: Subject) => one.municipality === code && one.group === group))
      .map((group) => `${code} ${group}`),
  )
  return new Map(cells.map((cell) => [`${field.name} ${cell}`, 1]))
}

const columnFields: Readonly<Record<Column, readonly string[]>> = {
  paired: ['paired from'],
  all: ['alone from', 'alone to'],
  from: ['alone from'],
  to: ['alone to'],
  ownFrom: ['own from'],
  ownTo: ['own to'],
}

/** The counts that a told figure stands beside, and of whom. */
function countedIn(told: Told): (readonly [field: string, scope: Scope])[] {
  switch (told.of) {
    case 'indicator':
      return columnFields[told.column].map((column) => [`${told.indicator} ${column}`, told.scope])
    case 'match':
    case 'funnel':
      return participation.map(({ name }) => [name, told.scope])
    case 'stayers': {
      const scope: Scope = { is: 'group', code: told.group }
      return [
        ['both', scope],
        ['answered from', scope],
      ]
    }
    case 'leavers':
      return [
        [`${told.indicator} alone from`, everybody],
        [`${told.indicator} paired from`, everybody],
      ]
    case 'dispositions':
      return sides.flatMap((side) => [
        [`answered ${side}`, told.scope],
        [`refused ${side}`, told.scope],
        [`no contact ${side}`, told.scope],
      ])
    case 'mode':
      return [[`${told.mode} ${told.side}`, everybody]]
    default:
      return []
  }
}

/** What the rules promise to hide where it is few: who took part, by municipality; pairs, by municipality and group. */
function targetsOf({ municipalities }: RandomProject): { field: string; scope: Scope; told: Told }[] {
  const inMunicipalities = municipalities.map((code): Scope => ({ is: 'municipality', code }))
  const inGroups = actorGroups.map((code): Scope => ({ is: 'group', code }))
  return [
    ...sides.flatMap((side) =>
      answerModes.map((mode) => ({
        field: `${mode} ${side}`,
        scope: everybody,
        told: { of: 'mode', mode, side } as const,
      })),
    ),
    ...inMunicipalities.flatMap((scope) =>
      participation.map(({ name }) => ({ field: name, scope, told: { of: 'match', scope } as const })),
    ),
    ...inGroups.flatMap((scope) =>
      participation.map(({ name }) => ({ field: name, scope, told: { of: 'funnel', scope } as const })),
    ),
    ...[...inMunicipalities, ...inGroups].flatMap((scope) => [
      ...indicators.map((indicator) => ({
        field: `${indicator} paired from`,
        scope,
        told: { of: 'indicator', indicator, scope, column: 'paired' } as const,
      })),
      ...sides.map((side) => ({ field: `refused ${side}`, scope, told: { of: 'dispositions', scope } as const })),
    ]),
  ]
}

/** The project's own counts are always published: where they are few, or all in one place, nothing can be done. */
function isBeyondHelp(
  { people }: RandomProject,
  fields: ReadonlyMap<string, Field>,
  name: string,
  { is }: Scope,
): boolean {
  const field = fields.get(name)
  if (is === 'everybody') return field !== undefined && participation.includes(field)
  const counted = people.filter((person) => field?.is(person))
  const places = new Set(counted.map(({ municipality, group }) => (is === 'municipality' ? municipality : group)))
  return counted.length < 5 || places.size < 2
}
