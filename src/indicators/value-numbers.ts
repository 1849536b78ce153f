// Few different values as small numbers, so that long lists of them can be counted without comparing or sorting them.

/** The different values ascending, and the place of each among them by its number. */
export interface ValueList {
  values: Float64Array
  ranks: Uint32Array
}

/**
 * Numbers values from 1 in the order in which they are met. A table over the
 * bits of the values; a Map takes ten times as long.
 */
export class ValueNumbers {
  #values = new Float64Array(256)
  #slots = new Uint32Array(1024)
  /** Bits of a hash beyond those that number the slots. */
  #spare = 22
  #different = 0
  /** Where the bits of a value are looked at. */
  readonly #one = new Float64Array(1)
  readonly #bits = new Uint32Array(this.#one.buffer)

  /** @param value NaN is 0 */
  numberOf(value: number): number {
    if (Number.isNaN(value)) return 0
    this.#one[0] = value
    const slot = this.#slotOf(value, this.#bits[0] ?? 0, this.#bits[1] ?? 0)
    return this.#slots[slot] || this.#add(value, slot)
  }

  /** NaN of 0. */
  valueOf(number: number): number {
    return number === 0 ? Number.NaN : (this.#values[number - 1] ?? Number.NaN)
  }

  /** How many different values there are: the largest number. */
  get size(): number {
    return this.#different
  }

  list(): ValueList {
    const values = this.#values.slice(0, this.#different).sort()
    const ranks = new Uint32Array(this.#different + 1)
    const rankOf = new Map(Array.from(values, (value, rank) => [value, rank]))
    for (let at = 0; at < this.#different; at += 1) ranks[at + 1] = rankOf.get(this.#values[at] ?? 0) ?? 0
    return { values, ranks }
  }

  #slotOf(value: number, low: number, high: number): number {
    const last = this.#slots.length - 1
    // Short binary fractions differ in few bits. Multiplying carries each of them upwards, so the highest count.
    let slot = Math.imul(high ^ Math.imul(low, 0x85eb_ca6b), 0x9e37_79b1) >>> this.#spare
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
    this.#spare -= 2
    const bits = new Uint32Array(this.#values.buffer)
    for (let at = 0; at < this.#different; at += 1) {
      const slot = this.#slotOf(this.#values[at] ?? 0, bits[2 * at] ?? 0, bits[2 * at + 1] ?? 0)
      this.#slots[slot] = at + 1
    }
  }
}
