import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { listFigures, pathText } from '#cuts/figures.ts'
import { treeOf } from '#cuts/published-results.ts'
import { resultsCsv, resultsJson } from '#report/results-files.ts'
import { results } from './sample-results.ts'

const rows = (csv: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, delimiter, skipEmptyLines: true }).data

const figures = listFigures(treeOf(results))
const all = rows(resultsCsv(results, 'research', 'sv'), ',')

test('holds a row for every figure, under the address that the command prints', () => {
  expect(all.map(({ path }) => path)).toEqual(figures.map(({ path }) => pathText(path)))
  expect(new Set(all.map(({ path }) => path)).size).toBe(all.length)
})

test('gives every figure in full precision, a word as a word, and none of a withheld row', () => {
  for (const [at, { value, withheld }] of figures.entries()) {
    const row = all[at]
    const told = [row?.value, row?.word, row?.status]
    if (withheld) expect(told).toEqual(['', '', value])
    else if (value === null) expect(told).toEqual(['', '', 'not_computed'])
    else if (typeof value === 'number') expect([Number(row?.value), row?.word, row?.status]).toEqual([value, '', 'ok'])
    else expect(told).toEqual(['', String(value), 'ok'])
  }
})

test('says of which measure, of whom, and which estimate', () => {
  const rowAt = (path: string) => all.find((row) => row.path === path)
  const [first] = results.indicators
  const flen = first?.byMunicipality.find(({ change }) => change.paired.shown)
  expect(rowAt(`indicators/${first?.indicator.id}/overall/paired/meanChange`)).toMatchObject({
    indicator: first?.indicator.id,
    title: first?.indicator.title.sv,
    group_kind: 'everybody',
    group_code: '',
    estimate: 'paired',
    field: 'meanChange',
    what: 'Förändring',
    n: String(first?.overall.paired.shown && first.overall.paired.value.n),
  })
  expect(rowAt(`indicators/${first?.indicator.id}/byMunicipality/${flen?.code}/paired/interval/low`)).toMatchObject({
    group_kind: 'municipality',
    group_code: flen?.code,
    group: flen?.name,
    estimate: 'paired',
    field: 'interval_low',
  })
})

test('never tells nobody from too few, as CSV or JSON', () => {
  for (const file of [resultsCsv(results, 'research', 'en'), resultsCsv(results, 'excel', 'sv'), resultsJson(results)])
    expect(file).not.toContain('suppressed')
})

test('as JSON is the results themselves', () => {
  const read = JSON.parse(resultsJson(results))
  expect(read.indicators[0].overall.paired).toEqual(results.indicators[0]?.overall.paired)
})

test('for Excel keeps codes as text, decimals with a comma, and says words and statuses in Swedish', () => {
  const csv = resultsCsv(results, 'excel', 'sv')
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv).toContain('"=""0428"""')
  expect(csv).toMatch(/;\d+,\d+;/)
  const read = rows(csv, ';')
  const statuses = ['visas', 'för få svar', 'ej jämförbart', 'ingen spridning', 'inte beräknat']
  expect(new Set(read.map((row) => row.Status))).toEqual(new Set(statuses))
  expect(read.find((row) => row.Fält === 'finding' && row.Grupp === 'Alla personer')?.['Värde i ord']).toBe('har ökat')
})
