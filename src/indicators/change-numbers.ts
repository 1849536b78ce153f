// How far each person moved, by number of the change: worked out once for each two scores.
import { Room } from './room.ts'
import { ValueNumbers } from './value-numbers.ts'

/** Places of the table up to which it pays: beyond, looking at the change itself is no slower. */
const largestTable = 2 ** 22

export class ChangeNumbers {
  readonly #scores: ValueNumbers
  readonly #changes = new ValueNumbers()
  /** By number of the score before, and of that after: the number of the change. 0 = not met yet. */
  #table = new Uint32Array(0)
  #shift = 0
  readonly #room = new Room()

  /** @param scores whose numbers the pairs are given in */
  constructor(scores: ValueNumbers) {
    this.#scores = scores
  }

  /** By person, after - before, until the next call; 0 where somebody has no pair. */
  number(before: Uint32Array, after: Uint32Array): Uint32Array {
    this.#makeRoom()
    const table = this.#table
    const shift = this.#shift
    const numbers = this.#room.of(before.length)
    for (let person = 0; person < numbers.length; person += 1) {
      const one = before[person] ?? 0
      const other = after[person] ?? 0
      if (one === 0 || other === 0) continue
      const place = (one << shift) | other
      let number = place < table.length ? (table[place] ?? 0) : 0
      if (number === 0) {
        number = this.#changes.numberOf(this.#scores.valueOf(other) - this.#scores.valueOf(one))
        if (place < table.length) table[place] = number
      }
      numbers[person] = number
    }
    return numbers
  }

  get values(): ValueNumbers {
    return this.#changes
  }

  #makeRoom(): void {
    const shift = 32 - Math.clz32(this.#scores.size)
    const size = 2 ** (2 * shift)
    if (size === this.#table.length || size > largestTable) return
    this.#table = new Uint32Array(size)
    this.#shift = shift
  }
}
