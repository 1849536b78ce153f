// A long list of few different values as small numbers, so that it can be counted without comparing or sorting it.

/**
 * The different values ascending, and for each place of the list the number of its value from 1; 0 for NaN. A table
 * over the bits of the values: a Map takes ten times as long.
 */
export function numberValues(list: Float64Array): { numbers: Uint32Array; values: Float64Array } {
  const bits = new Uint32Array(list.buffer, list.byteOffset, 2 * list.length)
  const numbers = new Uint32Array(list.length)
  const met: number[] = []
  let slots = new Uint32Array(1024)
  const slotOf = (low: number, high: number) => {
    // The bits of short binary fractions differ at the top only; multiplying spreads them.
    let slot = (Math.imul(high ^ Math.imul(low, 0x85eb_ca6b), 0x9e37_79b1) >>> 7) & (slots.length - 1)
    for (;;) {
      const number = slots[slot] ?? 0
      if (number === 0) return slot
      const at = 2 * (met[number - 1] ?? 0)
      if (bits[at] === low && bits[at + 1] === high) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
  }
  for (let place = 0; place < list.length; place += 1) {
    if (Number.isNaN(list[place])) continue
    const slot = slotOf(bits[2 * place] ?? 0, bits[2 * place + 1] ?? 0)
    let number = slots[slot] ?? 0
    if (number === 0) {
      met.push(place)
      number = met.length
      slots[slot] = number
    }
    numbers[place] = number
    if (2 * met.length <= slots.length) continue
    slots = new Uint32Array(4 * slots.length)
    for (const [at, first] of met.entries()) slots[slotOf(bits[2 * first] ?? 0, bits[2 * first + 1] ?? 0)] = at + 1
  }
  const order = met.map((first, at) => ({ value: list[first] ?? 0, number: at + 1 })).sort((a, b) => a.value - b.value)
  const rank = new Uint32Array(met.length + 1)
  for (const [at, { number }] of order.entries()) rank[number] = at + 1
  for (let place = 0; place < numbers.length; place += 1) numbers[place] = rank[numbers[place] ?? 0] ?? 0
  return { numbers, values: Float64Array.from(order, ({ value }) => value) }
}
