// What the first pages cost somebody with one bar of signal: bytes as they come over the wire, requests, and whether
// the page can be used before any script has come.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drafts, invitations, responses } from '#store/schema.ts'
import { countTurnoutByMunicipality } from '#store/turnout.ts'
import { openWave, type Wave } from '#store/waves.ts'
import { openBrowserWorld } from '../support/browser-world.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { linkInto } from '../support/links.ts'
import { morning, type World } from '../support/world.ts'

/** Bytes over the wire of a page with all that it asks for, headers left out. */
const most = 14_000

let world: World
let browser: Browser
let base: string
let close: () => Promise<void>
let wave: Wave
let link: string
beforeAll(async () => {
  ;({ world, browser, base, close } = await openBrowserWorld(2))
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  link = linkInto(world, wave)
})
afterAll(() => close?.())

interface Fetched {
  url: string
  bytes: number
  cacheControl: string
  encoding: string
}

/** What a browser that has never been here fetches for a page. */
async function fetchAll(page: Page, address: string): Promise<Fetched[]> {
  const fetched: Promise<Fetched>[] = []
  page.on('requestfinished', (request) => {
    const measure = async (): Promise<Fetched> => {
      const [{ responseBodySize: bytes }, response] = await Promise.all([request.sizes(), request.response()])
      const headers = (await response?.allHeaders()) ?? {}
      const [cacheControl = '', encoding = ''] = [headers['cache-control'], headers['content-encoding']]
      return { url: request.url(), bytes, cacheControl, encoding }
    }
    fetched.push(measure())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  return Promise.all(fetched)
}

test.each([
  ['landing', ''],
  ['first question page', '/1'],
])('the %s is small, asks nobody else, and keeps what never changes', async (name, path) => {
  if (path) await world.post(`${link}/start`)
  const context = await browser.newContext({ locale: 'sv' })
  const fetched = await fetchAll(await context.newPage(), `${base}${link}${path}`)
  const sum = fetched.reduce((total, { bytes }) => total + bytes, 0)
  const list = fetched.map(({ url, bytes }) => `${new URL(url).pathname.split('/').at(-1)?.slice(0, 16)} ${bytes}`)
  console.info(`${name}: ${sum} bytes in ${fetched.length} requests (${list.join(', ')})`)
  expect(sum).toBeLessThanOrEqual(most)
  expect(fetched.filter(({ url }) => !url.startsWith(base))).toEqual([])
  const kept = fetched.filter(({ url }) => url.includes('/static/'))
  expect(kept.length).toBeGreaterThan(0)
  for (const { url, cacheControl } of kept)
    expect([url, cacheControl]).toEqual([url, 'public, max-age=31536000, immutable'])
  for (const { url, bytes, encoding } of fetched) expect([url, bytes < 860 || encoding !== '']).toEqual([url, true])
  await context.close()
})

test('both can be used while every script is still under way', async () => {
  const context = await browser.newContext({ locale: 'sv' })
  // A script that never comes; the page is there as soon as it has been read.
  await context.route('**/*.js', () => undefined)
  const page = await context.newPage()
  await page.goto(base + link, { waitUntil: 'commit' })
  await page.getByRole('button', { name: /svara/ }).click({ noWaitAfter: true })
  await page.locator('input[value=LUG]').check()
  await page.locator('main').getByRole('button', { name: 'Spara och fortsätt' }).click({ noWaitAfter: true })
  await page.waitForURL(/\/2$/, { waitUntil: 'commit' })
  await context.close()
})

test('T11: a browser that runs all scripts of the landing page changes nothing', async () => {
  const before = fingerprintDatabase(world.db)
  const page = await browser.newPage()
  await page.goto(base + link, { waitUntil: 'networkidle' })
  await page.close()
  expect(fingerprintDatabase(world.db)).toBe(before)
})

/** Opens the page anew for each link and button that can be seen on it, and clicks that: how many, and what was posted. */
async function clickEach(address: string) {
  const context = await browser.newContext({ locale: 'sv' })
  const page = await context.newPage()
  const sent: string[] = []
  context.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  let clicked = 0
  for (let count = 1; clicked < count; clicked += 1) {
    await page.goto(address)
    const all = page.locator('a:visible, button:visible, input[type=submit]:visible')
    count = await all.count()
    // The server has it before the page is left; a link within the page asks for nothing.
    const answered = context.waitForEvent('request', { timeout: 500 }).then(
      (request) => request.response(),
      () => null,
    )
    // What is out of sight until the keyboard comes to it is clicked all the same.
    await all.nth(clicked).dispatchEvent('click')
    await answered
    await page.waitForLoadState('networkidle')
  }
  await context.close()
  return { clicked, sent }
}

test('a browser that clicks whatever there is to click says and ends nothing: at most an empty draft is made', async () => {
  const [, asked] = world.db.select().from(invitations).all()
  const link = linkInto(world, wave, 1)
  const draft = () =>
    world.db
      .select()
      .from(drafts)
      .all()
      .filter(({ invitationId }) => invitationId === asked?.id)
  const turnout = () => countTurnoutByMunicipality(world.db, wave.id)
  const before = turnout()
  const landing = await clickEach(base + link)
  expect(landing.clicked).toBeGreaterThanOrEqual(5)
  expect(landing.sent).toEqual([`${base}${link}/start?lang=sv`])
  expect(draft()).toMatchObject([{ answers: '{}' }])
  // Where the button led: what the register knows is ticked there, and is sent.
  const first = await clickEach(`${base}${link}/1`)
  expect(first.clicked).toBeGreaterThanOrEqual(5)
  expect(new Set(first.sent)).toEqual(new Set([`${base}${link}/1`]))
  expect(draft()).toMatchObject([{ answers: '{}' }])
  expect(world.db.select().from(responses).all()).toEqual([])
  expect(world.db.select().from(invitations).all()).toMatchObject([{ quietAt: null }, { quietAt: null }])
  expect(turnout()).toEqual(before)
  expect((await world.get(`${link}?lang=sv`)).body).toContain('>Börja svara<')
})

test('T17: a page that is reached from the questionnaire does not learn the address', async () => {
  const context = await browser.newContext({ locale: 'sv' })
  const page = await context.newPage()
  await page.goto(`${base}${link}/1`)
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page
      .locator('footer')
      .getByRole('link', { name: /Tillgänglighet/ })
      .click(),
  ])
  await opened.waitForLoadState()
  expect(await opened.evaluate(() => document.referrer)).toBe('')
  expect(await opened.evaluate(() => window.opener)).toBeNull()
  await context.close()
})
