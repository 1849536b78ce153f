// One value, one text, and one order of people: what sums of published results rest on.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, sha256Of } from '#cuts/canonical-json.ts'
import { orderRows, sumRows } from '#cuts/rows.ts'
import type { Asked } from '#indicators/model.ts'

test('the text does not depend on the order in which keys were written, and reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(turnRound(value))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

/** The same value with the keys of every object the other way round. */
function turnRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, field]) => [name, turnRound(field)] as const)
      .reverse(),
  )
}

// Examples of RFC 8785, sections 3.2.2 and 3.2.3.
test.each([
  [
    [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  ],
  [{ '\u20ac': 1, '\r': 2, '1': 3, '\u00f6': 4 }, '{"\\r":2,"1":3,"ö":4,"€":1}'],
  [{ b: undefined, a: [null, true, ''] }, '{"a":[null,true,""]}'],
])('%j is written as RFC 8785 writes it', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

test.each([Number.NaN, Infinity, -Infinity])('%d is never published as something else', (value) => {
  expect(() => canonicalJson({ mean: value })).toThrow(RangeError)
})

test('a sum is that of the UTF-8 bytes', () => {
  // printf 'ö' | sha256sum
  expect(sha256Of('ö')).toBe('6dbd11fd012e225b28a5d94a9b432bc491344f3e92158661be2ae5ae2b8b1ad8')
})

const row = fc.record({
  participant: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
  municipality: fc.constantFrom('0428', '0482'),
  actorGroup: fc.constantFrom('LUG', 'FTG'),
  wave: fc.constantFrom('baseline' as const, 'endline' as const),
  response: fc.option(
    fc.record({
      version: fc.constant(1),
      answers: fc.dictionary(fc.constantFrom('D1', 'D2'), fc.integer({ min: 1, max: 5 })),
    }),
  ),
})
const rows = fc.uniqueArray(row, { selector: ({ participant, wave }) => `${participant} ${wave}`, maxLength: 8 })

test('people come in the same order whoever reads them, and under whatever pseudonyms', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (asked, keys) => {
      const shuffled = asked
        .map((one) => ({ one, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one)
      expect(orderRows(shuffled)).toEqual(orderRows(asked))
      const unnamed = (list: readonly Asked[]) => list.map((one) => ({ ...one, participant: '' }))
      const renamed = asked.map((one) => ({ ...one, participant: `X${9 - Number(one.participant.slice(1))}` }))
      expect(unnamed(orderRows(renamed))).toEqual(unnamed(orderRows(asked)))
    }),
  )
})

test('the sum of the rows is the same in any order, and another once anything in them is', () => {
  fc.assert(
    fc.property(
      rows.filter(({ length }) => length > 0),
      (asked) => {
        const municipalities = [{ code: '0428', name: 'Vingåker' }]
        const sum = sumRows({ asked, municipalities }, ['a', 'b'])
        expect(sumRows({ asked: [...asked].reverse(), municipalities }, ['a', 'b'])).toBe(sum)
        expect(sumRows({ asked: asked.slice(1), municipalities }, ['a', 'b'])).not.toBe(sum)
        expect(sumRows({ asked, municipalities }, ['a', 'c'])).not.toBe(sum)
        const moved = asked.map((one) => ({ ...one, municipality: '0583' }))
        expect(sumRows({ asked: moved, municipalities }, ['a', 'b'])).not.toBe(sum)
      },
    ),
  )
})
