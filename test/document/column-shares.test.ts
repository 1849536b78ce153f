// No word of a table's head breaks where there is room, whatever letter the reader's program has.
import { expect, test } from 'vitest'
import { sharesFor } from '#document/column-shares.ts'

const room = { width: 450, size: 9, margin: 6 }
const column = (label: string, share: number) => ({ label, share })
/** In the widest letter that usually stands in for Calibri, a bold one takes 0.64 of the size. */
const needs = (word: string) => word.length * 9 * 0.64 + 6

test('a column is at least as wide as the longest word of its head, and all together as wide as the table', () => {
  const labels = ['Mått', 'Personer', 'Före', 'Efter', 'Förändring', '95\u00a0%-intervall']
  const widths = sharesFor(
    labels.map((label, at) => column(label, [5, 2, 2, 2, 2, 3][at] ?? 1)),
    room,
  )
  expect(widths[4]).toBeGreaterThanOrEqual(needs('Förändring'))
  expect(widths[1]).toBeGreaterThanOrEqual(needs('Personer'))
  expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(450, 9)
})

test('heads with room keep the shares that were wished for', () => {
  expect(sharesFor([column('Mått', 2), column('Värde', 1)], room)).toEqual([300, 150])
})

test('where all heads together need more than there is, shares stay as wished', () => {
  const words = Array.from({ length: 9 }, () => column('Standardavvikelse', 1))
  expect(sharesFor(words, room)).toEqual(Array.from({ length: 9 }, () => 50))
})
