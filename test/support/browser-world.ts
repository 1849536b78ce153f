// A world whose server listens, and a browser to visit it with: where tests in a real browser begin, and end.
import type { Browser } from 'playwright-core'
import { launchBrowser } from './chromium.ts'
import { makeWorld, type World } from './world.ts'

export interface BrowserWorld {
  world: World
  /** Where its server listens. */
  base: string
  browser: Browser
  close(): Promise<void>
}

/** @param people registered in it */
export async function openBrowserWorld(people: number): Promise<BrowserWorld> {
  const browser = await launchBrowser()
  const world = await makeWorld()
  world.addPeople(people)
  const base = await world.app.listen({ port: 0, host: '127.0.0.1' })
  const close = async () => {
    await browser.close()
    await world.close()
  }
  return { world, base, browser, close }
}
