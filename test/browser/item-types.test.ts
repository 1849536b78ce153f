// Every type of question answered by keyboard in a real browser, on a phone of 320 pixels without script; and at 400 %
// zoom, which is the same width to a page.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { responses } from '#store/schema.ts'
import { openBrowserWorld } from '../support/browser-world.ts'
import { openEveryType } from '../support/every-type.ts'
import { tabUntil } from '../support/keyboard.ts'
import { linkInto } from '../support/links.ts'
import type { World } from '../support/world.ts'
import { answers } from '../survey/every-type.ts'

let world: World
let browser: Browser
let close: () => Promise<void>
let link: string
let other: string
beforeAll(async () => {
  const opened = await openBrowserWorld(2)
  ;({ world, browser, close } = opened)
  const wave = openEveryType(world)
  link = opened.base + linkInto(world, wave)
  other = opened.base + linkInto(world, wave, 1)
})
afterAll(() => close?.())

/** Goes to a field as a keyboard does: by Tab, through everything before it. */
const tabTo = (page: Page, selector: string): Promise<void> =>
  tabUntil(page, selector, () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
async function sendPage(page: Page): Promise<void> {
  expect(await fits(page)).toBe(true)
  await tabTo(page, 'main button[value="next"]')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

test('F13: the whole questionnaire by keyboard alone, without script, at 320 pixels', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(link)
  await tabTo(page, 'main form button')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  // About you: a choice that the register knows is changed with the arrows.
  await tabTo(page, 'input[name="B"]')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'input[name="MET"]')
  await page.keyboard.press('Space')
  await sendPage(page)
  // A matrix as groups of buttons: four arrows from the first point, and past the points to "don’t know".
  for (const [name, arrows] of [
    ['M1', 3],
    ['M2', 5],
    ['ALL', 7],
  ] as const) {
    await tabTo(page, `input[name="${name}"]`)
    await page.keyboard.press('Space')
    for (let press = 0; press < arrows; press += 1) await page.keyboard.press('ArrowDown')
  }
  await sendPage(page)
  await tabTo(page, 'input[name="G_LUG"]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'input[name="G_KTJ"]')
  await page.keyboard.press('Space')
  await sendPage(page)
  for (const way of ['meet', 'phone']) {
    await tabTo(page, `input[name="WAYS"][value="${way}"]`)
    await page.keyboard.press('Space')
  }
  await tabTo(page, '#HOURS')
  await page.keyboard.type('12,5')
  await sendPage(page)
  // A day that is not, then mended from the summary.
  for (const [part, typed] of [
    ['day', '30'],
    ['month', '2'],
    ['year', '2028'],
  ]) {
    await tabTo(page, `#FIRST-${part}`)
    await page.keyboard.type(typed ?? '')
  }
  await tabTo(page, '#PLACE')
  await page.keyboard.type('Bygdegården')
  await tabTo(page, '#WORDS')
  await page.keyboard.type('Att fråga först.')
  await sendPage(page)
  expect(await page.title()).toMatch(/^Fel: /)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await tabTo(page, '[role="alert"] a')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('FIRST-day')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('29')
  await sendPage(page)
  await tabTo(page, '#FIRSTS-shop')
  await page.keyboard.type('2')
  await tabTo(page, '#FIRSTS-bus')
  await page.keyboard.type('1')
  await sendPage(page)
  expect(page.url()).toBe(`${link}/check`)
  expect(await fits(page)).toBe(true)
  await tabTo(page, 'main form button')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  expect(JSON.parse(world.db.select().from(responses).get()?.answers ?? 'null')).toEqual(answers)
  await context.close()
}, 60_000)

test.each([true, false])(
  'Enter in a field goes on, in the same language, with script: %s',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ locale: 'sv', javaScriptEnabled })
    const page = await context.newPage()
    await world.post(`${new URL(other).pathname}/start`)
    await world.post(`${new URL(other).pathname}/1`, { form: { _page: 'you', B: 'FTG', MET: '1' } })
    for (const [number, field] of [
      [1, '#MET'],
      [4, '#HOURS'],
      [5, '#PLACE'],
    ] as const) {
      await page.goto(`${other}/${number}`)
      await Promise.all([page.waitForNavigation(), page.locator(field).press('Enter')])
      expect([page.url(), await page.locator('html').getAttribute('lang')]).toEqual([`${other}/${number + 1}`, 'sv'])
    }
    await context.close()
  },
)
