// Every page of the staff's side in every state in a real browser (participants-side.test.ts has the others): nothing
// for axe to find (WCAG 2.2 AA), nothing wider than the screen, no error, nobody else asked for anything. axe looks where
// there is least room: what it reads is the same on a wide screen and in the other language.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoAtATime, visit } from '../gallery/browse.ts'
import { type Gallery, openStaffGallery } from '../gallery/states.ts'
import { askAxe } from '../support/checkers.ts'
import { launchBrowser } from '../support/chromium.ts'

let gallery: Gallery
let browser: Browser
beforeAll(async () => {
  gallery = await openStaffGallery()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

test.each([
  ['sv', 360, 'axe'],
  ['en', 1280, 'no tool'],
] as const)(
  'nothing to find, in %s at %d pixels with %s',
  async (language, width, tool) => {
    const found: string[] = []
    await twoAtATime(gallery.states, async (state) => {
      const { page, close } = await visit(browser, state, { language, width }, (opened) => {
        opened.on('pageerror', (error) => found.push(`${state.name}: ${error.message}`))
        opened.on('request', (request) => {
          const url = request.url()
          if (!url.startsWith(state.base) && !/^(data|blob):/.test(url)) found.push(`${state.name}: asks ${url}`)
        })
      })
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (tooWide > 0) found.push(`${state.name}: ${tooWide} pixels too wide`)
      if (tool === 'axe') for (const fault of await askAxe(page)) found.push(`${state.name}: ${fault}`)
      await close()
    })
    expect(found).toEqual([])
  },
  300_000,
)
