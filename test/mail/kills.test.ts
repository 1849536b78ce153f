// The short form of the kill table; the long one is `node bin/run.mjs test/mail/kill-table.ts --kills 100`.
import { expect, test } from 'vitest'
import { type KillPlan, killAgainAndAgain, printKillTable } from './kill-table.ts'

test('killed again and again, nobody gets a second copy, and whoever has none is shown', async () => {
  const plan: KillPlan = { kills: 15, connections: 2, seed: 6 }
  const table = await killAgainAndAgain(plan)
  console.log(printKillTable(plan, table))
  expect(table.unknownPerKill).toHaveLength(plan.kills)
  expect(Math.max(...table.unknownPerKill)).toBeLessThanOrEqual(plan.connections)
  expect([...table.copies.keys()].filter((copies) => copies > 1)).toEqual([])
  expect(table.copies.get(1)).toBeGreaterThan(table.people - plan.kills * plan.connections - 1)
  expect([...table.without.keys()].filter((state) => state !== 'unknown')).toEqual([])
  expect(table.lost).toBe(0)
}, 240_000)
