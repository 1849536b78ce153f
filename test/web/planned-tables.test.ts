// Nobody asks for a table of their own: what may be chosen on each page of results stands in the table plan, and an
// address that names anything else is refused.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OutletName, outlets, tablePlan } from '#indicators/table-plan.ts'
import { fillProject } from '../support/answers.ts'
import { makeWorld, type World } from '../support/world.ts'

let world: World
const base = '/projects/service'
const addresses = {
  results: 'results',
  background: 'results/background',
  file: 'results.csv',
  charts: 'results/charts',
  chart: 'charts/change-D.csv',
  municipalities: 'compare?view=municipalities',
  groups: 'compare?view=groups',
  whole: 'compare?view=whole',
  programmes: 'compare?view=programmes',
} as const satisfies Record<OutletName, string>
const named = Object.entries(addresses) as [OutletName, string][]

beforeAll(async () => {
  world = await makeWorld()
  fillProject(world)
}, 60_000)
afterAll(() => world.close())

const statusOf = async (address: string, choice: string) => {
  const url = `${base}/${address}${address.includes('?') ? '&' : '?'}${choice}`
  return (await world.get(url, { as: 'evaluator' })).statusCode
}

describe.each(named)('%s', (name, address) => {
  test.each(['municipality=0482', 'actorGroup=LUG', 'dose=1', 'of=municipality-0482&group=LUG'])(
    'refuses %s',
    async (choice) => {
      expect(await statusOf(address, choice)).toBe(address.startsWith('compare') ? 422 : 400)
    },
  )

  test('takes what is planned, and the language', async () => {
    expect(await statusOf(address, 'lang=en')).toBe(200)
    for (const choice of outlets[name].choices)
      expect([choice, await statusOf(address, `${choice}=`)]).toEqual([choice, 200])
  })
})

test('every outlet shows tables of the plan alone, and no table divides people in more than two ways', () => {
  const planned = new Set(tablePlan.map(({ name }) => name))
  for (const { tables } of Object.values(outlets)) for (const table of tables) expect(planned).toContain(table)
  for (const { name, by } of tablePlan) expect([name, by.length <= 2]).toEqual([name, true])
})
