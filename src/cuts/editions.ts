// Two editions of the same results, laid side by side: whoever subtracts one from the other learns about those who came
// or went in between. So figures may only change where at least k people have.
import { compareRemainders } from '#indicators/edition-remainders.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { compareContextRemainders } from './context-remainders.ts'
import { type Figure, listFigures, pathText } from './figures.ts'
import type { PublishedResults } from './published-results.ts'

/** A group of people that could be told by subtraction, and how. */
export interface EditionFault {
  /** Address of the group in the results; of what is left over, of the table and the column. */
  path: string
  reason: /** Shown in one edition only: with the totals of both, its own people can be computed from the other. */
    | 'appears'
    | 'disappears'
    /** The number of people differs, by fewer than k. */
    | 'few_differ'
    /** As many people, other figures: somebody took somebody's place. */
    | 'same_number'
    /** What is left when visible figures are taken from totals differs, by fewer than k. */
    | 'left_over'
}

/** Numbers of people who answered, by name. */
const counts: ReadonlySet<string> = new Set([
  ...['n', 'fromN', 'toN', 'answeredFrom', 'answeredTo', 'both'],
  // In the context: who answered and left, answers to an item, and how far each got.
  ...['answered', 'count', 'from', 'to', 'stayers', 'leavers', 'complete', 'partial', 'breakOff', 'either'],
])

/** What became of all invitations together is told however few they are, so a difference tells no more than that. */
const isToldAnyway = (path: string): boolean => /^context\/responses\/(from|to)\/dispositions$/.test(path)

/** Of those who answered, whose number stands beside: it moves with them, and tells no more than the two numbers do. */
const isQuotient = ({ path }: Figure): boolean =>
  path[2] === 'respondents' && path.at(-1)?.startsWith('shareOf') === true

/**
 * Why the next edition may not stand beside the previous one; empty where it may. Cautious: a group counts as told
 * where its own numbers would allow it, whether or not a reader could find the others.
 * @param k the smallest group that is shown
 * @param data whether both were computed from the same answers: then as many people are the same people, and another
 *   value of theirs is another formula, or other last digits of another machine, and tells of nobody
 */
export function compareEditions(
  previous: PublishedResults,
  next: PublishedResults,
  k: number,
  data: 'same' | 'changed' = 'changed',
): EditionFault[] {
  const before = groupsOf(previous)
  const after = groupsOf(next)
  const isNew = (path: string) =>
    (['modes', 'respondents'] as const).some(
      (table) => !previous.context.responses[table] && path.startsWith(`context/responses/${table}/`),
    )
  const shown = [...new Set([...before.keys(), ...after.keys()])].flatMap((path): EditionFault[] => {
    // A table that earlier editions did not have divides totals that both of them tell.
    if (isNew(path)) return []
    const reason = compareGroups(before.get(path), after.get(path), k)
    return reason === null || (reason === 'same_number' && data === 'same') ? [] : [{ path, reason }]
  })
  const leftOver = [...compareRemainders(previous, next, k, data), ...compareContextRemainders(previous, next, k)]
  return [...shown, ...leftOver.map((path): EditionFault => ({ path, reason: 'left_over' }))]
}

type Group = ReadonlyMap<string, Figure['value']>

function compareGroups(before: Group | undefined, after: Group | undefined, k: number): EditionFault['reason'] | null {
  if (!before || !after) return before ? 'disappears' : 'appears'
  const differences = [...counts].flatMap((name) => {
    const [one, other] = [before.get(name), after.get(name)]
    return typeof one === 'number' && typeof other === 'number' ? [Math.abs(one - other)] : []
  })
  if (differences.some((difference) => difference > 0 && difference < k)) return 'few_differ'
  return differences.every((difference) => difference === 0) && !areSame(before, after) ? 'same_number' : null
}

const areSame = (before: Group, after: Group): boolean =>
  before.size === after.size && [...before].every(([name, value]) => after.has(name) && isSame(value, after.get(name)))

/** Numbers that differ by less are one number, added up in another order. A share of the larger. */
const rounding = 1e-9

function isSame(one: Figure['value'] | undefined, other: Figure['value'] | undefined): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other
  return Math.abs(one - other) <= rounding * Math.max(Math.abs(one), Math.abs(other))
}

/** Shown groups of people by their address: those figures that stand beside a number of people. */
function groupsOf(results: PublishedResults): ReadonlyMap<string, Group> {
  const figures = listFigures(JSON.parse(canonicalJson(results)) as Json).filter(
    (figure) => !figure.withheld && !isQuotient(figure),
  )
  const byHolder = Map.groupBy(figures, ({ path }) => pathText(path.slice(0, -1)))
  return new Map(
    [...byHolder]
      .map(([path, held]) => [path, new Map(held.map((figure) => [figure.path.at(-1) ?? '', figure.value]))] as const)
      .filter(
        ([path, group]) => !isToldAnyway(path) && [...counts].some((name) => typeof group.get(name) === 'number'),
      ),
  )
}
