// What people wrote, in the report: themes with counts and approved quotes under lessons, by the rules of their own page,
// with the day they are of; and a file that quotes somebody goes when the answer does.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeReport, textOfPart } from '#document/compose.ts'
import type { Material } from '#document/material.ts'
import type { Block } from '#document/model.ts'
import { outlineOf } from '#document/outline.ts'
import { reportFormats, writeReport } from '#document/write.ts'
import { cutBehind, readMaterial } from '#reporting.ts'
import type { Database } from '#store/database.ts'
import { addCategory, listCategories, listOpenAnswers, saveCoding, saveReview } from '#store/open-answers.ts'
import type { Project } from '#store/projects.ts'
import type { Report } from '#store/reports.ts'
import { addStaff } from '#store/staff.ts'
import { listWaves } from '#store/waves.ts'
import { openFrozenDemo } from './frozen-demo.ts'

const now = Date.UTC(2027, 2, 1, 8)
/** 1 March 2027, 9 in Sweden. */
const worked = Date.UTC(2027, 2, 1, 8)
const options = { baseUrl: null, judgements: new Map(), now }
let db: Database
let project: Project
let report: Report
let material: { before: Material; after: Material; interim: Material }
let wave: string

beforeAll(async () => {
  const demo = await openFrozenDemo(now)
  db = demo.db
  project = demo.project
  report = demo.begin('final')
  const before = readMaterial(db, project, report, options)
  wave = listWaves(db, project.id).find(({ kind }) => kind === 'endline')?.id ?? ''
  const text = { description: '' }
  addCategory(db, project.id, { name: 'Möten', ...text }, 'system', worked)
  addCategory(db, project.id, { name: 'Ledning', ...text }, 'system', worked)
  const [led, met] = listCategories(db, project.id).map(({ id }) => id)
  const coders = ['Ett', 'Två'].map((name) => {
    const account = { email: `${name}@exempel.se`, name, passwordHash: '-', language: 'sv', grants: [] } as const
    return addStaff(db, account, 'system', now).id
  })
  for (const [at, answer] of listOpenAnswers(db, wave, 'O3').entries()) {
    const review = { redacted: `Citat ${at}`, verdict: at < 3 ? 'quote' : 'keep', seen: null } as const
    saveReview(db, answer, review, project.id, 'system', worked)
    // Seven of them speak of meetings, one of leadership.
    const about = [...(at < 7 ? [met ?? ''] : []), ...(at === 8 ? [led ?? ''] : [])]
    for (const staffId of coders) saveCoding(db, answer, about, { staffId, projectId: project.id }, worked)
  }
  material = {
    before,
    after: readMaterial(db, project, report, options),
    interim: readMaterial(db, project, demo.begin('interim'), options),
  }
})
afterAll(() => db.$client.close())

const blocksOf = (seen: Material, language: 'sv' | 'en'): readonly Block[] =>
  composeReport(seen, language)
    .chapters.flatMap(({ parts }) => parts)
    .find(({ id }) => id === 'lessons')?.blocks ?? []

test('themes stand under lessons with how many bring them up, and what few say is not counted', () => {
  const people = listOpenAnswers(db, wave, 'O3').length
  expect(people).toBeGreaterThan(11)
  for (const [language, of] of [
    ['sv', 'av'],
    ['en', 'of'],
  ] as const) {
    const [table] = blocksOf(material.after, language).flatMap((block) => (block.kind === 'table' ? [block] : []))
    const rows = Object.fromEntries(table?.rows.map(([name, count]) => [name, count]) ?? [])
    // The one about leadership is hidden, and the other with it where it would otherwise tell.
    expect(rows.Ledning).toBe(language === 'sv' ? 'visas ej' : 'not shown')
    expect([`7 ${of} ${people}`, language === 'sv' ? 'visas ej' : 'not shown']).toContain(rows.Möten)
    expect(table?.notes.join(' ')).toMatch(language === 'sv' ? /sedan 1 mars 2027/ : /since 1 March 2027/)
  }
})

test('approved quotes stand there, the others do not, and none is in a text that is kept', () => {
  const [list] = blocksOf(material.after, 'sv').flatMap((block) => (block.kind === 'list' ? [block] : []))
  expect(list?.items).toHaveLength(3)
  for (const quote of list?.items ?? []) expect(quote).toMatch(/^”Citat [012]”/)
  for (const part of outlineOf(material.after, 'sv').flatMap(({ parts }) => parts))
    expect(textOfPart(part, material.after)).not.toContain('Citat')
})

test('what was not done with the answers is not said to have been', () => {
  const told = (openAnswers: Material['openAnswers']) =>
    JSON.stringify(blocksOf({ ...material.after, openAnswers }, 'sv').slice(0, 1))
  const all = material.after.openAnswers
  expect([/i teman av två/.test(told(all)), /De citeras/.test(told(all))]).toEqual([true, true])
  expect(told(all.map((one) => ({ ...one, themed: null })))).not.toMatch(/i teman av två/)
  expect(told(all.map((one) => ({ ...one, quotes: [] })))).not.toMatch(/De citeras/)
})

test('a report with themes and quotes is written in every format', { timeout: 120_000 }, async () => {
  for (const format of reportFormats)
    expect((await writeReport(material.after, { language: 'sv', format })).length).toBeGreaterThan(100_000)
})

test('before anybody has worked on the answers, and in an interim report, there is nothing of them', () => {
  expect(blocksOf(material.before, 'sv')).toEqual([])
  expect(blocksOf(material.interim, 'sv')).toEqual([])
})

test('a file with quotes names no cut, so that it goes when an answer is erased; one without names its cut', () => {
  expect(report.cutId).not.toBe(null)
  expect([cutBehind(material.after, report), cutBehind(material.before, report)]).toEqual([null, report.cutId])
})
