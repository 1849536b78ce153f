import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswers, parseAnswers, parseStoredAnswers } from '#survey/answers.ts'
import { itemValue } from '#survey/scoring.ts'
import { itemOf, v1 } from './samverkan.ts'

const read = (id: string, sent: unknown) => parseAnswers(v1, [itemOf(v1, id)], { [id]: sent })
const nothing = { answers: {}, errors: [] }

describe('a form', () => {
  test('gives codes, missing answers and texts, and leaves alone what the page did not ask', () => {
    const items = ['B2', 'B3', 'D1', 'D2', 'D3', 'S1', 'G_LUG', 'O1'].map((id) => itemOf(v1, id))
    const body = {
      B2: 'LUG',
      B3: '2',
      D1: '4',
      D2: 'dont_know',
      D3: 'not_applicable',
      G_LUG: '0',
      O1: ' Bra möten.\r\nOch kaffe. ',
      D4: '5',
      _csrf: 'x',
      __proto__: { S1: '1' },
    }
    expect(parseAnswers(v1, items, body)).toEqual({
      answers: {
        B2: 'LUG',
        B3: 2,
        D1: 4,
        D2: { missing: 'dont_know' },
        D3: { missing: 'not_applicable' },
        G_LUG: 0,
        O1: ' Bra möten.\nOch kaffe. ',
      },
      errors: [],
    })
  })

  const blanks = [
    '',
    ' ',
    '\t\n',
    '\u00A0',
    '\u200B',
    '\u200B \uFEFF\u2060',
    '\u2800',
    null,
    undefined,
    true,
    false,
    0,
    1,
    {},
    [],
    [''],
    ['', ' '],
    [null],
  ]
  test.each(blanks.map((sent) => ({ sent })))('N4: $sent is no answer, never 0 or 1', ({ sent }) => {
    for (const id of ['D1', 'N1', 'G_LUG', 'B3', 'O1']) expect(read(id, sent)).toEqual(nothing)
  })

  test('N4: no body at all is no answer', () => {
    for (const body of [undefined, null, 'D1=3', 7]) expect(parseAnswers(v1, v1.items, body)).toEqual(nothing)
  })

  test.each([
    '0',
    '6',
    '-1',
    '03',
    '3.0',
    '3,0',
    '1e0',
    '+3',
    'NaN',
    '٣',
    'true',
    'missing',
    'not_answered',
    '__proto__',
  ])('F2: %j is not a point of the agreement scale, and is said so with what was sent', (sent) => {
    expect(read('D1', sent)).toEqual({
      answers: {},
      errors: [{ item: 'D1', code: 'unknown_option', details: { entry: sent } }],
    })
  })

  test('F2: a missing answer that the item does not offer is refused', () => {
    expect(read('G_LUG', 'not_applicable').errors[0]?.code).toBe('unknown_option')
    expect(read('N1', 'dont_know').errors[0]?.code).toBe('unknown_option')
    expect(read('B3', 'dont_know').errors[0]?.code).toBe('unknown_option')
  })

  test('−1 is an answer where it is a point, and nowhere else', () => {
    expect(read('P1', '-1').answers).toEqual({ P1: -1 })
    expect(read('D1', '-1').answers).toEqual({})
  })

  test('the same field twice is one answer if both say the same, and a mistake if not', () => {
    expect(read('D1', ['', '4', '4']).answers).toEqual({ D1: 4 })
    expect(read('D1', ['4', '5'])).toEqual({
      answers: {},
      errors: [{ item: 'D1', code: 'several_options', details: { entry: '4, 5' } }],
    })
  })

  test('one mistake does not cost the other answers', () => {
    const { answers, errors } = parseAnswers(v1, v1.items, { D1: '9', D2: '2' })
    expect(answers).toEqual({ D2: 2 })
    expect(errors.map(({ item }) => item)).toEqual(['D1'])
  })
})

describe('an open text', () => {
  const family = '👨‍👩‍👧‍👦'

  test('U4: is counted as a reader counts', () => {
    expect(read('O1', family.repeat(2000)).errors).toEqual([])
    expect(read('O1', `${family.repeat(2000)}!`).errors).toMatchObject([
      { code: 'too_long', details: { length: 2001, maxLength: 2000 } },
    ])
    expect(read('O1', `${'e\u0301'.repeat(1999)}\r\n`).errors).toEqual([])
  })

  test('F6: of 1 MB gets the count and is kept to be shown again', () => {
    const entry = 'å'.repeat(1_000_000)
    expect(read('O1', entry)).toEqual({
      answers: {},
      errors: [{ item: 'O1', code: 'too_long', details: { entry, length: 1_000_000, maxLength: 2000 } }],
    })
  })

  test('F6: of one letter under a million accents is too long', () => {
    expect(read('O1', `a${'\u0301'.repeat(1_000_000)}`).errors[0]?.code).toBe('too_long')
  })

  test.each([' ', '\u200B', '\u00A0\u00A0', '\r\n\r\n', '\u200B\u200D\uFE0F'])('F7: of %j is no answer', (entry) => {
    expect(read('O1', entry)).toEqual(nothing)
    expect(checkAnswers(v1, 'baseline', { O1: entry })).toEqual({ ...nothing, notAsked: [] })
  })

  test('U7: keeps what was typed, text direction and all', () => {
    expect(read('O1', 'a\u202Eb<script>').answers).toEqual({ O1: 'a\u202Eb<script>' })
  })
})

test('whatever a form sends, an answer is in the version and a rating on its scale', () => {
  const field = fc.oneof(
    fc.string(),
    fc.integer({ min: -20, max: 20 }).map(String),
    fc.constantFrom('dont_know', 'not_applicable', ' 3 ', 'LUG', '\u200B', ''),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.anything(),
  )
  const body = fc.dictionary(fc.constantFrom(...v1.items.map(({ id }) => id)), field)
  fc.assert(
    fc.property(body, (sent) => {
      const { answers, errors } = parseAnswers(v1, v1.items, sent)
      for (const item of v1.items) {
        const answer = answers[item.id]
        if (item.type === 'rating' && typeof answer === 'number') {
          const value = itemValue(v1, item, answer)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(100)
        } else if (item.type === 'rating' && answer !== undefined) expect(answer).toHaveProperty('missing')
        expect(answer === undefined || errors.every((error) => error.item !== item.id)).toBe(true)
      }
      const known = checkAnswers(v1, 'endline', answers)
      expect(known.errors).toEqual([])
      expect(parseStoredAnswers(JSON.stringify(known.answers))).toEqual(known.answers)
    }),
  )
})

test('nothing but white space and what is drawn as nothing is no answer to anything, however it is put together', () => {
  const nothings = fc.string({
    unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u00A0', '\u2003', '\u200B', '\u200D', '\uFEFF', '\uFE0F'),
  })
  fc.assert(
    fc.property(fc.oneof(nothings, fc.array(nothings)), (sent) => {
      const body = Object.fromEntries(v1.items.map(({ id }) => [id, sent]))
      expect(parseAnswers(v1, v1.items, body)).toEqual(nothing)
    }),
  )
})

describe('a whole response', () => {
  test('F4: leaves out answers to what this person was not asked, and says which', () => {
    expect(checkAnswers(v1, 'baseline', { B2: 'LUG', G_LUG: 5, G_FTG: 3, TH1: 7 }, { actor_group: 'FTG' })).toEqual({
      answers: { B2: 'LUG', G_FTG: 3 },
      errors: [],
      notAsked: ['G_LUG', 'TH1'],
    })
  })

  test('refuses items and codes that the version does not have', () => {
    const { answers, errors } = checkAnswers(v1, 'endline', {
      D1: 6,
      D2: 2.5,
      D3: '3',
      D5: 4,
      B2: { missing: 'dont_know' },
      O1: 3,
      N1: Number.NaN,
      constructor: 1,
    })
    expect(answers).toEqual({})
    expect(errors.map(({ item, code }) => `${item} ${code}`)).toEqual([
      'D1 unknown_option',
      'D2 unknown_option',
      'D3 unknown_option',
      'D5 unknown_item',
      'B2 unknown_option',
      'O1 unknown_option',
      'N1 unknown_option',
      'constructor unknown_item',
    ])
  })
})

describe('stored answers', () => {
  test('come back as they went in', () => {
    const answers = { D1: 4, D2: { missing: 'dont_know' }, O1: 'Kaffe', B2: 'LUG' }
    expect(parseStoredAnswers(JSON.stringify(answers))).toEqual(answers)
  })

  test.each([
    '[]',
    'null',
    '3',
    '{"D1":null}',
    '{"D1":true}',
    '{"D1":[]}',
    '{"D1":[null]}',
    '{"D1":[[4]]}',
    '{"D1":{"missing":"not_asked"}}',
    '{"D1":{"missing":"dont_know","x":1}}',
    '{"D1":1e400}',
  ])('%s is refused', (text) => {
    expect(() => parseStoredAnswers(text)).toThrow(/^parseStoredAnswers/)
  })
})
