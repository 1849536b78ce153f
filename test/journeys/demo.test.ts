// The demonstration as a visitor from the funder sees it, in English and with JavaScript: from the first page to the
// results, then a follow-up wave opened, sent and answered.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plans, plantedIndexChange } from '#demo/plan.ts'
import { launchBrowser } from '../support/chromium.ts'
import { readLetters } from '../support/filed-letters.ts'
import { goOn } from '../support/go-on.ts'
import { type RunningServer, startServer } from '../support/server.ts'

let server: RunningServer
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  server = await startServer(['--demo'])
  browser = await launchBrowser()
  page = await openTab(await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } }))
})
afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

async function openTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage()
  tab.on('pageerror', (error) => faults.push(error.message))
  tab.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  tab.on('request', (request) => {
    if (!request.url().startsWith(server.base) && !/^(data|blob):/.test(request.url()))
      faults.push(`request to ${request.url()}`)
  })
  return tab
}

test('shows the planted change inside the intervals, and hides the municipality that is too small', async () => {
  await page.goto(server.base)
  await page.getByRole('button', { name: 'Open the demo project' }).click()
  await page.getByRole('link', { name: 'Results' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Results')
  const { data: rows } = Papa.parse<Record<string, string>>(await text(`${page.url().split('?')[0]}.csv`), {
    header: true,
    skipEmptyLines: true,
  })
  const values = new Map(rows.map(({ path, value }) => [path, value]))
  const paired = (code: string, figure: string) =>
    values.get(`indicators/INDEX/byMunicipality/${code}/paired/${figure}`)
  let shown = 0
  for (const { code, ...place } of plans) {
    const [low, high] = [paired(code, 'interval/low'), paired(code, 'interval/high')]
    if (low === undefined || high === undefined) continue
    shown += 1
    const planted = plantedIndexChange({ code, ...place })
    expect([code, Number(low) <= planted && planted <= Number(high)]).toEqual([code, true])
  }
  expect(shown).toBeGreaterThanOrEqual(6)
  // Vingåker has three pairs.
  const ofVingaker = rows.filter(({ path }) => path?.startsWith('indicators/INDEX/byMunicipality/0428/'))
  expect(ofVingaker.length).toBeGreaterThan(0)
  expect(ofVingaker.filter(({ value, n }) => value !== '' || n !== '')).toEqual([])
})

test('lets values be read from the chart, and keeps its table and files', async () => {
  const figure = page.locator('figure.chart').first()
  await expect.poll(() => figure.locator('canvas').count()).toBe(1)
  await figure.locator('summary').click()
  expect(await figure.getByRole('row').count()).toBeGreaterThan(7)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('link', { name: 'PNG', exact: true }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^demo-.*\.png$/)
  expect(
    readFileSync(await file.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
})

test('prints the picture of the server, not the canvas', async () => {
  await page.emulateMedia({ media: 'print' })
  const figure = page.locator('figure.chart').first()
  await expect.poll(() => figure.locator('.chart-wide svg').isVisible()).toBe(true)
  expect(await figure.locator('canvas').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
})

test('opens the follow-up, sends its letters to the outbox, and is answered through one of them', async () => {
  await page.goto(`${server.base}/projects/demo`)
  await page.getByRole('link', { name: 'Follow-up' }).click()
  await page.getByRole('button', { name: /Open and send 140/ }).click()
  await page.waitForURL(/done=wave_opened/)
  await expect
    .poll(async () => (await readLetters(path.join(server.dataDir, 'outbox'))).length, { timeout: 60_000 })
    .toBe(140)
  // The page of the wave reads itself again as letters leave, and may do so just now.
  page = await openTab(page.context())
  await page.goto(`${server.base}/projects/demo/outbox`)
  await page.locator('ul.letters a').first().click()
  await page.locator('a[href*="/s/"]').first().click()
  if ((await page.locator('html').getAttribute('lang')) === 'sv')
    await page.getByRole('link', { name: 'In English' }).click()
  await page.getByRole('button', { name: 'Start answering' }).click()
  await goOn(page, 'Save and continue')
  await page.locator('input[name="D1"][value="4"]').check()
  while (!page.url().endsWith('/check')) await goOn(page, 'Save and continue')
  await page.getByRole('button', { name: 'Submit answers' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Thank you, your answers are saved')
})

test('does all this without an error in the browser, a request to anybody else, or a token in the log', () => {
  expect(faults).toEqual([])
  expect(server.output()).not.toMatch(/\/s\/[A-Za-z0-9_-]{22}/)
})

async function text(url: string): Promise<string> {
  return (await page.context().request.get(url)).text()
}
