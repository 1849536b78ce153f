// Freezing after an upgrade: cuts of an earlier program, beside what this one computes.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compute } from '#computing/computing.ts'
import { canonicalJson } from '#cuts/canonical-json.ts'
import { readPublished } from '#cuts/published-results.ts'
import { publishCut } from '#publication.ts'
import { findWavePair } from '#results.ts'
import { addCut } from '#store/cuts.ts'
import { fillProject } from './support/answers.ts'
import { makeWorld, morning, type World } from './support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  fillProject(world, { flen: 20 })
})
afterEach(() => world.close())

/** Freezes what a program with another formula computed. @param inputSha256 of its answers; left out = the same */
async function freezeBefore(inputSha256?: string): Promise<void> {
  const { db, project } = world
  const pair = findWavePair(db, project, morning)
  if (typeof pair === 'string') throw new Error(pair)
  const edition = await compute(db, 'edition', pair)
  const results = readPublished(edition.results)
  for (const { overall } of results.indicators) if (overall.paired.shown) overall.paired.value.meanChange *= 1.01
  const old = { ...edition, results: canonicalJson(results), resultsSha256: 'a'.repeat(64) }
  addCut(db, { ...old, inputSha256: inputSha256 ?? edition.inputSha256 }, 'system', morning)
}

test('a changed formula does not stop a new cut of the same answers', async () => {
  await freezeBefore()
  expect((await publishCut(world.db, world.project, 'system', morning)).outcome).toBe('made')
})

test('as many people with other figures do, where the answers have changed', async () => {
  await freezeBefore('b'.repeat(64))
  const publication = await publishCut(world.db, world.project, 'system', morning)
  expect(publication.outcome === 'refused' && publication.faults.map(({ reason }) => reason)).toContain('same_number')
})
