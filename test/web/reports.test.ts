// Reports over HTTP: begun, written by two at once, refreshed from a newer cut, downloaded.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDemo, demoSeed } from '#demo/demo.ts'
import { readZip } from '#document/steady-zip.ts'
import { publishCut } from '#publication.ts'
import { makeReport } from '#reporting.ts'
import { listEvents } from '#store/events.ts'
import { listJobs } from '#store/jobs.ts'
import { findProject } from '#store/projects.ts'
import { findReport, listReports } from '#store/reports.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff, hashPassword } from '#store/staff.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let cookies: { economist: string; evaluator: string; coordinator: string }
const base = '/projects/demo/reports'

beforeAll(async () => {
  world = await makeWorld()
  const { db } = world
  const demo = createDemo(db, world.identity, { now: morning, seed: demoSeed })
  await publishCut(db, demo, 'system', morning)
  const passwordHash = await hashPassword('granris och tallkottar')
  const cookieOf = (role: 'economist' | 'evaluator' | 'coordinator') => {
    const grants = [{ role, projectId: demo.id, municipalityCode: '*' }]
    const names = { economist: 'Emil', evaluator: 'Ulla', coordinator: 'Cecilia' }
    const details = { email: `${role}@demo.example`, name: names[role], passwordHash, language: 'sv' as const, grants }
    return `session=${startSession(db, addStaff(db, details, 'system', morning).id, morning)}`
  }
  cookies = { economist: cookieOf('economist'), evaluator: cookieOf('evaluator'), coordinator: cookieOf('coordinator') }
})
afterAll(() => world.close())

type Who = keyof typeof cookies
const get = (url: string, who: Who = 'economist') => world.get(url, { headers: { cookie: cookies[who] } })
const post = (url: string, form: Record<string, string>, who: Who = 'economist') =>
  world.post(url, { form, headers: { cookie: cookies[who] } })
const revisionIn = (body: string) => /name="revision" value="(\d+)"/.exec(body)?.[1] ?? ''
const textIn = (body: string) =>
  (/<textarea[^>]*name="text"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? '').replaceAll('&#39;', "'")

test('an economist begins a report, an evaluator only reads', async () => {
  expect((await post(base, { kind: 'final' }, 'evaluator')).statusCode).toBe(403)
  expect((await post(base, {})).statusCode).toBe(422)
  const begun = await post(base, { kind: 'final' })
  expect([begun.statusCode, begun.headers.location]).toEqual([303, `${base}/1?done=created`])
  const page = await get(`${base}/1`, 'evaluator')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Slutrapport 1')
  expect(page.body).not.toContain(`${base}/1/parts/`)
  expect((await get(`${base}/2`)).statusCode).toBe(404)
})

test('a text of one’s own takes the place of the generated, keeps its sources, and can be dropped', async () => {
  const address = `${base}/1/parts/primary/sv`
  const before = await get(address)
  expect(textIn(before.body)).toMatch(/Samverkansindex har ökat med \d+,\d\[1\] poäng/)
  const text = `${textIn(before.body)}\n\nVårt eget ord.`
  const saved = await post(address, { text, revision: revisionIn(before.body), deed: 'save' })
  expect(saved.headers.location).toBe(`${base}/1?done=saved`)
  expect((await get(`${base}/1`)).body).toContain('egen text')
  const after = await get(address)
  expect(textIn(after.body)).toContain('Vårt eget ord.')
  await post(address, { text: '', revision: revisionIn(after.body), deed: 'drop' })
  expect(textIn((await get(address)).body)).toBe(textIn(before.body))
})

test('what somebody pastes never costs the report: controls go, bullets become bullets, the writer is told what has no letter', async () => {
  const address = `${base}/1/parts/primary/sv`
  const text = '\uf0b7\tord\u0002delning ไ 🎉'
  const saved = await post(address, { text, revision: revisionIn((await get(address)).body), deed: 'save' })
  expect(saved.headers.location).toBe(`${address}?done=saved`)
  const told = await get(address)
  expect(textIn(told.body)).toBe('•\torddelning ไ 🎉')
  expect(told.body).toContain('PDF-filen kan inte visa de här tecknen: ไ (U+0E44), 🎉 (U+1F389).')
  const { db } = world
  const demo = findProject(db, 'demo')
  const report = demo && findReport(db, demo.id, 1)
  if (!demo || !report) throw new Error('the demonstration has no report')
  // As it may lie there since before names were cleaned.
  db.$client.prepare('UPDATE projects SET organisation = ?').run('Hela\u0002 \uf0b7 \ue123 bygden')
  const project = { ...demo, organisation: 'Hela\u0002 \uf0b7 \ue123 bygden' }
  const page = (await get(`${base}/1`)).body
  expect(page).toContain('<li>Projektägare: \ue123 (U+E123)</li>')
  expect(page).toContain('<li>Det samlade måttet: ไ (U+0E44), 🎉 (U+1F389)</li>')
  const options = { baseUrl: null, judgements: new Map(), now: morning }
  const made = async (format: 'pdf' | 'docx') =>
    (await makeReport(db, project, report, { language: 'sv', format }, options)).bytes
  expect(Buffer.from(await made('pdf')).toString('latin1', 0, 5)).toBe('%PDF-')
  const xml =
    readZip(Buffer.from(await made('docx')))
      .find(({ name }) => name === 'word/document.xml')
      ?.bytes.toString() ?? ''
  expect(xml).toContain('Hela • ')
  expect(xml).not.toContain('\u0002')
  await post(address, { text: '', revision: revisionIn((await get(address)).body), deed: 'drop' })
})

test('a text with signs that no report reads, or without any source, is kept and remarked on', async () => {
  const address = `${base}/1/parts/primary/sv`
  const before = await get(address)
  const text = 'Det gick **mycket bra**: {{tal}}.'
  const saved = await post(address, { text, revision: revisionIn(before.body), deed: 'save' })
  expect(saved.headers.location).toBe(`${address}?done=saved`)
  const told = await get(`${address}?done=saved`)
  expect(textIn(told.body)).toBe(text)
  expect(told.body).toContain('trycks som det står, med sina tecken: **mycket bra**, {{tal}}.')
  expect(told.body).toContain('Texten har inga hänvisningar till underlaget')
  const mended = await post(address, { text: textIn(before.body), revision: revisionIn(told.body), deed: 'save' })
  expect(mended.headers.location).toBe(`${base}/1?done=saved`)
  await post(address, { text: '', revision: revisionIn((await get(address)).body), deed: 'drop' })
})

test('of two who write at once neither loses anything', async () => {
  const address = `${base}/1/parts/lessons/sv`
  const [mine, theirs] = [await get(address), await get(address, 'coordinator')]
  await post(address, { text: 'Cecilias lärdom', revision: revisionIn(theirs.body), deed: 'save' }, 'coordinator')
  const refused = await post(address, { text: 'Emils lärdom', revision: revisionIn(mine.body), deed: 'save' })
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('Cecilias lärdom')
  expect(textIn(refused.body)).toBe('Emils lärdom')
  const joined = { text: 'Cecilias lärdom. Emils lärdom', revision: revisionIn(refused.body), deed: 'save' }
  expect((await post(address, joined)).statusCode).toBe(303)
  expect(textIn((await get(address)).body)).toBe('Cecilias lärdom. Emils lärdom')
})

test('facts are kept under the same rule, and an amount that is none is said', async () => {
  const page = await get(`${base}/1/finance`)
  const wrong = await post(`${base}/1/finance`, { revision: revisionIn(page.body), 'decided-0482': 'fyrtio' })
  expect([wrong.statusCode, wrong.body.includes('value="fyrtio"')]).toEqual([422, true])
  const right = { revision: revisionIn(page.body), 'decided-0482': '40 000 kr', 'decision-0482': 'KS 2026/17' }
  expect((await post(`${base}/1/finance`, right)).statusCode).toBe(303)
  const late = await post(`${base}/1/finance`, { ...right, 'decided-0482': '50000' }, 'coordinator')
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('value="50000"')
  expect(late.body).toContain('40000 · KS 2026/17')
})

test('the goals can be told, removed and added to', async () => {
  const page = await get(`${base}/1/targets`)
  expect(page.body).toContain('Spridningskonferens genomförd')
  const form = {
    revision: revisionIn(page.body),
    'goalSv-0': 'Elva servicepunkter',
    'planned-0': '11',
    'outcome-0': '9',
  }
  expect((await post(`${base}/1/targets`, form)).statusCode).toBe(303)
  const after = (await get(`${base}/1/targets`)).body
  expect([after.includes('Elva servicepunkter'), after.includes('Spridningskonferens')]).toEqual([true, false])
})

test('a logotype is looked at before it is kept, and runs nothing where it is shown', async () => {
  const add = (bytes: string | Buffer, altSv = 'Flagga') =>
    world.post(`${base}/logos`, {
      multipart: { file: { name: 'logo.svg', bytes }, altSv, altEn: 'Flag' },
      headers: { cookie: cookies.economist },
    })
  const plain =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#039"/></svg>'
  expect((await add(plain.replace('<rect', '<script>alert(1)</script><rect'))).body).toContain('innehåller skript')
  expect((await add(plain.replace('</svg>', ''))).body).toContain('går inte att rita')
  expect((await add('GIF89a')).statusCode).toBe(422)
  for (const bytes of [1_000_001, 1_500_000]) {
    const refused = await add(Buffer.alloc(bytes, 32))
    expect([
      refused.statusCode,
      refused.body.includes('större än 1 MB'),
      refused.body.includes('value="Flagga"'),
    ]).toEqual([422, true, true])
  }
  expect((await add(plain, '')).body).toContain('Skriv vad logotypen föreställer')
  expect((await add(plain)).statusCode).toBe(303)
  const page = await get(`${base}/logos`)
  const address = /src="([^"]+\/logos\/[^"]+)"/.exec(page.body)?.[1] ?? ''
  const logo = await get(address)
  expect(logo.headers['content-type']).toContain('image/svg+xml')
  expect(logo.headers['content-security-policy']).toContain('sandbox')
  expect((await post(`${address}/removal`, {})).statusCode).toBe(303)
  expect((await get(address)).statusCode).toBe(404)
})

test('a file of the report is asked for with a button of its page, and put among the files of the project', async () => {
  const { body } = await get(`${base}/1`, 'evaluator')
  const forms = [...body.matchAll(/<form[^>]*action="([^"]+\/jobs)">([\s\S]*?)<\/form>/g)].map(
    ([, action = '', fields = '']) => ({
      action,
      form: Object.fromEntries(
        [...fields.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    }),
  )
  expect(forms.map(({ form }) => `${form.kind} ${form.report} ${form.language} ${form.format}`)).toEqual([
    'report 1 sv docx',
    'report 1 sv pdf',
    'report 1 en docx',
    'report 1 en pdf',
  ])
  for (const { action, form } of forms.slice(0, 1)) {
    const asked = await post(action, form as Record<string, string>, 'evaluator')
    expect([asked.statusCode, asked.headers.location]).toEqual([303, expect.stringMatching(/\/demo\/jobs\/[\w-]+/)])
  }
  expect(listJobs(world.db, findDemo()).map(({ kind, fileName }) => [kind, fileName])).toEqual([
    ['report', 'demo-report-1-sv.docx'],
  ])
  const wrong = { kind: 'report', report: '1', language: 'sv', format: 'exe' }
  expect((await post('/projects/demo/jobs', wrong)).statusCode).toBe(400)
})

test('every deed has its line in the history, with who and what', async () => {
  const [report] = listReports(world.db, findDemo())
  const deeds = listEvents(world.db, `report:${report?.id}`).map(({ action }) => action)
  expect(new Set(deeds)).toEqual(
    new Set(['report.created', 'report.text_written', 'report.text_dropped', 'report.facts_written']),
  )
  expect((await get(`${base}/1`)).body).toContain('Emil')
  expect(findReport(world.db, findDemo(), 1)?.kind).toBe('final')
})

const findDemo = (): string =>
  world.db.query.projects.findFirst({ where: (one, { eq }) => eq(one.slug, 'demo') }).sync()?.id ?? ''
