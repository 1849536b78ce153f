// Letters twice as large on a phone, as many have them, and words longer than a small screen: every page is read down,
// never sideways, and begins with what it is about.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWave, type Wave } from '#store/waves.ts'
import { openBrowserWorld } from '../support/browser-world.ts'
import { askWidth } from '../support/checkers.ts'
import { beginEveryType, longWord, longWorded, openEveryType, openLikeEveryType } from '../support/every-type.ts'
import { linkInto } from '../support/links.ts'
import { morning, type World } from '../support/world.ts'
import { form } from '../survey/every-type.ts'

let world: World
let browser: Browser
let base: string
let close: () => Promise<void>
beforeAll(async () => {
  ;({ world, browser, base, close } = await openBrowserWorld(1))
})
afterAll(() => close?.())

async function beginSamverkan(kind: 'baseline' | 'endline', version: number): Promise<string> {
  const wave = world.planWave(kind, version)
  openWave(world.db, wave, 'system', morning)
  const link = linkInto(world, wave)
  await world.post(`${link}/start`)
  return `${base}${link}`
}

/** Everything answered, so that everything is asked. */
async function answerEveryType(wave: Wave): Promise<string> {
  const { link, send } = await beginEveryType(world, wave)
  for (const page of ['you', 'facts', 'meetings', 'contact', 'words', 'order'] as const) await send(page, form)
  return `${base}${link}`
}

/** Goes through all pages behind a link. @returns how many */
async function walk(page: Page, link: string, language: string, look: (name: string) => Promise<void>) {
  const around = ['', '/choices', '/withdraw', '/erase', '/handover', '/check']
  for (const path of around) {
    await page.goto(`${link}${path}?lang=${language}`)
    await look(path)
  }
  const parts = await page.locator('.page-head').count()
  for (let at = 1; at <= parts; at += 1) {
    await page.goto(`${link}/${at}?lang=${language}`)
    await look(`/${at}`)
  }
  return around.length + parts
}

test.each([
  ['samverkan 1', ['sv', 'en', 'fi'], () => beginSamverkan('baseline', 1)],
  ['samverkan 2', ['sv', 'en'], () => beginSamverkan('endline', 2)],
  ['every type of question', ['sv', 'en'], () => answerEveryType(openEveryType(world))],
] as const)(
  'at 200 % text on phones every page of %s is as wide as the screen, with a low head',
  async (_name, languages, begin) => {
    const link = await begin()
    const page = await (await browser.newContext()).newPage()
    const found: string[] = []
    let seen = 0
    for (const language of languages)
      seen += await walk(page, link, language, async (path) => {
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
        for (const width of [360, 412]) {
          await page.setViewportSize({ width, height: 740 })
          const faults = await askWidth(page)
          const head = (await page.locator('.top').boundingBox())?.height ?? 0
          if (head > 250) faults.push(`a head of ${head} pixels`)
          found.push(...faults.map((fault) => `${path} in ${language} at ${width}: ${fault}`))
        }
      })
    expect(found).toEqual([])
    expect(seen).toBeGreaterThanOrEqual(languages.length * 11)
    await page.context().close()
  },
)

test('at 320 pixels a word of 31 letters makes no page wider, whatever it stands in', async () => {
  const link = await answerEveryType(openLikeEveryType(world, 'followup', longWorded()))
  const page = await (await browser.newContext({ viewport: { width: 320, height: 740 } })).newPage()
  const found: string[] = []
  let met = 0
  const seen = await walk(page, link, 'sv', async (path) => {
    if ((await page.locator('main').innerText()).includes(longWord)) met += 1
    found.push(...(await askWidth(page)).map((fault) => `${path}: ${fault}`))
  })
  expect(found).toEqual([])
  expect([seen, met]).toEqual([12, 7])
  await page.context().close()
})
