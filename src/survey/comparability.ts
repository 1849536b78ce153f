// Which items of two versions measure the same thing, and what that leaves of an indicator. Two versions are
// compared on their comparable core only, and whether an item belongs to it is a signed judgement, never a guess.
import { inSwedish } from './judgements.ts'
import { findItem } from './lookup.ts'
import type { Item, Questionnaire, ScaleIndicator } from './questionnaire.ts'
import { differingParts, type StimulusPart } from './stimulus.ts'

export type Verdict = 'identical' | 'comparable' | 'broken' | 'new' | 'dropped'

export interface CrosswalkRow {
  item: string
  verdict: Verdict
  /** null where the item is new. */
  earlierRevision: number | null
  /** null where the item was dropped. */
  laterRevision: number | null
  /** The judgement as it was signed, in Swedish; null where there is none to give, or nobody has judged. */
  reason: string | null
  signedBy: string | null
  /** YYYY-MM-DD. */
  signedOn: string | null
  /** What the participant meets otherwise, or the scales count otherwise; empty where the item stands in one version. */
  differs: readonly StimulusPart[]
}
/** The earlier version's items in its order, then the new ones. */
export type Crosswalk = readonly CrosswalkRow[]

/**
 * The same revision is identical. Another revision is what its `comparableTo` says about the other version's, and
 * broken where it says nothing. So is one that reads differently although its revision is the same: that is a fault,
 * and `findVersionFaults` names it.
 */
export function compareVersions(earlier: Questionnaire, later: Questionnaire): Crosswalk {
  return [
    ...earlier.items.map((item) => compareItem(earlier, later, item, findItem(later, item.id))),
    ...later.items
      .filter((item) => !findItem(earlier, item.id))
      .map((item) => row(item.id, 'new', { laterRevision: item.revision })),
  ]
}

function compareItem(earlier: Questionnaire, later: Questionnaire, before: Item, after?: Item): CrosswalkRow {
  const id = before.id
  if (!after) return row(id, 'dropped', { earlierRevision: before.revision })
  const differs = differingParts(earlier, before, later, after)
  const both = { earlierRevision: before.revision, laterRevision: after.revision, differs }
  if (before.type !== after.type) return row(id, 'broken', both)
  if (before.revision === after.revision) return row(id, differs.length > 0 ? 'broken' : 'identical', both)
  // The younger revision judges the older, whichever wave came first.
  const [older, younger] = before.revision < after.revision ? [before, after] : [after, before]
  const judgement = younger.comparableTo.find(({ revision }) => revision === older.revision)
  if (!judgement) return row(id, 'broken', both)
  const { verdict, reason, signedBy, date } = judgement
  return row(id, verdict, { ...both, reason: inSwedish(reason), signedBy, signedOn: date })
}

function row(item: string, verdict: Verdict, rest: Partial<CrosswalkRow>): CrosswalkRow {
  return {
    item,
    verdict,
    earlierRevision: null,
    laterRevision: null,
    reason: null,
    signedBy: null,
    signedOn: null,
    differs: [],
    ...rest,
  }
}

/** The items in both versions' definition of an indicator that both measure alike, in the earlier one's order. */
export function comparableCore(
  crosswalk: Crosswalk,
  earlierIndicator: ScaleIndicator,
  laterQuestionnaire: Questionnaire,
): string[] {
  const laterIndicator = laterQuestionnaire.indicators.find(({ id }) => id === earlierIndicator.id)
  if (laterIndicator?.kind !== 'scale') return []
  const alike = new Set(
    crosswalk.filter(({ verdict }) => verdict === 'identical' || verdict === 'comparable').map(({ item }) => item),
  )
  const inLater = new Set(laterIndicator.items.map(({ item }) => item))
  return earlierIndicator.items.map(({ item }) => item).filter((item) => alike.has(item) && inLater.has(item))
}

/** Half of the earlier definition's items, rounded up, and at least two; of a single item, that one. */
export function isLargeEnough(core: readonly string[], earlierIndicator: ScaleIndicator): boolean {
  const k = earlierIndicator.items.length
  return core.length >= Math.min(k, Math.max(2, Math.ceil(k / 2)))
}
