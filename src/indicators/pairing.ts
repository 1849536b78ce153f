// Scores of everybody in both waves, on what both measure alike. A pair is one person with a score in each wave; beside
// it stands what each wave says on its own, paired or not. As columns, one place a person: a million people are six
// lists of numbers, and not a million objects.
import { requiredAnswers, type ScorePair } from '#survey/scoring.ts'
import type { Columns, ItemColumn, Places, WaveColumns } from './columns.ts'
import { type CompositeComparison, type IndicatorComparison, isComposite, type ScaleComparison } from './comparison.ts'
import { firstVersion } from './match-counts.ts'

/**
 * Scores on one indicator, 0–100; NaN: no response, or too few items answered. pairFrom and pairTo: of who has a score
 * in each wave, on what was answered in both. from and to: of everybody; who has a pair counts alike there, otherwise
 * the difference would be the few who skipped something. ownFrom and ownTo: on all the items that the version answered
 * asks in the wave, comparable or not; the same list as from and to where those are the same items.
 */
export interface Scores {
  pairFrom: Float64Array
  pairTo: Float64Array
  from: Float64Array
  to: Float64Array
  ownFrom: Float64Array
  ownTo: Float64Array
}

/** Scores by indicator id, people as in the columns. An indicator that is not comparable has only its own. */
export function scoreColumns(
  columns: Columns,
  comparisons: readonly IndicatorComparison[],
): ReadonlyMap<string, Scores> {
  const scores = new Map<string, Scores>()
  for (const comparison of comparisons)
    if (!isComposite(comparison)) scores.set(comparison.indicator.id, scoreOnScale(columns, comparison))
  for (const comparison of comparisons)
    if (isComposite(comparison)) scores.set(comparison.indicator.id, scoreOnComposite(columns, comparison, scores))
  return scores
}

/** One person's scores on one indicator. */
export interface PersonScores {
  municipality: string
  actorGroup: string
  from: number | undefined
  to: number | undefined
  ownFrom: number | undefined
  ownTo: number | undefined
  pair: ScorePair | undefined
}

/** The same person by person, for what needs no speed. */
export function listScores(scores: Scores, places: Places): PersonScores[] {
  const at = (list: Float64Array, person: number) => {
    const score = list[person]
    return score === undefined || Number.isNaN(score) ? undefined : score
  }
  return Array.from(places.municipalityOf, (municipality, person) => {
    const [from, to] = [at(scores.pairFrom, person), at(scores.pairTo, person)]
    return {
      municipality: places.municipalities[municipality] ?? '',
      actorGroup: places.actorGroups[places.actorGroupOf[person] ?? 0] ?? '',
      from: at(scores.from, person),
      to: at(scores.to, person),
      ownFrom: at(scores.ownFrom, person),
      ownTo: at(scores.ownTo, person),
      pair: from === undefined || to === undefined ? undefined : { from, to },
    }
  })
}

const nobody = (n: number): Float64Array => new Float64Array(n).fill(Number.NaN)

/** What an answer adds to the score, and to the number of answers (0 or 1), by code. */
interface Item {
  codes: ItemColumn['codes']
  points: Float64Array
  counts: Uint8Array
}

const noItem: Item = { codes: new Uint8Array(0), points: new Float64Array(0), counts: new Uint8Array(0) }

/** Some items of one version in one wave, and how many of them must be answered. */
interface Form {
  items: readonly Item[]
  required: number
}

function scoreOnScale(columns: Columns, scale: ScaleComparison): Scores {
  const { n, from, to } = columns
  const forms = (wave: 'from' | 'to', itemsOf: (own: readonly string[]) => readonly string[]) =>
    columns.versions.map((version) => {
      const own = scale.own.get(version)?.[wave]
      return own && formOf(columns[wave], scale, version, itemsOf(own))
    })
  const scores = { pairFrom: nobody(n), pairTo: nobody(n), from: nobody(n), to: nobody(n) }
  if (scale.obstacle === null) {
    const core = scale.core.items
    const [before, after] = [forms('from', () => core), forms('to', () => core)]
    scorePairs(columns, before, after, scale.indicator.pairing === 'answered_in_both', scores)
    scoreWave(from.standing, before, scores.from, scores.pairFrom)
    scoreWave(to.standing, after, scores.to, scores.pairTo)
  }
  return {
    ...scores,
    ownFrom: scoreOwn(
      columns,
      scale,
      'from',
      forms('from', (items) => items),
      scores.from,
    ),
    ownTo: scoreOwn(
      columns,
      scale,
      'to',
      forms('to', (items) => items),
      scores.to,
    ),
  }
}

/** The items in the order of the earlier definition, so that each stands beside itself in the other wave. */
function formOf(
  wave: WaveColumns,
  { indicator, measures }: ScaleComparison,
  version: Columns['versions'][number],
  items: readonly string[],
): Form | undefined {
  const measure = measures.get(version)
  if (!measure || items.length === 0) return undefined
  const reversed = new Set(measure.indicator.items.flatMap((one) => (one.reversed ? one.item : [])))
  const order = [...indicator.items, ...measure.indicator.items].map(({ item }) => item)
  return {
    items: [...new Set(order)]
      .filter((item) => items.includes(item))
      .map((item) => {
        const { codes, values } = wave.items.get(item) ?? unanswered(wave.standing.length)
        const isAnswer = values.map((value) => !Number.isNaN(value))
        const points = values.map((value) => (reversed.has(item) ? 100 - value : value))
        return {
          codes,
          points: Float64Array.from(points, (value, code) => (isAnswer[code] ? value : 0)),
          counts: Uint8Array.from(isAnswer, Number),
        }
      }),
    required: requiredAnswers(indicator.minimumAnswered, items.length),
  }
}

const unanswered = (n: number): ItemColumn => ({ codes: new Uint8Array(n), values: [Number.NaN] })

/**
 * Where an item must be answered in both waves (masked), a gap in one of them cannot pass for change; otherwise each
 * wave counts what it has.
 */
function scorePairs(
  { n, versions, from, to }: Columns,
  before: readonly (Form | undefined)[],
  after: readonly (Form | undefined)[],
  masked: boolean,
  { pairFrom, pairTo }: Pick<Scores, 'pairFrom' | 'pairTo'>,
): void {
  const people = new Uint32Array(n)
  for (let earlier = 0; earlier < versions.length; earlier += 1)
    for (let later = 0; later < versions.length; later += 1) {
      const [one, other] = [before[earlier], after[later]]
      if (!one || !other) continue
      let size = 0
      for (let person = 0; person < n; person += 1)
        if (from.standing[person] === firstVersion + earlier && to.standing[person] === firstVersion + later) {
          people[size] = person
          size += 1
        }
      scorePairsOn(people.subarray(0, size), one, other, masked, pairFrom, pairTo)
    }
}

/** Item by item, so that the inner loop does next to nothing. */
function scorePairsOn(
  people: Uint32Array,
  earlier: Form,
  later: Form,
  masked: boolean,
  pairFrom: Float64Array,
  pairTo: Float64Array,
): void {
  const size = people.length
  const [fromSums, toSums] = [new Float64Array(size), new Float64Array(size)]
  const [fromAnswered, toAnswered] = [new Uint16Array(size), new Uint16Array(size)]
  for (const [item, before] of earlier.items.entries()) {
    const after = later.items[item] ?? noItem
    const { codes: fromCodes, points: fromPoints, counts: fromCounts } = before
    const { codes: toCodes, points: toPoints, counts: toCounts } = after
    for (let at = 0; at < size; at += 1) {
      const person = people[at] ?? 0
      const one = fromCodes[person] ?? 0
      const other = toCodes[person] ?? 0
      const isOne = fromCounts[one] ?? 0
      const isOther = toCounts[other] ?? 0
      // Sums of nothing instead of branches: nobody can foresee who has skipped what, a processor least.
      const inFrom = masked ? isOne & isOther : isOne
      const inTo = masked ? isOne & isOther : isOther
      fromSums[at] = (fromSums[at] ?? 0) + inFrom * (fromPoints[one] ?? 0)
      toSums[at] = (toSums[at] ?? 0) + inTo * (toPoints[other] ?? 0)
      fromAnswered[at] = (fromAnswered[at] ?? 0) + inFrom
      toAnswered[at] = (toAnswered[at] ?? 0) + inTo
    }
  }
  for (let at = 0; at < size; at += 1) {
    const inFrom = fromAnswered[at] ?? 0
    const inTo = toAnswered[at] ?? 0
    if (!isEnough(inFrom, earlier.required) || !isEnough(inTo, later.required)) continue
    const person = people[at] ?? 0
    pairFrom[person] = (fromSums[at] ?? 0) / inFrom
    pairTo[person] = (toSums[at] ?? 0) / inTo
  }
}

/** Scores each in one wave, unless `known` has a score already. */
function scoreWave(
  standing: Uint8Array,
  forms: readonly (Form | undefined)[],
  scores: Float64Array,
  known: Float64Array,
): void {
  for (let person = 0; person < standing.length; person += 1) {
    const score = known[person] ?? Number.NaN
    if (!Number.isNaN(score)) {
      scores[person] = score
      continue
    }
    const form = forms[(standing[person] ?? 0) - firstVersion]
    if (!form) continue
    let sum = 0
    let answered = 0
    for (let at = 0; at < form.items.length; at += 1) {
      const { codes, points, counts } = form.items[at] ?? noItem
      const code = codes[person] ?? 0
      sum += points[code] ?? 0
      answered += counts[code] ?? 0
    }
    if (isEnough(answered, form.required)) scores[person] = sum / answered
  }
}

function scoreOwn(
  columns: Columns,
  scale: ScaleComparison,
  wave: 'from' | 'to',
  forms: readonly (Form | undefined)[],
  scores: Float64Array,
): Float64Array {
  const { n, versions } = columns
  const { standing } = columns[wave]
  const isWhole = versions.map((version) => isCore(scale, scale.own.get(version)?.[wave] ?? []))
  // Where the core is all that the version asks, nothing need be scored twice.
  if (isWhole.every((whole) => whole)) return scores
  const own = nobody(n)
  const known = nobody(n)
  for (let person = 0; person < n; person += 1)
    if (isWhole[(standing[person] ?? 0) - firstVersion]) known[person] = scores[person] ?? Number.NaN
  scoreWave(standing, forms, own, known)
  return own
}

const isCore = ({ obstacle, core }: ScaleComparison, items: readonly string[]): boolean =>
  obstacle === null && items.length === core.items.length && items.every((item) => core.items.includes(item))

const isEnough = (answered: number, required: number): boolean => answered > 0 && answered >= required

/** A part counts in a pair where it is scored in both waves, so both waves are the mean of the same parts. */
function scoreOnComposite(
  { n }: Columns,
  { indicator, obstacle, parts }: CompositeComparison,
  scores: ReadonlyMap<string, Scores>,
): Scores {
  const ofParts = parts.flatMap((part) => scores.get(part.indicator.id) ?? [])
  const required = requiredAnswers(indicator.minimumAnswered, indicator.of.length)
  const meanOf = (kind: keyof Scores) =>
    meanOfParts(
      ofParts.map((part) => part[kind]),
      required,
      n,
    )
  const compared = (kind: keyof Scores) => (obstacle === null ? meanOf(kind) : nobody(n))
  const [from, to] = [compared('from'), compared('to')]
  const isWhole = (kind: 'from' | 'to', own: 'ownFrom' | 'ownTo') =>
    obstacle === null && ofParts.every((part) => part[kind] === part[own])
  return {
    pairFrom: compared('pairFrom'),
    pairTo: compared('pairTo'),
    from,
    to,
    ownFrom: isWhole('from', 'ownFrom') ? from : meanOf('ownFrom'),
    ownTo: isWhole('to', 'ownTo') ? to : meanOf('ownTo'),
  }
}

/** The minimum counts the parts of the definition: a core that has lost three scales of six makes no index of the rest. */
function meanOfParts(parts: readonly Float64Array[], required: number, n: number): Float64Array {
  const means = new Float64Array(n)
  const valid = new Uint16Array(n)
  for (const part of parts)
    for (let person = 0; person < n; person += 1) {
      const score = part[person] ?? Number.NaN
      if (Number.isNaN(score)) continue
      means[person] = (means[person] ?? 0) + score
      valid[person] = (valid[person] ?? 0) + 1
    }
  for (let person = 0; person < n; person += 1) {
    const count = valid[person] ?? 0
    means[person] = isEnough(count, required) ? (means[person] ?? 0) / count : Number.NaN
  }
  return means
}
