import { describe, expect, test } from 'vitest'
import { comparableCore, compareVersions, isLargeEnough } from '#survey/comparability.ts'
import { parseQuestionnaire, type ScaleIndicator } from '#survey/questionnaire.ts'
import { findVersionFaults } from '#survey/version-faults.ts'
import { changed, inEnglish, itemOf, scaleOf, textOf, v1, v2 } from './samverkan.ts'

const crosswalk = compareVersions(v1, v2)
const rowOf = (item: string, rows = crosswalk) => rows.find((row) => row.item === item)

describe('version 1 and 2', () => {
  test('S2 is comparable, L1 broken, D5 new, and all else identical', () => {
    expect(rowOf('S2')).toMatchObject({ verdict: 'comparable', earlierRevision: 1, laterRevision: 2 })
    expect(rowOf('S2')?.reason).toMatch(/Samma innebörd/)
    expect(rowOf('S2')?.signedBy).toMatch(/Service i samverkan/)
    expect(rowOf('L1')).toMatchObject({ verdict: 'broken', earlierRevision: 1, laterRevision: 2 })
    expect(rowOf('L1')?.reason).toMatch(/minst fyra gånger per år/)
    expect(rowOf('D5')).toEqual({
      item: 'D5',
      verdict: 'new',
      earlierRevision: null,
      laterRevision: 1,
      reason: null,
      signedBy: null,
      signedOn: null,
      differs: [],
    })
    expect(['S2', 'L1'].map((item) => rowOf(item)?.differs)).toEqual([['wording'], ['wording']])
    expect(rowOf('S2')?.signedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    const others = crosswalk.filter(({ item }) => !['S2', 'L1', 'D5'].includes(item))
    expect(new Set(others.map(({ verdict }) => verdict))).toEqual(new Set(['identical']))
    expect(crosswalk).toHaveLength(44)
  })

  test('seen the other way, the same judgements hold and D5 is dropped', () => {
    const back = compareVersions(v2, v1)
    expect(rowOf('S2', back)).toMatchObject({ verdict: 'comparable', earlierRevision: 2, laterRevision: 1 })
    expect(rowOf('L1', back)?.verdict).toBe('broken')
    expect(rowOf('D5', back)).toMatchObject({ verdict: 'dropped', earlierRevision: 1, laterRevision: null })
  })

  // domain: D → D1–D4; L → L2, L3, L4; S → all four; 25 of the 26 items.
  test('leave D1–D4, all of S, and L2–L4: 25 of 26 items', () => {
    const coreOf = (id: string) => comparableCore(crosswalk, scaleOf(v1, id), v2)
    expect(coreOf('D')).toEqual(['D1', 'D2', 'D3', 'D4'])
    expect(coreOf('S')).toEqual(['S1', 'S2', 'S3', 'S4'])
    expect(coreOf('L')).toEqual(['L2', 'L3', 'L4'])
    expect(['D', 'S', 'H', 'I', 'F', 'L', 'T', 'K1'].flatMap(coreOf)).toHaveLength(25)
    for (const id of ['D', 'S', 'L', 'K1', 'G']) expect(isLargeEnough(coreOf(id), scaleOf(v1, id))).toBe(true)
  })

  test('an indicator that the later version does not have leaves no core', () => {
    const without = { ...v2, indicators: v2.indicators.filter(({ id }) => id !== 'D') }
    expect(comparableCore(crosswalk, scaleOf(v1, 'D'), without)).toEqual([])
  })
})

// k items: ⌈k/2⌉, at least 2, and of a single item that one.
test.each([
  ['L', 2, true],
  ['L', 1, false],
  ['F', 2, true],
  ['F', 1, false],
  ['G', 3, true],
  ['G', 2, false],
  ['K1', 1, true],
  ['K1', 0, false],
])('of %s, a core of %i is large enough: %s', (id, size, enough) => {
  const indicator = scaleOf(v1, id)
  expect(
    isLargeEnough(
      indicator.items.slice(0, size).map(({ item }) => item),
      indicator,
    ),
  ).toBe(enough)
})

describe('what nobody has signed', () => {
  test('another revision without a judgement is broken', () => {
    const unjudged = structuredClone(v2)
    itemOf(unjudged, 'S2').comparableTo = []
    expect(rowOf('S2', compareVersions(v1, unjudged))).toMatchObject({
      verdict: 'broken',
      reason: null,
      signedBy: null,
    })
  })

  test('a judgement on revision 1 says nothing about revision 2', () => {
    const third = structuredClone(v2)
    itemOf(third, 'S2').revision = 3
    expect(rowOf('S2', compareVersions(v1, third))?.verdict).toBe('comparable')
    expect(rowOf('S2', compareVersions(v2, third))?.verdict).toBe('broken')
  })

  const later = (find: string, put: string) =>
    parseQuestionnaire(changed(find, put, changed('"version": 1', '"version": 3')), 'samverkan/v3.json')

  test.each([
    ['wording', 'Parterna lyssnar på varandra även', 'Parterna lyssnar på varandra också', 'D3'],
    ['answers', '"sv": "Stämmer delvis"', '"sv": "Varken eller"', 'D3'],
    ['answers', '"offers": ["dont_know", "not_applicable"]', '"offers": ["dont_know"]', 'D3'],
    ['answers', '"label": { "sv": "Vet ej"', '"label": { "sv": "Ingen åsikt"', 'D3'],
    ['preamble', '"sv": "Tänk på de senaste sex månaderna', '"sv": "Tänk på det senaste året', 'D3'],
    ['polarity', '{ "item": "D3" }', '{ "item": "D3", "reversed": true }', 'D3'],
    ['wording', 'Vilket påstående stämmer bäst', 'Vilket påstående passar bäst', 'G_LUG'],
    ['wording', 'eller uppgifter om hälsa', 'eller uppgifter om sjukdom', 'O1'],
  ])('the same revision with another %s is a fault with a remedy, and broken', (part, find, put, item) => {
    const third = later(find, put)
    expect(rowOf(item, compareVersions(v1, third))?.verdict).toBe('broken')
    const fault = findVersionFaults(v1, third).find(({ message }) => message.en.startsWith(`${item}@1`))
    expect(fault?.path).toMatch(/^items\.\d+ \(\w+\)\.revision$/)
    expect(fault?.message.en).toBe(
      `${item}@1 differs from version 1 in ${part}; make it revision 2 and say under comparableTo whether it measures the same`,
    )
  })

  test('an item that changes its type is a fault, and broken', () => {
    const third = structuredClone(v1)
    const at = third.items.findIndex(({ id }) => id === 'O1')
    third.items[at] = { ...itemOf(v1, 'N1'), id: 'O1', revision: 2 }
    expect(rowOf('O1', compareVersions(v1, third))?.verdict).toBe('broken')
    expect(inEnglish(findVersionFaults(v1, third))).toContain(
      `items.${at} (O1).type: O1 is a text item in version 1 and a rating item here; give the new item an id of its own`,
    )
  })

  test('a choice code used again for another label is a fault whatever the revision', () => {
    const third = later('"sv": "Anställd"', '"sv": "Tjänstledig"')
    itemOf(third, 'B3').revision = 2
    expect(inEnglish(findVersionFaults(v1, third))).toEqual([
      'items.1 (B3).choices.1.code: 2 of B3 means “Anställd / Employed” in version 1 and “Tjänstledig / Employed” here; give the new choice a code of its own',
    ])
  })

  test('an indicator computed otherwise under the same revision is a fault; a new title is not', () => {
    const faults = findVersionFaults(v1, later('"share": 0.4, "atLeast": 2', '"share": 0.4, "atLeast": 3'))
    expect(faults.map(({ message }) => message.en)).toEqual([
      'G is computed otherwise than in version 1; make it revision 2 and write revisionReason',
    ])
    expect(findVersionFaults(v1, later('Kontakternas djup', 'Hur djupa kontakterna är'))).toEqual([])
  })

  test.each([
    ['its role', { role: 'capacity' }],
    ['which answers count', { pairing: 'each_wave' }],
    ['its smallest change that matters', { minimalImportantChange: 4 }],
    ['its direction', { direction: 'lower_is_better' }],
  ] as const)('an indicator with another %s needs another revision', (_what, change) => {
    const third = structuredClone(v1)
    Object.assign(scaleOf(third, 'D'), change)
    expect(findVersionFaults(v1, third).map(({ path }) => path)).toEqual(['indicators.1 (D).revision'])
  })

  test('another revision of an indicator says why it is there, and no revision is taken back', () => {
    const withD = (change: Partial<ScaleIndicator>) => {
      const next = structuredClone(v2)
      const D = scaleOf(next, 'D')
      delete D.revisionReason
      Object.assign(D, change)
      return next
    }
    expect(scaleOf(v2, 'D').revisionReason).toMatch(/D5/)
    expect(inEnglish(findVersionFaults(v1, withD({})))).toEqual([
      'indicators.1 (D).revisionReason: D is revision 1 in version 1; write why it is revision 2 here',
    ])
    expect(findVersionFaults(v1, withD({ revisionReason: 'D5 är ny.' }))).toEqual([])
    expect(inEnglish(findVersionFaults(v2, withD({ revision: 1, items: scaleOf(v1, 'D').items })))).toEqual([
      'indicators.1 (D).revision: D is revision 2 in version 2 and 1 here; a definition taken up again is revision 3',
    ])
  })

  test('a version without faults against the first is what version 2 is', () => {
    expect(findVersionFaults(v1, v2)).toEqual([])
    expect(findVersionFaults(v1, parseQuestionnaire(textOf(1), 'v1.json'))).toEqual([])
  })
})
