// Reports as files: Word and PDF, read back as other programs read them.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, type TestContext, test, vi } from 'vitest'
import { composeReport } from '#document/compose.ts'
import type { Block } from '#document/model.ts'
import { writePdf } from '#document/pdf.ts'
import { readZip } from '#document/steady-zip.ts'
import { makeReport } from '#reporting.ts'
import { runProgram } from '../support/programs.ts'
import { type DemoReports, openDemoReports, options } from './demo-reports.ts'

vi.setConfig({ testTimeout: 120_000 })

let opened: DemoReports
let material: DemoReports['material']
beforeAll(async () => {
  opened = await openDemoReports()
  material = opened.material
}, 60_000)
afterAll(() => opened?.db.$client.close())

const emblem = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
async function make(
  format: 'docx' | 'pdf',
  kind: 'final' | 'interim' = 'final',
  watching: { signal?: AbortSignal } = {},
) {
  const { db, project, reports } = opened
  const making = makeReport(db, project, reports[kind], { language: 'sv', format }, { ...options, ...watching })
  return (await making).bytes
}

test('the same cut and texts give the same bytes', async () => {
  for (const format of ['docx', 'pdf'] as const) {
    const [one, other] = [await make(format, 'interim'), await make(format, 'interim')]
    expect([format, sum(one)]).toEqual([format, sum(other)])
  }
})

test('Word finds its own headings, captions, header rows, languages and words for every picture', async () => {
  const entries = new Map(readZip(Buffer.from(await make('docx'))).map(({ name, bytes }) => [name, bytes.toString()]))
  const xml = entries.get('word/document.xml') ?? ''
  const count = (pattern: RegExp) => [...xml.matchAll(pattern)].length
  expect(count(/<w:pStyle w:val="Heading1"\/>/g)).toBeGreaterThan(8)
  expect(count(/<w:tblHeader\/>/g)).toBe(count(/<w:tbl>/g))
  expect(count(/<w:tblLook [^>]*w:firstColumn="(?:1|true)"/g)).toBe(count(/<w:tbl>/g))
  expect(count(/SEQ Tabell/g)).toBe(count(/<w:tbl>/g) - 1)
  expect(count(/SEQ Figur/g)).toBe(count(/<w:drawing>/g))
  const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words = '']) => words.length > 20)
  expect(described.length).toBe(count(/<w:drawing>/g))
  expect(new Set(described)).toEqual(new Set([true]))
  expect(xml).toContain('w:val="en-GB"')
  expect(entries.get('word/styles.xml')).toContain('w:val="sv-SE"')
  expect(xml).toMatch(/PAGEREF[\s\S]{0,400}<w:t[^>]*>\d+<\/w:t>/)
  expect(entries.get('docProps/core.xml')).toContain('2027-03-01T08:00:00.000Z')
})

/** The program's words on the file, laid in a folder of its own. */
function readBy(context: TestContext, program: string, words: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-report-'))
  context.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'report.pdf'), pdf)
  return runProgram(context, program, words, folder).out
}

test('PDF is tagged: headings, tables with header cells, figures (where pdfinfo is to be had)', async (context) => {
  const pdf = await make('pdf')
  const facts = readBy(context, 'pdfinfo', ['report.pdf'], pdf)
  expect(facts).toMatch(/Title:\s+Slutrapport: /)
  expect(facts).toMatch(/Tagged:\s+yes/)
  const structure = readBy(context, 'pdfinfo', ['-struct', 'report.pdf'], pdf)
  for (const element of ['H1', 'H2', 'Table', 'TH', 'Figure', 'Caption', 'TOC', 'L'])
    expect([element, new RegExp(`^\\s*${element}\\b`, 'm').test(structure)]).toEqual([element, true])
})

test('the project’s name stays on the first page, however long its words are (where pdftotext is to be had)', (context) => {
  const { particulars, ...document } = composeReport(material.interim, 'sv')
  const [first, ...others] = particulars
  if (!first) throw new Error('the report has no name')
  const value = 'Landsbygdsserviceutvecklingssamverkansprojektledningsgrupp för bygder'
  const named = { ...document, chapters: [], references: [], particulars: [{ ...first, value }, ...others] }
  const page = readBy(context, 'pdftotext', ['-bbox', '-l', '1', 'report.pdf', '-'], writePdf(named))
  const [width] = [...page.matchAll(/<page width="([\d.]+)"/g)].map(([, all]) => Number(all))
  const words = [...page.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</g)]
  expect(words.map(([, , word]) => word)).toContain('bygder')
  // Within the margin of 2.5 cm.
  expect(Math.max(...words.map(([, end]) => Number(end)))).toBeLessThan((width ?? 0) - 70)
})

test('headings of a writer’s own may stand in any part: PDF/UA takes no skipped level', () => {
  const document = composeReport(material.final, 'sv')
  const own: Block[] = [
    { kind: 'heading', text: 'Vår egen rubrik' },
    { kind: 'list', items: ['en punkt'] },
  ]
  const chapters = document.chapters.map((chapter) => ({
    ...chapter,
    parts: chapter.parts.map((part) => ({ ...part, blocks: own })),
  }))
  expect(() => writePdf({ ...document, chapters, references: [] })).not.toThrow()
})

test('a picture without words is refused, not sent out', () => {
  const document = composeReport(material.interim, 'sv')
  const picture: Block = {
    kind: 'picture',
    caption: 'Figur',
    svg: emblem,
    width: 2,
    height: 1,
    altText: '',
    notes: [],
  }
  const chapters = document.chapters
    .slice(0, 1)
    .map((chapter) => ({ ...chapter, parts: chapter.parts.map((part) => ({ ...part, blocks: [picture] })) }))
  expect(() => writePdf({ ...document, chapters, references: [] })).toThrow(/without words/)
})

test('whoever says stop is heard', async () => {
  const stop = new AbortController()
  const making = make('pdf', 'final', { signal: stop.signal })
  stop.abort()
  await expect(making).rejects.toThrow(/abort/i)
})
