// Forms on A4 in a real browser: whatever a questionnaire holds, its letters keep their size. A browser that finds
// something wider than the sheet makes all that it prints smaller.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { createWave, openWave } from '#store/waves.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { askWidth } from '../support/checkers.ts'
import { launchBrowser } from '../support/chromium.ts'
import { makeWorld, morning, type World } from '../support/world.ts'
import { everyType, file, text } from '../survey/every-type.ts'

let world: World
let browser: Browser
let base: string
beforeAll(async () => {
  world = await makeWorld()
  world.addPeople(1)
  base = await world.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

/** Between the margins of A4, in CSS pixels. */
const sheetWidth = Math.floor((180 / 25.4) * 96)

const both = (words: string) => ({ sv: words, en: words })
type Scales = Readonly<Record<string, { points: readonly { code: number }[]; offers?: readonly string[] }>>

/** A form of the questionnaire of every type, as it is printed; its scales and words by `change`. */
async function openForm(
  id: string,
  kind: WaveKind,
  change: (raw: { responseScales: Scales; missing: object }) => object,
) {
  publishQuestionnaire(world.db, file, JSON.stringify({ ...change(JSON.parse(text)), id }), morning)
  const plan = { questionnaireId: id, questionnaireVersion: 1, opensOn: '2027-03-01', closesOn: '2027-05-31' }
  const wave = createWave(world.db, { projectId: world.project.id, kind, ...plan }, 'system', morning)
  openWave(world.db, wave, 'system', morning)
  const { body } = await world.post(`/waves/${wave.id}/paper/print`, { as: 'coordinator', form: { who: 'all' } })
  const context = await browser.newContext({ viewport: { width: sheetWidth, height: 1000 } })
  const page = await context.newPage()
  await page.route(`${base}/form`, (route) => route.fulfill({ body, contentType: 'text/html' }))
  await page.goto(`${base}/form`)
  await page.emulateMedia({ media: 'print' })
  return page
}

const points = (count: number, words: string) =>
  Array.from({ length: count }, (_, at) => ({ code: at + 1, label: both(`${words} ${at + 1}`) }))

test('a scale of many points with words is printed as a list, and makes no sheet wider', async () => {
  const page = await openForm('many-points', 'baseline', (raw) => ({
    ...raw,
    responseScales: {
      ...raw.responseScales,
      agreement: { ...raw.responseScales.agreement, points: points(8, 'Svarsalternativ med ganska lång text') },
    },
  }))
  expect(await askWidth(page)).toEqual([])
  const question = page.locator('.sheet-question', { hasText: 'Svarsalternativ' }).first()
  const options = await question.locator('li').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  expect(options.slice(0, 8)).toEqual([...new Set(options.slice(0, 8))])
  // Numbers with words at the ends still stand in a row.
  expect(await page.locator('.sheet-steps').first().locator('li').count()).toBe(
    everyType.responseScales.ten?.points.length,
  )
  await page.context().close()
})

test('not even long words in every point and choice make a sheet wider', async () => {
  const word = 'Livsmedelsförsörjningsberedskap'
  const page = await openForm('long-words', 'midterm', (raw) =>
    JSON.parse(JSON.stringify(raw), (_key, value: { sv?: unknown } | null) =>
      typeof value?.sv === 'string' ? { ...value, sv: `${word} ${value.sv}` } : value,
    ),
  )
  expect(await askWidth(page)).toEqual([])
  await page.context().close()
})

test('is made for A4, whatever paper the browser would take', async () => {
  const page = await openForm('sheet', 'endline', (raw) => raw)
  const bytes = await page.pdf({ format: 'A3', preferCSSPageSize: true })
  const sheets = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  // 210 × 297 mm in points.
  expect([
    ...new Set(sheets.map(([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`)),
  ]).toEqual(['595 × 842'])
  await page.context().close()
})
