import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readTable, responseLimits } from '#intake/table.ts'
import { type CsvProfile, csvChunks } from '#report/csv.ts'
import { codebookCsv } from '#research/formats/codebook-csv.ts'
import { pseudonymsFrom } from '#research/pseudonym.ts'
import { restrictedSelection } from '#research/selection.ts'
import { longTable, type Table, wideTable } from '#research/tables.ts'
import { csvColumn } from '#research/variable.ts'
import type { PanelPerson, PanelWave } from '#store/panel.ts'
import type { Answers } from '#survey/answer.ts'
import { parseQuestionnaire, type WaveKind } from '#survey/questionnaire.ts'
import { answers, everyType } from '../survey/every-type.ts'

const load = (version: number) => {
  const file = path.join(import.meta.dirname, `../../surveys/samverkan/v${version}.json`)
  return parseQuestionnaire(readFileSync(file, 'utf8'), file)
}
const waves = [
  { kind: 'baseline', questionnaire: load(1) },
  { kind: 'endline', questionnaire: load(2) },
] as const
const places = [
  { code: '0428', name: 'Vingåker' },
  { code: '0482', name: 'Flen' },
]
const selection = restrictedSelection(waves, places, { includeText: false })
const withText = restrictedSelection(waves, places, { includeText: true })

// 28 February 2027, 23:30 UTC: in Sweden it is the first of March.
const late = Date.UTC(2027, 1, 28, 23, 30)
const wave = (kind: WaveKind, actorGroup: string, version: number, answers: Answers): PanelWave => ({
  kind,
  actorGroup,
  response: { version, language: 'sv', mode: 'web', submittedAt: late, answers },
})
const asa: PanelPerson = {
  name: 'p1',
  municipality: '0428',
  actorGroup: 'FTG',
  waves: [
    wave('baseline', 'FTG', 1, { D1: 4, D2: 4, D3: { missing: 'dont_know' }, D4: 2, G_LUG: 0, O1: '=HYPERLINK("x")' }),
    wave('endline', 'FTG', 2, { D1: 5, P1: -2, B2: 'KFV' }),
  ],
}
const bo: PanelPerson = {
  name: 'p2',
  municipality: '0482',
  actorGroup: 'LUG',
  waves: [{ kind: 'baseline', actorGroup: 'LUG', response: null }],
}

function* write<Row>({ columns, rows }: Table<Row>, people: Iterable<PanelPerson>, profile: CsvProfile = 'research') {
  yield* csvChunks(
    profile,
    columns.map((column) => csvColumn(column, 'sv')),
    rows(people),
  )
}

function read(chunks: Iterable<string>): Record<string, string>[] {
  const { table, faults } = readTable([...chunks].join(''), responseLimits)
  if (!table) throw new Error(`not a table: ${faults[0]?.code}`)
  return table.rows.map(({ cells }) => Object.fromEntries(table.header.map((name, at) => [name, cells[at] ?? ''])))
}

test('long: a row per person and wave asked, with codes, missing codes and scores', () => {
  const [before, after, silent, ...none] = read(write(longTable(selection), [asa, bo]))
  expect(none).toEqual([])
  expect(before).toMatchObject({
    participant: 'p1',
    municipality: '0428',
    actor_group: 'FTG',
    wave: 'baseline',
    answered: '1',
    questionnaire_version: '1',
    language: 'sv',
    mode: 'web',
    submitted_day: '2027-03-01',
    D1: '4',
    D3: '-1', // don't know
    S1: '-9', // not answered
    G_LUG: '0',
    G_FTG: '-8', // a business is not asked about businesses
    P1: '-8', // asked at the end only
    // Dialogue: D1 75, D2 75, D4 reversed 75, three of four answered.
    score_D: '75',
    score_S: '',
  })
  expect(after).toMatchObject({ wave: 'endline', questionnaire_version: '2', P1: '-2', D1: '5', B2: 'KFV' })
  expect(silent).toMatchObject({ wave: 'baseline', answered: '0', D1: '', B2: '', submitted_day: '', score_D: '' })
})

test('a later revision has a column of its own, and says not asked where the other version was', () => {
  const [before, after] = read(write(longTable(selection), [asa]))
  // L1 was rewritten in version 2, D5 is new there.
  expect([before?.L1, before?.L1_r2, before?.D5]).toEqual(['-9', '-8', '-8'])
  expect([after?.L1, after?.L1_r2, after?.D5]).toEqual(['-8', '-9', '-9'])
})

test('whatever was left unasked says so in every column, and not what may still be answered to it', () => {
  // A business is not asked about businesses, but was asked when it was still somebody else.
  const changed = { ...asa, waves: [wave('baseline', 'FTG', 1, { G_FTG: 3 })] }
  expect(read(write(longTable(selection), [changed]))[0]).toMatchObject({ G_FTG: '-8', G_LUG: '-9' })
  const atTheEnd = everyType.items.map((item) => ({ ...item, waves: ['endline' as const] }))
  const later = restrictedSelection([{ kind: 'baseline', questionnaire: { ...everyType, items: atTheEnd } }], places, {
    includeText: true,
  })
  const table = longTable(later)
  const [row = {}] = read(write(table, [{ ...asa, waves: [wave('baseline', 'FTG', 1, answers)] }]))
  const items = table.columns.filter(({ name, source }) => source !== '' && !name.startsWith('score_'))
  expect(items.length).toBeGreaterThan(everyType.items.length)
  for (const { name } of items) expect([name, row[name]]).toEqual([name, '-8'])
})

test('a measure that was redefined says which version each column holds, in headings and codebook', () => {
  const table = longTable(selection)
  const [headings = ''] = [...write(table, [asa], 'excel')].join('').split('\r\n')
  expect(headings.split(';').filter((heading) => heading.startsWith('score_D'))).toEqual([
    'score_D: Samtal',
    'score_D_r2: Samtal (version 2)',
  ])
  const described = read([codebookCsv(table.columns, 'research', 'en')]).find(
    ({ variable }) => variable === 'score_D_r2',
  )
  expect([described?.text_sv, described?.text_en].map((text) => text?.split('.')[0])).toEqual([
    'Samtal (version 2)',
    'Dialogue (version 2)',
  ])
})

test('wide: a row per person, the wave after each name, empty where the person was not asked', () => {
  const [first, second] = read(write(wideTable(selection), [asa, bo]))
  expect(first).toMatchObject({ D1_baseline: '4', D1_endline: '5', score_D_baseline: '75', L1_r2_endline: '-9' })
  expect(second).toMatchObject({ answered_baseline: '0', answered_endline: '', D1_endline: '' })
  expect(Object.keys(first ?? {})).not.toContain('L1_r2_baseline')
})

test('free text stays at home unless asked for, and comes back as it was written', () => {
  const names = (of: typeof selection) => longTable(of).columns.map(({ name }) => name)
  expect(names(selection)).not.toContain('O1')
  expect(names(withText)).toContain('O1')
  const file = [...write(longTable(withText), [asa])].join('')
  expect(file).toContain(`"'=HYPERLINK(""x"")"`)
  const [before, after] = read([file])
  expect([before?.O1, after?.O1]).toEqual(['=HYPERLINK("x")', '-9'])
})

test('no file tells the time of day', () => {
  expect([...write(wideTable(withText), [asa, bo])].join('')).not.toMatch(/23:30|00:30/)
})

test('the Excel profile: BOM, semicolons, CRLF, decimal comma, codes as text, headings in words', () => {
  const person = { ...asa, waves: [wave('baseline', 'FTG', 1, { D1: 4, D2: 4, D4: 3 })] }
  const bytes = Buffer.from([...write(longTable(selection), [person], 'excel')].join(''))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [header = '', row = '', end, ...rest] = bytes.subarray(3).toString('utf8').split('\r\n')
  expect([end, rest]).toEqual(['', []])
  expect(header.split(';').slice(0, 4)).toEqual(['Deltagare', 'Kommunkod', 'Aktörsgrupp', 'Mätning'])
  expect(row).toContain(';"=""0428""";')
  // D1 75, D2 75, D4 reversed 50: two thirds of a hundred.
  expect(row).toContain(';66,67;')
  expect(row).toContain(';-9;')
})

test('however many people there are, they are asked for one by one', () => {
  let asked = 0
  function* crowd(): Generator<PanelPerson> {
    for (let at = 0; at < 20_000; at++) {
      asked += 1
      yield { ...bo, name: String(at) }
    }
  }
  const chunks = write(longTable(selection), crowd())
  chunks.next()
  chunks.next()
  expect(asked).toBeLessThanOrEqual(500)
  let rows = 0
  for (const chunk of chunks) rows += chunk.split('\r\n').length - 1
  expect(rows).toBe(20_000 - 500)
})

test('the codebook names every column of the research files, and each code', () => {
  const { columns } = longTable(withText)
  const file = codebookCsv(columns, 'research', 'en')
  const rows = read([file])
  expect(rows.map(({ variable }) => variable)).toEqual(columns.map(({ name }) => name))
  expect(rows.find(({ variable }) => variable === 'D4')).toMatchObject({
    source: 'D4@1',
    type: 'rating',
    missing: '(-1) Don’t know | (-2) Not applicable to me | (-9) Not answered | (-8) Not asked',
    scores: 'D (R)',
  })
  expect(rows.find(({ variable }) => variable === 'P1')?.values).toContain('(-2) ')
  expect(rows.find(({ variable }) => variable === 'municipality')?.values).toBe('(0428) Vingåker | (0482) Flen')
  expect(file).not.toMatch(/(^|,|")'/m)
})

// The oracle is Node's own keyed hash: RFC 2104.
test('a pseudonym is sixteen digits of HMAC-SHA-256, and another key gives another', () => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const expected = createHmac('sha256', one).update('åsa').digest('hex').slice(0, 16)
  expect(pseudonymsFrom(one)('åsa')).toBe(`p${expected}`)
  expect(pseudonymsFrom(other)('åsa')).not.toBe(`p${expected}`)
  expect(() => pseudonymsFrom(Buffer.alloc(31))).toThrow(RangeError)
})

test('pseudonyms of ids of any length a block can hold are those of the keyed hash, whatever came before', () => {
  const key = Buffer.alloc(32, 7)
  const nameOf = pseudonymsFrom(key)
  for (const id of ['1234567890123456', 'a', 'ö'.repeat(21), '', '１'.repeat(21), '1234567890123456'])
    expect(nameOf(id)).toBe(`p${createHmac('sha256', key).update(id).digest('hex').slice(0, 16)}`)
  expect(() => nameOf('1'.repeat(22))).toThrow(RangeError)
})
