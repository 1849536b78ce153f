// What may be shown. Every figure is a mean, a spread or a count, so whoever reads the tables can add and subtract:
//
//   total − visible rows      = the hidden municipalities together
//   all − paired, in one wave = those of that wave without a pair, in a row or in total
//   both of them              = those without a pair in the hidden municipalities together
//   index × 6 − five scales   = the sixth scale, where everybody answered everything
//   pairs of an indicator     = people with both waves in the match report, where everybody could be scored
//
// So it is not enough that a figure has `threshold` people; what is left when others are taken away must have them too.
//
// 1. A municipality's paired change is hidden below the threshold. Together the hidden ones with a pair must be two or
//    more and hold at least `threshold` people, or the next smallest municipality is hidden as well, as a cover.
// 2. The all-respondents column is shown only where the paired change is (or nobody has a pair), and those without a
//    pair are nobody or at least `threshold` in each wave. Then what can be computed falls into groups that share no
//    person: the pairs of a visible row, the pairs of the hidden rows, those without a pair of a visible row, those
//    without of the hidden rows. Every sum that can be formed is a union of such groups, and rules 1 and 2, with a
//    cover for the last one too, give each of them nobody or at least `threshold` people of two municipalities.
// 3. A cover is worth nothing where it can be computed from an index and its other parts, or from a scale with the same
//    items. Where the sizes in both are equal, so that everybody may have answered everything, it is hidden in both;
//    and a pool that such a calculation would shrink to one municipality or too few people is kept whole. Where sizes
//    differ, somebody is missing from one of them, and what is left is made of those people: same-people.ts sees to it
//    that they are nobody or enough.
//    What everybody of a wave makes together, paired or not, and on all the items that the wave asked (its own level),
//    is held to the same: such a figure can follow from an index even where the pairs differ.
// 4. Covers are taken in one order for all tables, so that two tables over the same people never hide different ones
//    and cover each other up for nothing; counts of the match report follow the same order.
// 5. Where no cover is left, the total is withheld instead, and the total of all respondents wherever that of the pairs is.
//    Numbers of people need a cover even so: their total stands in the match report.
//
// 6. Levels of one wave are shown where the all-respondents column is, or would be if both waves had been answered.
// 7. Municipalities as groups: municipality-model.ts lets the hidden ones enter as one. Actor groups divide the same
//    people another way: group-disclosure.ts.
//
// A municipality without anybody is known to have nobody, and covers nothing.
import type { MatchCounts } from './model.ts'
import { isFew, type PooledTable, type Protection, protect } from './pooling.ts'
import type { Withheld } from './published.ts'

/** The smallest threshold there may be. */
export const smallestThreshold = 5

/** People of one municipality on one indicator. The first three share nobody within a wave. */
export interface Sizes {
  pairs: number
  unpairedFrom: number
  unpairedTo: number
  /** Scored on all that their wave asked, comparable or not. */
  ownFrom: number
  ownTo: number
}

export interface IndicatorSizes {
  indicator: string
  /** By municipality. */
  sizes: ReadonlyMap<string, Sizes>
  /** Indicators from which this one can be computed, or that can be computed with it. */
  linkedTo: readonly string[]
}

export type Verdict = 'shown' | Withheld

export interface Verdicts {
  total: Verdict
  byMunicipality: ReadonlyMap<string, Verdict>
}

export interface Disclosure {
  paired: Verdicts
  all: Verdicts
  /** Of everybody who answered the wave. */
  levels: { from: WaveVerdicts; to: WaveVerdicts }
  /** What paired and all verdicts were made from; `all` holds for the levels too. */
  protection: { paired: Protection; all: Protection }
}

export interface WaveVerdicts {
  core: Verdicts
  own: Verdicts
}

/**
 * @param order municipalities in the order in which they serve as a cover, smallest first
 * @throws RangeError with a threshold under five
 */
export function decideDisclosure(
  indicators: readonly IndicatorSizes[],
  order: readonly string[],
  threshold: number,
): ReadonlyMap<string, Disclosure> {
  requireThreshold(threshold)
  const pairs = protect(
    indicators.map((one) => tableOfPairs(one, threshold)),
    order,
    threshold,
  )
  const unpaired = protect(
    indicators.map((one) => tableOfUnpaired(one, pairs.get(one.indicator), threshold)),
    order,
    threshold,
  )
  return new Map(
    indicators.map((one) => [
      one.indicator,
      disclose(one, {
        paired: protectionOf(pairs, one),
        all: hideCounts(one, protectionOf(unpaired, one), order, threshold),
      }),
    ]),
  )
}

/**
 * Where a total is withheld its rows need no cover; but how many answered each wave stands in the match report all the
 * same, and less the numbers beside the rows it would tell how few are hidden.
 */
function hideCounts(
  { sizes }: IndicatorSizes,
  protection: Protection,
  order: readonly string[],
  threshold: number,
): Protection {
  if (protection.totalShown) return protection
  const hidden = new Set(protection.hidden)
  const isTold = () => {
    const pool = totalOf(new Map([...sizes].filter(([code]) => hidden.has(code))))
    return peopleOfWaves(pool).some((size) => isFew(size, threshold))
  }
  for (const code of order) {
    if (!isTold()) break
    hidden.add(code)
  }
  return { ...protection, hidden }
}

function disclose(one: IndicatorSizes, protection: Disclosure['protection']): Disclosure {
  const ofAll = (isComputable: (sizes: Sizes) => boolean) => verdicts(one, protection.all, isComputable)
  return {
    paired: verdicts(one, protection.paired, ({ pairs }) => pairs > 0),
    all: ofAll(hasBothWaves),
    levels: {
      from: {
        core: ofAll(({ pairs, unpairedFrom }) => pairs + unpairedFrom > 0),
        own: ofAll(({ ownFrom }) => ownFrom > 0),
      },
      to: {
        core: ofAll(({ pairs, unpairedTo }) => pairs + unpairedTo > 0),
        own: ofAll(({ ownTo }) => ownTo > 0),
      },
    },
    protection,
  }
}

function protectionOf(decided: ReadonlyMap<string, Protection>, { indicator, sizes }: IndicatorSizes): Protection {
  return decided.get(indicator) ?? { hidden: new Set(sizes.keys()), totalShown: false }
}

/** Numbers of people beside the figures of one indicator: how many in all, and the rows they are shown of. */
export interface ShownCounts {
  total: number
  municipalities: ReadonlySet<string>
}

export function countsShown(
  indicators: readonly IndicatorSizes[],
  disclosures: ReadonlyMap<string, Disclosure>,
): ShownCounts[] {
  return indicators.flatMap(({ indicator, sizes }) => {
    const protection = disclosures.get(indicator)?.protection
    if (!protection) return []
    const shownIn = (column: 'paired' | 'all') =>
      new Set([...sizes.keys()].filter((code) => !protection[column].hidden.has(code)))
    const everybody = totalOf(sizes)
    return [
      { total: everybody.pairs, municipalities: shownIn('paired') },
      ...peopleOfWaves(everybody).map((total) => ({ total, municipalities: shownIn('all') })),
    ]
  })
}

/**
 * Municipalities whose counts of the match report are hidden: somebody was invited, answered or has both, but fewer
 * than the threshold, or they cover one like that.
 * @param beside numbers beside figures: where there are as many in all, there are as many everywhere
 * @throws RangeError with a threshold under five
 */
export function hiddenMatchCounts(
  counts: ReadonlyMap<string, MatchCounts>,
  order: readonly string[],
  threshold: number,
  beside: readonly ShownCounts[] = [],
): ReadonlySet<string> {
  requireThreshold(threshold)
  const groups = new Map(
    [...counts].map(([code, count]) => [
      code,
      [count.invitedFrom, count.invitedTo, count.answeredFrom, count.answeredTo, count.both],
    ]),
  )
  const hidden = codesWhere(groups, (sizes) => sizes.some((size) => isFew(size, threshold)))
  const [decided] = protect(
    [{ id: 'match', groups, hidden, totalShown: true, linkedTo: [] }],
    order,
    threshold,
  ).values()
  // The project's own counts are always shown: without a cover for them, no municipality's are.
  if (!decided?.totalShown) return codesWhere(groups, (sizes) => sizes.some((size) => size > 0))
  const covered = new Set(decided.hidden)
  for (const field of [...groups.values()].slice(0, 1).flatMap((sizes) => sizes.map((_, at) => at))) {
    const sizeOf = (code: string) => groups.get(code)?.[field] ?? 0
    const sum = (codes: Iterable<string>) => [...codes].reduce((people, code) => people + sizeOf(code), 0)
    const total = sum(groups.keys())
    const known = new Set(beside.flatMap((one) => (one.total === total ? [...one.municipalities] : [])))
    const isTold = () => isFew(sum([...covered].filter((code) => !known.has(code))), threshold)
    for (const code of order.filter((one) => !known.has(one) && sizeOf(one) > 0)) {
      if (!isTold()) break
      covered.add(code)
    }
  }
  return covered
}

function tableOfPairs({ indicator, sizes, linkedTo }: IndicatorSizes, threshold: number): PooledTable {
  const total = totalOf(sizes)
  return {
    id: indicator,
    groups: new Map([...sizes].map(([code, { pairs }]) => [code, [pairs]])),
    hidden: codesWhere(sizes, ({ pairs }) => isFew(pairs, threshold)),
    totalShown: total.pairs >= threshold,
    linkedTo,
  }
}

function tableOfUnpaired(
  { indicator, sizes, linkedTo }: IndicatorSizes,
  pairs: Protection | undefined,
  threshold: number,
): PooledTable {
  const total = totalOf(sizes)
  const revealsFew = ({ unpairedFrom, unpairedTo, ownFrom, ownTo }: Sizes) =>
    [unpairedFrom, unpairedTo, ownFrom, ownTo].some((size) => isFew(size, threshold))
  return {
    id: indicator,
    groups: new Map([...sizes].map(([code, own]) => [code, groupsOfAll(own)])),
    hidden: new Set([...codesWhere(sizes, revealsFew), ...(pairs?.hidden ?? [])]),
    totalShown: !revealsFew(total) && (total.pairs === 0 || pairs?.totalShown === true),
    linkedTo,
  }
}

/** All that subtraction or an index could single out of those who answered a wave. */
function groupsOfAll({ pairs, unpairedFrom, unpairedTo, ownFrom, ownTo }: Sizes): number[] {
  return [unpairedFrom, unpairedTo, ...peopleOfWaves({ pairs, unpairedFrom, unpairedTo, ownFrom, ownTo })]
}

const peopleOfWaves = ({ pairs, unpairedFrom, unpairedTo, ownFrom, ownTo }: Sizes): number[] => [
  pairs + unpairedFrom,
  pairs + unpairedTo,
  ownFrom,
  ownTo,
]

function verdicts(
  { sizes }: IndicatorSizes,
  { hidden, totalShown }: Protection,
  isComputable: (sizes: Sizes) => boolean,
): Verdicts {
  const verdict = (own: Sizes, shown: boolean): Verdict => {
    if (!isComputable(own)) return 'too_few'
    return shown ? 'shown' : 'suppressed'
  }
  return {
    total: verdict(totalOf(sizes), totalShown),
    byMunicipality: new Map([...sizes].map(([code, own]) => [code, verdict(own, !hidden.has(code))])),
  }
}

const hasBothWaves = ({ pairs, unpairedFrom, unpairedTo }: Sizes): boolean =>
  pairs + unpairedFrom > 0 && pairs + unpairedTo > 0

function totalOf(sizes: ReadonlyMap<string, Sizes>): Sizes {
  const total = { pairs: 0, unpairedFrom: 0, unpairedTo: 0, ownFrom: 0, ownTo: 0 }
  for (const own of sizes.values()) {
    total.pairs += own.pairs
    total.unpairedFrom += own.unpairedFrom
    total.unpairedTo += own.unpairedTo
    total.ownFrom += own.ownFrom
    total.ownTo += own.ownTo
  }
  return total
}

function codesWhere<T>(entries: ReadonlyMap<string, T>, isWanted: (value: T) => boolean): Set<string> {
  return new Set([...entries].filter(([, value]) => isWanted(value)).map(([code]) => code))
}

function requireThreshold(threshold: number): void {
  if (!(threshold >= smallestThreshold)) throw new RangeError('disclosure requires a threshold of at least five')
}
