// The kinds of the product, made of the demonstration by the runner as the server runs it, and opened by another library.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { createDemo, demoSeed } from '#demo/demo.ts'
import type { ReportFormat } from '#document/write.ts'
import { languages, phrasesIn } from '#i18n/phrases.ts'
import { type KindName, kinds } from '#jobs/kinds.ts'
import { resultPath } from '#jobs/runner.ts'
import { publishCut } from '#publication.ts'
import { makeReport, startingFacts } from '#reporting.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { findLatestCut } from '#store/cuts.ts'
import { identityFrom } from '#store/identity.ts'
import { askForJob, claimNextJob, endJob } from '#store/jobs.ts'
import type { Project } from '#store/projects.ts'
import { addLogo, createReport, removeLogo } from '#store/reports.ts'
import { erasePerson } from '#store/rights.ts'
import { type JobWorld, makeJobWorld } from './world.ts'

const identity = identityFrom(Buffer.alloc(32, 7))
let world: JobWorld
let demo: Project

beforeAll(async () => {
  world = makeJobWorld()
  const { db, clock } = world
  for (const { file, text } of readQuestionnaireFiles('surveys')) publishQuestionnaire(db, file, text, clock.now)
  demo = createDemo(db, identity, { now: clock.now, seed: demoSeed })
  await publishCut(db, demo, 'system', clock.now)
})
afterAll(() => world.close())

const latestCut = (): string => findLatestCut(world.db, demo.id)?.id ?? ''

/** Makes the file as the server does. @returns its bytes, and what the row says */
async function make(kind: KindName, params: unknown = {}) {
  const runner = world.start({
    kinds: new URL('../../src/jobs/kinds.ts', import.meta.url).href,
    baseUrl: 'https://enkat.example',
  })
  const fileName = kinds[kind].fileName(demo, params)
  const job = askForJob(
    world.db,
    { projectId: demo.id, kind, params, language: 'sv', fileName },
    'system',
    world.clock.now,
  )
  runner.wake()
  await runner.settled()
  // One that stays would, a minute on, take the next one's work for left behind.
  await runner.stop()
  const row = world.look(job)
  expect([row?.state, row?.error]).toEqual(['done', ''])
  return { row, bytes: readFileSync(resultPath(world.folder, job.id)) }
}

async function filesIn(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}

test('all charts: each as SVG, as PNG in two sizes and as CSV', async () => {
  const { row, bytes } = await make('charts')
  const files = await filesIn(bytes)
  const names = [...files.keys()].filter((name) => name.startsWith('svg/')).map((name) => name.slice(4, -4))
  expect(names).toContain('scales')
  expect(names.length).toBe(row?.total)
  const pngStart = Buffer.from('89504e470d0a1a0a', 'hex')
  for (const name of names) {
    expect(files.get(`svg/${name}.svg`)?.toString()).toMatch(/^<svg /)
    const [small, large] = [files.get(`png/${name}.png`), files.get(`png-large/${name}.png`)]
    expect([name, small?.subarray(0, 8), large?.subarray(0, 8)]).toEqual([name, pngStart, pngStart])
    // Width, in bytes 16–19 of a PNG.
    expect([name, large?.readUInt32BE(16)]).toEqual([name, 3 * (small?.readUInt32BE(16) ?? 0)])
    expect(files.get(`csv/${name}.csv`)?.length).toBeGreaterThan(0)
    expect(files.get(`csv-excel/${name}.csv`)?.subarray(0, 3).toString('hex')).toBe('efbbbf')
  }
  expect(files.size).toBe(names.length * 5)
  expect(row?.cutId).toBe(latestCut())
}, 180_000)

test.each(['researchRelease', 'researchRestricted'] as const)(
  '%s: whole, with the sums that its manifest says, and no free text',
  async (kind) => {
    const { row, bytes: zip } = await make(kind)
    expect(row?.cutId).toBeNull()
    const files = await filesIn(zip)
    const lines = files.get('SHA256SUMS')?.toString().trim().split('\n') ?? []
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) {
      const [sum, name = ''] = line.split(/ [ *]/)
      expect([
        name,
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
      ]).toEqual([name, sum])
    }
    const wrote = world.db.$client
      .prepare(`select json_extract(answers, '$.O1') from responses where json_type(answers, '$.O1') = 'text'`)
      .pluck()
      .all() as string[]
    expect(wrote.length).toBeGreaterThan(5)
    const tables = [...files].filter(([name]) => name.endsWith('.csv')).map(([, bytes]) => bytes.toString())
    for (const text of wrote) expect(tables.filter((table) => table.includes(text))).toEqual([])
  },
  120_000,
)

const firstReport = { report: 1, language: 'sv', format: 'docx' }

test('a project where nothing has been compared has nothing to make a file of', () => {
  for (const [name, kind] of Object.entries(kinds))
    expect([name, kind.isReady(world.db, world.project, world.clock.now, firstReport)]).toEqual([name, false])
})

test('only a report that is there can be made', () => {
  createReport(
    world.db,
    { projectId: world.project.id, kind: 'interim', cutId: null },
    { ...startingFacts(world.db, world.project) },
    'system',
    world.clock.now,
  )
  const isReady = (report: number) =>
    kinds.report.isReady(world.db, world.project, world.clock.now, { ...firstReport, report })
  expect([isReady(1), isReady(2)]).toEqual([true, false])
})

test('each kind has its words and a name with an ending', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    for (const language of languages)
      expect(phrasesIn(language).jobs.kind[name as KindName].title.length).toBeGreaterThan(3)
    expect(kind.fileName(demo, firstReport)).toMatch(/^demo-[a-z-]+(1-sv)?\.(zip|docx|pdf)$/)
  }
})

test.each([
  ['docx', 'PK'],
  ['pdf', '%PDF-'],
])('a report as %s: the bytes that are made of the same cut anywhere', { timeout: 60_000 }, async (format, start) => {
  const found = createReport(
    world.db,
    { projectId: demo.id, kind: 'interim', cutId: findLatestCut(world.db, demo.id)?.id ?? null },
    { ...startingFacts(world.db, demo) },
    'system',
    world.clock.now,
  )
  const params = kinds.report.params.parse({ report: String(found.ordinal), language: 'en', format })
  const { row, bytes } = await make('report', params)
  expect(row?.cutId).toBe(latestCut())
  expect([row?.fileName, bytes.subarray(0, start.length).toString()]).toEqual([
    `demo-report-${found.ordinal}-en.${format}`,
    start,
  ])
  const choice = { language: 'en', format: format as ReportFormat } as const
  const here = await makeReport(world.db, demo, found, choice, {
    baseUrl: 'https://enkat.example',
    judgements: new Map(),
    now: world.clock.now,
  })
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(createHash('sha256').update(here.bytes).digest('hex'))
})

test('a report that is not there makes no file', async () => {
  const runner = world.start({ kinds: new URL('../../src/jobs/kinds.ts', import.meta.url).href })
  const params = { report: 99, language: 'sv', format: 'pdf' }
  const job = askForJob(
    world.db,
    { projectId: demo.id, kind: 'report', params, language: 'sv', fileName: 'report.pdf' },
    'system',
    world.clock.now,
  )
  runner.wake()
  await runner.settled()
  const row = world.look(job)
  expect([row?.state, row?.error]).toEqual(['failed', 'not_found'])
  expect(world.files().join(' ')).not.toContain(job.id)
})

test('a report with a logotype that cannot be drawn says which, and none is made: Word would show a hole', async () => {
  const { db, clock } = world
  const words = { altSv: 'Flagga', altEn: 'Flag' }
  const sound = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 4"><rect width="6" height="4"/></svg>',
  )
  const cutOff = Buffer.from('89504e470d0a1a0a0000000d4948445200000014', 'hex')
  const sized = { projectId: demo.id, width: 6, height: 4, ...words }
  const added = [
    addLogo(db, { ...sized, type: 'svg', bytes: sound }, 'system', clock.now),
    addLogo(db, { ...sized, type: 'png', bytes: cutOff }, 'system', clock.now + 1),
  ]
  const report = createReport(db, { projectId: demo.id, kind: 'interim', cutId: null }, {}, 'system', clock.now)
  const runner = world.start({ kinds: new URL('../../src/jobs/kinds.ts', import.meta.url).href })
  const params = { report: report.ordinal, language: 'sv', format: 'docx' }
  const asked = { projectId: demo.id, kind: 'report', params, language: 'sv', fileName: 'report.docx' } as const
  const job = askForJob(db, asked, 'system', clock.now)
  runner.wake()
  await runner.settled()
  await runner.stop()
  const row = world.look(job)
  expect([row?.state, row?.error]).toEqual(['failed', 'logo_undrawable 2'])
  expect(phrasesIn('sv').jobs.error.logo_undrawable('2')).toContain('Logotyp nummer 2 går inte att rita')
  for (const { id } of added) removeLogo(db, demo.id, id, 'system', clock.now)
})

test('whoever has answers erased takes away the files that could hold them, and leaves what was made of a cut', () => {
  const { db, clock } = world
  const finished = (kind: string, cutId: string | null) => {
    const asked = { projectId: demo.id, kind, params: {}, language: 'sv', fileName: 'file' } as const
    const job = askForJob(db, asked, 'system', clock.now)
    claimNextJob(db, clock.now)
    endJob(db, job.id, { state: 'done', fileSize: 1, fileSha256: 'a'.repeat(64), cutId }, clock.now)
    return job
  }
  const [ofAnswers, ofCut] = [finished('charts', null), finished('charts', latestCut())]
  const { person } = db.$client
    .prepare(
      `select participants.person_id person from responses join invitations on invitations.id = invitation_id
         join participants on participants.id = participant_id limit 1`,
    )
    .get() as { person: string }
  expect(erasePerson(db, identity, person, 'system', clock.now).responses).toBeGreaterThan(0)
  expect([world.look(ofAnswers)?.state, world.look(ofCut)?.state]).toEqual(['expired', 'done'])
})
