// The message of what is saved stands over the page: where there is little room, above a keyboard or in large letters, it
// must leave in sight what is being typed.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWave } from '#store/waves.ts'
import { openBrowserWorld } from '../support/browser-world.ts'
import { beginEveryType } from '../support/every-type.ts'
import { linkInto } from '../support/links.ts'
import { morning } from '../support/world.ts'
import { form } from '../survey/every-type.ts'

let browser: Browser
let close: () => Promise<void>
let page: Page
let everyType: string
let samverkan: string
beforeAll(async () => {
  const opened = await openBrowserWorld(1)
  ;({ browser, close } = opened)
  const { world, base } = opened
  const begun = await beginEveryType(world)
  await begun.send('you', form)
  await begun.send('facts', form)
  everyType = base + begun.link
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  samverkan = base + linkInto(world, wave)
  await world.post(`${linkInto(world, wave)}/start`)
})
afterAll(() => close?.())
// Closed without a connection: what is typed in one test is never saved, and so changes no page of the next.
beforeEach(async () => {
  page = await (await browser.newContext({ locale: 'sv' })).newPage()
})
afterEach(() => page.context().close())

/** What is left of a phone's window above its keyboard. */
const aboveKeyboard = { width: 320, height: 300 }

/** Types without a connection, and waits until that is told. @returns pixels of the window, from its top */
async function typeOffline(field: string, text: string) {
  await page.locator(field).focus()
  await page.context().setOffline(true)
  await page.keyboard.type(text)
  await page.locator('#saving[data-state=offline]').waitFor()
  return page.evaluate((field) => {
    const [typed, message] = [field, '#saving'].map((wanted) =>
      document.querySelector(wanted)?.getBoundingClientRect().toJSON(),
    )
    return { typed, message, isWhole: (document.querySelector('#saving')?.scrollHeight ?? 0) <= message.height + 1 }
  }, field)
}

/** Lines of the window that the field has and the message leaves. */
function leftOf(typed: DOMRect, message: DOMRect, height: number): number {
  const above = Math.max(0, Math.min(typed.bottom, message.top) - Math.max(typed.top, 0))
  const below = Math.max(0, Math.min(typed.bottom, height) - Math.max(typed.top, message.bottom))
  return Math.max(above, below)
}

const windows = [
  { name: 'above a keyboard', size: aboveKeyboard, letters: 100 },
  { name: 'in letters twice as large', size: { width: 360, height: 740 }, letters: 200 },
  { name: 'in letters twice as large on a wider phone', size: { width: 412, height: 915 }, letters: 200 },
]
const fields = ['#O1', '#PLACE', '#FIRST-year', '#HOURS'] as const
const addressOf = (field: (typeof fields)[number]): string =>
  ({
    '#O1': `${samverkan}/9`,
    '#PLACE': `${everyType}/5`,
    '#FIRST-year': `${everyType}/5`,
    '#HOURS': `${everyType}/4`,
  })[field]

test.each(windows.flatMap((window) => fields.map((field) => ({ ...window, field }))))(
  '$name it takes a third of the window at most, is told whole, and leaves $field in sight',
  async ({ size, letters, field }) => {
    await page.setViewportSize(size)
    await page.goto(addressOf(field))
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), letters)
    const { typed, message, isWhole } = await typeOffline(field, '2')
    expect(message.height).toBeLessThanOrEqual(size.height / 3)
    expect(isWhole).toBe(true)
    expect(leftOf(typed, message, size.height)).toBeGreaterThanOrEqual(Math.min(24, typed.height))
  },
)

test('above a keyboard the first line of a long text stays in sight', async () => {
  await page.setViewportSize(aboveKeyboard)
  await page.goto(`${samverkan}/9`)
  const { typed, message } = await typeOffline('#O1', 'hej')
  expect(message.top).toBeGreaterThanOrEqual(typed.top + 40)
})

test('above a keyboard the last line of a text that grows is scrolled clear of it', async () => {
  await page.setViewportSize(aboveKeyboard)
  await page.goto(`${samverkan}/9`)
  for (const field of ['#O1', '#O2']) {
    const { typed, message } = await typeOffline(field, 'rad\n'.repeat(9))
    expect(typed.bottom).toBeLessThanOrEqual(message.top + 1)
  }
})
