// A whole questionnaire by keyboard alone: Tab, Space, arrows, Enter and what one types. Each stop comes in the order
// in which the page is read, is seen, and lies on the screen; after an error one stands at its list.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { responses } from '#store/schema.ts'
import { openWave, type Wave } from '#store/waves.ts'
import { openBrowserWorld } from '../support/browser-world.ts'
import { whileFull } from '../support/full-disk.ts'
import { findStop, tabUntil } from '../support/keyboard.ts'
import { linkInto } from '../support/links.ts'
import { morning, type World } from '../support/world.ts'

let world: World
let base: string
let close: () => Promise<void>
let page: Page
let wave: Wave
beforeAll(async () => {
  const opened = await openBrowserWorld(2)
  ;({ world, base, close } = opened)
  wave = world.planWave('endline', 2)
  openWave(world.db, wave, 'system', morning)
  page = await (await opened.browser.newContext({ locale: 'sv', viewport: { width: 360, height: 640 } })).newPage()
})
afterAll(() => close?.())

const tabTo = (wanted: string | RegExp): Promise<void> =>
  tabUntil(page, String(wanted), ({ name }) => (typeof wanted === 'string' ? name === wanted : wanted.test(name)))

async function press(key: 'Enter' | 'Space'): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)])
}

const heading = () => page.locator('h1').innerText()
const fieldsOf = () =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLInputElement>('main input:not([type=hidden]), main textarea')].map(
        (field) => field.name,
      ),
    ),
  ])

test('a questionnaire is found, answered, mended, checked and sent in', async () => {
  await page.goto(base + linkInto(world, wave))
  await page.keyboard.press('Tab')
  expect((await findStop(page)).name).toBe('Hoppa till innehållet')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  await tabTo('Börja svara')
  await press('Enter')

  const answered: Record<string, string> = {}
  for (let number = 1; !page.url().endsWith('/check'); number += 1) {
    expect(page.url()).toMatch(new RegExp(`/${number}$`))
    for (const field of await fieldsOf()) {
      await tabTo(field)
      answered[field] = await answerHere()
    }
    if (await page.locator('textarea').count()) await mendTooLong()
    await tabTo('Spara och fortsätt')
    await press('Enter')
  }

  expect(await heading()).toBe('Stämmer dina svar?')
  await tabTo(/^Ändra/)
  await press('Enter')
  await tabTo('Spara och fortsätt')
  await press('Enter')
  while (!page.url().endsWith('/check')) {
    await tabTo('Spara och fortsätt')
    await press('Space')
  }
  await tabTo('Skicka in svaren')
  await press('Enter')
  expect(await heading()).toBe('Tack, dina svar är sparade')
  const stored: Record<string, unknown> = JSON.parse(world.db.select().from(responses).get()?.answers ?? '{}')
  expect(Object.fromEntries(Object.entries(stored).map(([item, value]) => [item, String(value)]))).toEqual(answered)
})

/** The first radio button is chosen with Space and the next one with an arrow; a text is typed. */
async function answerHere(): Promise<string> {
  if (await page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)) {
    await page.keyboard.type('Lite mer tid')
    return 'Lite mer tid'
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  return page.evaluate(() => (document.activeElement as HTMLInputElement).value)
}

/** Makes the first text too long, is led from the list of errors to the field, and mends it there. */
async function mendTooLong(): Promise<void> {
  const first = await page.locator('textarea').first().getAttribute('name')
  await page.evaluate(() => document.querySelector<HTMLElement>('#content')?.focus())
  await tabTo(first ?? '')
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('å'.repeat(2000))
  await tabTo('Spara och fortsätt')
  await press('Enter')
  expect(await page.title()).toMatch(/^Fel: /)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await tabTo(/Texten är 2012 tecken/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await findStop(page)).name).toBe(first)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Lite mer tid')
}

test('where a seat could not be handed over, one stands at what says so, and may try again', async () => {
  await page.goto(`${base}${linkInto(world, wave)}/handover`)
  await tabTo('name')
  await page.keyboard.type('Åsa Öberg')
  await tabTo('email')
  await page.keyboard.type('asa@kommun.example')
  await press('Enter')
  await tabTo('Lämna över')
  await whileFull(world, () => press('Enter'))
  expect(await page.title()).toMatch(/^Fel: /)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Det gick inte att spara just nu')
  await tabTo('Lämna över')
  await press('Enter')
  expect(await heading()).toBe('Platsen är överlämnad')
})

test.each<[what: string, path: string, isDiskFull: boolean, words: string]>([
  ['a page that could not be saved', '/2', true, 'Svaret är inte sparat.'],
  ['answers that could not be sent in', '/check', true, 'Svaret är inte sparat.'],
  ['sending in nothing', '/check', false, 'Du har inte svarat på någon fråga ännu.'],
  ['handing over to nobody', '/handover', false, 'Skriv den nya personens namn.'],
  ['a new link to no address', '/lost-link', false, 'Skriv'],
])('after %s one stands at what says so', async (_what, path, isDiskFull, words) => {
  const link = linkInto(world, wave, 1)
  await world.post(`${link}/start`)
  await page.goto(path === '/lost-link' ? `${base}${path}?lang=sv` : `${base}${link}${path}`)
  // With its script a page that could not be saved stays, and says so.
  if (path === '/2')
    await page.evaluate(() => Object.defineProperty(SubmitEvent.prototype, 'submitter', { value: null }))
  const button = path === '/2' ? 'main button[value=next]' : 'main form button'
  await page.locator(button).last().focus()
  await (isDiskFull ? whileFull(world, () => press('Enter')) : press('Enter'))
  const focused = page.locator('[role=alert]:focus')
  await focused.waitFor()
  expect(await focused.innerText()).toContain(words)
})
