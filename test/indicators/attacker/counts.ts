// The attacker's second way: numbers of people. He does not know who answered, but he knows where there is nobody, and
// that two measures with as many people in all have as many everywhere. Found is a hidden count of one to four people.
import { type Disposition, dispositionOf } from '#indicators/context/dispositions.ts'
import { answerModes } from '#indicators/context/model.ts'
import { gatherPeople } from '#indicators/people.ts'
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
  /** He does not know where there is nobody: everybody asked may be counted. */
  isSecret?: true
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
  const { fields, partsAddUp } = structureOf(project)
  const sumOf = (field: string, scope: Scope): Sum => countSum(project, fields, field, scope)
  const told = [...published.values()].flatMap((one) =>
    countedIn(one).flatMap(([field, scope]) => withZeros(project, fields, field, scope, sumOf(field, scope))),
  )
  const span = spanOf([...told, ...partsAddUp])
  const targets = targetsOf(project).filter(({ told }) => !tells(published, told))
  return targets.flatMap(({ field, scope }) => {
    const people = project.people.filter((person) => isIn(scope)(person) && fields.get(field)?.is(person)).length
    if (people === 0 || people > 4 || isBeyondHelp(project, fields, field, scope)) return []
    if (isAllSilence({ project, published }, fields, field, scope)) return []
    return span.determines(sumOf(field, scope)) ? [`count of ${field}, ${JSON.stringify(scope)}`] : []
  })
}

interface Structure {
  fields: ReadonlyMap<string, Field>
  partsAddUp: readonly Sum[]
}
const structures = new WeakMap<RandomProject, Structure>()

/** What he knows before he reads anything: the same however the project is published. */
function structureOf(project: RandomProject): Structure {
  const known = structures.get(project)
  if (known) return known
  const fields = fieldsOf(project)
  const structure = { fields, partsAddUp: addUpParts(project, fields) }
  structures.set(project, structure)
  return structure
}

/** Every count, under the name of the first that is the same for everybody taken together. */
function fieldsOf(project: RandomProject): ReadonlyMap<string, Field> {
  const { people } = project
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
  const modes = sides.flatMap((side) =>
    answerModes.map((mode): Field => {
      const own = new Set(answeredBy(project, side, mode))
      return { name: `${mode} ${side}`, is: (person) => own.has(person) }
    }),
  )
  const fields = new Map(participation.map((field) => [field.name, field]))
  const nested = (inner: Is, outer: Is) => people.every((person) => !inner(person) || outer(person))
  const size = (is: Is) => people.filter(is).length
  const addEach = (list: readonly Field[]) => {
    const known = [...participation]
    for (const field of list) {
      // As many in all, and one inside the other by what the two are: as many everywhere.
      const same = known.find(({ is }) => size(is) === size(field.is) && nested(field.is, is))
      fields.set(field.name, same ?? field)
      if (!same) known.push(field)
    }
  }
  addEach(scored)
  addEach(stagesOf(project))
  // These lie inside those who answered or were asked, and inside nothing else.
  for (const field of [...outcomesOf(project), ...modes]) addEach([field])
  return fields
}

const outcomes = ['complete', 'partial', 'breakOff', 'refusal', 'nonContact', 'notEligible'] as const
const stages = ['delivered', 'opened', 'started'] as const
const waveOf = (side: Side) => (side === 'from' ? 'baseline' : 'endline')

const contactsOf = ({ input }: RandomProject, side: Side) =>
  new Map(input.contacts?.flatMap((one) => (one.wave === waveOf(side) ? [[one.participant, one]] : [])))

/** What became of each invitation. */
function outcomesOf(project: RandomProject): Field[] {
  return sides.flatMap((side) => {
    const contacts = contactsOf(project, side)
    const became = new Map(
      gatherPeople(project.input).map(({ participant, actorGroup, ...own }): [string, Disposition] => [
        participant,
        dispositionOf(own[side], waveOf(side), actorGroup, contacts.get(participant)),
      ]),
    )
    return outcomes.map(
      (outcome): Field => ({ name: `${outcome} ${side}`, is: ({ id }) => became.get(id) === outcome, isSecret: true }),
    )
  })
}

/** How far each came: whoever answered has begun, and whoever has begun was reached. */
function stagesOf(project: RandomProject): Field[] {
  return sides.flatMap((side) => {
    const contacts = contactsOf(project, side)
    return stages.map((stage, at): Field => {
      const reached = stages.slice(at)
      const is: Is = ({ id, ...own }) => own[side] !== null || reached.some((one) => contacts.get(id)?.[one] === true)
      return { name: `${stage} ${side}`, is, isSecret: true }
    })
  })
}

/** In each municipality's part of each group, the whole is its parts: the ways of answering, and what became of each. */
function addUpParts(project: RandomProject, fields: ReadonlyMap<string, Field>): Sum[] {
  return sides.flatMap((side) =>
    project.municipalities.flatMap((municipality) =>
      actorGroups.flatMap((group) => {
        const cell = {
          ...project,
          people: project.people.filter((one) => one.municipality === municipality && one.group === group),
        }
        const sumOf = (whole: string, parts: readonly string[]): Sum => {
          const sum = new Map<string, number>()
          const add = (name: string, sign: 1 | -1) => {
            for (const [unknown, weight] of countSum(cell, fields, name, everybody))
              sum.set(unknown, (sum.get(unknown) ?? 0) + sign * weight)
          }
          add(whole, 1)
          for (const part of parts) add(`${part} ${side}`, -1)
          return new Map([...sum].filter(([, weight]) => weight !== 0))
        }
        return [
          sumOf(`answered ${side}`, answerModes),
          sumOf(`answered ${side}`, outcomes.slice(0, 3)),
          sumOf('invited', outcomes),
        ]
      }),
    ),
  )
}

/** A told number; where it is nobody, there is nobody in any cell of it. */
function withZeros(
  { people }: RandomProject,
  fields: ReadonlyMap<string, Field>,
  name: string,
  scope: Scope,
  sum: Sum,
): Sum[] {
  const field = fields.get(name)
  if (!field?.isSecret || people.some((person) => isIn(scope)(person) && field.is(person))) return [sum]
  return [...sum.keys()].map((cell) => new Map([[cell, 1]]))
}

function countSum(
  { people, municipalities }: RandomProject,
  fields: ReadonlyMap<string, Field>,
  name: string,
  scope: Scope,
): Sum {
  const field = fields.get(name)
  if (!field) throw new Error(`no count ${name}`)
  const counted = people.filter((person) => isIn(scope)(person) && (field.isSecret || field.is(person)))
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
      return participation.map(({ name }) => [name, told.scope])
    case 'funnel':
      return [
        ...participation.map(({ name }) => [name, told.scope] as const),
        ...sides.flatMap((side) => stages.map((stage) => [`${stage} ${side}`, told.scope] as const)),
      ]
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
      return sides.flatMap((side) => outcomes.map((outcome) => [`${outcome} ${side}`, told.scope] as const))
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
      ...sides.flatMap((side) => [
        ...outcomes.map((one) => ({ field: `${one} ${side}`, scope, told: { of: 'dispositions', scope } as const })),
        ...stages.map((one) => ({ field: `${one} ${side}`, scope, told: { of: 'funnel', scope } as const })),
      ]),
    ]),
  ]
}

/**
 * How many did not answer is a difference of two numbers of the funnel, which may be small (decision 7). What became of
 * them is told with it where they all did alike: there, where the funnel is told, or in the whole project.
 */
function isAllSilence({ project, published }: Edition, fields: ReadonlyMap<string, Field>, name: string, scope: Scope) {
  const [outcome = '', side = 'from'] = name.split(' ') as [string, Side]
  if (!(outcomes.slice(3) as readonly string[]).includes(outcome)) return false
  const didAlike = (where: Scope) =>
    project.people.every((person) => !isIn(where)(person) || person[side] !== null || fields.get(name)?.is(person))
  return (tells(published, { of: 'funnel', scope }) && didAlike(scope)) || didAlike(everybody)
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
