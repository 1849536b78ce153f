// Whether those who left differ from those who stayed, and what that may have done to the change. Weights answer for
// a leaving that the groups explain, the worst case for one that nothing here explains.
import { cliffsDelta } from '#stats/cliffs-delta.ts'
import { roundDifference } from '#stats/differences.ts'
import { hedgesG } from '#stats/hedges-g.ts'
import { mean, sum } from '#stats/mean.ts'
import { sampleSd } from '#stats/sample-variance.ts'
import { weightedChange } from '#stats/weighted-change.ts'
import { welchT } from '#stats/welch-t.ts'
import { type IndicatorComparison, isComposite } from '../comparison.ts'
import type { IndicatorResult, ProjectResults } from '../model.ts'
import type { PersonScores } from '../pairing.ts'
import type { Person } from '../people.ts'
import { isFew } from '../pooling.ts'
import { type Published, shown, withheld } from '../published.ts'
import { groupChange, shareOf } from './group-change.ts'
import type { Groups } from './groups.ts'
import type { Attrition, AttritionEstimate } from './model.ts'
import { weightingClasses } from './weighting-classes.ts'

/** Hedges' g beyond which a difference at first is to be reckoned with: What Works Clearinghouse's bound. */
const noteworthyG = 0.25
/** Stayers that a weighting class needs. */
const fewestInClass = 5

/** One person who was scored at first: with a pair, or gone. */
export interface Starter {
  group: string
  /** Score at first, 0–100, on all that was answered then. */
  score: number
  pair: PersonScores['pair']
}

/**
 * @param people those whose answers make the results
 * @param hiddenGroups actor groups whose counts are hidden
 */
export function attritionOf(
  people: readonly Person[],
  comparisons: readonly IndicatorComparison[],
  scores: ReadonlyMap<string, readonly PersonScores[]>,
  results: ProjectResults,
  groups: Groups,
  hiddenGroups: ReadonlySet<string>,
): Attrition {
  return {
    byIndicator: comparisons.map((comparison) => {
      const own = scores.get(comparison.indicator.id) ?? []
      const result = results.indicators.find((one) => one.indicator.id === comparison.indicator.id)
      return {
        indicator: comparison.indicator.id,
        estimate: publishAttrition(comparison, people, own, result, groups.hiddenInResults, results.threshold),
      }
    }),
    byActorGroup: countGroups(people, groups, hiddenGroups),
  }
}

function publishAttrition(
  comparison: IndicatorComparison,
  people: readonly Person[],
  scores: readonly PersonScores[],
  result: IndicatorResult | undefined,
  together: ReadonlySet<string>,
  threshold: number,
): Published<AttritionEstimate> {
  if (comparison.obstacle) return withheld(comparison.obstacle)
  const starters = people.flatMap(({ actorGroup }, at): Starter[] => {
    const own = scores[at]
    return own?.from === undefined ? [] : [{ group: actorGroup, score: own.from, pair: own.pair }]
  })
  const leavers = starters.filter(({ pair }) => pair === undefined).length
  if (leavers === 0 || leavers === starters.length) return withheld('too_few')
  const masked = people.filter((person, at) => scores[at]?.pair !== undefined && countsMoreAlone(comparison, person))
  const gone = people.filter((_, at) => scores[at]?.from !== undefined && scores[at]?.pair === undefined)
  const isSafe =
    result?.overall.paired.shown === true &&
    result.overall.all.shown &&
    Math.min(leavers, starters.length - leavers) >= threshold &&
    rowsOfAll(result).every((rowOf) => !isFew(countWithLeavers(masked, gone, rowOf), threshold))
  return isSafe ? shown(compareLeavers(starters, together)) : withheld('suppressed')
}

/** How a reader may divide everybody at first: not at all, or by the rows shown; the others are one. */
function rowsOfAll({ byMunicipality, byActorGroup }: IndicatorResult): ((person: Person) => string)[] {
  const codes = (rows: IndicatorResult['byMunicipality'] | IndicatorResult['byActorGroup']) =>
    new Set([...rows].filter(({ change }) => change.all.shown).map(({ code }) => code))
  const [municipalities, groups] = [codes(byMunicipality), codes(byActorGroup)]
  return [
    () => '',
    ({ municipality }) => (municipalities.has(municipality) ? municipality : ''),
    ({ actorGroup }) => (groups.has(actorGroup) ? actorGroup : ''),
  ]
}

/** Of some people, those in rows that somebody left: a row that nobody left tells of its own, and can be taken away. */
function countWithLeavers(
  people: readonly Person[],
  gone: readonly Person[],
  rowOf: (person: Person) => string,
): number {
  const left = new Set(gone.map(rowOf))
  return people.filter((person) => left.has(rowOf(person))).length
}

/** An answer at first that the pair leaves out, because it was not given again. */
function countsMoreAlone(comparison: IndicatorComparison, person: Person): boolean {
  if (isComposite(comparison)) return comparison.parts.some((part) => countsMoreAlone(part, person))
  const { indicator, core } = comparison
  const isAnswered = (standing: Person['from'], item: string) => typeof standing.response?.answers[item] === 'number'
  return (
    indicator.pairing === 'answered_in_both' &&
    core.items.some((item) => isAnswered(person.from, item) && !isAnswered(person.to, item))
  )
}

/**
 * @param together groups that make one weighting class in any case
 * @throws RangeError below two who stayed, or two who left
 */
export function compareLeavers(
  starters: readonly Starter[],
  together: ReadonlySet<string> = new Set(),
): AttritionEstimate {
  const pairs = starters.flatMap(({ pair }) => pair ?? [])
  const stayed = starters.filter(({ pair }) => pair !== undefined).map(({ score }) => score)
  const left = starters.filter(({ pair }) => pair === undefined).map(({ score }) => score)
  const { difference, interval } = welchT(left, stayed)
  const g = hedgesG(left, stayed)
  const unweighted = groupChange(pairs)
  const classes = weightingClasses(
    starters.map(({ group, pair }) => ({ group, change: pair ? pair.to - pair.from : null })),
    fewestInClass,
    together,
  )
  const weighted = weightedChange(classes)
  return {
    stayers: describe(stayed),
    leavers: describe(left),
    difference,
    interval,
    hedgesG: g,
    cliffsDelta: cliffsDelta(left, stayed),
    noteworthy: g !== null && roundDifference(Math.abs(g) - noteworthyG) > 0,
    unweighted: { meanChange: unweighted.meanChange, interval: unweighted.interval },
    weighted: {
      meanChange: weighted.mean,
      standardError: weighted.standardError,
      interval: weighted.interval,
      designEffect: weighted.designEffect,
      classes: classes.map(({ groups }) => groups),
    },
    worstCase: sum(pairs.map(({ from, to }) => to - from)) / starters.length,
  }
}

const describe = (scores: readonly number[]) => ({ n: scores.length, mean: mean(scores), sd: sampleSd(scores) })

/** Of those who answered at first: who answered again, and who did not. */
function countGroups(
  people: readonly Person[],
  { listed }: Groups,
  hiddenGroups: ReadonlySet<string>,
): Attrition['byActorGroup'] {
  const started = people.filter(({ from }) => from.response !== null)
  const stayers = started.filter(({ to }) => to.response !== null)
  const leavers = started.filter(({ to }) => to.response === null)
  const count = (some: readonly Person[], group: string) => some.filter(({ actorGroup }) => actorGroup === group).length
  return listed.map(({ code: group }) => {
    if (hiddenGroups.has(group)) return { group, counts: withheld('suppressed') }
    const [stayed, left] = [count(stayers, group), count(leavers, group)]
    return {
      group,
      counts: shown({
        stayers: stayed,
        leavers: left,
        shareOfStayers: shareOf(stayed, stayers.length),
        shareOfLeavers: shareOf(left, leavers.length),
      }),
    }
  })
}
