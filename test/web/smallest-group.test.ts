// A project that shows groups of eight and more shows no smaller one anywhere: results, files, cut, comparison, release.
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPublished } from '#cuts/published-results.ts'
import { publishCut } from '#publication.ts'
import { writeResearchArchive } from '#research/archive.ts'
import { getCutResults } from '#store/cuts.ts'
import { changeSmallestGroup } from '#store/projects.ts'
import { fillProject } from '../support/answers.ts'
import { rowsIn } from '../support/printed.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
const base = '/projects/service'

/** Seven people of Flen, nine of Ljungby: a group of five would show both. */
beforeAll(async () => {
  world = await makeWorld()
  fillProject(world, { flen: 7 })
  changeSmallestGroup(world.db, world.project, 8, 'system', morning)
}, 60_000)
afterAll(() => world.close())

const read = async (url: string) => (await world.get(`${base}/${url}`, { as: 'evaluator' })).body

test('the pages say eight, and hide Flen’s seven', async () => {
  for (const url of ['results?indicator=D', 'compare?view=municipalities&indicator=D']) {
    const body = await read(url)
    expect(body).toMatch(/(färre|mindre) än 8|minst 8/)
    const rows = rowsIn(body).filter(({ heading }) => heading === 'Flen')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ cells }) => /\d/.test(cells.join(' ').replaceAll('<8', '')))).toEqual([])
  }
})

test('the files and the cut have no figure of fewer than eight', async () => {
  const publication = await publishCut(world.db, world.project, 'system', morning)
  if (publication.outcome !== 'made') throw new Error(publication.outcome)
  const cut = readPublished(getCutResults(world.db, publication.cut))
  const json = JSON.parse(await read('results.json')) as typeof cut
  for (const { threshold, indicators, match } of [cut, json]) {
    expect(threshold).toBe(8)
    for (const { byMunicipality, overall } of indicators) {
      const flen = byMunicipality.find(({ code }) => code === '0482')
      expect([flen?.change.paired.shown, flen?.change.all.shown]).toEqual([false, false])
      // All less Ljungby would be Flen, so Ljungby is hidden too where all are told.
      const ljungby = byMunicipality.find(({ code }) => code === '0781')
      expect(ljungby?.change.paired.shown && overall.paired.shown).toBe(false)
    }
    expect(match.byMunicipality.find(({ code }) => code === '0482')?.counts.shown).toBe(false)
  }
  const csv = await read('results.csv')
  expect(csv).not.toMatch(/byMunicipality\/0482\/paired\/.*,ok,/)
})

test('a release holds no municipality of which a figure is hidden, and here that leaves none', async () => {
  const { db, project } = world
  const output = new PassThrough()
  await expect(
    writeResearchArchive(db, project, { level: 'release', language: 'sv', now: morning }, output, {}),
  ).rejects.toMatchObject({ code: 'nothing_to_release', status: 409 })
  expect(output.destroyed).toBe(true)
})
