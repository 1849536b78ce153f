// A participant who prints a page of questions gets the questions: no buttons that paper cannot press, and no sheet
// without a word on it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserWorld } from '../support/browser-world.ts'
import { beginEveryType } from '../support/every-type.ts'

let close: () => Promise<void>
let page: Page
let link: string
beforeAll(async () => {
  const opened = await openBrowserWorld(1)
  close = opened.close
  link = opened.base + (await beginEveryType(opened.world)).link
  page = await (await opened.browser.newContext({ locale: 'sv' })).newPage()
})
afterAll(() => close?.())

/** What is between the margins of A4, in CSS pixels. */
const sheet = { width: 680, height: 1009 }

test.each(['/1', '/5'])('of %s, what fills a sheet is printed on one', async (path) => {
  await page.goto(link + path)
  await page.setViewportSize(sheet)
  await page.emulateMedia({ media: 'print' })
  // Down to the end of the sheet.
  await page.evaluate((height) => {
    const last = [...document.querySelectorAll('.question')].at(-1)?.getBoundingClientRect()
    const title = document.querySelector('h1')
    if (title) title.style.paddingTop = `${height - 8 - (last?.bottom ?? 0)}px`
  }, sheet.height)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('nothing is printed that can only be pressed', async () => {
  for (const path of ['', '/1', '/check']) {
    await page.goto(link + path)
    await page.emulateMedia({ media: 'print' })
    const pressed = await page.locator('button, .languages a').all()
    expect(pressed.length).toBeGreaterThan(0)
    for (const one of pressed) expect(await one.isVisible()).toBe(false)
  }
})
