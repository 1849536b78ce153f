// Two editions of the same results: what each leaves over when visible figures are taken from totals. A total may grow
// by six and its visible rows by five: then the hidden ones have grown by one, whose answers are the difference.
import type { ChangeEstimate, MatchCounts, ProjectResults } from './model.ts'

/** A group of people that no figure shows, and that follows from those shown. */
interface Remainder {
  n: number
  /** Of their scores, in points. */
  sum: number
}

type Part = Remainder | null

/** Points by which a sum may differ from rounding alone. */
const rounding = 1e-6

/**
 * Addresses of the groups that are left over in both editions, and differ by somebody but fewer than k people, or by
 * answers among as many people. Empty where the two may stand beside each other, given that the figures shown may
 * themselves, and that the same rows are shown in both.
 * @param k the smallest group that is shown
 * @param data whether both were computed from the same answers: then other sums of as many people tell of nobody
 */
export function compareRemainders(
  previous: ProjectResults,
  next: ProjectResults,
  k: number,
  data: 'same' | 'changed' = 'changed',
): string[] {
  const before = remaindersOf(previous)
  return [...remaindersOf(next)].flatMap(([address, after]) => {
    const earlier = before.get(address) ?? { n: 0, sum: 0 }
    const difference = Math.abs(after.n - earlier.n)
    const isOther = data === 'changed' && Math.abs(after.sum - earlier.sum) > rounding
    const isTold = difference === 0 ? isOther : difference < k
    return isTold ? [address] : []
  })
}

function remaindersOf({ indicators, match }: ProjectResults): Map<string, Remainder> {
  const found = new Map<string, Remainder>()
  const add = (address: string, remainder: Part) => {
    if (remainder) found.set(address, remainder)
  }
  for (const { indicator, overall, byMunicipality, byActorGroup } of indicators) {
    const everybody = partsOf(overall)
    for (const [name, unpaired] of unpairedOf(everybody)) add(`indicators/${indicator.id}/overall/${name}`, unpaired)
    for (const [division, rows] of [
      ['byMunicipality', byMunicipality],
      ['byActorGroup', byActorGroup],
    ] as const) {
      const parts = rows.map(({ code, change }) => ({ code, parts: partsOf(change) }))
      for (const { code, parts: own } of parts)
        for (const [name, unpaired] of unpairedOf(own))
          add(`indicators/${indicator.id}/${division}/${code}/${name}`, unpaired)
      for (const column of ['pairsFrom', 'pairsTo', 'from', 'to'] as const)
        add(
          `indicators/${indicator.id}/${division}/hidden/${column}`,
          takeAway(
            everybody[column],
            parts.map(({ parts: own }) => own[column]),
          ),
        )
    }
  }
  for (const [field, n] of Object.entries(hiddenCounts(match)))
    add(`match/byMunicipality/hidden/${field}`, { n, sum: 0 })
  return found
}

/** What a row shows of each wave: of those with a pair, and of everybody. */
function partsOf({ paired, all }: ChangeEstimate): Record<'pairsFrom' | 'pairsTo' | 'from' | 'to', Part> {
  const part = (n: number, mean: number): Remainder => ({ n, sum: n * mean })
  return {
    pairsFrom: paired.shown ? part(paired.value.n, paired.value.fromMean) : null,
    pairsTo: paired.shown ? part(paired.value.n, paired.value.toMean) : null,
    from: all.shown ? part(all.value.fromN, all.value.fromMean) : null,
    to: all.shown ? part(all.value.toN, all.value.toMean) : null,
  }
}

function unpairedOf({ pairsFrom, pairsTo, from, to }: ReturnType<typeof partsOf>): [string, Part][] {
  return [
    ['unpairedFrom', pairsFrom && takeAway(from, [pairsFrom])],
    ['unpairedTo', pairsTo && takeAway(to, [pairsTo])],
  ]
}

function takeAway(whole: Part, parts: readonly Part[]): Part {
  if (!whole) return null
  return parts.reduce<Remainder>(
    (left, part) => (part ? { n: left.n - part.n, sum: left.sum - part.sum } : left),
    whole,
  )
}

function hiddenCounts({ overall, byMunicipality }: ProjectResults['match']): MatchCounts {
  const left = { ...overall }
  const fields = Object.keys(left) as (keyof MatchCounts)[]
  for (const { counts } of byMunicipality)
    if (counts.shown) for (const field of fields) left[field] -= counts.value[field]
  return left
}
