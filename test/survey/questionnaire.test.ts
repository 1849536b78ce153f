import { expect, test } from 'vitest'
import { codebook } from '#survey/codebook.ts'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { changed, faultsOf, textOf } from './samverkan.ts'

test('a file that is sound has no faults, with or without a byte order mark', () => {
  expect(faultsOf(textOf(1))).toEqual([])
  expect(faultsOf(`\uFEFF${textOf(1)}`)).toEqual([])
})

test('Q1: a comma too many is found by line and column', () => {
  const text = changed('"offers": ["dont_know", "not_applicable"]', '"offers": ["dont_know", "not_applicable",]')
  const line = text.slice(0, text.indexOf('"not_applicable",]')).split('\n').length
  expect(faultsOf(text)).toEqual([
    `line ${line}, column 48 is not JSON: expected a value; is there a comma too many before this?`,
  ])
})

test('Q2: a newer format says that a newer Samverka is needed', () => {
  expect(faultsOf(changed('"format": 1', '"format": 2'))).toEqual([
    'format: format 2 needs a newer Samverka; this one reads format 1',
  ])
})

test('Q4: a condition on a missing item, or on an answer it does not have, is named', () => {
  expect(
    faultsOf(changed('"showIf": { "item": "B2", "notIn": ["FTG"] }', '"showIf": { "item": "B9", "notIn": ["FTG"] }')),
  ).toEqual(['items.30 (G_FTG).showIf.item: G_FTG depends on B9, and there is no such item; name an earlier one'])
  expect(
    faultsOf(changed('"showIf": { "item": "B2", "notIn": ["FTG"] }', '"showIf": { "item": "B2", "notIn": ["FÖR"] }')),
  ).toEqual([
    'items.30 (G_FTG).showIf.notIn.0: FÖR is not an answer to B2; name one of LUG, FOR, FTG, KFV, KTJ, REG, HSL, ANN',
  ])
})

test('Q6: an item that no wave would ask is named', () => {
  const text = changed(
    '"items": ["TH1"],\n      "waves": ["endline"]',
    '"items": ["TH1"],\n      "waves": ["baseline"]',
  )
  expect(faultsOf(text)).toEqual([
    'pages.10 (looking_back).items.0: TH1 is never asked: it and its page looking_back have no wave in common; change the waves of one',
  ])
})

test('Q7: an indicator of a missing item, or of an item without a scale, is named', () => {
  expect(faultsOf(changed('{ "item": "D2" }', '{ "item": "D22" }'))).toEqual([
    'indicators.1 (D).items.1.item: D22 is not a rating item of this questionnaire; an indicator is a mean of ratings',
  ])
  expect(faultsOf(changed('{ "item": "D2" }', '{ "item": "O1" }'))[0]).toMatch(/O1 is not a rating item/)
  expect(faultsOf(changed('"of": ["D", "S", "H", "I", "F", "L"]', '"of": ["D", "S", "H", "I", "F", "Q"]'))[0]).toMatch(
    /indicators\.0 \(INDEX\)\.of\.5: Q is not a scale indicator/,
  )
})

test('Q12: markup in a label is kept as the letters it is', () => {
  const label = '<b>Aldrig</b> <%= it.x %> {{namn}} &amp;'
  const questionnaire = parseQuestionnaire(changed('Stämmer inte alls', label), 'survey.json')
  const row = codebook(questionnaire).find(({ item }) => item === 'D1')
  expect(row?.values[0]?.label?.sv).toBe(label)
})

test('Q13: a text missing in one language is named with its item', () => {
  const text = changed('"sv": "Parterna lyssnar på varandra även när de tycker olika.",\n', '')
  expect(faultsOf(text)).toEqual(['items.5 (D3).text.sv: the Swedish text is missing; write it'])
  expect(faultsOf(changed('Parterna lyssnar på varandra även när de tycker olika.', '  '))).toEqual([
    'items.5 (D3).text.sv: the Swedish text is empty; write it',
  ])
})

test.each([
  ['right-to-left override', '\u202E', 'U+202E'],
  ['isolate', '\u2066', 'U+2066'],
  ['right-to-left mark', '\u200F', 'U+200F'],
  ['zero-width space', '\u200B', 'U+200B'],
  ['zero-width joiner', '\u200D', 'U+200D'],
  ['escape', '\\u001b', 'U+001B'],
])('Q17: a label with a hidden %s is refused at its path', (_, character, name) => {
  const text = changed('Stämmer inte alls', `Stämmer ${character}inte alls`)
  expect(faultsOf(text)).toEqual([
    `responseScales.agreement.points.0.label.sv: holds the invisible character ${name} after 8 others; remove it`,
  ])
})

test('Q17: a label of 10 kB is refused at its path', () => {
  expect(faultsOf(changed('Stämmer inte alls', 'a'.repeat(10_000)))[0]).toMatch(
    /^responseScales\.agreement\.points\.0\.label\.sv: /,
  )
})

test.each([
  [
    'an id that every object is born with',
    ['"id": "D1"', '"id": "constructor"'],
    /items\.3 \(constructor\)\.id: .*choose another/,
  ],
  ['an id that reads like a later revision', ['"id": "D1"', '"id": "D1_r2"'], /D1_r2 ends like the column/],
  [
    'points out of order',
    ['{ "code": 3, "label": { "sv": "Stämmer delvis"', '{ "code": 9, "label": { "sv": "Stämmer delvis"'],
    /lowest code first/,
  ],
  [
    'a missing code that is also a point',
    ['"not_answered": { "code": -9', '"not_answered": { "code": -2'],
    /the code -2 of not_answered is also an answer to P1/,
  ],
  [
    'two choices that a form cannot tell apart',
    ['{ "code": 2, "label": { "sv": "Anställd"', '{ "code": "1", "label": { "sv": "Anställd"'],
    /two choices of B3 share a code/,
  ],
  [
    'a choice that is no actor group',
    [
      '{ "code": "ANN", "label": { "sv": "Annan", "en": "Other" } }\n      ]',
      '{ "code": "XYZ", "label": { "sv": "Annan", "en": "Other" } }\n      ]',
    ],
    /XYZ is not an actor group/,
  ],
  ['an item on two pages', ['["F1", "F2", "F3"]', '["F1", "F2", "F3", "D1"]'], /D1 stands on two pages/],
  ['an item on no page', ['["F1", "F2", "F3"]', '["F1", "F2"]'], /F3 stands on no page/],
  [
    'an unknown preamble',
    ['"preamble": "own_organisation"', '"preamble": "own"'],
    /pages\.4 \(\w+\)\.preamble: there is no preamble own/,
  ],
  [
    'a minimum above the number of items',
    ['"share": 0.4, "atLeast": 2', '"share": 0.4, "atLeast": 6'],
    /asks for 6 answered of 5; lower it/,
  ],
  ['a key that means nothing', ['"completion"', '"complection"'], /^unknown here: "complection"; correct the spelling/],
] as const)('%s is refused', (_, [find, put], message) => {
  expect(faultsOf(changed(find, put)).join('\n')).toMatch(message)
})

test('a judgement on its own or a later revision is refused', () => {
  const text = changed(
    '"revision": 1,\n          "verdict": "broken"',
    '"revision": 2,\n          "verdict": "broken"',
    textOf(2),
  )
  expect(faultsOf(text)[0]).toMatch(/L1@2 can be judged once against each earlier revision; 2 is not one/)
})
