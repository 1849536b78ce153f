// The short form; the long one is `node bin/run.mjs test/mail/outbox-model.ts --steps 10000`.
import { expect, test } from 'vitest'
import { printModelRun, runModel } from './outbox-model.ts'

test('whatever people, servers and clocks do: no mail after an answer, none outside the hours, and counts add up', async () => {
  const run = await runModel(1000, 6)
  console.log(printModelRun(run))
  expect(run.steps).toBeGreaterThanOrEqual(1000)
  expect(run.letters).toBeGreaterThan(0)
  expect(run.mailings).toBeGreaterThan(0)
}, 120_000)
