// A list that is used again and again: a new one for every some thousand people would cost more than filling it.
export class Room {
  #list = new Uint32Array(0)

  /** A list of n numbers, all 0; it is the same memory each time. */
  of(n: number): Uint32Array {
    if (this.#list.length < n) this.#list = new Uint32Array(2 * n)
    return this.#list.subarray(0, n).fill(0)
  }

  /** A copy, until the next. */
  copyOf(list: Uint32Array): Uint32Array {
    const copy = this.of(list.length)
    copy.set(list)
    return copy
  }
}

export const roomsFor = <Name extends string>(...names: readonly Name[]): Record<Name, Room> =>
  Object.fromEntries(names.map((name) => [name, new Room()])) as Record<Name, Room>
