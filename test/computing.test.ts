// Results computed in a thread of their own are the results, once for all who ask, and a fault in them comes back.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readCounts, recallCounts } from '#computing/columns.ts'
import { type Computing, startComputing } from '#computing/computing.ts'
import { readRules } from '#computing/input.ts'
import { createDemo, demoSeed } from '#demo/demo.ts'
import { publishCut } from '#publication.ts'
import { contextOf, findWavePair, resultsFor } from '#results.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { findColumnSet } from '#store/columns.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { recordEvent } from '#store/events.ts'
import { identityFrom } from '#store/identity.ts'
import { changeMunicipalities } from '#store/project-municipalities.ts'
import { changeSmallestGroup, type Project } from '#store/projects.ts'
import { morning } from './support/world.ts'

// A bootstrap takes its time.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let db: Database
let project: Project
let computing: Computing | undefined

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-computing-'))
  db = openDatabase(path.join(folder, 'samverka.db'))
  for (const { file, text } of readQuestionnaireFiles('surveys')) publishQuestionnaire(db, file, text, morning)
  project = createDemo(db, identityFrom(Buffer.alloc(32, 7)), { now: morning, seed: demoSeed })
})
afterEach(async () => {
  await computing?.stop()
  computing = undefined
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

async function getComparison() {
  const comparison = await resultsFor(db, project, morning)
  if (typeof comparison === 'string') throw new Error(comparison)
  return comparison
}

/** Whatever is asked next is computed anew. */
const somethingHappens = () => recordEvent(db, { at: morning, actor: 'system', action: 'test', subject: 'test' })

test('a thread computes what is computed on the spot, figure for figure', async () => {
  const here = await getComparison()
  const contextHere = await contextOf(db, here)
  somethingHappens()
  computing = startComputing(db)
  const there = await getComparison()
  expect(there).not.toBe(here)
  expect(there).toEqual(here)
  expect(await contextOf(db, there)).toEqual(contextHere)
})

test('who asks at the same time gets the same results, until something happens', async () => {
  computing = startComputing(db)
  const [one, other] = await Promise.all([getComparison(), getComparison()])
  expect(other.results).toBe(one.results)
  expect((await getComparison()).results).toBe(one.results)
  somethingHappens()
  expect((await getComparison()).results).not.toBe(one.results)
})

test('two cuts made at once through the thread are one', async () => {
  computing = startComputing(db)
  const made = await Promise.all([1, 2].map(() => publishCut(db, project, 'system', morning)))
  expect(made.map(({ outcome }) => outcome).sort()).toEqual(['made', 'unchanged'])
})

test('a municipality that joins later is empty, and changes nothing about the others', async () => {
  const { results } = await getComparison()
  const joining = { code: '1262', name: 'Lomma', countyCode: '12' }
  changeMunicipalities(db, project, { added: [joining], removed: [] }, 'system', morning)
  const later = (await getComparison()).results
  const others = later.indicators.map((indicator) => ({
    ...indicator,
    byMunicipality: indicator.byMunicipality.filter(({ code }) => code !== joining.code),
  }))
  expect(later.indicators[0]?.byMunicipality.map(({ code }) => code)).toContain(joining.code)
  expect(others).toEqual(results.indicators)
})

test('a fault in the thread reaches who asked, and the next one is served', async () => {
  computing = startComputing(db)
  const pair = findWavePair(db, project, morning)
  if (typeof pair === 'string') throw new Error(pair)
  const strange = { ...pair, to: pair.from, cut: null }
  await expect(contextOf(db, strange)).rejects.toThrow(/two waves/)
  await expect(contextOf(db, strange)).rejects.toThrow(/two waves/)
  expect((await getComparison()).results.indicators).not.toHaveLength(0)
})

test('kept columns give the same results, and no byte of them outlives a row they were made of', async () => {
  const count = (table: 'column_sets' | 'column_parts') =>
    db.$client.prepare(`select count(*) from ${table}`).pluck().get()
  const here = await getComparison()
  expect(count('column_sets')).toBe(0)
  computing = startComputing(db)
  const getAgain = async () => {
    somethingHappens()
    expect((await getComparison()).results).toEqual(here.results)
    // The answers, and what was counted of them.
    expect([count('column_sets'), count('column_parts')]).toEqual([2, 2])
  }
  for (const _ of ['made', 'remembered']) await getAgain()
  await computing.stop()
  computing = startComputing(db)
  await getAgain()
  db.$client.exec("delete from column_sets where kind = 'counts'")
  await getAgain()
  // With another rule they are counted anew, of the same answers.
  const setOf = db.$client.prepare('select id from column_sets where kind = ?').pluck()
  const [answers, counts] = [setOf.get('answers'), setOf.get('counts')]
  changeSmallestGroup(db, project, 8, 'system', morning)
  await getComparison()
  expect(setOf.get('answers')).toBe(answers)
  expect(setOf.get('counts')).not.toBe(counts)
  db.$client.exec('delete from responses where id = (select min(id) from responses)')
  expect([count('column_sets'), count('column_parts')]).toEqual([0, 0])
  somethingHappens()
  expect((await getComparison()).results.match.overall).not.toEqual(here.results.match.overall)
})

test.each([
  ['full', (on: boolean) => `max_page_count = ${on ? db.$client.pragma('page_count', { simple: true }) : 1_000_000}`],
  ['read only', (on: boolean) => `query_only = ${on ? 'ON' : 'OFF'}`],
])('where the disk is %s, counts are those of the answers, and are kept once there is room', async (_, pragma) => {
  const pair = findWavePair(db, project, morning)
  if (typeof pair === 'string') throw new Error(pair)
  const rules = readRules(db, pair)
  const counts = readCounts(db, pair, rules)
  const isKept = () => findColumnSet(db, { from: pair.from.id, to: pair.to.id, kind: 'counts' }) !== undefined
  // Pages that stand free would be room enough.
  db.$client.exec('vacuum')
  db.$client.pragma(pragma(true))
  expect(recallCounts(db, pair, rules)).toEqual(counts)
  expect(isKept()).toBe(false)
  db.$client.pragma(pragma(false))
  expect(recallCounts(db, pair, rules)).toEqual(counts)
  expect(isKept()).toBe(true)
})

test('what the database said of itself in the thread is what who asked is told', async () => {
  computing = startComputing(db)
  const pair = findWavePair(db, project, morning)
  if (typeof pair === 'string') throw new Error(pair)
  db.$client.exec('alter table responses rename to elsewhere')
  await expect(contextOf(db, { ...pair, cut: null })).rejects.toMatchObject({ code: 'SQLITE_ERROR' })
})
