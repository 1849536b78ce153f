// The attacker's second way: numbers of people. He does not know who answered, but he knows where there is nobody, and
// that where one number counts among the people of another and both are as many in all, they are as many everywhere.
// Found is a hidden count of one to four people.
import { answerModes } from '#indicators/context/model.ts'
import { type Span, type Sum, spanOf } from '../linear-span.ts'
import { type Counted, countedIn, leftBefore, outcomes, participation, stages, stepsOf } from './counted.ts'
import { actorGroups, indicators } from './questionnaire.ts'
import type { RandomProject, Subject } from './random-project.ts'
import { sides } from './scores.ts'
import { type Edition, isIn } from './sums.ts'
import { type Column, everybody, type Scope, type Told, tells } from './told.ts'

export function attackCounts({ project, published }: Edition): string[] {
  const structure = structureOf(project)
  const told = [...published.values()].flatMap((one) =>
    countsIn(one).map(([name, scope]) => countSum(structure, name, scope)),
  )
  const { span, nobody } = spanWithNobody([...told, ...structure.partsAddUp], structure.people)
  const targets = targetsOf(project).filter((one) => !tells(published, one.told))
  return targets.flatMap(({ name, scope }) => {
    const people = countIn(structure, name, scope)
    if (people === 0 || people > 4 || isBeyondHelp(structure, name, scope)) return []
    if (isSilence(project, structure, name, scope)) return []
    const isFound = span.determines(without(countSum(structure, name, scope), nobody))
    return isFound ? [`count of ${name}, ${JSON.stringify(scope)}`] : []
  })
}

/** What he knows before he reads anything: the same however the project is published. */
interface Structure {
  counted: ReadonlyMap<string, Counted>
  /** Where anybody was asked: a municipality's part of a group. */
  cells: ReadonlyMap<string, Subject>
  partsAddUp: readonly Sum[]
  /** How many there are: by name of what is counted, and cell. */
  people: ReadonlyMap<string, number>
}
const structures = new WeakMap<RandomProject, Structure>()

function structureOf(project: RandomProject): Structure {
  const known = structures.get(project)
  if (known) return known
  const counted = countedIn(project)
  const cells = new Map(project.people.map((person) => [cellOf(person), person]))
  const people = new Map<string, number>()
  for (const { name, who } of new Set(counted.values()))
    for (const person of who) {
      const place = `${name} ${cellOf(person)}`
      people.set(place, (people.get(place) ?? 0) + 1)
    }
  const structure = { counted, cells, people, partsAddUp: addUpParts({ counted, cells, people }) }
  structures.set(project, structure)
  return structure
}

const cellOf = ({ municipality, group }: Subject): string => `${municipality} ${group}`

/** In each cell the whole is its parts: the ways of answering, what became of each, and who was left behind at a step. */
function addUpParts(structure: Omit<Structure, 'partsAddUp'>): Sum[] {
  const wholes = sides.flatMap((side): (readonly [whole: string, parts: readonly string[]])[] => {
    const ofSide = (names: readonly string[]) => names.map((name) => `${name} ${side}`)
    const steps = stepsOf(side)
    return [
      [`answered ${side}`, ofSide(answerModes)],
      [`answered ${side}`, ofSide(outcomes.slice(0, 3))],
      ['invited', ofSide(outcomes)],
      ...steps.slice(1).map((step, at) => [steps[at] ?? '', [step, leftBefore(step, side)]] as const),
    ]
  })
  return [...structure.cells.keys()].flatMap((cell) =>
    wholes.map(([whole, parts]) => {
      const sum = new Map<string, number>()
      const add = (name: string, sign: number) => {
        const place = placeIn(structure, name, cell)
        if (place !== undefined) sum.set(place, (sum.get(place) ?? 0) + sign)
      }
      add(whole, 1)
      for (const part of parts) add(part, -1)
      return new Map([...sum].filter(([, weight]) => weight !== 0))
    }),
  )
}

/** undefined where he knows that there is nobody. */
function placeIn({ counted, people }: Omit<Structure, 'partsAddUp'>, name: string, cell: string): string | undefined {
  const own = counted.get(name)
  if (!own) throw new Error(`no count ${name}`)
  const place = `${own.name} ${cell}`
  return own.isSecret || people.has(place) ? place : undefined
}

function countSum(structure: Structure, name: string, scope: Scope): Sum {
  const cells = [...structure.cells].filter(([, person]) => isIn(scope)(person))
  return new Map(cells.flatMap(([cell]) => placeIn(structure, name, cell) ?? []).map((place) => [place, 1]))
}

const countIn = ({ counted }: Structure, name: string, scope: Scope): number =>
  [...(counted.get(name)?.who ?? [])].filter(isIn(scope)).length

/** What follows from the sums, and where there is nobody: where a sum of people is nobody, there is nobody in any part. */
function spanWithNobody(
  sums: readonly Sum[],
  people: ReadonlyMap<string, number>,
): { span: Span; nobody: Set<string> } {
  const nobody = new Set<string>()
  const learn = (known: readonly Sum[]) => {
    const before = nobody.size
    for (const sum of known)
      if ([...sum].every(([place, weight]) => isAdded(weight) && !people.has(place)))
        for (const place of sum.keys()) nobody.add(place)
    return nobody.size > before
  }
  for (let left = sums; ; ) {
    while (learn(left)) left = left.map((sum) => without(sum, nobody))
    const span = spanOf(left)
    if (!learn(span.reduced)) return { span, nobody }
    left = left.map((sum) => without(sum, nobody))
  }
}

/** Weights below 0 are large remainders in what a span has reduced. */
const isAdded = (weight: number): boolean => weight > 0 && weight < 1000

const without = (sum: Sum, nobody: ReadonlySet<string>): Sum =>
  new Map([...sum].filter(([place]) => !nobody.has(place)))

const columnCounts: Readonly<Record<Column, readonly string[]>> = {
  paired: ['paired from'],
  all: ['alone from', 'alone to'],
  from: ['alone from'],
  to: ['alone to'],
  ownFrom: ['own from'],
  ownTo: ['own to'],
}

/** The counts that a told figure stands beside, and of whom. */
function countsIn(told: Told): (readonly [name: string, scope: Scope])[] {
  switch (told.of) {
    case 'indicator':
      return columnCounts[told.column].map((column) => [`${told.indicator} ${column}`, told.scope])
    case 'match':
      return participation.map((name) => [name, told.scope])
    case 'funnel':
      return sides.flatMap((side) => {
        const steps = stepsOf(side)
        return [...steps, ...steps.slice(1).map((step) => leftBefore(step, side))].map(
          (name) => [name, told.scope] as const,
        )
      })
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
    case 'reliability':
      return [[`${told.scale} whole ${told.side}`, everybody]]
    default:
      return []
  }
}

/** What the rules promise to hide where it is few: who took part, by municipality; pairs, by municipality and group. */
function targetsOf({ municipalities }: RandomProject): { name: string; scope: Scope; told: Told }[] {
  const inMunicipalities = municipalities.map((code): Scope => ({ is: 'municipality', code }))
  const inGroups = actorGroups.map((code): Scope => ({ is: 'group', code }))
  return [
    ...sides.flatMap((side) =>
      answerModes.map((mode) => ({
        name: `${mode} ${side}`,
        scope: everybody,
        told: { of: 'mode', mode, side } as const,
      })),
    ),
    ...inMunicipalities.flatMap((scope) =>
      participation.map((name) => ({ name, scope, told: { of: 'match', scope } as const })),
    ),
    ...inGroups.flatMap((scope) =>
      participation.map((name) => ({ name, scope, told: { of: 'funnel', scope } as const })),
    ),
    ...[...inMunicipalities, ...inGroups].flatMap((scope) => [
      ...indicators.map((indicator) => ({
        name: `${indicator} paired from`,
        scope,
        told: { of: 'indicator', indicator, scope, column: 'paired' } as const,
      })),
      ...sides.flatMap((side) => [
        ...outcomes.map((one) => ({ name: `${one} ${side}`, scope, told: { of: 'dispositions', scope } as const })),
        ...stages.map((one) => ({ name: `${one} ${side}`, scope, told: { of: 'funnel', scope } as const })),
      ]),
    ]),
  ]
}

/**
 * How many did not answer is a difference of two numbers of the funnel, which may be small (decision 7). Where nothing is
 * noted of any of them, it is the number of those without contact. How many refused is never told so.
 */
function isSilence({ people }: RandomProject, { counted }: Structure, name: string, scope: Scope): boolean {
  const side = sides.find((one) => name === `nonContact ${one}`)
  if (side === undefined) return false
  const own = counted.get(name)?.who
  return people.every((person) => !isIn(scope)(person) || person[side] !== null || own?.has(person))
}

/** The project's own counts are always published: where they are few, or all in one place, nothing can be done. */
function isBeyondHelp({ counted }: Structure, name: string, { is }: Scope): boolean {
  const own = counted.get(name)
  if (is === 'everybody') return participation.some((one) => one === own?.name)
  const who = [...(own?.who ?? [])]
  const places = new Set(who.map(({ municipality, group }) => (is === 'municipality' ? municipality : group)))
  return who.length < 5 || places.size < 2
}
