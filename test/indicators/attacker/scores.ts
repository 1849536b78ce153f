// Every score as a weighted sum of the answers it is made of: what an attacker knows who knows who answered which
// question, and not what. Weights are whole numbers, the same multiple of the real ones in all measures.
import type { Answers } from '#survey/answer.ts'
import { parts, scales, whole } from './questionnaire.ts'
import { coreOf, type Subject } from './random-project.ts'

export const sides = ['from', 'to'] as const
export type Side = (typeof sides)[number]
/** paired: on what was answered in both waves. alone: that, or who has no pair in one wave. own: on all the wave asked. */
export const kinds = ['paired', 'alone', 'own'] as const
export type Kind = (typeof kinds)[number]
/** Weight by item. */
export type Weights = ReadonlyMap<string, number>

/** Divisible by the size of every scale and index. */
export const unit = 36

/** What decides how people are scored. */
export interface Scoring {
  isReworded: boolean
  /** Who counts neither in the index nor in its parts, by id. */
  leftOut: ReadonlySet<string>
  /** Hardly anybody would have the index: nobody has, and nobody is left out for its sake. */
  isWithoutIndex?: boolean
  /** Who has a pair is scored anew among all respondents, on what was answered in one wave: what the rules forbid. */
  isScoredTwice?: boolean
}

export function scoringOf(people: readonly Subject[], isReworded: boolean): Scoring {
  const scoring = { isReworded, leftOut: new Set<string>() }
  const uneven = people.flatMap((person) => {
    const tables = tablesOf(person, scoring)
    return tables === null ? [] : [{ id: person.id, key: `${person.municipality} ${person.group} ${tables}` }]
  })
  const few = [...Map.groupBy(uneven, ({ key }) => key).values()].filter((alike) => alike.length < 5)
  const even = { isReworded, leftOut: new Set(few.flat().map(({ id }) => id)) }
  const isScarce = sides.every((side) =>
    kinds.every((kind) => people.filter((person) => scoreOf(person, whole, side, kind, even)).length < 5),
  )
  return isScarce ? { isReworded, leftOut: new Set(), isWithoutIndex: true } : even
}

/** In which tables of the index and its parts a person counts; null where in all of a kind or in none. */
function tablesOf(person: Subject, scoring: Scoring): string | null {
  const rows = sides.flatMap((side) =>
    kinds.map((kind) =>
      [whole, ...parts].map((one) => (scoreOf(person, one, side, kind, scoring) ? '1' : '0')).join(''),
    ),
  )
  return rows.every((row) => row === '1111' || row === '0000') ? null : rows.join(' ')
}

/** The same is asked for by every figure that somebody counts in. */
const known = new WeakMap<Scoring, WeakMap<Subject, Map<string, Weights | undefined>>>()

/** undefined: too little answered for a score, or left out. */
export function scoreOf(
  person: Subject,
  indicator: string,
  side: Side,
  kind: Kind,
  scoring: Scoring,
): Weights | undefined {
  const ofAll = known.get(scoring) ?? new WeakMap<Subject, Map<string, Weights | undefined>>()
  known.set(scoring, ofAll)
  const own = ofAll.get(person) ?? new Map<string, Weights | undefined>()
  ofAll.set(person, own)
  const key = `${indicator} ${side} ${kind}`
  if (!own.has(key)) own.set(key, weighScore(person, indicator, side, kind, scoring))
  return own.get(key)
}

function weighScore(person: Subject, indicator: string, side: Side, kind: Kind, scoring: Scoring): Weights | undefined {
  if (scoring.leftOut.has(person.id) && (indicator === whole || parts.some((part) => part === indicator)))
    return undefined
  if (indicator !== whole) return scaleScore(person, indicator, side, kind, scoring)
  if (scoring.isWithoutIndex) return undefined
  const scored = parts.flatMap((part) => scaleScore(person, part, side, kind, scoring) ?? [])
  if (scored.length < 2) return undefined
  return new Map(scored.flatMap((part) => [...part].map(([item, weight]) => [item, weight / scored.length] as const)))
}

function scaleScore(
  person: Subject,
  scale: string,
  side: Side,
  kind: Kind,
  { isReworded, isScoredTwice }: Scoring,
): Weights | undefined {
  const core = coreOf(scale, isReworded)
  const all = scales[scale] ?? []
  if (kind === 'own' && core.length < all.length) return meanOver(all, answeredIn(person[side], all))
  const pair = meanOver(core, answeredIn(person.to, answeredIn(person.from, core)))
  if (kind === 'paired') return pair
  return (isScoredTwice ? undefined : pair) ?? meanOver(core, answeredIn(person[side], core))
}

const answeredIn = (answers: Answers | null, among: readonly string[]): string[] =>
  among.filter((item) => answers?.[item] !== undefined)

/** Half of the items, and at least one. */
const meanOver = (items: readonly string[], answered: readonly string[]): Weights | undefined =>
  answered.length < Math.max(1, Math.ceil(items.length / 2))
    ? undefined
    : new Map(answered.map((item) => [item, unit / answered.length]))
