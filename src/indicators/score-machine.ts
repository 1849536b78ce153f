// Scores without arithmetic for each person. Few sums of answers are possible on one scale: each is a state, an answer
// (or a pattern of some) leads from one state to the next, and the way is worked out the first time that somebody takes
// it. Then a million people are a million steps through small tables; and every sum is made as it is of one person, term
// after term.
import type { Room } from './room.ts'
import type { ValueNumbers } from './value-numbers.ts'

/** Nobody has taken this way yet. */
export const unknown = 0
/** Nothing has been added yet. */
export const start = 1

/** The ways on from every state, by what is added: state << shift | pattern. */
export interface Ways {
  table: Uint32Array
  shift: number
}

/** What each code of one item or part adds, 0–100; NaN adds nothing, as code 0 does. */
export type Points = (code: number) => number

/** One item or part of a step, and where its code stands in the pattern of the step: pattern >>> shift & mask. */
export interface Term {
  points: Points
  shift: number
  mask: number
}
/** What is added at a time, in order. */
export type Step = readonly Term[]

/** A step of one item or part. */
export const singleStep = (points: Points): Step => [{ points, shift: 0, mask: -1 }]

export class ScoreMachine {
  readonly #steps: readonly Step[]
  readonly #required: number
  readonly #scores: ValueNumbers
  readonly #ways: Ways[]
  /** By state: what has been added, and how many answers. */
  readonly #sums = [Number.NaN, 0]
  readonly #counts = [0, 0]
  /** By number of answers: the state of each sum. */
  readonly #states: Map<number, number>[] = [new Map([[0, start]])]
  #numbers = new Uint32Array(0)

  /**
   * @param required answers without which there is no score; never none at all
   * @param scores where the scores get their numbers
   */
  constructor(steps: readonly Step[], required: number, scores: ValueNumbers) {
    this.#steps = steps
    this.#required = required
    this.#scores = scores
    this.#ways = steps.map(() => ({ table: new Uint32Array(0), shift: 0 }))
  }

  /** The ways of one step, with room for all states there are and all its patterns. @param largest pattern */
  ways(step: number, largest: number): Ways {
    const known = this.#ways[step]
    const shift = 32 - Math.clz32(largest)
    const size = this.#sums.length << Math.max(shift, known?.shift ?? 0)
    if (known && known.shift >= shift && known.table.length >= size) return known
    // Room for twice as many, so that few tables are made. Where the patterns have outgrown it, it is filled anew.
    const ways = { table: new Uint32Array(2 * size), shift: Math.max(shift, known?.shift ?? 0) }
    if (known?.shift === ways.shift) ways.table.set(known.table)
    this.#ways[step] = ways
    return ways
  }

  /** Works out a way nobody has taken. @returns the state that it leads to */
  explore(step: number, state: number, pattern: number): number {
    let next = state
    for (const { points, shift, mask } of this.#steps[step] ?? []) {
      const own = points((pattern >>> shift) & mask)
      if (!Number.isNaN(own)) next = this.#stateOf((this.#sums[next] ?? 0) + own, (this.#counts[next] ?? 0) + 1)
    }
    const ways = this.#ways[step]
    if (ways) ways.table[(state << ways.shift) | pattern] = next
    return next
  }

  /** By state: the number of its score; 0 where too little was answered. */
  numbers(): Uint32Array {
    const known = this.#numbers.length
    if (known === this.#sums.length) return this.#numbers
    const numbers = new Uint32Array(this.#sums.length)
    numbers.set(this.#numbers)
    for (let state = known; state < numbers.length; state += 1) {
      const count = this.#counts[state] ?? 0
      const isEnough = count > 0 && count >= this.#required
      numbers[state] = isEnough ? this.#scores.numberOf((this.#sums[state] ?? 0) / count) : 0
    }
    this.#numbers = numbers
    return numbers
  }

  #stateOf(sum: number, count: number): number {
    this.#states[count] ??= new Map()
    const known = this.#states[count].get(sum)
    if (known !== undefined) return known
    const state = this.#sums.length
    this.#states[count].set(sum, state)
    this.#sums.push(sum)
    this.#counts.push(count)
    return state
  }
}

/** Nobody's state yet: everybody begins at `start`. */
export const begin = (room: Room, n: number): Uint32Array => room.of(n).fill(start)

/** From the states of all steps to the numbers of the scores, in place. */
export function finish(machine: ScoreMachine, states: Uint32Array): void {
  const numbers = machine.numbers()
  for (let at = 0; at < states.length; at += 1) states[at] = numbers[states[at] ?? 0] ?? 0
}
