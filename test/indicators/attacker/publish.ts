// A project published by every outlet, and read back from the bytes; and the same with a rule left out.
import { compareEditions } from '#cuts/editions.ts'
import { publishResults, readPublished } from '#cuts/published-results.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import { answerModes, type ResultsContext } from '#indicators/context/model.ts'
import { decideDisclosure, type Sizes } from '#indicators/disclosure.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { isFew } from '#indicators/pooling.ts'
import { resultsJson } from '#report/results-files.ts'
import { itemsOfScales } from './points.ts'
import { actorGroups, doses, indicators, parts, pointsOfItem, scales, whole } from './questionnaire.ts'
import { answeredBy, type RandomProject } from './random-project.ts'
import { readCut, readResultsJson } from './read-json.ts'
import { respondentsOfFive } from './respondents.ts'
import { type Kind, type Side, scoreOf, sides } from './scores.ts'
import { type Edition, type Is, isIn } from './sums.ts'
import { type Column, columns, everybody, publicationOf, type Scope, scopesOf, type Told, tells } from './told.ts'
import { countTurnover, turnoverFields } from './turnover.ts'

export interface Computed {
  project: RandomProject
  results: ProjectResults
  context: ResultsContext
}

export function compute(project: RandomProject): Computed {
  const results = computeResults(project.input)
  return { project, results, context: computeContext(project.input, results) }
}

export function publish({ project, results, context }: Computed): Edition {
  const cut = publishResults(results, context)
  const told = [
    ...readResultsJson(resultsJson(results)),
    ...readCut(cut),
    ...(['funnel', 'dispositions', 'turnover'] as const).map((of): Told => ({ of, scope: everybody })),
  ]
  return { project, published: publicationOf(told) }
}

/** Whether a second cut may be made beside the first. */
export function mayFollow(earlier: Computed, later: Computed): boolean {
  const read = ({ results, context }: Computed) => readPublished(publishResults(results, context))
  return compareEditions(read(earlier), read(later), 5).length === 0
}

/** People of whom a figure is made; where it has two waves, of the smaller one. */
function peopleOf({ people, scoring }: RandomProject, indicator: string, column: Column, scope: Scope): number {
  const count = (side: Side, kind: Kind) =>
    people.filter((person) => isIn(scope)(person) && scoreOf(person, indicator, side, kind, scoring)).length
  if (column === 'paired') return count('from', 'paired')
  if (column === 'all') return Math.min(count('from', 'alone'), count('to', 'alone'))
  if (column === 'from' || column === 'to') return count(column, 'alone')
  return count(column === 'ownFrom' ? 'from' : 'to', 'own')
}

type Weaken = (edition: Edition) => Edition

/** All that is published, and something more. */
const telling =
  (more: (edition: Edition) => readonly Told[]): Weaken =>
  (edition) => ({ ...edition, published: publicationOf([...edition.published.values(), ...more(edition)]) })

/** All figures of indicators that are wanted, of five people and more; the others as they are. */
const withFive = (isWanted: (column: Column, scope: Scope) => boolean): Weaken =>
  telling(({ project }) =>
    indicators.flatMap((indicator) =>
      scopesOf(project.municipalities, actorGroups).flatMap((scope) =>
        columns
          .filter((column) => isWanted(column, scope) && peopleOf(project, indicator, column, scope) >= 5)
          .map((column): Told => ({ of: 'indicator', indicator, scope, column })),
      ),
    ),
  )

/** What is lost with each rule: the same project, published by the others alone. */
export const weakenings: Readonly<Record<string, Weaken>> = {
  'complementary suppression: a municipality of five is shown, whatever it leaves': withFive(
    (column, scope) => column === 'paired' && scope.is === 'municipality',
  ),
  'all beside paired: all respondents ask only for five people': withFive(
    (column, scope) => column === 'all' && scope.is !== 'group',
  ),
  'levels: a wave asks only for five people': withFive(
    (column, scope) => column !== 'paired' && column !== 'all' && scope.is !== 'group',
  ),
  'actor groups: a group of five is shown beside the municipalities': withFive(
    (_column, scope) => scope.is === 'group',
  ),
  'same people: who skipped a part counts in the others': withEverybody,
  'linkage: so they do, and index and parts hide rows each for itself': (edition) =>
    withoutLinks(withEverybody(edition)),
  'one score: pairs count otherwise among all respondents': ({ project, published }) => ({
    project: { ...project, scoring: { ...project.scoring, isScoredTwice: true } },
    published,
  }),
  'model: hidden municipalities enter it one by one': telling(({ published }) =>
    indicators
      .filter((indicator) => tells(published, { of: 'indicator', indicator, scope: everybody, column: 'paired' }))
      .map((indicator): Told => ({ of: 'one by one', indicator })),
  ),
  'match report: counts of five and more are shown': telling(({ project }) =>
    project.municipalities
      .map((code): Scope => ({ is: 'municipality', code }))
      .filter((scope) => project.people.filter((one) => isIn(scope)(one) && one.from && one.to).length >= 5)
      .map((scope): Told => ({ of: 'match', scope })),
  ),
  'ways of answering: counts of five and more are shown': telling(({ project }) =>
    sides.flatMap((side) =>
      answerModes
        .filter((mode) => answeredBy(project, side, mode).length >= 5)
        .map((mode): Told => ({ of: 'mode', mode, side })),
    ),
  ),
  'sex and age: counts of five and more are shown': telling(respondentsOfFive),
  'accounting: what became of invitations is told of five and more': telling(({ project }) =>
    scopesOf(project.municipalities, actorGroups)
      .filter((scope) => project.people.filter(isIn(scope)).length >= 5)
      .map((scope): Told => ({ of: 'dispositions', scope })),
  ),
  'seats: a row is hidden only where it has few itself': telling(({ project }) =>
    scopesOf(project.municipalities, actorGroups)
      .filter((scope) => turnoverFields.every((field) => !isFew(countTurnover(project, field, scope), 5)))
      .map((scope): Told => ({ of: 'turnover', scope })),
  ),
  'ends: a share at an end is told of thirty, whatever the levels are': telling(({ project }) =>
    Object.keys(scales).flatMap((indicator) =>
      sides
        .filter((column) => peopleOf(project, indicator, column, everybody) >= 30)
        .map((column): Told => ({ of: 'indicator', indicator, scope: everybody, column })),
    ),
  ),
  'points: the two highest points, and the sides of a distribution, are told of five pairs': telling(({ published }) =>
    itemsOfScales
      .filter((item) => tells(published, { of: 'item', item }))
      .flatMap((item) =>
        sides.flatMap((side) =>
          [pointsOfItem(item).slice(-2), ...halvesOf(pointsOfItem(item))].map(
            (codes): Told => ({ of: 'points', item, side, codes }),
          ),
        ),
      ),
  ),
  'context: every figure of five and more': telling(naiveContext),
}

const halvesOf = (points: readonly number[]): readonly (readonly number[])[] => {
  const half = Math.floor(points.length / 2)
  return [points.slice(0, half), points.slice(points.length - half)]
}

function withEverybody({ project, published }: Edition): Edition {
  return { project: { ...project, scoring: { ...project.scoring, leftOut: new Set() } }, published }
}

function withoutLinks({ project, published }: Edition): Edition {
  const { municipalities, people, scoring } = project
  const count = (code: string, is: Is) => people.filter((person) => person.municipality === code && is(person)).length
  const sizesOf = (indicator: string, code: string): Sizes => {
    const has =
      (side: Side, kind: Kind): Is =>
      (person) =>
        scoreOf(person, indicator, side, kind, scoring) !== undefined
    const unpaired =
      (side: Side): Is =>
      (person) =>
        has(side, 'alone')(person) && !has(side, 'paired')(person)
    return {
      pairs: count(code, has('from', 'paired')),
      unpairedFrom: count(code, unpaired('from')),
      unpairedTo: count(code, unpaired('to')),
      ownFrom: count(code, has('from', 'own')),
      ownTo: count(code, has('to', 'own')),
    }
  }
  const both = new Map(municipalities.map((code) => [code, count(code, ({ from, to }) => Boolean(from && to))]))
  const order = municipalities.toSorted((a, b) => (both.get(a) ?? 0) - (both.get(b) ?? 0) || (a < b ? -1 : 1))
  const decided = decideDisclosure(
    indicators.map((indicator) => ({
      indicator,
      sizes: new Map(municipalities.map((code) => [code, sizesOf(indicator, code)])),
      linkedTo: [],
    })),
    order,
    5,
  )
  const shown = [...decided].flatMap(([indicator, { paired, all }]) =>
    (
      [
        ['paired', paired],
        ['all', all],
      ] as const
    ).flatMap(([column, { total, byMunicipality }]): Told[] => [
      ...(total === 'shown' ? [{ of: 'indicator', indicator, scope: everybody, column } as const] : []),
      ...municipalities
        .filter((code) => byMunicipality.get(code) === 'shown')
        .map((code): Told => ({ of: 'indicator', indicator, scope: { is: 'municipality', code }, column })),
    ]),
  )
  const others = [...published.values()].filter((told) => told.of !== 'indicator' || told.scope.is === 'group')
  return { project, published: publicationOf([...others, ...shown]) }
}

function naiveContext({ project: { people, scoring } }: Edition): Told[] {
  const enough = (is: Is) => people.filter(is).length >= 5
  const hasBoth =
    (item: string): Is =>
    ({ from, to }) =>
      from?.[item] !== undefined && to?.[item] !== undefined
  const isPair: Is = (person) => scoreOf(person, whole, 'from', 'paired', scoring) !== undefined
  const items = [...parts, 'N', 'G'].flatMap((scale) => scales[scale] ?? [])
  const contacts = scales.G ?? []
  return [
    ...items.filter((item) => enough(hasBoth(item))).map((item): Told => ({ of: 'item', item })),
    ...['none', ...doses.map(String)]
      .filter((category) => enough((one) => isPair(one) && String(one.to?.DOSE ?? 'none') === category))
      .map((category): Told => ({ of: 'dose', category })),
    ...actorGroups.flatMap((group) =>
      contacts
        .filter((item) => enough((one) => one.group === group && hasBoth(item)(one)))
        .map((item): Told => ({ of: 'cell', group, item })),
    ),
    ...(enough((one) => hasBoth('NOW')(one) && one.to?.THEN !== undefined)
      ? (['adjusted', 'prospective'] as const).map((what): Told => ({ of: 'shift', what }))
      : []),
  ]
}
