// An attacker who knows who answered what, and adds and subtracts what the results and the context publish. Told is
// whatever rests on one to four people and cannot be had from the results alone.
import type { ProjectResults } from '#indicators/model.ts'
import { leavesOnly, type Sum } from './elimination.ts'
import type { Publication } from './publication.ts'
import { actorGroups, contactItems, type RandomProject, type Subject, scaleItems } from './random-project.ts'

type People = readonly Subject[]
type Is = (person: Subject) => boolean

export function attack(project: RandomProject, results: ProjectResults, publication: Publication): string[] {
  return [
    ...attackDose(project, results, publication),
    ...attackLookingBack(project, results, publication),
    ...attackScale(project, results, publication),
    ...attackGrid(project, results, publication),
    ...attackCounts(project, publication),
  ]
}

const answered = (person: Subject, wave: 'from' | 'to', item: string) => person[wave]?.[item] !== undefined
const both = (person: Subject, item: string) => answered(person, 'from', item) && answered(person, 'to', item)
const givenTwice = (person: Subject, items: readonly string[]) => items.filter((item) => both(person, item))
const isPairOfD: Is = (person) => givenTwice(person, scaleItems).length >= 2
const doseOf = (person: Subject) => String(person.to?.DOSE ?? 'none')

/** Rows of an indicator that the results show, as who is in them; the total first, if it is shown. */
function rowsShown(results: ProjectResults, indicator: string, column: 'paired' | 'all'): Is[] {
  const result = results.indicators.find((one) => one.indicator.id === indicator)
  if (!result) throw new Error(`no result for ${indicator}`)
  return [
    ...(result.overall[column].shown ? [() => true] : []),
    ...result.byMunicipality
      .filter(({ change }) => change[column].shown)
      .map(
        ({ code }): Is =>
          (person) =>
            person.municipality === code,
      ),
    ...result.byActorGroup
      .filter(({ change }) => change[column].shown)
      .map(
        ({ code }): Is =>
          (person) =>
            person.group === code,
      ),
  ]
}

/** Σ over the people of one unknown each; people are named by their place. */
const sumOver = (people: People, is: Is): Sum =>
  new Map(people.flatMap((person, at) => (is(person) ? [[`${at}`, 1] as const] : [])))

/** Sets of one to four people that two of the ways to divide them cut out. */
function smallCuts(people: People, divisions: readonly Is[]): Set<string>[] {
  const cuts = new Map<string, Set<string>>()
  const add = (is: Is) => {
    const names = people.flatMap((person, at) => (is(person) ? [`${at}`] : []))
    if (names.length > 0 && names.length < 5) cuts.set(names.join(), new Set(names))
  }
  for (const one of divisions) {
    add(one)
    for (const other of divisions) {
      add((person) => one(person) && other(person))
      add((person) => one(person) && !other(person))
    }
  }
  return [...cuts.values()]
}

/** What the further sums tell of a small set, and the known ones do not. */
function told(what: string, cuts: readonly Set<string>[], known: readonly Sum[], further: readonly Sum[]): string[] {
  return cuts
    .filter((cut) => {
      const inside = (unknown: string) => cut.has(unknown.split(' ')[0] ?? '')
      return leavesOnly(inside, [...known, ...further]) && !leavesOnly(inside, known)
    })
    .map((cut) => `${what}: ${[...cut].join('+')}`)
}

function attackDose(
  { people, municipalities }: RandomProject,
  results: ProjectResults,
  { dose }: Publication,
): string[] {
  const pairs = people.filter((person) => isPairOfD(person) && both(person, 'E1'))
  const categories = ['0', '1', '2', '3', 'none']
  const in_ =
    (category: string): Is =>
    (person) =>
      doseOf(person) === category
  const isShown = (category: string) => dose(category) && pairs.some(in_(category))
  const divisions = [
    ...municipalities.map(
      (code): Is =>
        (person) =>
          person.municipality === code,
    ),
    ...actorGroups.map(
      (group): Is =>
        (person) =>
          person.group === group,
    ),
    ...categories.map(in_),
    (person: Subject) => !isShown(doseOf(person)),
  ]
  return told(
    'dose',
    smallCuts(pairs, divisions),
    rowsShown(results, 'INDEX', 'paired').map((row) => sumOver(pairs, row)),
    categories.filter(isShown).map((category) => sumOver(pairs, in_(category))),
  )
}

function attackLookingBack(
  { people, municipalities }: RandomProject,
  results: ProjectResults,
  { lookedBack }: Publication,
): string[] {
  if (!lookedBack) return []
  const pairs = people.filter((person) => both(person, 'NOW'))
  const looked: Is = (person) => answered(person, 'to', 'THEN')
  const divisions = [
    ...municipalities.map(
      (code): Is =>
        (person) =>
          person.municipality === code,
    ),
    ...actorGroups.map(
      (group): Is =>
        (person) =>
          person.group === group,
    ),
    looked,
    (person: Subject) => !looked(person),
  ]
  return told(
    'looking back',
    smallCuts(pairs, divisions),
    rowsShown(results, 'N', 'paired').map((row) => sumOver(pairs, row)),
    [sumOver(pairs, looked)],
  )
}

/** Σ over the people of the mean of the items that count for each, times twelve to stay with whole numbers. */
const meansOver = (people: People, is: Is, items: (person: Subject) => readonly string[]): Sum =>
  new Map(
    people.flatMap((person, at) => {
      const own = is(person) ? items(person) : []
      return own.map((item) => [`${at} ${item}`, 12 / own.length] as const)
    }),
  )
const itemOver = (people: People, is: Is, item: string): Sum =>
  new Map(people.flatMap((person, at) => (is(person) && both(person, item) ? [[`${at} ${item}`, 1] as const] : [])))

function attackScale(
  { people, municipalities }: RandomProject,
  results: ProjectResults,
  publication: Publication,
): string[] {
  const atFirst = (person: Subject) => scaleItems.filter((item) => answered(person, 'from', item))
  const isScored: Is = (person) => atFirst(person).length >= 2
  const twice = (person: Subject) => givenTwice(person, scaleItems)
  const known = [
    ...rowsShown(results, 'D', 'paired').map((row) => meansOver(people, (one) => row(one) && isPairOfD(one), twice)),
    ...rowsShown(results, 'D', 'all').map((row) => meansOver(people, (one) => row(one) && isScored(one), atFirst)),
  ]
  const further = [
    ...scaleItems.filter(publication.item).map((item) => itemOver(people, () => true, item)),
    ...(publication.attrition ? [meansOver(people, (one) => isPairOfD(one) && isScored(one), atFirst)] : []),
  ]
  const isPartial: Is = (person) => twice(person).length > 0 && twice(person).length < scaleItems.length
  const isMasked: Is = (person) => isPairOfD(person) && atFirst(person).length > twice(person).length
  const hasLeft: Is = (person) => isScored(person) && !isPairOfD(person)
  const isAny: Is = (person) => isPartial(person) || hasLeft(person) || isMasked(person)
  const isComplete: Is = (person) => twice(person).length === scaleItems.length
  const places = [
    ...municipalities.map(
      (code): Is =>
        (person) =>
          person.municipality === code,
    ),
    ...actorGroups.map(
      (group): Is =>
        (person) =>
          person.group === group,
    ),
  ]
  return told('scale', smallCuts(people, [isPartial, isComplete, isMasked, hasLeft, isAny, ...places]), known, further)
}

function attackGrid({ people }: RandomProject, results: ProjectResults, { item, cell }: Publication): string[] {
  const twice = (person: Subject) => givenTwice(person, contactItems)
  const isPair: Is = (person) => twice(person).length >= 2
  const known = rowsShown(results, 'G', 'paired').map((row) =>
    meansOver(people, (one) => row(one) && isPair(one), twice),
  )
  const in_ =
    (group: string): Is =>
    (person) =>
      person.group === group
  const further = contactItems.flatMap((one) => [
    ...(item(one) ? [itemOver(people, () => true, one)] : []),
    ...actorGroups.filter((group) => cell(group, one)).map((group) => itemOver(people, in_(group), one)),
  ])
  const asked = (person: Subject) => contactItems.length - (person.group === 'DD' ? 0 : 1)
  const isPartial: Is = (person) => twice(person).length > 0 && twice(person).length < asked(person)
  const divisions = [
    ...actorGroups.map(in_),
    ...contactItems.map(
      (one): Is =>
        (person) =>
          both(person, one),
    ),
    isPartial,
    (person: Subject) => twice(person).length > 0,
  ]
  return told('grid', smallCuts(people, divisions), known, further)
}

/** Counts that can be worked out although they are hidden; where there is nobody is taken as known. */
function attackCounts({ people, municipalities, input }: RandomProject, publication: Publication): string[] {
  const fields: Record<string, Is> = {
    answeredFrom: (person) => person.from !== null,
    answeredTo: (person) => person.to !== null,
    both: (person) => person.from !== null && person.to !== null,
    invited: () => true,
  }
  const groupOf =
    (group: string): Is =>
    (person) =>
      person.group === group
  const groups = tableOf(
    people,
    fields,
    actorGroups.map((group) => [group, groupOf(group)]),
    publication.groupCounts,
  )
  const points = tableOf(
    people.filter((person) => answered(person, 'to', 'PERC')),
    { chosen: () => true },
    [-2, -1, 0, 1, 2].map((point) => [String(point), (person) => person.to?.PERC === point]),
    (point) => publication.perceived(Number(point)),
  )
  const contacts = new Map(input.contacts?.map((contact) => [contact.participant, contact]))
  const silent = people.map((person, at) => ({
    ...person,
    disposition: person.from ? 'answered' : contacts.get(`p${at}`)?.refused ? 'refused' : 'silent',
  }))
  const refusals = (rows: [string, Is][], shows: (row: string) => boolean) =>
    tableOf(
      silent,
      { refused: (person) => silent.some((one) => one.disposition === 'refused' && isSame(one, person)) },
      rows,
      shows,
    )
  return [
    ...groups,
    ...points,
    ...refusals(
      actorGroups.map((group) => [group, groupOf(group)]),
      publication.groupDispositions,
    ),
    ...refusals(
      municipalities.map((code) => [code, (person) => person.municipality === code]),
      publication.municipalityDispositions,
    ),
  ]
}

const isSame = (one: Subject, other: Subject): boolean => one === other

/** Small counts of hidden rows that follow from the totals and the visible rows. */
function tableOf(
  people: People,
  fields: Record<string, Is>,
  rows: readonly [string, Is][],
  shows: (row: string) => boolean,
): string[] {
  return Object.entries(fields).flatMap(([field, is]) => {
    const counts = rows.map(
      ([row, isIn]) => [row, people.filter((person) => isIn(person) && is(person)).length] as const,
    )
    const total = counts.reduce((sum, [, count]) => sum + count, 0)
    const some = counts.filter(([, count]) => count > 0)
    // The project's own counts are published: where they are few, or those of one row, nothing can be done.
    if (total < 5 || some.length < 2) return []
    const small = some.filter(([row, count]) => count < 5 && shows(row)).map(([row]) => `count of ${field} ${row}`)
    const hidden = some.filter(([row]) => !shows(row))
    const [only] = hidden
    const alone = hidden.length === 1 && only && only[1] < 5 ? [`count of ${field} ${only[0]} by subtraction`] : []
    return [...small, ...alone]
  })
}
