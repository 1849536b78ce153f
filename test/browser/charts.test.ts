// static/charts.js in a real browser, under a strict Content-Security-Policy: values can be pointed at and walked
// through, and whatever goes wrong, the server's picture stays.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildChangeChart } from '#report/change-chart.ts'
import { listCharts } from '#report/chart-catalogue.ts'
import { buildForestChart } from '#report/chart-forest.ts'
import { toChartJs } from '#report/chart-js.ts'
import type { Chart } from '#report/chart-model.ts'
import { buildSlopeChart } from '#report/chart-slope.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { buildDumbbellChart } from '#report/dumbbell-chart.ts'
import { escapeText } from '#report/svg.ts'
import { oneOfEachKind } from '../gallery/chart-sheet.ts'
import { plantSource } from '../report/planted.ts'
import { context, results } from '../report/sample-results.ts'
import { launchBrowser } from '../support/chromium.ts'

const slope = buildSlopeChart(plantSource('eleven'), 'INDEX')
const forest = buildForestChart(plantSource('twenty-three'), 'INDEX')
const charts = [buildChangeChart(results, 'SI', context.sv), buildDumbbellChart(results, context.sv)]
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const scripts = '<script src="/chart.js" defer></script><script src="/charts.js" defer></script>'
const document = (figures: string) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Charts</title>${figures}${scripts}`
const figure = (chart: Chart, data = JSON.stringify(toChartJs(chart))) =>
  `<figure class="chart" data-chart="${escapeText(data)}"><div class="chart-picture">${chartSvg(chart, {
    layout: 'wide',
    texts: false,
  })}</div><table><caption>${escapeText(chart.table.caption)}</caption></table></figure>`

const files: Record<string, { type: string; body: string | Buffer }> = {
  '/': { type: 'text/html', body: document(charts.map((chart) => figure(chart)).join('')) },
  '/broken': {
    type: 'text/html',
    body: document(charts.map((chart, at) => figure(chart, at ? undefined : '{}')).join('')),
  },
  '/files': {
    type: 'text/html',
    body: document(
      (['eleven', 'long names', 'extreme'] as const)
        .flatMap((plan) => oneOfEachKind(listCharts(plantSource(plan))))
        .flatMap(({ build }) => {
          const chart = build()
          return (['wide', 'narrow'] as const).map((layout) => chartSvg(chart, { layout, texts: true }))
        })
        .join(''),
    ),
  },
  '/forest': { type: 'text/html', body: document(figure(forest)) },
  '/picture': { type: 'text/html', body: document(figure(slope)) },
  '/chart.js': { type: 'text/javascript', body: read('node_modules/chart.js/dist/chart.umd.js') },
  '/charts.js': { type: 'text/javascript', body: read('static/charts.js') },
}
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"

let browser: Browser
let server: http.Server
let origin: string
beforeAll(async () => {
  server = http.createServer((request, response) => {
    const file = files[request.url ?? '']
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': policy,
    })
    response.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('canvases take the pictures’ place on screen, and leave it to them on paper', async () => {
  const { page, problems } = await open('/')
  expect(await seen(page)).toEqual({ pictures: [false, false], canvases: [true, true] })
  await page.emulateMedia({ media: 'print' })
  expect(await seen(page)).toEqual({ pictures: [true, true], canvases: [false, false] })
  expect(problems).toEqual([])
  await page.close()
})

test('alt text and table stay', async () => {
  const { page } = await open('/')
  const names = await page
    .locator('canvas')
    .evaluateAll((all) => all.map((canvas) => canvas.getAttribute('aria-label')))
  expect(names).toEqual(charts.map(({ altText }) => altText))
  expect(await page.locator('table').count()).toBe(2)
  await page.close()
})

test('the arrow keys read row by row, hidden rows by their reason', async () => {
  const { page } = await open('/')
  await page.keyboard.press('Tab')
  const reader = page.locator('[role=slider]').first()
  const said = () => reader.getAttribute('aria-valuetext')
  const sentences = charts[0]?.rows.map(({ text }) => text.sentence) ?? []
  expect(await said()).toBe(sentences[0])
  for (const row of [1, 2, 3, 4, 5]) {
    await page.keyboard.press('ArrowDown')
    expect(await said()).toBe(sentences[row])
  }
  expect(await said()).toBe('Ljungby: för få svar.')
  await page.keyboard.press('End')
  expect(await said()).toBe(sentences.at(-1))
  await page.keyboard.press('ArrowDown')
  expect(await said()).toBe(sentences.at(-1))
  await page.close()
})

test('pointing at a row changes what the canvas shows', async () => {
  const { page } = await open('/')
  const canvas = page.locator('canvas').first()
  const before = await canvas.screenshot()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The canvas has no place on the page')
  await page.mouse.move(box.x + box.width / 2, box.y + 120)
  await expect.poll(async () => before.equals(await canvas.screenshot()), { timeout: 5000 }).toBe(false)
  await page.close()
})

test('a kind that chart.js has no form for stays a picture, read by arrow keys and by pointing', async () => {
  const { page, problems } = await open('/picture')
  expect(await seen(page)).toEqual({ pictures: [true], canvases: [] })
  await page.keyboard.press('Tab')
  const reader = page.locator('[role=slider]')
  expect(await reader.textContent()).toBe(slope.readings[0])
  await page.keyboard.press('ArrowDown')
  expect(await reader.getAttribute('aria-valuetext')).toBe(slope.readings[1])
  expect(await page.locator('.chart-read-now').count()).toBe(1)
  await page.keyboard.press('End')
  expect(await reader.textContent()).toBe(slope.readings.at(-1))
  await page.locator('[data-reading="2"] text').first().hover()
  expect(await reader.textContent()).toBe(slope.readings[2])
  await page.mouse.move(1, 1)
  expect(await page.locator('.chart-read-now').count()).toBe(0)
  expect(problems).toEqual([])
  await page.close()
})

test.each([
  ['picture', '/forest', { width: 1280, height: 500 }],
  ['picture', '/forest', { width: 360, height: 500 }],
  ['canvas', '/', { width: 900, height: 360 }],
] as const)(
  'of a %s (%s) taller than the window one sees what is read together with what it says',
  async (kind, path, viewport) => {
    const { page } = await open(path, viewport)
    await page.keyboard.press('Tab')
    for (const key of ['End', 'ArrowUp', 'Home', 'ArrowDown', 'End']) {
      await page.keyboard.press(key)
      // Once the frame that follows a focus is over.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      const [row, said] = await placesRead(page, kind)
      for (const place of [row, said]) {
        expect(place.top, key).toBeGreaterThanOrEqual(0)
        expect(place.bottom, key).toBeLessThanOrEqual(viewport.height)
      }
      if (kind === 'picture') expect(row.bottom, key).toBeLessThanOrEqual(said.top)
    }
    await page.close()
  },
)

test('on a phone nothing is wider than the screen', async () => {
  const { page } = await open('/', { width: 360, height: 740 })
  for (const box of await page.locator('.chart-live').evaluateAll((all) => all.map((live) => live.scrollWidth)))
    expect(box).toBeLessThanOrEqual(360)
  await page.close()
})

test('a picture opened where its letters are not installed keeps every word inside', async () => {
  const { page } = await open('/files')
  const [pictures, outside] = await page.locator('svg').evaluateAll((all) => [
    all.length,
    all.flatMap((svg) => {
      const { width } = (svg as SVGSVGElement).viewBox.baseVal
      return [...svg.querySelectorAll('text')].flatMap((text) => {
        const box = text.getBBox()
        return box.x < 0 || box.x + box.width > width ? [`${svg.id || width}: ${text.textContent}`] : []
      })
    }),
  ])
  expect(pictures).toBeGreaterThan(80)
  expect(outside).toEqual([])
  await page.close()
})

test('a chart that cannot be drawn stays a picture, and the others come alive', async () => {
  const { page } = await open('/broken')
  expect(await seen(page)).toEqual({ pictures: [true, false], canvases: [true] })
  await page.close()
})

test('without chart.js all stay pictures', async () => {
  const page = await browser.newPage()
  await page.route('**/chart.js', (route) => route.abort())
  await page.goto(`${origin}/`)
  expect(await seen(page)).toEqual({ pictures: [true, true], canvases: [] })
  await page.close()
})

/** Scripts with `defer` have run when the page has loaded. `problems` = refusals of the policy and uncaught errors. */
async function open(path: string, viewport = { width: 900, height: 900 }): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport })
  const problems: string[] = []
  page.on('console', (message) => message.type() !== 'log' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(`${origin}${path}`)
  return { page, problems }
}

/** Which pictures and which canvases one sees, in the order of the page. */
async function seen(page: Page): Promise<{ pictures: boolean[]; canvases: boolean[] }> {
  const visible = async (selector: string) =>
    Promise.all((await page.locator(selector).all()).map((part) => part.isVisible()))
  return { pictures: await visible('.chart-picture'), canvases: await visible('.chart-live') }
}

interface Span {
  top: number
  bottom: number
}

/** Where in the window the row is that is read, and where its reading: of a canvas the row holds both. */
async function placesRead(page: Page, kind: 'picture' | 'canvas'): Promise<[Span, Span]> {
  if (kind === 'picture') {
    const spanOf = (selector: string) =>
      page.locator(selector).evaluate((part): Span => {
        const { top, bottom } = part.getBoundingClientRect()
        return { top, bottom }
      })
    return [await spanOf('.chart-read-now'), await spanOf('.chart-said')]
  }
  const row = await page
    .locator('[role=slider]')
    .first()
    .evaluate((reader): Span => {
      const { top, height } = reader.getBoundingClientRect()
      const [at = 1, rows = 1] = ['aria-valuenow', 'aria-valuemax'].map((name) => Number(reader.getAttribute(name)))
      // Rows divide what lies between the headings and the axis.
      const middle = top + 53 + ((height - 107) * (at - 0.5)) / rows
      return { top: middle - 17, bottom: middle + 17 }
    })
  return [row, row]
}
