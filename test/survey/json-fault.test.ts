import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonFault } from '#survey/json-fault.ts'
import { textOf } from './samverkan.ts'

test.each([
  ['[1,]', 1, 4],
  ['{"a": 1,}', 1, 9],
  ['{"a": 1\n "b": 2}', 2, 2],
  ['{"a" 1}', 1, 6],
  ["{'a': 1}", 1, 2],
  ['{"a": "unclosed}', 1, 7],
  ['{"a": [1, 2}', 1, 12],
  ['{"a": 1', 1, 8],
  ['', 1, 1],
  ['{} {}', 1, 4],
  ['[01]', 1, 3],
  ['[NaN]', 1, 2],
])('%j stops being JSON at line %i, column %i', (text, line, column) => {
  expect(findJsonFault(text)).toMatchObject({ line, column })
})

test('a bracket opened very deep is followed to its end', () => {
  expect(findJsonFault(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeUndefined()
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('a fault is found exactly where JSON.parse refuses: any value, with any piece cut out or put in', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', ',', ']', '}', '"', '0', '-', 'e', '\\', 'null', '\t', '\u0000'),
      (json, where, cut, put) => {
        const at = where % (json.length + 1)
        const text = json.slice(0, at) + put + json.slice(at + cut)
        expect(findJsonFault(text) === undefined).toBe(isJson(text))
      },
    ),
    { numRuns: 2000 },
  )
})

test('the place is never past the damage: a questionnaire cut off is faulty where it ends', () => {
  const whole = textOf(1).trimEnd()
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
      const lines = whole.slice(0, length).split('\n')
      const fault = findJsonFault(whole.slice(0, length))
      expect(fault?.line).toBeGreaterThan(0)
      expect(fault?.line).toBeLessThanOrEqual(lines.length)
    }),
    { numRuns: 50 },
  )
})
