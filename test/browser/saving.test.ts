// In a real browser: what is typed is saved as it is typed, and what cannot be saved is told and not lost.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { drafts, invitations } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { openWave } from '#store/waves.ts'
import { launchBrowser } from '../support/chromium.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let browser: Browser
let world: World
let base: string
let page: Page
let link: string
let at = 0
const requests: string[] = []

beforeAll(async () => {
  world = await makeWorld()
  world.addPeople(24)
  openWave(world.db, world.planWave(), 'system', morning)
  base = await world.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.close()
})
beforeEach(async () => {
  const asked = world.db.select().from(invitations).all()[at]?.id ?? ''
  at += 1
  link = `${base}/s/${issueTokens(world.db, asked, morning).answer}`
  await world.post(`${new URL(link).pathname}/start`)
  const context = await browser.newContext({ locale: 'sv', viewport: { width: 360, height: 740 } })
  page = await context.newPage()
  page.on('request', (request) => requests.push(request.url()))
})

/** The draft of this test's person. */
const draft = (): Record<string, unknown> => {
  const id = world.db.select().from(invitations).all()[at - 1]?.id
  const row = world.db
    .select()
    .from(drafts)
    .all()
    .find((one) => one.invitationId === id)
  return JSON.parse(row?.answers ?? '{}')
}
const onward = () => page.getByRole('button', { name: 'Spara och fortsätt' }).last()
const status = (text: string) => page.locator('#saving[role=status]', { hasText: new RegExp(`^${text}`) }).waitFor()

test('a choice and a text are on disk before the page says saved, and before it is sent', async () => {
  await page.goto(`${link}/2`)
  await page.locator('input[name=D1][value="4"]').check()
  await status('Sparat')
  expect(draft()).toEqual({ D1: 4 })
  await page.goto(`${link}/9`)
  await page.locator('#O1').pressSequentially('halvvägs genom en men', { delay: 5 })
  await status('Sparat')
  expect(draft()).toEqual({ D1: 4, O1: 'halvvägs genom en men' })
})

test('a choice is taken back by its button, which is there where something is chosen, with script and without', async () => {
  await page.goto(`${link}/2`)
  const button = page.locator('button[value=D1]')
  expect(await button.isVisible()).toBe(false)
  await page.locator('input[name=D1][value="4"]').check()
  await status('Sparat')
  await button.click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('D1')
  expect([await button.isVisible(), await page.locator('input[name=D1]:checked').count()]).toEqual([false, 0])
  // Sent at once, before it is saved by itself.
  await page.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
  await page.waitForURL(`${link}/3`)
  expect(draft()).toEqual({})
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  page = await plain.newPage()
  await page.goto(`${link}/2`)
  await page.locator('input[name=D1][value="4"]').check()
  await page.locator('input[name=D2][value="2"]').check()
  await page.locator('button[value=D1]').click()
  await page.waitForURL(`${link}/2#D1`)
  expect(draft()).toEqual({ D2: 2 })
  await plain.close()
})

test('without a connection the page says so, keeps what is typed, and saves it when the connection is back', async () => {
  await page.goto(`${link}/9`)
  await page.context().setOffline(true)
  await page.locator('#O1').fill('skrivet på tåget')
  await status('Ingen kontakt')
  await page.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
  expect(page.url()).toBe(`${link}/9`)
  expect(await page.locator('#O1').inputValue()).toBe('skrivet på tåget')
  expect(draft()).toEqual({})
  await page.context().setOffline(false)
  await status('Sparat')
  expect(draft()).toEqual({ O1: 'skrivet på tåget' })
})

test('a page is not left for a server that cannot be reached, though the phone believes it has a connection', async () => {
  await page.goto(`${link}/9`)
  await page.route('**/s/**', (route) => route.abort('connectionrefused'))
  await page.locator('#O1').fill('skrivet i tunneln')
  await onward().click()
  await status('Ingen kontakt')
  expect(page.url()).toBe(`${link}/9`)
  expect(await page.locator('#O1').inputValue()).toBe('skrivet i tunneln')
  for (const name of ['Tillbaka', 'In English']) {
    await Promise.all([page.waitForEvent('requestfailed'), page.getByRole('button', { name }).click()])
    await status('Ingen kontakt')
    expect(page.url()).toBe(`${link}/9`)
  }
  await page.unroute('**/s/**')
  await status('Sparat')
  expect(draft()).toEqual({ O1: 'skrivet i tunneln' })
  await onward().click()
  await page.waitForURL(`${link}/10`)
  await page.goBack()
  expect(await page.locator('#O1').inputValue()).toBe('skrivet i tunneln')
})

test('a button pressed twice sends the page once, and says that it works on it where that takes a while', async () => {
  await page.goto(`${link}/9`)
  await page.locator('#O1').fill('en gång')
  let sent = 0
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/s/**', async (route) => {
    if (route.request().method() === 'POST') sent += 1
    await held
    await route.continue()
  })
  await onward().click({ noWaitAfter: true })
  await onward().click({ noWaitAfter: true })
  await status('Sparar')
  release()
  await page.waitForURL(`${link}/10`)
  expect([sent, draft()]).toEqual([1, { O1: 'en gång' }])
})

test('what is typed while the page is on its way is not left behind', async () => {
  await page.goto(`${link}/9`)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/s/**', async (route) => {
    if (route.request().headers().accept === 'application/json') await held
    await route.continue()
  })
  await page.locator('#O1').fill('före')
  await onward().click({ noWaitAfter: true })
  await status('Sparar')
  await page.locator('#O1').fill('före och efter')
  release()
  await page.waitForURL(`${link}/10`)
  await expect.poll(draft).toEqual({ O1: 'före och efter' })
})

test('a page is not left for what a server on the way says, and its buttons work again', async () => {
  await page.goto(`${link}/9`)
  await page.route('**/s/**', (route) => route.fulfill({ status: 502, contentType: 'text/html', body: 'Bad Gateway' }))
  await page.locator('#O1').fill('under omstart')
  await onward().click()
  await status('Ingen kontakt')
  expect(page.url()).toBe(`${link}/9`)
  await page.unroute('**/s/**')
  await onward().click()
  await page.waitForURL(`${link}/10`)
  expect(draft()).toEqual({ O1: 'under omstart' })
})

test('a disk that takes nothing is told on the page, which stays', async () => {
  await page.goto(`${link}/9`)
  world.db.$client.exec('alter table drafts rename to nowhere')
  await page.locator('#O1').fill('fullt')
  await onward().click()
  await status('Inte sparat')
  expect([page.url(), await page.locator('#O1').inputValue()]).toEqual([`${link}/9`, 'fullt'])
  world.db.$client.exec('alter table nowhere rename to drafts')
  await status('Sparat')
  expect(draft()).toEqual({ O1: 'fullt' })
})

test('a page with something wrong can be loaded anew, and be come back to', async () => {
  await page.goto(`${link}/8`)
  await page.goto(`${link}/9`)
  await page.locator('#O1').fill('å'.repeat(2001))
  await onward().click()
  const summary = page.locator('[role=alert]:focus')
  await summary.waitFor()
  await page.reload()
  await summary.waitFor()
  await page.goBack()
  await page.goForward()
  await summary.waitFor()
  expect(await page.locator('#O1').inputValue()).toHaveLength(2001)
})

test('whoever goes on in a window after sending in from another is shown that it is answered', async () => {
  await page.goto(`${link}/2`)
  await page.locator('input[name=D1][value="4"]').check()
  await status('Sparat')
  await world.post(`${new URL(link).pathname}/submission`)
  await onward().click()
  await page.getByRole('heading', { name: 'Enkäten är redan besvarad' }).waitFor()
})

test('what another window had said is told beside what is saved as it is typed, and stays in sight', async () => {
  const other = await page.context().newPage()
  await page.goto(`${link}/9`)
  // Another opening of the page has another time.
  world.clock.now += 1
  await other.goto(`${link}/9`)
  await page.locator('#O1').fill('från den ena')
  await status('Sparat')
  await other.locator('#O1').fill('från den andra')
  const told = other.locator('#saving', { hasText: /^Sparat. Ett av svaren hade ändrats/ })
  await told.waitFor()
  await other.locator('#O2').fill('mer')
  await expect.poll(() => draft().O2).toBe('mer')
  await told.waitFor()
})

/** What the page would have sent to be saved as it is typed, held back from the server. */
async function holdSaves(): Promise<string[]> {
  const held: string[] = []
  await page.route('**/s/**', async (route) => {
    const body = route.request().postData() ?? ''
    // Never answered: the page waits for it as for a connection that has stalled.
    if (body.includes('_go=keep')) held.push(body)
    else await route.continue()
  })
  return held
}
const arrive = (at: number, payload = '') =>
  world.app.inject({
    method: 'POST',
    url: `${new URL(link).pathname}/${at}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  })

test('a save that is held up on its way undoes nothing of the page that was sent after it', async () => {
  await page.goto(`${link}/2`)
  const held = await holdSaves()
  await page.locator('input[name=D1][value="2"]').check()
  await expect.poll(() => held.length).toBe(1)
  await page.locator('input[name=D1][value="5"]').check()
  await onward().click()
  await page.waitForURL(`${link}/3`)
  expect((await arrive(2, held[0])).json()).toEqual({ state: 'saved' })
  expect(draft()).toEqual({ D1: 5 })
})

test('what is typed while a save is under way leaves with the page', async () => {
  await page.goto(`${link}/9`)
  const held = await holdSaves()
  await page.locator('#O1').fill('först')
  await expect.poll(() => held.length).toBe(1)
  await page.locator('#O1').fill('först och sen')
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(() => held.length).toBe(2)
  await arrive(9, held[1])
  await arrive(9, held[0])
  expect(draft()).toEqual({ O1: 'först och sen' })
})

test('what is typed before the script has come is saved when it has', async () => {
  await page.route('**/answering.js', async (route) => {
    await page.locator('#O1').fill('tidigt')
    await route.continue()
  })
  await page.goto(`${link}/9`, { waitUntil: 'commit' })
  await status('Sparat')
  expect(draft()).toEqual({ O1: 'tidigt' })
})

test('a connection that takes everything and answers nothing is told as none', async () => {
  await page.addInitScript(() => {
    const { timeout } = AbortSignal
    AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, milliseconds / 100)
  })
  await page.goto(`${link}/9`)
  const held = await holdSaves()
  await page.locator('#O1').fill('ut i intet')
  await status('Ingen kontakt')
  expect(held.length).toBeGreaterThan(0)
})

test('what is typed is sent a second after it stops, and no later: whoever closes the page would lose more', async () => {
  await page.addInitScript(() => {
    const { setTimeout } = window
    const waits: unknown[] = []
    Object.assign(window, { waits })
    window.setTimeout = ((run: () => void, wait?: number) => {
      waits.push(wait)
      return setTimeout(run, wait)
    }) as typeof window.setTimeout
  })
  await page.goto(`${link}/9`)
  await page.locator('#O1').fill('en sekund')
  await status('Sparat')
  expect(await page.evaluate(() => (window as unknown as { waits: unknown[] }).waits)).toEqual([1000])
})

test('nothing is called saved before the server has said so', async () => {
  await page.goto(`${link}/9`)
  const told: string[] = []
  await page.exposeFunction('tell', (text: string) => told.push(text))
  await page.evaluate(() => {
    const status = document.getElementById('saving') as HTMLElement
    const told = (text: string | null) => (window as unknown as { tell(text: string | null): void }).tell(text)
    new MutationObserver(() => told(status.textContent)).observe(status, { childList: true, characterData: true })
  })
  const held = await holdSaves()
  await page.locator('#O1').fill('väntar')
  await expect.poll(() => held.length).toBe(1)
  await page.locator('#O2').fill('också')
  expect(told.filter((text) => text.startsWith('Sparat'))).toEqual([])
})

test('what the server has not taken is never called saved: too long to keep, or after sending in', async () => {
  await page.goto(`${link}/9`)
  await page.locator('#O1').fill('å'.repeat(100_001))
  await status('Inte sparat')
  await page.locator('#O1').fill('lagom')
  await status('Sparat')
  expect(draft()).toEqual({ O1: 'lagom' })
  await world.post(`${new URL(link).pathname}/submission`)
  await page.locator('#O1').fill('för sent')
  await status('Enkäten tar inte emot fler svar')
})

test('while the server cannot save, the page never says saved, and tries again by itself', async () => {
  await page.goto(`${link}/2`)
  world.db.$client.exec('alter table drafts rename to nowhere')
  await page.locator('input[name=D1][value="2"]').check()
  await status('Inte sparat')
  world.db.$client.exec('alter table nowhere rename to drafts')
  await status('Sparat')
  expect(draft()).toEqual({ D1: 2 })
})

test('a text of more than a browser lets a left page send is saved, too, and nobody is told that they are offline', async () => {
  await page.goto(`${link}/9`)
  // 1,000 characters, 25 bytes each, and three signs for each byte of a form.
  await page.locator('#O1').fill('👨‍👩‍👧‍👦'.repeat(1000))
  await status('Sparat')
  expect(String(draft().O1)).toHaveLength(11_000)
})

test('the message is in sight wherever one answers, and never on what has the focus', async () => {
  await page.goto(`${link}/2`)
  const seen = () =>
    page.evaluate(() => {
      const [told, focused] = ['#saving', ':focus'].map((one) => {
        const element = document.querySelector(one)
        return (element?.closest('.option') ?? element)?.getBoundingClientRect()
      })
      if (!told || !focused) return 'nothing has the focus'
      const isInSight = told.top >= 0 && told.bottom <= innerHeight && told.width > 0
      const isClear = told.bottom <= focused.top || told.top >= focused.bottom || told.left >= focused.right
      return { isInSight, isClear }
    })
  await page.locator('input[name=D1][value="4"]').check()
  await status('Sparat')
  expect(await seen()).toEqual({ isInSight: true, isClear: true })
  // At the very foot of the window, where the message stands; then on by the keyboard.
  await page.locator('.option', { has: page.locator('input[name=D2][value="5"]') }).evaluate((option) => {
    scrollBy(0, option.getBoundingClientRect().bottom - innerHeight)
  })
  await page.locator('input[name=D2][value="5"]').dispatchEvent('click')
  await page.locator('input[name=D2][value="5"]').evaluate((input) => input.focus({ preventScroll: true }))
  await status('Sparat')
  expect(await seen()).toEqual({ isInSight: true, isClear: true })
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('Tab')
    expect(await seen()).toEqual({ isInSight: true, isClear: true })
  }
})

test('two windows side by side lose nothing, whichever is sent last', async () => {
  const other = await page.context().newPage()
  await page.goto(`${link}/2`)
  await other.goto(`${link}/2`)
  await page.locator('input[name=D1][value="1"]').check()
  await status('Sparat')
  await other.locator('input[name=D2][value="5"]').check()
  await other.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
  await other.waitForURL(`${link}/3`)
  expect(draft()).toEqual({ D1: 1, D2: 5 })
})

test('nothing is asked of any other server', () => {
  expect(requests.length).toBeGreaterThan(5)
  expect(requests.filter((url) => !url.startsWith(base) && !url.startsWith('data:'))).toEqual([])
})
