// What one person answered to a few items as one number, a pattern: the codes side by side, each in bits of its own. A
// scale is then scored in one or two steps a person instead of one an item, and answers that the other wave lacks are
// taken out of all of them at once.
import type { Columns, WaveColumns } from './columns.ts'
import type { Room } from './room.ts'

/** Bits of a pattern, unless one item alone needs more: tables by pattern stay in the processor's own memory. */
const mostBits = 12

export interface PatternItem {
  item: string
  /** Where its code begins, and the code's bits when they are moved there. */
  shift: number
  mask: number
}

export interface AnswerPattern {
  items: readonly PatternItem[]
  bits: number
}

/** Patterns that hold the items, in their order; an item that nobody answered is in none. */
export function arrangePatterns(items: readonly string[], { from, to }: Columns): AnswerPattern[] {
  const patterns: { items: PatternItem[]; bits: number }[] = []
  for (const item of items) {
    const codes = Math.max(...[from, to].map((wave) => wave.items.get(item)?.values.length ?? 0))
    if (codes < 2) continue
    const width = 32 - Math.clz32(codes - 1)
    let pattern = patterns.at(-1)
    if (!pattern || pattern.bits + width > mostBits) {
      pattern = { items: [], bits: 0 }
      patterns.push(pattern)
    }
    pattern.items.push({ item, shift: pattern.bits, mask: 2 ** width - 1 })
    pattern.bits += width
  }
  return patterns
}

/** In the order of the people. @param people places in the columns */
export function readPatterns(
  { items }: AnswerPattern,
  wave: WaveColumns,
  people: Uint32Array,
  room: Room,
): Uint32Array {
  const patterns = room.of(people.length)
  for (const { item, shift } of items) {
    const codes = wave.items.get(item)?.codes
    if (codes) addCodes(patterns, codes, shift, people)
  }
  return patterns
}

function addCodes(patterns: Uint32Array, codes: Uint8Array | Uint16Array, shift: number, people: Uint32Array): void {
  // Where everybody is meant, nobody need be looked up.
  if (people.length === codes.length)
    for (let at = 0; at < patterns.length; at += 1) patterns[at] = (patterns[at] ?? 0) | ((codes[at] ?? 0) << shift)
  else
    for (let at = 0; at < patterns.length; at += 1)
      patterns[at] = (patterns[at] ?? 0) | ((codes[people[at] ?? 0] ?? 0) << shift)
}

/** By pattern: the bits of the items that were answered. */
export function answeredBits({ items, bits }: AnswerPattern): Uint32Array {
  const answered = new Uint32Array(2 ** bits)
  for (let pattern = 0; pattern < answered.length; pattern += 1)
    for (const { shift, mask } of items)
      if (((pattern >>> shift) & mask) !== 0) answered[pattern] = (answered[pattern] ?? 0) | (mask << shift)
  return answered
}
