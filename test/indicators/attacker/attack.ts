// One attacker over everything that is published of a project, in all its editions together. He knows who takes part,
// where each belongs and which questions each has answered, and adds, subtracts and scales what he reads. He has found
// something where what is left rests on one to four people, or is a figure of a municipality that was hidden.
import { type Span, type Sum, spanOf } from '../linear-span.ts'
import { attackCounts } from './counts.ts'
import { attackPoints } from './points.ts'
import { actorGroups, parts, scales } from './questionnaire.ts'
import type { Subject } from './random-project.ts'
import { attackRespondents } from './respondents.ts'
import { type Crowd, crowdOf, type Edition, type Family, families, hiddenOf, type Is, isIn, sumsOf } from './sums.ts'
import { tells } from './told.ts'
import { attackTurnover } from './turnover.ts'

/** What was found, in words; nothing where the publication holds. @param editions earlier first */
export const attack = (editions: readonly Edition[]): string[] => [
  ...attackAnswers(editions),
  ...editions.flatMap(attackCounts),
  ...editions.flatMap(attackTurnover),
  ...editions.flatMap(attackPoints),
  ...attackRespondents(editions),
]

function attackAnswers(editions: readonly Edition[]): string[] {
  const crowd = crowdOf(editions)
  const sums = editions.map((edition) => sumsOf(edition, crowd))
  const spans = new Map(
    families.map((family) => [family, spanOf(sums.flatMap((own) => own.get(family) ?? []))] as const),
  )
  return [...findFew(editions, crowd, spans), ...findHidden(editions, sums, crowd, spans)]
}

function findFew(editions: readonly Edition[], crowd: Crowd, spans: ReadonlyMap<Family, Span>): string[] {
  const sets = smallSets(editions, crowd)
  return [...spans].flatMap(([family, span]) => {
    const rows = span.reduced.map((sum) => new Set([...sum.keys()].map(nameIn)))
    const found = [
      ...rows.filter((names) => countPeople(names, crowd) < 5),
      ...sets.filter((set) => span.leavesOnly((unknown) => set.has(nameIn(unknown)))),
    ]
    return smallestOnly(found).map((set) => `${family}: answers of ${describe(set, editions, crowd)}`)
  })
}

/** Without those that contain another: who has found one person has found no more by adding a second. */
const smallestOnly = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string>[] => {
  const distinct = [...new Map(sets.map((set) => [[...set].sort().join(), set])).values()]
  return distinct.filter((set) => !distinct.some((other) => other.size < set.size && other.isSubsetOf(set)))
}

const nameIn = (unknown: string): string => unknown.slice(0, unknown.indexOf(' '))

const countPeople = (names: Iterable<string>, { sizes }: Crowd): number =>
  [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0)

function describe(set: ReadonlySet<string>, editions: readonly Edition[], { nameOf }: Crowd): string {
  const people = new Map(
    editions.flatMap(({ project }) => project.people.map((person) => [person.id, person] as const)),
  )
  return [...people.values()]
    .filter(({ id }) => set.has(nameOf.get(id) ?? ''))
    .map(({ id, municipality, group }) => `${id} (${municipality} ${group})`)
    .join(' + ')
}

/** One to four people: alike in everything, or cut out by three of the ways to divide everybody. */
function smallSets(editions: readonly Edition[], crowd: Crowd): ReadonlySet<string>[] {
  const sets = new Map<string, ReadonlySet<string>>()
  const add = (names: ReadonlySet<string>) => {
    if (names.size > 0 && countPeople(names, crowd) < 5) sets.set([...names].sort().join(), names)
  }
  for (const name of crowd.sizes.keys()) add(new Set([name]))
  const latest = new Map(
    editions.flatMap(({ project }) => project.people.map((person) => [person.id, person] as const)),
  )
  const namesWhere = (is: Is) =>
    new Set([...latest.values()].filter(is).flatMap(({ id }) => crowd.nameOf.get(id) ?? []))
  const divisions = divisionsOf(editions).map(namesWhere)
  for (const [at, one] of divisions.entries()) {
    add(one)
    for (const other of divisions.slice(at + 1)) {
      const both = one.intersection(other)
      add(both)
      add(one.difference(other))
      add(other.difference(one))
      if (countPeople(both, crowd) < 5) continue
      for (const third of divisions) {
        add(both.intersection(third))
        add(both.difference(third))
      }
    }
  }
  return [...sets.values()]
}

function divisionsOf(editions: readonly Edition[]): Is[] {
  const [first, ...later] = editions
  if (!first) return []
  const { municipalities, isReworded } = first.project
  const ids = (edition: Edition | undefined) => new Set(edition?.project.people.map(({ id }) => id))
  const [before, after] = [ids(first), ids(later.at(-1))]
  const hidden = municipalities.filter(
    (code) =>
      !tells(first.published, {
        of: 'indicator',
        indicator: 'INDEX',
        scope: { is: 'municipality', code },
        column: 'paired',
      }),
  )
  const givesAll =
    (side: 'from' | 'to', scale: string): Is =>
    (person) =>
      person[side] !== null && (scales[scale] ?? []).every((item) => person[side]?.[item] !== undefined)
  return [
    ...municipalities.map((code) => isIn({ is: 'municipality', code })),
    ...actorGroups.map((code) => isIn({ is: 'group', code })),
    ({ municipality }) => hidden.includes(municipality),
    ({ from, to }) => from !== null && to !== null,
    ({ from }) => from !== null,
    ({ to }) => to !== null,
    ...[0, 1, 2, 3].map(
      (dose): Is =>
        ({ to }) =>
          to?.DOSE === dose,
    ),
    ({ to }) => to?.THEN !== undefined,
    ...[...parts, 'G'].flatMap((scale) => [givesAll('from', scale), givesAll('to', scale)]),
    ...(later.length > 0 ? [({ id }: Subject) => !before.has(id), ({ id }: Subject) => !after.has(id)] : []),
    ...(isReworded ? [({ from }: Subject) => from?.F1 !== undefined] : []),
  ]
}

/** Hidden figures of municipalities that follow from others, and of groups of one to four people. */
function findHidden(
  editions: readonly Edition[],
  sums: readonly ReadonlyMap<Family, readonly Sum[]>[],
  crowd: Crowd,
  spans: ReadonlyMap<Family, Span>,
): string[] {
  return editions.flatMap((edition, at) => {
    const shown = new Set([...(sums[at]?.values() ?? [])].flat().map(textOf))
    return hiddenOf(edition, actorGroups).flatMap((told) => {
      const own = { ...edition, published: new Map([[JSON.stringify(told), told]]) }
      const isFound = [...sumsOf(own, crowd)].some(([family, sums]) =>
        sums.some((sum) => {
          if (sum.size === 0 || shown.has(textOf(sum))) return false
          const people = countPeople(new Set([...sum.keys()].map(nameIn)), crowd)
          const isGroup = told.of === 'indicator' && told.scope.is === 'group'
          return (!isGroup || people < 5) && spans.get(family)?.determines(sum)
        }),
      )
      return isFound ? [`edition ${at + 1}: hidden ${JSON.stringify(told)}`] : []
    })
  })
}

const textOf = (sum: Sum): string =>
  [...sum]
    .map(([name, weight]) => `${name} ${weight}`)
    .sort()
    .join()
