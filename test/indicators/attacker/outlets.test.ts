// What the files say beside the cut: no more than it, and of a withheld figure neither a number nor how few it hides.
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { listFigures, pathText } from '#cuts/figures.ts'
import { publishedTree, publishResults } from '#cuts/published-results.ts'
import { tablePlan } from '#indicators/table-plan.ts'
import { csvProfiles } from '#report/csv.ts'
import { resultsCsv, resultsJson } from '#report/results-files.ts'
import { compute } from './publish.ts'
import { randomProject } from './random-project.ts'

const projects = Array.from({ length: 20 }, (_, at) => compute(randomProject(at + 1)))
const cuts = projects.map(({ results, context }) => ({
  results,
  context,
  cut: publishResults(results, context),
  figures: new Map(
    listFigures(publishedTree(publishResults(results, context))).map((figure) => [pathText(figure.path), figure]),
  ),
}))

test('a CSV has the figures of the cut under their addresses, and nothing beside the status of a withheld one', () => {
  for (const { results, context, figures } of cuts) {
    const { data } = Papa.parse<Record<string, string>>(resultsCsv({ ...results, context }, 'research', 'sv').trim(), {
      header: true,
    })
    expect(data.map(({ path }) => path)).toEqual([...figures.keys()])
    for (const { path = '', value, word, status, n } of data) {
      const figure = figures.get(path)
      if (figure?.withheld) expect([path, value, word, n, status]).toEqual([path, '', '', '', figure.value])
      else if (typeof figure?.value === 'number') expect(Number(value), path).toBe(figure.value)
    }
  }
})

test('hidden and nobody have one status in every file', () => {
  for (const { results, context, cut } of cuts)
    for (const text of [
      cut,
      resultsJson(results),
      ...csvProfiles.map((profile) => resultsCsv({ ...results, context }, profile, 'sv')),
    ])
      expect(text).not.toContain('suppressed')
})

test('every table of a cut stands in the plan, and divides people in two ways at most', () => {
  for (const { figures } of cuts)
    for (const address of figures.keys()) {
      const tables = tablePlan.filter(({ address: pattern }) => pattern.test(address))
      expect([address, tables.map(({ name }) => name)]).toEqual([address, [expect.any(String)]])
    }
  for (const { name, by } of tablePlan) expect(by.length, name).toBeLessThanOrEqual(2)
})
