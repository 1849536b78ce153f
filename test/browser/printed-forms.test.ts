// Forms on A4 in a real browser: whatever a questionnaire holds, its letters keep their size. A browser that finds
// something wider than the sheet makes all that it prints smaller.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Wave } from '#store/waves.ts'
import { openBrowserWorld } from '../support/browser-world.ts'
import { askWidth } from '../support/checkers.ts'
import { longWord, longWorded, openEveryType, openLikeEveryType } from '../support/every-type.ts'
import type { World } from '../support/world.ts'
import { everyType, text } from '../survey/every-type.ts'

let world: World
let browser: Browser
let base: string
let close: () => Promise<void>
beforeAll(async () => {
  ;({ world, browser, base, close } = await openBrowserWorld(1))
})
afterAll(() => close?.())

/** Between the margins of A4, in CSS pixels. */
const sheetWidth = Math.floor((180 / 25.4) * 96)

const both = (words: string) => ({ sv: words, en: words })

/** A form of the wave, as it is printed. */
async function openForm(wave: Wave) {
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
  const raw = JSON.parse(text)
  raw.responseScales.agreement.points = points(8, 'Svarsalternativ med ganska lång text')
  const page = await openForm(openLikeEveryType(world, 'baseline', { ...raw, id: 'many-points' }))
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
  const page = await openForm(openLikeEveryType(world, 'followup', longWorded()))
  expect(await page.locator('li', { hasText: longWord }).count()).toBeGreaterThan(20)
  expect(await askWidth(page)).toEqual([])
  await page.context().close()
})

test('is made for A4, whatever paper the browser would take', async () => {
  const page = await openForm(openEveryType(world))
  const bytes = await page.pdf({ format: 'A3', preferCSSPageSize: true })
  const sheets = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  // 210 × 297 mm in points.
  expect([
    ...new Set(sheets.map(([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`)),
  ]).toEqual(['595 × 842'])
  await page.context().close()
})
