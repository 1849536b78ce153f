// How often each value occurs, in every municipality and in every actor group: counted by number, put in order at last.
import { joinTallies, type Tally } from '#stats/tally.ts'
import type { Places } from './columns.ts'
import type { Cell } from './ordered-columns.ts'
import type { ValueList } from './value-numbers.ts'

export interface Tallies {
  everybody: Tally
  /** By place of the code; undefined where nobody is. */
  byMunicipality: readonly (Tally | undefined)[]
  byActorGroup: readonly Tally[]
}

/** The numbers that occur, and how often. */
interface Occurring {
  numbers: Uint32Array
  counts: Float64Array
}

export class ValueCounts {
  readonly #byMunicipality: Occurring[] = []
  readonly #byActorGroup: Float64Array[]
  #own: Float64Array = new Float64Array(64)

  constructor({ actorGroups }: Places) {
    this.#byActorGroup = actorGroups.map(() => new Float64Array(64))
  }

  /**
   * Counts some people, whole municipalities.
   * @param numbers of their values; 0 = none
   * @param largest number there is by now
   * @returns how many have a value, by cell
   */
  add(numbers: Uint32Array, cells: readonly Cell[], largest: number): Uint32Array {
    this.#own = reaching(this.#own, largest)
    const inCells = new Uint32Array(cells.length)
    for (const [at, { municipality, actorGroup, start, end }] of cells.entries()) {
      const own = this.#own
      const ofGroup = reaching(this.#byActorGroup[actorGroup] ?? own, largest)
      this.#byActorGroup[actorGroup] = ofGroup
      const without = own[0] ?? 0
      for (let person = start; person < end; person += 1) {
        const number = numbers[person] ?? 0
        own[number] = (own[number] ?? 0) + 1
        ofGroup[number] = (ofGroup[number] ?? 0) + 1
      }
      inCells[at] = end - start - ((own[0] ?? 0) - without)
      if (cells[at + 1]?.municipality === municipality) continue
      this.#byMunicipality[municipality] = occurringIn(own)
      own.fill(0)
    }
    return inCells
  }

  tallies(list: ValueList): Tallies {
    const inOrder = new Float64Array(list.values.length)
    const byActorGroup = this.#byActorGroup.map((counts) => tallyOf(occurringIn(counts), list, inOrder))
    return {
      everybody: joinTallies(byActorGroup),
      byMunicipality: Array.from(this.#byMunicipality, (own) => own && tallyOf(own, list, inOrder)),
      byActorGroup,
    }
  }
}

/** The list, or a longer one, in which the number has a place. */
function reaching(counts: Float64Array, number: number): Float64Array {
  if (number < counts.length) return counts
  const longer = new Float64Array(2 * number)
  longer.set(counts)
  return longer
}

function occurringIn(counts: Float64Array): Occurring {
  let different = 0
  for (let number = 1; number < counts.length; number += 1) if ((counts[number] ?? 0) > 0) different += 1
  const occurring = { numbers: new Uint32Array(different), counts: new Float64Array(different) }
  for (let number = 1, at = 0; at < different; number += 1) {
    const count = counts[number] ?? 0
    if (count === 0) continue
    occurring.numbers[at] = number
    occurring.counts[at] = count
    at += 1
  }
  return occurring
}

/** @param inOrder all 0, as it is left */
function tallyOf({ numbers, counts }: Occurring, { values, ranks }: ValueList, inOrder: Float64Array): Tally {
  let [first, last] = [inOrder.length, 0]
  for (let at = 0; at < numbers.length; at += 1) {
    const rank = ranks[numbers[at] ?? 0] ?? 0
    inOrder[rank] = counts[at] ?? 0
    if (rank < first) first = rank
    if (rank > last) last = rank
  }
  const tally = { values: new Float64Array(numbers.length), counts: new Float64Array(numbers.length), n: 0 }
  for (let rank = first, at = 0; rank <= last; rank += 1) {
    const count = inOrder[rank] ?? 0
    if (count === 0) continue
    tally.values[at] = values[rank] ?? 0
    tally.counts[at] = count
    tally.n += count
    inOrder[rank] = 0
    at += 1
  }
  return tally
}
