// Offsets and record numbers are those of the PSPP developer's manual, appendix "System File Format".
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { missingOfNumber } from '#research/sav/missing.ts'
import { writeSav } from '#research/sav/sav.ts'
import type { Column } from '#research/variable.ts'
import { runProgram, runR } from '../support/programs.ts'

interface Row {
  municipality: string | null
  group: string | null
  answer: number | null
  score: number | null
}

const both = (text: string) => ({ sv: text, en: text })
const described = {
  meaning: both(''),
  type: 'rating',
  source: '',
  values: [],
  missing: [],
  waves: [],
  scores: [],
} as const
const longest = 'ä'.repeat(300)
const missing = [
  { code: -1, label: both('Vet ej') },
  { code: -2, label: both('Inte aktuellt') },
  { code: -9, label: both('Inte besvarad') },
]
const columns: Column<Row>[] = [
  {
    ...described,
    name: 'municipality',
    label: both('Kommunkod'),
    values: [{ code: '0428', label: both('Vingåker') }],
    storage: 'code',
    value: (row) => row.municipality,
  },
  {
    ...described,
    name: 'a_group_with_a_long_name',
    label: both('Grupp'),
    values: [{ code: 'UTVECKLING', label: both('Utvecklingsgrupp, byalag eller bygderåd') }],
    missing: missing.slice(2),
    storage: 'code',
    value: (row) => row.group,
  },
  {
    ...described,
    name: 'D1',
    label: both(longest),
    values: [{ code: 1, label: both('Stämmer inte alls') }],
    missing,
    storage: 'number',
    value: (row) => row.answer,
  },
  { ...described, name: 'score_D', label: both('Samtal'), storage: 'number', decimals: 2, value: (row) => row.score },
]
const rows: Row[] = [
  { municipality: '0428', group: 'UTVECKLING', answer: 1, score: 200 / 3 },
  { municipality: '2505', group: '-9', answer: -9, score: null },
  { municipality: null, group: null, answer: null, score: 0 },
]
const file = Buffer.concat([
  ...writeSav(columns.map(withWidth), rows, {
    label: 'Åtgärd',
    rows: 3,
    language: 'sv',
    at: Date.UTC(2026, 10, 22, 9),
  }),
])

/** Municipality 2505 is in the data, so its code is among the values: widths come from them. */
function withWidth(column: Column<Row>): Column<Row> {
  return column.name === 'municipality'
    ? { ...column, values: [...column.values, { code: '2505', label: both('Arvidsjaur') }] }
    : column
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'samverka-sav-'))
  writeFileSync(path.join(folder, 'file.sav'), file)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the header says what stands in it: layout 2, cells, no compression, rows, bias, day', () => {
  expect(file.toString('latin1', 0, 4)).toBe('$FL2')
  // One cell for a code of four letters, two for ten, one for each number.
  expect([64, 68, 72, 76, 80].map((at) => file.readInt32LE(at))).toEqual([2, 5, 0, 0, 3])
  expect(file.readDoubleLE(84)).toBe(100)
  expect(file.toString('latin1', 92, 109)).toBe('22 Nov 2609:00:00')
  expect(file.toString('utf8', 109, 117)).toBe('Åtgärd')
  // The first variable: record 2, a text of four bytes, with a label, without missing codes, format A4.
  expect([176, 180, 184, 188, 192].map((at) => file.readInt32LE(at))).toEqual([2, 4, 1, 0, 0x010400])
})

test('cases are whole cells: texts with blanks, numbers as doubles, the lowest double where there is none', () => {
  const size = 8 * 5
  const cases = file.subarray(file.length - 3 * size)
  expect(cases.toString('latin1', 0, 24)).toBe('0428    UTVECKLING      ')
  expect([24, 32].map((at) => cases.readDoubleLE(at))).toEqual([1, 200 / 3])
  expect([size + 24, size + 32].map((at) => cases.readDoubleLE(at))).toEqual([-9, -Number.MAX_VALUE])
  expect(cases.toString('latin1', 2 * size, 2 * size + 24)).toBe(' '.repeat(24))
  expect([2 * size + 24, 2 * size + 32].map((at) => cases.readDoubleLE(at))).toEqual([-Number.MAX_VALUE, 0])
})

test('a code wider than its column stops the file', () => {
  const write = () => [
    ...writeSav(columns, [{ ...rows[0], municipality: '04289' } as Row], { label: '', rows: 1, language: 'sv', at: 0 }),
  ]
  expect(write).toThrow(RangeError)
})

test('three missing codes stand by themselves, more become a range that no valid code lies in', () => {
  const points = (codes: readonly number[]) => codes.map((code) => ({ code, label: null }))
  const gone = (codes: readonly number[]) => codes.map((code) => ({ code, label: both('') }))
  const told = (missing: readonly number[], values: readonly number[]) => {
    const { count, values: bytes } = missingOfNumber({ missing: gone(missing), values: points(values) })
    return [count, ...bytes.map((value) => value.readDoubleLE())]
  }
  expect(told([-1, -2, -9], [1, 2])).toEqual([3, -9, -2, -1])
  expect(told([-1, -2, -9, -8], [0, 5])).toEqual([-2, -9, -1])
  expect(told([-9, -8, -7, 9], [-2, 2])).toEqual([-3, -9, -7, 9])
  expect(() => told([-9, -5, -3, -1], [-8, -4, -2])).toThrow(RangeError)
})

// Labels of missing codes are left out by that package.
test('R’s foreign reads codes as texts, labels and missing', (context) => {
  const script = `d <- foreign::read.spss("file.sav", to.data.frame = TRUE, use.value.labels = FALSE)
    cat(nrow(d), trimws(d$municipality), d$D1, round(d$score_D, 3), attr(d$D1, "value.labels"), sep = "|")`
  const { out } = runR(context, ['foreign'], script, folder)
  expect(out.split('|')).toEqual(['3', '0428', '2505', '', '1', 'NA', 'NA', '66.667', 'NA', '0', '1'])
}, 60_000)

test('R’s haven reads long names, labels and missing codes of long texts', (context) => {
  const script = `d <- haven::read_sav("file.sav", user_na = TRUE)
    cat(names(d), d$a_group_with_a_long_name, names(attr(d$a_group_with_a_long_name, "labels")), attr(d$a_group_with_a_long_name, "na_values"),
      attr(d$D1, "na_values"), names(attr(d$D1, "labels")), nchar(attr(d$D1, "label")), names(attr(d$municipality, "labels")), sep = "|")`
  const { out } = runR(context, ['haven'], script, folder)
  expect(out.split('|')).toEqual([
    ...columns.map(({ name }) => name),
    ...['UTVECKLING', '-9', ''],
    ...['Utvecklingsgrupp, byalag eller bygderåd', 'Inte besvarad', '-9'],
    ...['-9', '-2', '-1'],
    ...['Stämmer inte alls', 'Vet ej', 'Inte aktuellt', 'Inte besvarad'],
    '126',
    ...['Vingåker', 'Arvidsjaur'],
  ])
}, 60_000)

test('PSPP reads the same', (context) => {
  const { status, error } = runProgram(context, 'pspp-convert', ['file.sav', 'back.csv'], folder)
  expect([status, error]).toEqual([0, ''])
  expect(
    readFileSync(path.join(folder, 'back.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => cell.trim())),
  ).toEqual([
    columns.map(({ name }) => name),
    ['0428', 'UTVECKLING', '1', '66.66666666666667'],
    ['2505', '-9', '-9', ''],
    ['', '', '', '0'],
  ])
}, 60_000)
