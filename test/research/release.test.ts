// What somebody with the released files and the published results can compute, held against what the results hide.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectResults } from '#indicators/model.ts'
import { readTable, responseLimits } from '#intake/table.ts'
import { smallestClass } from '#research/release/anonymity.ts'
import { levelKey, type Standing } from '#research/release/hidden.ts'
import { type Members, pooledCode, poolOf, searchablePool } from '#research/release/pool.ts'
import { resultsFor } from '#results.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { demoNow, openDemo, type Unpacked, unpackDemo } from './demo-archives.ts'

const k = 5
const nothing: Standing = { hidden: new Map(), shown: new Set() }
const members = (complete: number, covered: readonly string[] = []): Members => ({
  complete,
  coveredLevels: new Set(covered),
})
const groups = (sizes: Record<string, number>) =>
  new Map(Object.entries(sizes).map(([code, size]) => [code, members(size)]))

test('a small municipality is never alone in the pool: the next smallest joins it', () => {
  expect([...poolOf(groups({ a: 3, b: 8, c: 30 }), nothing, k)].sort()).toEqual(['a', 'b'])
  expect(poolOf(groups({ a: 5, b: 8, c: 30 }), nothing, k).size).toBe(0)
})

test('where everybody would have to join, nothing is told', () => {
  expect([...poolOf(groups({ a: 3, b: 8 }), nothing, k)].sort()).toEqual(['a', 'b'])
  expect([
    ...poolOf(groups({ a: 30 }), { hidden: new Map([['a', { pairs: true, levels: new Set() }]]), shown: new Set() }, k),
  ]).toEqual(['a'])
})

test('a hidden change puts its municipality into the pool, however large it is', () => {
  const standing: Standing = { hidden: new Map([['c', { pairs: true, levels: new Set() }]]), shown: new Set() }
  expect([...poolOf(groups({ a: 12, b: 8, c: 30 }), standing, k)].sort()).toEqual(['b', 'c'])
})

test('a hidden level is safe only where somebody counts in it whose place is not told', () => {
  const key = levelKey('baseline', 'D')
  const standing: Standing = { hidden: new Map([['a', { pairs: false, levels: new Set([key]) }]]), shown: new Set() }
  const others = [
    ['b', members(9)],
    ['c', members(30)],
  ] as const
  expect(poolOf(new Map([['a', members(12, [key])], ...others]), standing, k).size).toBe(0)
  expect([...poolOf(new Map([['a', members(12)], ...others]), standing, k)].sort()).toEqual(['a', 'b'])
})

test('a pool with published means of its members is too large to be searched', () => {
  const standing: Standing = { hidden: new Map(), shown: new Set(['a', 'b', 'c', 'd']) }
  const sizes = { a: 3, b: 8, c: 12, d: 30 }
  const pool = poolOf(groups(sizes), standing, k)
  const people = [...pool].reduce((sum, code) => sum + sizes[code as keyof typeof sizes], 0)
  expect(people).toBeGreaterThanOrEqual(searchablePool)
})

test('the smallest combination counts everybody who looks alike in the file', () => {
  const one = { municipality: 'a', actorGroup: 'FTG', isComplete: true, background: '1', people: 4 }
  const classes = [one, { ...one, actorGroup: 'LUG', people: 3 }, { ...one, municipality: 'b', people: 9 }]
  const plain = { municipality: (code: string) => code, actorGroup: (code: string) => code }
  const told = { municipality: true, actorGroup: true, background: true }
  expect(smallestClass(classes, plain, told)).toBe(3)
  expect(smallestClass(classes, plain, { ...told, actorGroup: false })).toBe(7)
})

let db: Database
let project: Project
let release: Unpacked
let rows: Record<string, string>[]
let results: ProjectResults
beforeAll(async () => {
  ;({ db, project } = openDemo())
  const comparison = await resultsFor(db, project, demoNow)
  if (typeof comparison === 'string') throw new Error(comparison)
  results = comparison.results
  release = await unpackDemo('release', db, project)
  const found = readTable(release.text('data/long.csv'), { ...responseLimits, columns: 500 }).table
  if (!found) throw new Error('no table')
  rows = found.rows.map(({ cells }) => Object.fromEntries(found.header.map((name, at) => [name, cells[at] ?? ''])))
}, 120_000)
afterAll(() => {
  release?.remove()
  db?.$client.close()
})

test('at least five people share every combination of what tells their place', () => {
  const told = ['municipality', 'actor_group', 'B4'].filter((name) => name in (rows[0] ?? {}))
  const people = Map.groupBy(rows, ({ participant = '' }) => participant)
  const sizes = new Map<string, number>()
  for (const own of people.values()) {
    const key = JSON.stringify(told.map((name) => own.map((row) => row[name]).at(0)))
    sizes.set(key, (sizes.get(key) ?? 0) + 1)
  }
  expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(k)
})

test('a municipality is told only where its changes are published, and then never of who answered one wave', () => {
  const told = new Set(rows.flatMap(({ municipality }) => municipality ?? []))
  told.delete(pooledCode)
  expect(told.size).toBeGreaterThan(0)
  const columns = new Set(Object.keys(rows[0] ?? {}))
  const inFile = results.indicators.filter(({ indicator }) => columns.has(`score_${indicator.id}`))
  expect(inFile.length).toBeGreaterThan(5)
  for (const { byMunicipality } of inFile)
    for (const { code, change } of byMunicipality) if (told.has(code)) expect(change.paired.shown).toBe(true)
  const people = Map.groupBy(rows, ({ participant = '' }) => participant)
  for (const own of people.values())
    if (own.filter(({ answered }) => answered === '1').length < 2)
      expect(new Set(own.map(({ municipality }) => municipality))).toEqual(new Set([pooledCode]))
})

// The attack: everybody whom the file places in a municipality is all there is of a level only if nobody else answered
// the wave there. The database knows how many did.
test('no hidden level can be computed from the file: somebody whom it does not place counts in each', () => {
  const answered = db.$client
    .prepare(
      `select w.kind, s.municipality_code, count(*) from responses r join invitations i on i.id = r.invitation_id
       join waves w on w.id = i.wave_id join seats s on s.id = i.seat_id
       where w.project_id = ? and s.actor_group not in (select value from json_each(?)) group by 1, 2`,
    )
    .raw()
    .all(project.id, JSON.stringify(results.match.excluded.groups)) as [string, string, number][]
  const hidden = results.indicators.flatMap(({ byMunicipality }) =>
    byMunicipality.flatMap(({ code, levels }) =>
      (['from', 'to'] as const).filter((wave) => !levels[wave].own.shown).map((wave) => [results[wave].kind, code]),
    ),
  )
  let held = 0
  for (const [kind, code, people] of answered) {
    const placed = rows.filter((row) => row.municipality === code && row.wave === kind && row.answered === '1').length
    if (placed === 0 || !hidden.some(([wave, place]) => wave === kind && place === code)) continue
    expect([kind, code, placed < people]).toEqual([kind, code, true])
    held += 1
  }
  expect(held).toBeGreaterThan(0)
})

test('whoever is in the pool is one of many: two municipalities at least, and twenty people', () => {
  const pooled = new Set(rows.flatMap((row) => (row.municipality === pooledCode ? (row.participant ?? '') : [])))
  expect(pooled.size).toBeGreaterThanOrEqual(searchablePool)
  const placed = new Set(rows.map(({ municipality }) => municipality))
  expect(results.match.byMunicipality.filter(({ code }) => !placed.has(code)).length).toBeGreaterThanOrEqual(2)
})
