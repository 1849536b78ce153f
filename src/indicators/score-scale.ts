// Scores on one scale: pairs on the items that both waves measure alike, and each wave on its own.
import { requiredAnswers } from '#survey/scoring.ts'
import { type AnswerPattern, answeredBits, arrangePatterns, readPatterns } from './answer-patterns.ts'
import type { AnsweringBoth } from './answering-both.ts'
import type { Columns, WaveColumns } from './columns.ts'
import type { ScaleComparison } from './comparison.ts'
import { firstVersion } from './match-counts.ts'
import { roomsFor } from './room.ts'
import { begin, finish, ScoreMachine, unknown } from './score-machine.ts'
import type { Scores } from './scores.ts'
import { ValueNumbers } from './value-numbers.ts'

/** Some items of one version in one wave, and what scores them. */
interface Form {
  /** One a step of the machine. */
  patterns: readonly AnswerPattern[]
  machine: ScoreMachine
}
/** By place of the version. */
type Forms = readonly (Form | undefined)[]
type Wave = 'from' | 'to'

/** @param columns of everybody; the scorer takes some of the people */
export function prepareScale(
  columns: Columns,
  scale: ScaleComparison,
): (some: Columns, answering: readonly AnsweringBoth[]) => Scores {
  const { versions } = columns
  const values = new ValueNumbers()
  const forms = (wave: Wave, itemsOf: (own: readonly string[]) => readonly string[]) =>
    versions.map((version) => {
      const own = scale.own.get(version)?.[wave]
      return own && formOf(columns, wave, scale, version, itemsOf(own), values)
    })
  const isCompared = scale.obstacle === null
  const core = () => (isCompared ? scale.core.items : [])
  const before = forms('from', core)
  const after = forms('to', core)
  const isWhole = (wave: Wave) => versions.map((version) => isCore(scale, scale.own.get(version)?.[wave] ?? []))
  const own = (wave: Wave) =>
    new OwnScorer(
      forms(wave, (items) => items),
      isWhole(wave),
    )
  const scorers = {
    pairs: new PairScorer(before, after, scale.indicator.pairing === 'answered_in_both'),
    from: new WaveScorer(before),
    to: new WaveScorer(after),
    ownFrom: own('from'),
    ownTo: own('to'),
  }
  return (some, answering) => {
    const pairs = scorers.pairs.score(some, answering)
    const from = scorers.from.score(some.from, pairs.pairFrom)
    const to = scorers.to.score(some.to, pairs.pairTo)
    const [ownFrom, ownTo] = [scorers.ownFrom.score(some.from, from), scorers.ownTo.score(some.to, to)]
    return { values, ...pairs, from, to, ownFrom, ownTo }
  }
}

/** The items in the order of the earlier definition, so that each stands beside itself in the other wave. */
function formOf(
  columns: Columns,
  wave: Wave,
  { indicator, measures }: ScaleComparison,
  version: Columns['versions'][number],
  items: readonly string[],
  scores: ValueNumbers,
): Form | undefined {
  const measure = measures.get(version)
  if (!measure || items.length === 0) return undefined
  const reversed = new Set(measure.indicator.items.flatMap((one) => (one.reversed ? one.item : [])))
  const order = [...indicator.items, ...measure.indicator.items].map(({ item }) => item)
  const own = [...new Set(order)].filter((item) => items.includes(item))
  const pointsOf = (item: string) => {
    const values = columns[wave].items.get(item)?.values ?? []
    const isReversed = reversed.has(item)
    return (code: number) => {
      const value = values[code] ?? Number.NaN
      return isReversed ? 100 - value : value
    }
  }
  const patterns = arrangePatterns(own, columns)
  const steps = patterns.map((pattern) =>
    pattern.items.map(({ item, shift, mask }) => ({ points: pointsOf(item), shift, mask })),
  )
  return {
    patterns,
    machine: new ScoreMachine(steps, requiredAnswers(indicator.minimumAnswered, items.length), scores),
  }
}

/**
 * Where an item must be answered in both waves (masked), a gap in one of them cannot pass for change; otherwise each
 * wave counts what it has.
 */
class PairScorer {
  readonly #before: Forms
  readonly #after: Forms
  readonly #masked: boolean
  /** By pattern of a form; those of all forms are the same, since they hold the same items. */
  readonly #answered: readonly Uint32Array[]
  readonly #rooms = roomsFor('from', 'to', 'fromStates', 'toStates', 'fromPatterns', 'toPatterns')

  constructor(before: Forms, after: Forms, masked: boolean) {
    this.#before = before
    this.#after = after
    this.#masked = masked
    this.#answered = masked ? (before.find((form) => form)?.patterns ?? []).map(answeredBits) : []
  }

  score({ n, from, to }: Columns, answering: readonly AnsweringBoth[]): Pick<Scores, 'pairFrom' | 'pairTo'> {
    const [pairFrom, pairTo] = [this.#rooms.from.of(n), this.#rooms.to.of(n)]
    for (const { earlier, later, people } of answering) {
      const [one, other] = [this.#before[earlier], this.#after[later]]
      if (!one || !other || people.length === 0) continue
      const fromStates = begin(this.#rooms.fromStates, people.length)
      const toStates = begin(this.#rooms.toStates, people.length)
      for (const [step, pattern] of one.patterns.entries()) {
        const fromPatterns = readPatterns(pattern, from, people, this.#rooms.fromPatterns)
        const toPatterns = readPatterns(pattern, to, people, this.#rooms.toPatterns)
        if (this.#masked) keepAnsweredInBoth(fromPatterns, toPatterns, this.#answered[step] ?? new Uint32Array())
        addPatterns(one.machine, step, pattern, fromPatterns, fromStates)
        addPatterns(other.machine, step, pattern, toPatterns, toStates)
      }
      finish(one.machine, fromStates)
      finish(other.machine, toStates)
      keepPairs(people, fromStates, toStates, pairFrom, pairTo)
    }
    return { pairFrom, pairTo }
  }
}

/** @param answered by pattern: the bits of what was answered */
function keepAnsweredInBoth(from: Uint32Array, to: Uint32Array, answered: Uint32Array): void {
  for (let at = 0; at < from.length; at += 1) {
    const [one, other] = [from[at] ?? 0, to[at] ?? 0]
    from[at] = one & (answered[other] ?? 0)
    to[at] = other & (answered[one] ?? 0)
  }
}

function keepPairs(
  people: Uint32Array,
  fromNumbers: Uint32Array,
  toNumbers: Uint32Array,
  pairFrom: Uint32Array,
  pairTo: Uint32Array,
): void {
  for (let at = 0; at < people.length; at += 1) {
    const fromNumber = fromNumbers[at] ?? 0
    const toNumber = toNumbers[at] ?? 0
    if (fromNumber === 0 || toNumber === 0) continue
    const person = people[at] ?? 0
    pairFrom[person] = fromNumber
    pairTo[person] = toNumber
  }
}

/** Scores in one wave alone. */
class WaveScorer {
  readonly #forms: Forms
  readonly #rooms = roomsFor('scores', 'people', 'states', 'patterns')

  constructor(forms: Forms) {
    this.#forms = forms
  }

  /** Scores each, unless `known` has a score already. */
  score(wave: WaveColumns, known: Uint32Array): Uint32Array {
    const scores = this.#rooms.scores.copyOf(known)
    for (const [version, form] of this.#forms.entries()) {
      if (!form) continue
      const people = withoutScore(known, wave.standing, firstVersion + version, this.#rooms.people.of(known.length))
      const states = begin(this.#rooms.states, people.length)
      for (const [step, pattern] of form.patterns.entries()) {
        const patterns = readPatterns(pattern, wave, people, this.#rooms.patterns)
        addPatterns(form.machine, step, pattern, patterns, states)
      }
      finish(form.machine, states)
      for (let at = 0; at < people.length; at += 1) scores[people[at] ?? 0] = states[at] ?? 0
    }
    return scores
  }
}

/** Who answered the version and has no score yet. @param people room for all */
function withoutScore(known: Uint32Array, standing: Uint8Array, version: number, people: Uint32Array): Uint32Array {
  let size = 0
  for (let person = 0; person < known.length; person += 1)
    if (known[person] === 0 && standing[person] === version) {
      people[size] = person
      size += 1
    }
  return people.subarray(0, size)
}

function addPatterns(
  machine: ScoreMachine,
  step: number,
  { bits }: AnswerPattern,
  patterns: Uint32Array,
  states: Uint32Array,
): void {
  const { table, shift } = machine.ways(step, 2 ** bits - 1)
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] ?? 0
    const pattern = patterns[at] ?? 0
    const next = table[(state << shift) | pattern] ?? unknown
    states[at] = next === unknown ? machine.explore(step, state, pattern) : next
  }
}

/** Scores on all that the version asks, where that is more than the core. */
class OwnScorer {
  readonly #waves: WaveScorer
  /** By place of the version: whether the core is all that it asks. Then nothing need be scored twice. */
  readonly #whole: readonly boolean[]

  constructor(forms: Forms, whole: readonly boolean[]) {
    this.#waves = new WaveScorer(forms)
    this.#whole = whole
  }

  score(wave: WaveColumns, scores: Uint32Array): Uint32Array {
    if (this.#whole.every((isWhole) => isWhole)) return scores
    const known = scores.map((number, person) =>
      this.#whole[(wave.standing[person] ?? 0) - firstVersion] ? number : 0,
    )
    return this.#waves.score(wave, known)
  }
}

const isCore = ({ obstacle, core }: ScaleComparison, items: readonly string[]): boolean =>
  obstacle === null && items.length === core.items.length && items.every((item) => core.items.includes(item))
