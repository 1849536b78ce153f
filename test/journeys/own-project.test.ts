// The whole line as its users walk it, without JavaScript, in Swedish: set up, import, invite, answer twice, close,
// read what changed, take the files away. A real server process, real letters on disk, a real browser.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/chromium.ts'
import { readLetters } from '../support/filed-letters.ts'
import { goOn } from '../support/go-on.ts'
import { type RunningServer, startServer } from '../support/server.ts'

let server: RunningServer
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'sv-SE',
    viewport: { width: 360, height: 740 },
  })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

/** Six people in Flen, four in Ljungby. */
const list = [
  'namn;e-post;kommun;aktörsgrupp',
  ...Array.from(
    { length: 10 },
    (_, at) =>
      `Påhittad Person ${at + 1};person${at + 1}@example.org;${at < 6 ? '0482' : 'Ljungby'};${at % 2 ? 'FTG' : 'LUG'}`,
  ),
].join('\n')

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const heading = () => page.getByRole('heading', { level: 1 }).innerText()

test('a project is set up, answered before and after, and shows what changed', async () => {
  await page.goto(server.base)
  await page.getByRole('link', { name: 'Börja med ett eget projekt' }).click()
  await page
    .getByLabel('kod', { exact: false })
    .first()
    .fill(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(server.output())?.[0] ?? '')
  await page.locator('#name').fill('Astrid Administratör')
  await page.locator('#email').fill('astrid@example.org')
  await page.locator('#password').fill('granris och tallkottar')
  await press('Skapa kontot')

  await page.goto(`${server.base}/projects/new`)
  await page.locator('#nameSv').fill('Service i våra byar')
  await page.locator('#nameEn').fill('Services in our villages')
  await page.locator('#programme').fill('Service i samverkan')
  await page.locator('#organisation').fill('Hela bygden')
  await page.locator('#contact').fill('kontakt@example.org')
  for (const municipality of ['Flen', 'Ljungby']) await page.getByLabel(municipality, { exact: true }).check()
  await press('Skapa projektet')
  expect(await heading()).toBe('Service i våra byar')
  const project = page.url().split('?')[0]

  await page.goto(`${project}/participants/import`)
  await page.setInputFiles('#file', {
    name: 'deltagare.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list, 'latin1'),
  })
  await press('Förhandsgranska')
  expect(await page.getByRole('cell', { name: 'person1@example.org' }).count()).toBe(1)
  await press('Läs in 10 rader')
  expect(await page.getByRole('row', { name: /Flen/ }).innerText()).toContain('6')

  // Before: everybody finds the parties meeting too seldom; after: often enough.
  await runWave(`${project}`, 'baseline', 1, (person) => ({
    D1: '2',
    D2: '2',
    D3: person % 2 ? '2' : '3',
    S1: '3',
    S2: '3',
  }))
  const closedOne = await page.goto(`${project}/results`)
  expect(closedOne?.status()).toBe(200)
  expect(await heading()).toContain('inget att jämföra ännu')
  await runWave(`${project}`, 'endline', 2, (person) => ({
    D1: '4',
    D2: person % 3 ? '4' : '5',
    D3: '4',
    S1: '3',
    S2: '4',
  }))

  await page.goto(`${project}/results?indicator=D`)
  expect(await heading()).toBe('Resultat')
  const chart = page.locator('#municipalities ~ figure')
  expect(await chart.locator('figcaption').innerText()).toMatch(/Samtal har ökat med/)
  await expect.poll(() => chart.locator('svg').count()).toBe(2)
  await chart.locator('summary').click()
  const row = (name: string) => chart.getByRole('row', { name: new RegExp(name) }).innerText()
  // Ljungby has four pairs; Flen is hidden too, since everybody − Flen would show Ljungby.
  expect(await row('Ljungby')).toContain('för få svar')
  expect(await row('Flen')).toContain('för få svar')
  expect(await row('Alla personer')).toMatch(/10\s/)

  const png = await download(chart.getByRole('link', { name: 'PNG', exact: true }))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect((await download(chart.getByRole('link', { name: 'SVG' }))).toString()).toContain('<svg')
  const csv = (await download(page.getByRole('link', { name: 'Alla tal på sidan (CSV)' }))).toString()
  const everybody = csv.split('\r\n').find((line) => line.startsWith('indicators/D/overall/paired/meanChange,'))
  // Points of 100: D1 2 → 4 is +50; D2 2 → 4 or, for 4 of 10, 5 is +60; D3 2 or 3 → 4 is +37.5. Their mean is 49.1667.
  expect(everybody).toMatch(/,49\.16666/)

  await page.getByLabel('Bred form', { exact: false }).check()
  const answers = await download(page.getByRole('button', { name: 'Hämta svaren' }))
  const lines = answers.toString().trim().split('\r\n')
  expect(lines).toHaveLength(11)
  expect(answers.toString()).not.toMatch(/example\.org|Påhittad/)
})

async function runWave(
  project: string,
  kind: string,
  version: number,
  answersOf: (person: number) => Record<string, string>,
) {
  await page.goto(`${project}/waves/new`)
  await page.locator(`input[name="kind"][value="${kind}"]`).check()
  const option = await page.locator('#questionnaire option', { hasText: `version ${version}` }).getAttribute('value')
  await page.locator('#questionnaire').selectOption(option)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await page.locator('#opensOn').fill(day(-1))
  await page.locator('#closesOn').fill(day(30))
  await press('Planera mätningen')
  const wave = page.url().split('?')[0] ?? ''
  await press('Öppna och skicka 10 brev')
  await expect.poll(async () => (await newLetters()).length, { timeout: 20_000 }).toBe(10)

  const links = (await newLetters()).map((letter) => letter.links.find((link) => link.includes('/s/')) ?? '')
  letters.push(...links)
  await answerInBrowser(links[0] ?? '', answersOf(0))
  for (const [at, link] of links.slice(1).entries()) await answerByForm(link, answersOf(at + 1))

  await page.goto(wave)
  expect(await page.getByText('Har svarat').first().locator('..').innerText()).toContain('10')
  await page.getByRole('link', { name: 'Stäng mätningen' }).click()
  expect(await heading()).toBe('Stänga mätningen för gott?')
  await press('Stäng mätningen')
  expect(await page.locator('.tag').first().innerText()).toBe('Stängd')
}

const letters: string[] = []

/** Letters whose link has not been followed in an earlier wave. */
async function newLetters() {
  const all = await readLetters(path.join(server.dataDir, 'outbox'))
  return all.filter(({ links }) => !links.some((link) => letters.includes(link)))
}

/** As a person on a phone: page by page, one interruption, a look at the check page, a receipt. */
async function answerInBrowser(link: string, answers: Record<string, string>) {
  const visitor = await context.newPage()
  await visitor.goto(link)
  await visitor.getByRole('button', { name: 'Börja svara' }).click()
  let isInterrupted = false
  for (let guard = 0; guard < 20 && !visitor.url().endsWith('/check'); guard += 1) {
    for (const [item, value] of Object.entries(answers)) {
      const choice = visitor.locator(`input[name="${item}"][value="${value}"]`)
      if (await choice.count()) await choice.check()
    }
    const isHere = (await visitor.locator('input[name="D1"]').count()) > 0
    if (isHere && !isInterrupted) {
      // In the middle of a page: look at it in English and back, then leave and come again by the mailed link.
      await visitor.getByRole('button', { name: 'In English' }).click()
      await visitor.getByRole('button', { name: 'På svenska' }).click()
      await visitor.locator('html[lang=sv]').waitFor()
      expect(await visitor.locator(`input[name="D1"][value="${answers.D1}"]`).isChecked()).toBe(true)
      await visitor.goto(link)
      await visitor.getByRole('button', { name: 'Fortsätt svara' }).click()
      isInterrupted = true
      continue
    }
    await goOn(visitor, 'Spara och fortsätt')
  }
  expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe('Stämmer dina svar?')
  await visitor.getByRole('button', { name: 'Skicka in svaren' }).click()
  const receipt = await visitor.locator('.receipt-code').innerText()
  await visitor.reload()
  expect(await visitor.locator('.receipt-code').innerText()).toBe(receipt)
  await visitor.goto(link)
  expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe('Enkäten är redan besvarad')
  await visitor.close()
}

/** The same requests without the browser around them. */
async function answerByForm(link: string, answers: Record<string, string>) {
  const post = (to: string, form: Record<string, string> = {}) =>
    fetch(link + to, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
  await post('/start')
  for (const number of [2, 3])
    await post(`/${number}`, {
      _page: number === 2 ? 'dialogue' : 'shared_view_and_action',
      ...pick(answers, number === 2 ? 'D' : 'S'),
    })
  const sent = await post('/submission')
  expect(sent.status).toBe(303)
}

const pick = (answers: Record<string, string>, scale: string) =>
  Object.fromEntries(Object.entries(answers).filter(([item]) => item.startsWith(scale)))

async function download(target: { click(): Promise<void> }): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), target.click()])
  return readFileSync(await file.path())
}
