// What only a browser can tell about paper and about small screens: every column is on the page, and what belongs
// together stands together.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Look, openTab, type Tab } from '../gallery/browse.ts'
import { type Gallery, openGallery } from '../gallery/states.ts'
import { launchBrowser } from '../support/chromium.ts'
import { runProgram } from '../support/programs.ts'

let gallery: Gallery
let browser: Browser
beforeAll(async () => {
  gallery = await openGallery()
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

/** Opens the first state of the name that shows `selector`. */
async function openWith(name: string, selector: string, look: Look): Promise<Tab> {
  const tab = await openTab(browser, look)
  for (const state of gallery.states.filter((one) => one.name.startsWith(name))) {
    await tab.visit(state)
    if ((await tab.page.locator(selector).count()) > 0) return tab
  }
  throw new Error(`No state ${name} shows ${selector}`)
}

test('on paper every column of every table fits, and a total stands once, at the end', async () => {
  const { page, close } = await openWith('results', '.chart .table', { language: 'sv', width: 680 })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => {
    for (const hidden of document.querySelectorAll('details')) hidden.open = true
  })
  const tables = await page.locator('.table').evaluateAll((all) =>
    all.map((frame) => {
      const table = frame.querySelector('table')
      const foot = table?.tFoot
      return {
        over: (table?.getBoundingClientRect().right ?? 0) - frame.getBoundingClientRect().right,
        head: table?.tHead ? getComputedStyle(table.tHead).display : 'none',
        foot: foot ? getComputedStyle(foot).display : 'table-row-group',
        cut: getComputedStyle(frame).overflowX,
      }
    }),
  )
  expect(tables.length).toBeGreaterThan(3)
  for (const { over, ...styles } of tables) {
    expect(over).toBeLessThanOrEqual(1)
    expect(styles).toEqual({ head: 'table-header-group', foot: 'table-row-group', cut: 'visible' })
  }
  await close()
})

test('forms are printed with their code on every sheet, their sheets counted, and no heading without its question', async (context) => {
  const { page, close } = await openWith('paper, forms', '.sheet-asked', { language: 'sv', width: 1280 })
  const headings = await page.locator('.sheet-part h3').allInnerTexts()
  const codes = await page.locator('.sheet-code .code').allInnerTexts()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-forms-'))
  await page.pdf({ path: path.join(folder, 'forms.pdf'), preferCSSPageSize: true })
  await close()
  const read = runProgram(context, 'pdftotext', ['-layout', 'forms.pdf', '-'], folder)
  rmSync(folder, { recursive: true })
  const [list, ...sheets] = read.out
    .split('\f')
    .map((sheet) => sheet.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
  expect(list?.[0]).toBe('Utdelningslista')
  for (const sheet of sheets) expect(codes.some((code) => sheet[0]?.endsWith(code))).toBe(true)
  for (const sheet of sheets) expect(headings).not.toContain(sheet.at(-2))
  const numbers = codes.map((code) =>
    sheets.filter(([head]) => head?.endsWith(code)).flatMap((sheet) => /^\d+$/.exec(sheet.at(-1) ?? '') ?? []),
  )
  // The sheet that tells how answers are handled has none.
  for (const one of numbers) expect(one).toEqual(one.map((_, at) => String(at + 1)))
  expect(numbers[0]?.length).toBeGreaterThan(1)
})

test.each([360, 700, 800, 1280])(
  'at %d pixels the ends of a scale stand at its ends, and each number is easily hit',
  async (width) => {
    const { page, close } = await openWith('questions, page', '.options-numbers', { language: 'sv', width })
    const options = await page
      .locator('.options-numbers')
      .first()
      .locator('.option')
      .evaluateAll((all) =>
        all.map((option) => {
          const { left, right, top, width, height } = option.getBoundingClientRect()
          const end = option.querySelector('.end')?.getBoundingClientRect()
          return { left, right, top, width, height, end: end && { left: end.left, right: end.right } }
        }),
      )
    expect(options).toHaveLength(11)
    for (const { width, height } of options) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    const [low, ...rest] = options
    const high = rest.pop()
    expect(rest.every(({ end }) => !end)).toBe(true)
    expect(low?.end?.left).toBeGreaterThanOrEqual(low?.left ?? Number.NaN)
    expect(high?.end?.right).toBeLessThanOrEqual(high?.right ?? Number.NaN)
    // In one row or in one column, never folded.
    const places = options.map(({ left, top }) => ({ left, top }))
    expect(new Set(places.map(({ left }) => left)).size === 1 || new Set(places.map(({ top }) => top)).size === 1).toBe(
      true,
    )
    await close()
  },
)

test('in forced colours the chosen measure is marked', async () => {
  const { page, close } = await openWith('results', '.picker', { language: 'sv', width: 1280 })
  await page.emulateMedia({ forcedColors: 'active' })
  const marks = await page
    .locator('.picker a')
    .evaluateAll((all) => all.map((one) => [one.hasAttribute('aria-current'), getComputedStyle(one).outlineStyle]))
  expect(marks.filter(([current]) => current)).toEqual([[true, 'solid']])
  expect(marks.filter(([current]) => !current).every(([, outline]) => outline === 'none')).toBe(true)
  await close()
})
