// Once figures are frozen nothing that anybody reads moves with a single answer: every outlet keeps to the latest cut
// until another one, that may stand beside it, takes the answers in.
import { createWriteStream, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '#cuts/canonical-json.ts'
import { formatDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { publishCut } from '#publication.ts'
import { writeResearchArchive } from '#research/archive.ts'
import { resultsFor } from '#results.ts'
import { type Cut, listCuts } from '#store/cuts.ts'
import { erasePerson } from '#store/rights.ts'
import { type Wave, waveState } from '#store/waves.ts'
import { fillProject } from '../support/answers.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let waves: { baseline: Wave; endline: Wave }
let folder: string
const base = '/projects/service'
const files = ['results.csv', 'results.json', 'charts/scales.svg', 'charts/scales.csv', 'charts/change-D.csv'] as const
const pages = ['results', 'results/background', 'results/charts', 'results/charts/scales', 'compare'] as const

beforeAll(async () => {
  world = await makeWorld()
  waves = fillProject(world, { flen: 20 })
  folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-frozen-'))
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

/** Of JSON what it says, whatever the order of its names. */
const read = async (url: string) => {
  const { body } = await world.get(`${base}/${url}`, { as: 'evaluator' })
  return url.endsWith('.json') ? canonicalJson(JSON.parse(body) as Json) : body
}
const readAll = (urls: readonly string[]) => Promise.all(urls.map(read))

let erased = 0

/** Erases so many people of Flen and all they answered: the answers change, by so many. */
function erase(count: number): void {
  const ids = world.db.$client
    .prepare(
      `select p.person_id from participants p join seats s on s.id = p.seat_id
       where s.municipality_code = '0482' order by p.id limit ? offset ?`,
    )
    .pluck()
    .all(count, erased) as string[]
  expect(ids).toHaveLength(count)
  erased += count
  for (const id of ids) erasePerson(world.db, world.identity, id, 'system', morning)
}

const freeze = () => publishCut(world.db, world.project, 'system', morning)
const latest = (): Cut => {
  const [cut] = listCuts(world.db, world.project.id)
  if (!cut) throw new Error('nothing is frozen')
  return cut
}
const notice = (language: 'sv' | 'en') => phrasesIn(language).results.frozen(formatDay(latest().madeAt, language))

describe('after a cut', () => {
  let before: string[]

  test('as long as the answers are the same, the results follow them and say nothing of it', async () => {
    before = await readAll(files)
    expect((await freeze()).outcome).toBe('made')
    expect(await readAll(files)).toEqual(before)
    for (const body of await readAll(pages)) expect(body).not.toContain(notice('sv'))
  })

  test('one person less changes no file and no chart', async () => {
    erase(1)
    expect((await freeze()).outcome).toBe('refused')
    expect(await readAll(files)).toEqual(before)
  })

  test('every page keeps to the cut, says so in both languages, and leads to it', async () => {
    for (const [at, body] of (await readAll(pages)).entries()) {
      expect([pages[at], body.includes(notice('sv'))]).toEqual([pages[at], true])
      expect(body).toContain(`${base}/cuts/${latest().code}`)
    }
    for (const url of pages) expect([url, (await read(`${url}?lang=en`)).includes(notice('en'))]).toEqual([url, true])
  })

  test('the answers as they are now cannot be chosen when comparing', async () => {
    expect(await read('compare')).not.toContain(phrasesIn('sv').compare.now)
  })

  test('no research release is made, whose rows less the cut would be that person', async () => {
    const { db, project } = world
    const output = createWriteStream(path.join(folder, 'release.zip'))
    const choice = { level: 'release', language: 'sv', now: morning } as const
    await expect(writeResearchArchive(db, project, choice, output, {})).rejects.toMatchObject({
      code: 'answers_changed',
    })
  })

  test('figures do not move by themselves where enough have changed either: somebody may have read them in between', async () => {
    erase(4)
    expect(await readAll(files)).toEqual(before)
  })

  test('a new cut that may stand beside it is shown at once', async () => {
    const made = await freeze()
    expect(made.outcome === 'refused' ? made.faults : made.outcome).toBe('made')
    expect(await readAll(files)).not.toEqual(before)
    for (const body of await readAll(pages)) expect(body).not.toContain(notice('sv'))
  })

  test('while a wave is open again, the cut stands', async () => {
    const figures = ['results.csv', 'results.json'] as const
    const frozen = await readAll(figures)
    world.db.$client.prepare('update waves set closed_at = null where id = ?').run(waves.endline.id)
    const wave = world.db.query.waves.findFirst({ where: (one, { eq: is }) => is(one.id, waves.endline.id) }).sync()
    expect(wave && waveState(wave)).toBe('open')
    const comparison = await resultsFor(world.db, world.project, morning)
    expect(typeof comparison === 'string' ? comparison : comparison.cut?.code).toBe(latest().code)
    expect(await readAll(figures)).toEqual(frozen)
    expect(await read('')).toContain(`${base}/results`)
  })
})

test('nothing but results.ts and publication.ts has results computed: every page, file, job and command asks them', () => {
  const asking = globSync('src/**/*.ts').filter((file) =>
    /import \{[^}]*\bcompute\b[^}]*\} from '[^']*computing\/computing\.ts'/.test(readFileSync(file, 'utf8')),
  )
  expect(asking.sort()).toEqual(['src/publication.ts', 'src/results.ts'])
})
