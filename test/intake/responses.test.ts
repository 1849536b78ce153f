import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readResponses } from '#intake/responses.ts'
import { listUnits, readRoster } from '#intake/roster.ts'
import { parseQuestionnaire, type WaveKind } from '#survey/questionnaire.ts'

const file = path.join(import.meta.dirname, '../../surveys/samverkan/v1.json')
const questionnaire = parseQuestionnaire(readFileSync(file, 'utf8'), file)
const municipalities = [
  { code: '0428', name: 'Vingåker' },
  { code: '0482', name: 'Flen' },
]
const read = (text: string, wave: WaveKind = 'baseline') =>
  readResponses(text, { questionnaire, wave, municipalities, defaultLanguage: 'sv' })
const places = { municipalities, actorGroups: questionnaire.actorGroups, defaultLanguage: 'sv' } as const

test('a wide file: a row per participant, columns by item id in any case and order', () => {
  const { form, rows, items, faults, warnings } = read(
    'd2,Kommun,id,AKTÖRSGRUPP,N1,D1,Diarienummer\n5,flen,A-1,ftg,10,1,x\n,0428,A-2,LUG,0,2,y\n',
  )
  expect({ form, items, faults }).toEqual({ form: 'wide', items: ['D1', 'D2', 'N1'], faults: [] })
  expect(rows).toEqual([
    {
      row: 2,
      id: 'A-1',
      municipalityCode: '0482',
      actorGroup: 'FTG',
      language: 'sv',
      answers: { D2: 5, N1: 10, D1: 1 },
    },
    { row: 3, id: 'A-2', municipalityCode: '0428', actorGroup: 'LUG', language: 'sv', answers: { N1: 0, D1: 2 } },
  ])
  expect(warnings).toEqual([{ row: 1, column: 'Diarienummer', code: 'column_ignored', value: 'Diarienummer' }])
})

test('a long file: a row per answer, gathered by participant; unknown items are named once', () => {
  const { form, rows, faults, warnings } = read(
    'deltagare,wave,item,value\nA-1,baseline,D1,1\nA-2,baseline,D1,-9\nA-1,baseline,D2,Stämmer helt\nA-1,endline,D1,5\nA-1,,X9,1\nA-2,,X9,1\n',
  )
  expect({ form, faults }).toEqual({ form: 'long', faults: [] })
  expect(rows).toMatchObject([
    { row: 2, id: 'A-1', municipalityCode: null, answers: { D1: 1, D2: 5 } },
    { row: 3, id: 'A-2', answers: {} },
  ])
  expect(warnings).toMatchObject([{ row: 6, code: 'item_ignored', value: 'X9' }])
})

test.each([
  ['1', 1],
  [' 5 ', 5],
  ['3.0', 3],
  ['3,0', 3],
  ['stämmer DELVIS', 3],
  ['Partly true', 3],
  ['-1', { missing: 'dont_know' }],
  ['\u22121', { missing: 'dont_know' }],
  ['Vet ej', { missing: 'dont_know' }],
  ['-2', { missing: 'not_applicable' }],
  ['-8', undefined],
  ['-9', undefined],
  ['', undefined],
  [' ', undefined],
])('%j in an item of five points is %j', (cell, answer) => {
  const { rows, faults } = read(`id;D1;D2\nA;"${cell}";1\n`)
  expect(faults).toEqual([])
  expect(rows[0]?.answers).toEqual(answer === undefined ? { D2: 1 } : { D1: answer, D2: 1 })
})

test.each([
  '0',
  '6',
  '3.5',
  '3,5',
  'NaN',
  'Infinity',
  '1e400',
  '1e0',
  '9007199254740993',
  'NA',
  'true',
  '-3',
  'vet',
  '٣',
])('%j is no answer to an item of five points', (cell) => {
  expect(read(`id;D1\nA;${cell}\n`).faults).toEqual([
    { row: 2, column: 'D1', code: 'answer_unknown', value: cell, expected: '1, 2, 3, 4, 5, -1, -2' },
  ])
})

test('a point of the scale goes before a missing code of the same number', () => {
  // P1 runs from −2 to +2 and offers no missing answer; it is asked at the end only.
  expect(read('id,P1\nA,-1\nB,-2\nC,-9\n', 'endline').rows.map(({ answers }) => answers)).toEqual([
    { P1: -1 },
    { P1: -2 },
    {},
  ])
  // Contact offers "don't know" and not "not applicable".
  expect(read('id,G_LUG\nA,-2\n').faults).toMatchObject([{ code: 'answer_unknown', expected: '0, 1, 2, 3, 4, 5, -1' }])
})

test('an answer to an item that the wave does not ask is a fault; its not-asked code is not', () => {
  const { rows, faults } = read('id,P1,D1\nA,1,2\nB,-8,2\n')
  expect(faults).toMatchObject([{ row: 2, column: 'P1', code: 'answer_not_asked', value: '1', expected: 'baseline' }])
  expect(rows[1]?.answers).toEqual({ D1: 2 })
})

test('an answer that the form would have hidden is left out, and said', () => {
  // A business is not asked about its contact with businesses.
  const { rows, faults, warnings } = read('id,actor_group,G_FTG,G_LUG\nA,FTG,3,4\nB,LUG,3,\n')
  expect(faults).toEqual([])
  expect(rows.map(({ answers }) => answers)).toEqual([{ G_LUG: 4 }, { G_FTG: 3 }])
  expect(warnings).toEqual([{ row: 2, column: 'G_FTG', code: 'answer_hidden', value: '3' }])
})

test('choices and texts are read too; a text too long is a fault', () => {
  const { rows, faults } = read(`id;B2;B4;O1\nA;KFV;2;"rad ett\r\nrad två"\nB;Företag;;${'x'.repeat(2001)}\n`)
  expect(rows[0]?.answers).toEqual({ B2: 'KFV', B4: 2, O1: 'rad ett\nrad två' })
  expect(rows[1]?.answers.B2).toBe('FTG')
  expect(faults).toMatchObject([{ row: 3, column: 'O1', code: 'value_too_long', expected: '2000' }])
})

test('a blank row is no response, and a participant stands once', () => {
  const { rows, faults } = read('id,D1\nA,\nB,1\n,2\nB,3\n')
  expect(rows[0]).toMatchObject({ id: 'A', answers: {} })
  expect(faults).toMatchObject([
    { row: 4, column: 'id', code: 'value_missing' },
    { row: 5, column: 'id', code: 'participant_twice', value: 'B', otherRow: 3 },
  ])
  expect(read('id,item,value\nA,D1,1\nA,D1,2\n').faults).toMatchObject([{ row: 3, code: 'answer_twice', otherRow: 2 }])
  expect(read('id,kommun,item,value\nA,Flen,D1,1\nA,0428,D2,2\n').faults).toMatchObject([
    { row: 3, code: 'participant_differs', otherRow: 2 },
  ])
})

test('rows of other waves are counted and left alone; a wave that does not exist is a fault', () => {
  const { rows, otherWaves, faults } = read('id,wave,D1\nA,baseline,1\nA,endline,2\nB,före,3\n')
  expect(rows).toHaveLength(1)
  expect(otherWaves).toBe(2)
  expect(faults).toMatchObject([{ row: 4, column: 'wave', code: 'wave_unknown', value: 'före' }])
})

test('a file without participants or without a single item is refused, and says what it has', () => {
  expect(read('namn,D1\nA,1\n').faults).toMatchObject([{ code: 'header_missing', value: 'id', expected: 'namn, D1' }])
  expect(read('id,x\nA,1\n').faults).toMatchObject([{ code: 'header_missing', value: 'B2, B3, B4, D1, D2' }])
  expect(read('id,D1,d1\nA,1,2\n').faults).toMatchObject([{ code: 'header_twice', value: 'd1', expected: 'D1' }])
  expect(read('').faults).toMatchObject([{ code: 'file_empty' }])
  expect(read('id,D1\n811218-9876,1\n').faults).toMatchObject([{ row: 2, column: 'id', code: 'identity_number' }])
})

test('a roster places people, and tells who was asked without answering', () => {
  const roster = readRoster('id,group,actor_group\nA,Flen,LUG\nB,Vingåker,Företag\n', places)
  expect(roster).toMatchObject({ faults: [], warnings: [] })
  const { rows } = readResponses('id,D1\nA,3\n', {
    questionnaire,
    wave: 'baseline',
    municipalities,
    defaultLanguage: 'sv',
    roster: roster.entries,
  })
  expect(rows).toEqual([
    { row: 2, id: 'A', municipalityCode: '0482', actorGroup: 'LUG', language: 'sv', answers: { D1: 3 } },
    { row: 0, id: 'B', municipalityCode: '0428', actorGroup: 'FTG', language: 'sv', answers: {} },
  ])
  expect(readRoster('id,group,actor_group\nA,Flen,LUG\nA,Flen,\n', places).faults).toMatchObject([
    { row: 3, code: 'participant_twice', otherRow: 2 },
    { row: 3, column: 'actor_group', code: 'value_missing' },
  ])
  expect(listUnits('id,group\n1,Öst\n2,Ad\n3,Öst\n4,Åby\n').units.map(({ code }) => code)).toEqual(['Ad', 'Åby', 'Öst'])
})
