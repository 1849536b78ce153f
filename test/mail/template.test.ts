// Battery E13 and E14: what is wrong with a letter in somebody's own words is told with its place.
import { expect, test } from 'vitest'
import { longestBody, longestSubject, type TemplateFault, templateFaults } from '#mail/template.ts'

const good = { subject: 'Hej', body: 'Hej {namn}!\n\n{länk}' }

const bodies: [what: string, body: string, faults: object[]][] = [
  ['nothing wrong', good.body, []],
  [
    'a field misspelt',
    'Hej {nam}!\n\n{länk}',
    [{ code: 'unknown_field', field: 'nam', meant: 'name', line: 1, column: 5 }],
  ],
  [
    'a field of no kind',
    '{länk}\r\nHej {personnummer}',
    [{ code: 'unknown_field', field: 'personnummer', meant: undefined, line: 2, column: 5 }],
  ],
  ['a field in the other language', '{name} {LINK}', []],
  ['a letter of two parts', '{la\u0308nk}', []],
  [
    'a column after letters of many bytes',
    '👩‍👩‍👧 å{nam} {länk}',
    [{ code: 'unknown_field', field: 'nam', meant: 'name', line: 1, column: 4 }],
  ],
  ['no link', 'Hej {namn}!', [{ code: 'no_link' }]],
  ['two links', '{länk}\n\nEller {link}', [{ code: 'two_links', field: 'link', line: 3, column: 7 }]],
  [
    'three links',
    '{länk}{länk}{länk}',
    [
      { code: 'two_links', field: 'länk', line: 1, column: 7 },
      { code: 'two_links', field: 'länk', line: 1, column: 13 },
    ],
  ],
  ['an open brace', 'Hej {namn!\n{länk}', [{ code: 'unclosed', line: 1, column: 5 }]],
  ['an empty field', 'Hej {}! {länk}', [{ code: 'unknown_field', field: '', meant: undefined, line: 1, column: 5 }]],
  ['double braces', 'Hej {{namn}}! {länk}', [{ code: 'unclosed', line: 1, column: 5 }]],
  ['nothing', ' \n ', [{ code: 'empty' }]],
  ['too much', `{länk}${'x'.repeat(longestBody)}`, [{ code: 'too_long', most: 4000 }]],
  [
    'the link of somebody else',
    'Se https://enkat.example/s/Zk3vT9dQhX0yq2mB7sLw1A\n{länk}',
    [{ code: 'personal_link', line: 1, column: 25 }],
  ],
]

test.each(bodies)('in the body: %s', (_what, body, faults) => {
  expect(templateFaults('invitation', { ...good, body })).toEqual(faults.map((fault) => ({ part: 'body', ...fault })))
})

const subjects: [what: string, subject: string, faults: object[]][] = [
  ['fields', '{namn} {projekt} {sista dag} {minuter} {organisation} {kontakt} {kommun}', []],
  ['a link', 'Svara: {länk}', [{ code: 'misplaced_field', field: 'länk', line: 1, column: 8 }]],
  ['a sentence', '{varför}', [{ code: 'misplaced_field', field: 'varför', line: 1, column: 1 }]],
  ['a second line', 'Hej\r\nBcc: v@c.se', [{ code: 'lines', line: 1, column: 4 }]],
  ['nothing', '', [{ code: 'empty' }]],
  ['too much', 'x'.repeat(longestSubject + 1), [{ code: 'too_long', most: 150 }]],
]

test.each(subjects)('in the subject: %s', (_what, subject, faults) => {
  expect(templateFaults('reminder', { ...good, subject })).toEqual(
    faults.map((fault) => ({ part: 'subject', ...fault })),
  )
})

test.each(['thanks', 'message'] as const)('a letter that asks nothing has neither link nor last day: %s', (kind) => {
  expect(templateFaults(kind, { subject: 'Tack', body: 'Tack {namn} i {kommun}!' })).toEqual([])
  const faults: TemplateFault[] = templateFaults(kind, { subject: '{minuter}', body: '{länk} {sista dag}' })
  expect(faults.map(({ part, code }) => `${part} ${code}`)).toEqual([
    'subject misplaced_field',
    'body misplaced_field',
    'body misplaced_field',
  ])
})
