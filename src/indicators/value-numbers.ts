// Long lists of few different values as small numbers, so that they can be counted without comparing or sorting them.

/**
 * Numbers the values of several lists alike: from 1 in the order in which they are met, 0 for NaN. A table over the
 * bits of the values; a Map takes ten times as long.
 */
export class ValueNumbers {
  #values = new Float64Array(256)
  #slots = new Uint32Array(1024)
  #different = 0

  /** @param like a list numbered before: where both hold the same value, its number is taken */
  number(list: Float64Array, like?: { list: Float64Array; numbers: Uint32Array }): Uint32Array {
    const bits = new Uint32Array(list.buffer, list.byteOffset, 2 * list.length)
    const numbers = new Uint32Array(list.length)
    for (let place = 0; place < list.length; place += 1) {
      const value = list[place] ?? Number.NaN
      if (value === like?.list[place]) numbers[place] = like.numbers[place] ?? 0
      else if (!Number.isNaN(value)) {
        const slot = this.#slotOf(value, bits[2 * place] ?? 0, bits[2 * place + 1] ?? 0)
        numbers[place] = this.#slots[slot] || this.#add(value, slot)
      }
    }
    return numbers
  }

  /** The values by number - 1, and the numbers in ascending order of their values. */
  list(): { values: Float64Array; ascending: Uint32Array } {
    const values = this.#values.subarray(0, this.#different)
    const ascending = Uint32Array.from(values, (_, at) => at + 1)
    return { values, ascending: ascending.sort((a, b) => (values[a - 1] ?? 0) - (values[b - 1] ?? 0)) }
  }

  #slotOf(value: number, low: number, high: number): number {
    const last = this.#slots.length - 1
    // Short binary fractions differ in the high bits only: multiplying spreads them.
    let slot = (Math.imul(high ^ Math.imul(low, 0x85eb_ca6b), 0x9e37_79b1) >>> 7) & last
    for (;;) {
      const number = this.#slots[slot] ?? 0
      if (number === 0 || this.#values[number - 1] === value) return slot
      slot = (slot + 1) & last
    }
  }

  #add(value: number, slot: number): number {
    if (this.#different === this.#values.length) this.#grow()
    this.#values[this.#different] = value
    this.#different += 1
    if (2 * this.#different > this.#slots.length) this.#rebuild()
    else this.#slots[slot] = this.#different
    return this.#different
  }

  #grow(): void {
    const values = new Float64Array(2 * this.#values.length)
    values.set(this.#values)
    this.#values = values
  }

  #rebuild(): void {
    this.#slots = new Uint32Array(4 * this.#slots.length)
    const bits = new Uint32Array(this.#values.buffer)
    for (let at = 0; at < this.#different; at += 1) {
      const slot = this.#slotOf(this.#values[at] ?? 0, bits[2 * at] ?? 0, bits[2 * at + 1] ?? 0)
      this.#slots[slot] = at + 1
    }
  }
}
