import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { resultsCsv, resultsJson } from '#report/results-files.ts'
import { results } from './sample-results.ts'

const rows = (csv: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, delimiter, skipEmptyLines: true }).data

test('holds a row for everybody and each municipality, per measure', () => {
  const all = rows(resultsCsv(results, 'research', 'sv'), ',')
  expect(all).toHaveLength(results.indicators.length * (1 + 11))
  expect(new Set(all.map((row) => row.indicator))).toEqual(
    new Set(results.indicators.map(({ indicator }) => indicator.id)),
  )
})

test('gives every figure in full precision, and none of a withheld row', () => {
  const all = rows(resultsCsv(results, 'research', 'sv'), ',')
  for (const { indicator, overall, byMunicipality } of results.indicators)
    for (const { code, change } of [{ code: '', change: overall }, ...byMunicipality]) {
      const row = all.find((candidate) => candidate.indicator === indicator.id && candidate.municipality_code === code)
      if (change.paired.shown) {
        expect([row?.status, Number(row?.change), Number(row?.n)]).toEqual([
          'ok',
          change.paired.value.meanChange,
          change.paired.value.n,
        ])
        continue
      }
      expect([row?.n, row?.from_mean, row?.change, row?.change_low, row?.improved].join('')).toBe('')
      expect(row?.status).not.toBe('ok')
    }
})

test('never tells nobody from too few, as CSV or JSON', () => {
  for (const file of [resultsCsv(results, 'research', 'en'), resultsCsv(results, 'excel', 'sv'), resultsJson(results)])
    expect(file).not.toContain('suppressed')
})

test('as JSON is the results themselves', () => {
  const read = JSON.parse(resultsJson(results))
  expect(read.indicators[0].overall.paired).toEqual(results.indicators[0]?.overall.paired)
})

test('for Excel keeps codes as text and decimals with a comma', () => {
  const csv = resultsCsv(results, 'excel', 'sv')
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv).toContain('"=""0428"""')
  expect(csv).toMatch(/;\d+,\d+;/)
})
