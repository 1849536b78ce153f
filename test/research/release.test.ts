// What somebody with the released files and the published results can compute, held against what the results hide.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectResults } from '#indicators/model.ts'
import { readTable, responseLimits } from '#intake/table.ts'
import { foreseeRelease } from '#research/foresee.ts'
import { columnsToTell, smallestClass } from '#research/release/anonymity.ts'
import type { Class } from '#research/release/census.ts'
import { levelKey, type Standing } from '#research/release/hidden.ts'
import { chooseStaying, mayTellGroups, type Staying, stays } from '#research/release/staying.ts'
import { resultsFor } from '#results.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { demoNow, openDemo, type Unpacked, unpackDemo } from './demo-archives.ts'

const k = 5
const allShown: Standing = new Map()
const key = levelKey('baseline', 'D')
const some = (municipality: string, people: number, more: Partial<Class> = {}): Class => ({
  municipality,
  actorGroup: 'LUG',
  isComplete: true,
  background: '1',
  people,
  levels: new Set([key]),
  ...more,
})
const sizes = (of: Record<string, number>) => Object.entries(of).map(([code, people]) => some(code, people))
const staying = (classes: readonly Class[], standing = allShown) =>
  [...chooseStaying(classes, standing, k).municipalities].sort()
const hidden = (pairs: boolean, ...levels: string[]) => ({ pairs, levels: new Set(levels) })

test('a small municipality does not leave alone: whoever took the file from the total would have it', () => {
  expect(staying(sizes({ a: 3, b: 8, c: 30 }))).toEqual(['c'])
  expect(staying(sizes({ a: 5, b: 8, c: 30 }))).toEqual(['a', 'b', 'c'])
  // Nobody of a has a pair, so it covers nobody.
  expect(staying([...sizes({ b: 4, c: 8, d: 30 }), some('a', 2, { isComplete: false })])).toEqual(['d'])
})

test('a hidden change takes everybody of its municipality out, however large it is', () => {
  expect(staying(sizes({ a: 12, b: 8, c: 30 }), new Map([['c', hidden(true)]]))).toEqual(['a'])
})

test('where everybody would have to leave, nobody stays', () => {
  expect(staying(sizes({ a: 3, b: 8 }))).toEqual([])
  expect(staying(sizes({ a: 30 }), new Map([['a', hidden(true)]]))).toEqual([])
})

test('a hidden level is safe only where somebody counts in it who is not in the file', () => {
  const standing: Standing = new Map([['a', hidden(false, key)]])
  const classes = sizes({ a: 12, b: 9, c: 30 })
  const one = (levels: string[]) => some('a', 1, { isComplete: false, levels: new Set(levels) })
  expect(staying([...classes, one([key])], standing)).toEqual(['a', 'b', 'c'])
  expect(staying([...classes, one([])], standing)).toEqual(['c'])
})

test('who answered one wave alone stays only where nothing of any staying municipality is hidden', () => {
  const classes = [...sizes({ a: 12, b: 9 }), some('a', 1, { isComplete: false })]
  const kept = (standing: Standing) => classes.filter((one) => stays(one, chooseStaying(classes, standing, k))).length
  expect(kept(allShown)).toBe(3)
  expect(kept(new Map([['a', hidden(false, key)]]))).toBe(2)
})

test('the smallest combination counts everybody who looks alike in the file; years go before groups', () => {
  const classes = [some('a', 4), some('a', 3, { actorGroup: 'KTJ' }), some('b', 9)]
  const told = { actorGroup: true, background: true }
  expect(smallestClass(classes, told)).toBe(3)
  expect(smallestClass(classes, { ...told, actorGroup: false })).toBe(7)
  const years = [
    some('a', 5),
    some('a', 3, { actorGroup: 'KTJ' }),
    some('a', 2, { actorGroup: 'KTJ', background: '2' }),
  ]
  expect(columnsToTell(years, told, k)).toEqual({ actorGroup: true, background: false })
  expect(columnsToTell(classes, told, k)).toEqual({ actorGroup: false, background: true })
})

test('actor groups are told only where those who left hide what is hidden of each', () => {
  const b: Staying = { municipalities: new Set(['b']), oneWave: false }
  const all = (people: number) => [some('a', people), some('b', 30)]
  expect(mayTellGroups(all(6), allShown, b, k)).toBe(true)
  expect(mayTellGroups(all(4), allShown, b, k)).toBe(false)
  expect(mayTellGroups(all(6), new Map([['LUG', hidden(true)]]), b, k)).toBe(false)
  expect(mayTellGroups(all(6), new Map([['LUG', hidden(false, key)]]), b, k)).toBe(true)
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

/** Ids of indicators whose answers are in the file. */
const measuresInFile = () => {
  const columns = new Set(Object.keys(rows[0] ?? {}))
  return results.indicators.filter(({ indicator }) => columns.has(`score_${indicator.id}`))
}
const toldCodes = () => new Set(rows.map(({ municipality = '' }) => municipality))

test('the file has people of wholly shown municipalities alone, and all of those who answered both waves', () => {
  const told = toldCodes()
  expect([[...told].sort(), measuresInFile().length > 5]).toEqual([['0581', '2482'], true])
  for (const code of told) {
    for (const { byMunicipality } of measuresInFile())
      expect(byMunicipality.find((group) => group.code === code)?.change.paired.shown).toBe(true)
    const counts = results.match.byMunicipality.find((group) => group.code === code)?.counts
    const people = new Set(rows.flatMap((row) => (row.municipality === code ? (row.participant ?? '') : [])))
    expect([code, counts?.shown && counts.value.both]).toEqual([code, people.size])
  }
  for (const own of Map.groupBy(rows, ({ participant = '' }) => participant).values())
    expect(own.map(({ answered }) => answered)).toEqual(['1', '1'])
})

// The attack that a common code fell to: published means of several measures, before and after, single out whoever in
// the file makes them. It needs those people in the file, and the database knows whose answers a row holds.
test('no row in the file is of somebody whose municipality is not wholly shown', () => {
  const stored = db.$client
    .prepare(
      `select s.municipality_code, r.answers from responses r join invitations i on i.id = r.invitation_id
       join waves w on w.id = i.wave_id join seats s on s.id = i.seat_id where w.project_id = ?`,
    )
    .raw()
    .all(project.id) as [string, string][]
  const columns = Object.keys(rows[0] ?? {})
  // A question that was changed has a column for each of its wordings.
  const items = columns.filter((name) => /^[DSHIFT]\d$/.test(name) && !columns.includes(`${name}_r2`))
  expect(items.length).toBeGreaterThan(12)
  const signature = (answer: (item: string) => unknown) =>
    items.map((item) => (Number(answer(item)) > 0 ? Number(answer(item)) : '-')).join(' ')
  const places = new Map<string, Set<string>>()
  for (const [code, answers] of stored) {
    const given = JSON.parse(answers) as Record<string, unknown>
    const own = signature((item) => given[item])
    places.set(own, (places.get(own) ?? new Set()).add(code))
  }
  const told = toldCodes()
  const known = rows.flatMap((row) => {
    const own = places.get(signature((item) => row[item]))
    return own ? [{ row, own }] : []
  })
  expect(known.length).toBeGreaterThan(rows.length * 0.8)
  for (const { row, own } of known) expect(own).toContain(row.municipality)
  expect(places.values().some((own) => own.isDisjointFrom(told))).toBe(true)
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

test('what is said of its size beforehand is what it becomes', async () => {
  const told = (name: string) => new Set(rows.map((row) => row[name])).size
  expect(await foreseeRelease(db, project, demoNow)).toEqual({
    kind: 'size',
    people: told('participant'),
    municipalities: told('municipality'),
    of: 11,
  })
})
