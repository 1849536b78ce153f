// Letters twice as large on a phone, as many have them, and words longer than a small screen: every page is read down,
// never sideways, and begins with what it is about.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { createWave, openWave, type Wave } from '#store/waves.ts'
import { askWidth } from '../support/checkers.ts'
import { launchBrowser } from '../support/chromium.ts'
import { linkInto, openEveryType } from '../support/every-type.ts'
import { makeWorld, morning, type World } from '../support/world.ts'
import { file, form, text } from '../survey/every-type.ts'

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

const openSamverkan = (kind: 'baseline' | 'endline', version: number): Wave => {
  const wave = world.planWave(kind, version)
  openWave(world.db, wave, 'system', morning)
  return wave
}

/** Every type of question, each of its texts with a word of 31 letters. */
function openLongWords(): Wave {
  const word = 'Livsmedelsförsörjningsberedskap'
  const questionnaire = JSON.parse(text, (_key, value: { sv?: unknown } | null) =>
    typeof value?.sv === 'string' ? { ...value, sv: `${word} ${value.sv}` } : value,
  )
  publishQuestionnaire(world.db, file, JSON.stringify({ ...questionnaire, id: 'long-words' }), morning)
  const plan = { questionnaireId: 'long-words', questionnaireVersion: 1, opensOn: '2027-03-01', closesOn: '2027-05-31' }
  const wave = createWave(world.db, { projectId: world.project.id, kind: 'followup', ...plan }, 'system', morning)
  openWave(world.db, wave, 'system', morning)
  return wave
}

/** A link into the wave, everything answered that a form of every type answers. */
async function begin(wave: Wave): Promise<string> {
  const link = linkInto(world, wave)
  await world.post(`${link}/start`)
  for (const page of ['you', 'facts', 'meetings', 'contact', 'words', 'order'])
    await world.post(`${link}/1`, { form: { ...form, _page: page } })
  return `${base}${link}`
}

/** Goes through all pages behind a link. */
async function walk(page: Page, link: string, language: string, look: (name: string) => Promise<void>): Promise<void> {
  for (const path of ['', '/choices', '/withdraw', '/erase', '/handover', '/check']) {
    await page.goto(`${link}${path}?lang=${language}`)
    await look(path)
  }
  const parts = await page.locator('.page-head').count()
  for (let at = 1; at <= parts; at += 1) {
    await page.goto(`${link}/${at}?lang=${language}`)
    await look(`/${at}`)
  }
}

test.each([
  ['samverkan 1', ['sv', 'en', 'fi'], () => openSamverkan('baseline', 1)],
  ['samverkan 2', ['sv', 'en'], () => openSamverkan('endline', 2)],
  ['every type of question', ['sv', 'en'], () => openEveryType(world)],
] as const)(
  'at 200 % text on phones every page of %s is as wide as the screen, with a low head',
  async (_name, languages, open) => {
    const link = await begin(open())
    const page = await (await browser.newContext()).newPage()
    const found: string[] = []
    let seen = 0
    for (const language of languages)
      await walk(page, link, language, async (path) => {
        seen += 1
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
  const link = await begin(openLongWords())
  const page = await (await browser.newContext({ viewport: { width: 320, height: 740 } })).newPage()
  const found: string[] = []
  await walk(page, link, 'sv', async (path) => {
    found.push(...(await askWidth(page)).map((fault) => `${path}: ${fault}`))
  })
  expect(found).toEqual([])
  await page.context().close()
})
