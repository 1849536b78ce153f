// How wide the columns of a table must be for no word of their heads to break. Calibri is narrow, and a program without
// it takes a wider letter: "Förändring" was printed as "Förändrin" above "g".
import type { Column } from './model.ts'

/** Width of a bold letter beside the size of the type, in the widest letter that usually stands in for Calibri. */
const letter = 0.64

/**
 * Shares of the width: as wished for, and at least what the longest word of the head needs where all together have room
 * for theirs. What they gain is taken from those with room to spare.
 * @param width of the table, @param size of the type, @param margin left and right in a cell together; all in points
 */
export function sharesFor(
  columns: readonly Pick<Column, 'label' | 'share'>[],
  { width, size, margin }: { width: number; size: number; margin: number },
): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const wished = columns.map(({ share }) => (width * share) / total)
  const needed = columns.map(({ label }) => longestWord(label) * size * letter + margin)
  const missing = needed.reduce((sum, need, at) => sum + Math.max(0, need - (wished[at] ?? 0)), 0)
  const spare = wished.map((wish, at) => Math.max(0, wish - (needed[at] ?? 0)))
  const room = spare.reduce((sum, one) => sum + one, 0)
  if (missing === 0 || room < missing) return wished
  return wished.map((wish, at) => Math.max(wish, needed[at] ?? 0) - ((spare[at] ?? 0) * missing) / room)
}

/** A line may break after a hyphen too. */
const longestWord = (label: string): number => Math.max(...label.split(/\s|(?<=[-–/])/).map(({ length }) => length))
