// docs/demo.md tells readers what is planted: the page and the generator must say the same.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoSeed } from '#demo/demo.ts'
import { indexScales, laterPlans, type MunicipalityPlan, plannedScales, plans, plantedIndexChange } from '#demo/plan.ts'
import { changeTable, peopleTable } from '#demo/plan-tables.ts'
import { simulateChange } from '#demo/simulation.ts'
import { versions } from './versions.ts'

const page = readFileSync(path.join(import.meta.dirname, '../../docs/demo.md'), 'utf8').replaceAll('\r\n', '\n')
const tableOf = (name: string): string => page.match(new RegExp(`<!-- ${name}: begin -->\n([^]*?)\n<!--`))?.[1] ?? ''

/** "+7 (+6.8)" → planted 7, implied 6.8. */
function readCell(cell: string): { planted: number; implied: number } {
  const [, planted = '', implied = ''] = cell.match(/^(\S+) \((\S+)\)$/) ?? []
  const toNumber = (text: string) => Number(text.replace('\u2212', '-'))
  return { planted: toNumber(planted), implied: toNumber(implied) }
}

const rowsOf = (name: string) =>
  tableOf(name)
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, code = '', , ...cells]) => ({ code, cells: cells.slice(0, -1).map(readCell) }))
const rows = rowsOf('change')

// A twentieth of the people behind the printed numbers. Of one cell, four standard errors: single item 29/√10000 = 0.3.
const simulated = new Map(plans.map((place) => [place.code, simulateChange(place, versions, 10_000, demoSeed)]))

describe.each<[string, readonly MunicipalityPlan[]]>([
  ['', plans],
  ['later ', laterPlans],
])('of the %sprogramme', (programme, places) => {
  test('the table of people is the plan’s', () => {
    expect(tableOf(`${programme}people`)).toBe(peopleTable(places))
  })

  test('the planted changes are printed as they are planned, with what the model can make of them', () => {
    const planned = places.map((place) => ({
      code: place.code,
      planted: [plantedIndexChange(place), ...plannedScales.map((scale) => place.change[scale])],
    }))
    const printed = rowsOf(`${programme}change`)
    expect(printed.map(({ code, cells }) => ({ code, planted: cells.map((cell) => cell.planted) }))).toEqual(planned)
    // The ends of the scale take some per cent off, and chance is 0.2.
    for (const { code, cells } of printed)
      for (const { planted, implied } of cells) expect(Math.abs(implied - 0.96 * planted), code).toBeLessThan(0.6)
  })
})

test('the implied changes are what the model makes of them', () => {
  let gap = 0
  for (const place of plans) {
    const implied = simulated.get(place.code)
    const cells = rows.find(({ code }) => code === place.code)?.cells.slice(1) ?? []
    plannedScales.forEach((scale, at) => {
      const printed = cells[at]?.implied ?? Number.NaN
      expect(Math.abs(printed - (implied?.[scale] ?? Number.NaN)), `${place.code} ${scale}`).toBeLessThan(1.2)
      gap += printed - (implied?.[scale] ?? Number.NaN)
    })
  }
  // Over all 88 cells chance is smaller: about 0.03.
  expect(Math.abs(gap / (plans.length * plannedScales.length))).toBeLessThan(0.12)
})

test('a table that is written anew has the form of the one on the page', () => {
  const place = (table: string) => table.replaceAll(/\(\S+\)/g, '(…)')
  const zero = { D: 0, S: 0, H: 0, I: 0, F: 0, L: 0, T: 0, K1: 0 }
  expect(place(changeTable(plans, () => zero))).toBe(place(tableOf('change')))
})

describe('in a large crowd', () => {
  test('the change comes out near the planted one, shrunken by the ends of the scale but never by a tenth', () => {
    for (const place of plans)
      for (const scale of plannedScales) {
        const planted = place.change[scale]
        const found = simulated.get(place.code)?.[scale] ?? Number.NaN
        expect(Math.abs(found - planted * 0.96), `${place.code} ${scale}`).toBeLessThan(1.2)
      }
    const ofIndex = plans.reduce((sum, place) => sum + plantedIndexChange(place), 0)
    const found = plans.reduce(
      (sum, { code }) =>
        sum + indexScales.reduce((total, scale) => total + (simulated.get(code)?.[scale] ?? Number.NaN), 0) / 6,
      0,
    )
    expect(found / ofIndex).toBeGreaterThan(0.9)
    expect(found / ofIndex).toBeLessThan(1)
  })

  test('nothing is found where nothing is planted', () => {
    const unchanged = simulated.get('0765')
    for (const scale of plannedScales) expect(Math.abs(unchanged?.[scale] ?? Number.NaN)).toBeLessThan(1.2)
  })
})
