// From what is told to sums over answers that nobody is told. People who are alike in everything that decides where
// they count stand together: no sum can tell them apart, and together they are as many as they are.
import { inverse, type Sum } from '../linear-span.ts'
import { indicators } from './questionnaire.ts'
import type { RandomProject, Subject } from './random-project.ts'
import { type Kind, type Side, scoreOf, sides, unit, type Weights } from './scores.ts'
import { type Column, type Publication, type Scope, type Told, tells } from './told.ts'

/** What has been published of a project at one time. */
export interface Edition {
  project: RandomProject
  published: Publication
}

export interface Crowd {
  /** Who stand together, by a person's id. */
  nameOf: ReadonlyMap<string, string>
  /** How many stand under a name. */
  sizes: ReadonlyMap<string, number>
}

/** @param editions earlier first; the same id is the same person */
export function crowdOf(editions: readonly Edition[]): Crowd {
  const signatures = new Map<string, string>()
  for (const [at, { project }] of editions.entries())
    for (const person of project.people)
      signatures.set(person.id, `${signatures.get(person.id) ?? ''}|${at}:${signatureOf(person)}`)
  const names = new Map([...new Set(signatures.values())].map((signature, at) => [signature, `a${at}`]))
  const nameOf = new Map([...signatures].map(([id, signature]) => [id, names.get(signature) ?? '']))
  const sizes = new Map<string, number>()
  for (const name of nameOf.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  return { nameOf, sizes }
}

const signatureOf = ({ municipality, group, from, to }: Subject): string =>
  [municipality, group, from ? Object.keys(from).sort() : '-', to ? Object.keys(to).sort() : '-', to?.DOSE].join(';')

export type Is = (person: Subject) => boolean

export const isIn =
  (scope: Scope): Is =>
  ({ municipality, group }) =>
    scope.is === 'everybody' || (scope.is === 'municipality' ? municipality : group) === scope.code

/** The systems of equations that share no unknown: the scales and their index in each wave, the grid, what is looked back on. */
export const families = ['index from', 'index to', 'grid from', 'grid to', 'now'] as const
export type Family = (typeof families)[number]

export const familyOf = (item: string, side: Side): Family => {
  if (item === 'NOW' || item === 'THEN') return 'now'
  return item.startsWith('G_') ? `grid ${side}` : `index ${side}`
}

/** Every sum over answers that the publication tells, by family. */
export function sumsOf({ project, published }: Edition, { nameOf }: Crowd): Map<Family, Sum[]> {
  const found = new Map<Family, Sum[]>(families.map((family) => [family, []]))
  for (const told of published.values())
    for (const terms of termsOf(told, project)) {
      const sum = new Map<string, number>()
      let family: Family | undefined
      for (const person of project.people) {
        const weights = terms(person)
        for (const [key, weight] of weights ?? []) {
          const [item = '', side = 'from'] = key.split(' ') as [string, Side]
          family ??= familyOf(item, side)
          sum.set(`${nameOf.get(person.id)} ${key}`, weight)
        }
      }
      if (family) found.get(family)?.push(sum)
    }
  return found
}

/** Weight of each of a person's answers in a sum, by item and wave; undefined for those who are not in it. */
type Terms = (person: Subject) => Weights | undefined

const at = (side: Side, weights: Weights | undefined): Weights | undefined =>
  weights && new Map([...weights].map(([item, weight]) => [`${item} ${side}`, weight]))

export function termsOf(told: Told, project: RandomProject): Terms[] {
  const { scoring } = project
  const score =
    (indicator: string, side: Side, kind: Kind, is: Is): Terms =>
    (person) =>
      is(person) ? at(side, scoreOf(person, indicator, side, kind, scoring)) : undefined
  const given = (item: string, is: Is): Terms[] =>
    sides.map(
      (side) => (person) => (is(person) && hasBoth(person, item) ? new Map([[`${item} ${side}`, unit]]) : undefined),
    )
  switch (told.of) {
    case 'indicator':
      return columnSides(told.column).map(([side, kind]) => score(told.indicator, side, kind, isIn(told.scope)))
    case 'item':
      return given(told.item, () => true)
    case 'cell':
      return given(told.item, isIn({ is: 'group', code: told.group }))
    case 'dose': {
      const said: Is = ({ to }) => String(to?.DOSE ?? 'none') === told.category
      return sides.map((side) => score('INDEX', side, 'paired', said))
    }
    case 'leavers':
      return leaversTerms(told, project)
    case 'shift':
      return [shiftTerms(told.what)]
    case 'one by one':
      return oneByOneTerms(told.indicator, project)
    default:
      return []
  }
}

function columnSides(column: Column): (readonly [Side, Kind])[] {
  if (column === 'paired' || column === 'all')
    return sides.map((side) => [side, column === 'paired' ? 'paired' : 'alone'] as const)
  if (column === 'from' || column === 'to') return [[column, 'alone']]
  return [[column === 'ownFrom' ? 'from' : 'to', 'own']]
}

const hasBoth = ({ from, to }: Subject, item: string): boolean => from?.[item] !== undefined && to?.[item] !== undefined

/** Scores at first of those who stayed and of those who left; and the change weighted by classes, wave by wave. */
function leaversTerms(
  { indicator, classes }: Extract<Told, { of: 'leavers' }>,
  { people, scoring }: RandomProject,
): Terms[] {
  const alone = (person: Subject) => scoreOf(person, indicator, 'from', 'alone', scoring)
  const paired = (person: Subject, side: Side) => scoreOf(person, indicator, side, 'paired', scoring)
  const classOf = ({ group }: Subject) => classes.findIndex((groups) => groups.includes(group))
  const weightOf = classes.map((_, place) => {
    const own = people.filter((person) => classOf(person) === place && alone(person))
    return own.length * inverse(own.filter((person) => paired(person, 'from')).length)
  })
  return [
    (person) => (paired(person, 'from') ? at('from', alone(person)) : undefined),
    (person) => (paired(person, 'from') ? undefined : at('from', alone(person))),
    ...sides.map(
      (side): Terms =>
        (person) => {
          const weights = alone(person) && paired(person, side)
          if (!weights) return undefined
          return at(
            side,
            new Map(
              [...weights].map(([item, weight]) => [item, weight * ((weightOf[classOf(person)] ?? 0) % 1_000_003)]),
            ),
          )
        },
    ),
  ]
}

/** A mean weighs n/(s² + nτ²), so a sum 1/(s² + nτ²); scaled so that whole numbers will do. */
function oneByOneTerms(indicator: string, { people, scoring }: RandomProject): Terms[] {
  const pairs = people.filter((person) => scoreOf(person, indicator, 'from', 'paired', scoring))
  const weightOf = (code: string) => 1000 - 7 * pairs.filter(({ municipality }) => municipality === code).length
  return sides.map((side) => (person) => {
    const weights = scoreOf(person, indicator, side, 'paired', scoring)
    return (
      weights && at(side, new Map([...weights].map(([item, weight]) => [item, weight * weightOf(person.municipality)])))
    )
  })
}

function shiftTerms(what: 'recalibration' | 'adjusted' | 'prospective'): Terms {
  const weights = {
    recalibration: [
      ['THEN to', 1],
      ['NOW from', -1],
    ],
    adjusted: [
      ['NOW to', 1],
      ['THEN to', -1],
    ],
    prospective: [
      ['NOW to', 1],
      ['NOW from', -1],
    ],
  } as const
  return (person) =>
    hasBoth(person, 'NOW') && person.to?.THEN !== undefined
      ? new Map(weights[what].map(([item, sign]) => [item, sign * unit]))
      : undefined
}

/** Figures of an indicator that are not told: what the publication hides. */
export function hiddenOf({ project, published }: Edition, groups: readonly string[]): Told[] {
  const scopes: Scope[] = [
    ...project.municipalities.map((code): Scope => ({ is: 'municipality', code })),
    ...groups.map((code): Scope => ({ is: 'group', code })),
  ]
  return indicators.flatMap((indicator) =>
    scopes.flatMap((scope) =>
      (['paired', 'all', 'from', 'to', 'ownFrom', 'ownTo'] as const)
        .map((column): Told => ({ of: 'indicator', indicator, scope, column }))
        .filter((told) => !tells(published, told)),
    ),
  )
}
