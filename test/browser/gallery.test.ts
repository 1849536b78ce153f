// Every page of the staff's side in every state in a real browser (participants-side.test.ts has the others): nothing
// for axe to find (WCAG 2.2 AA), nothing wider than the screen, no error, nobody else asked for anything.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visit } from '../gallery/browse.ts'
import { type Gallery, openStaffGallery } from '../gallery/states.ts'
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
  ['sv', 360],
  ['en', 1280],
] as const)(
  'nothing to find, in %s at %d pixels',
  async (language, width) => {
    const found: string[] = []
    for (const state of gallery.states) {
      const { page, close } = await visit(browser, state, { language, width }, (opened) => {
        opened.on('pageerror', (error) => found.push(`${state.name}: ${error.message}`))
        opened.on('request', (request) => {
          const url = request.url()
          if (!url.startsWith(state.base) && !/^(data|blob):/.test(url)) found.push(`${state.name}: asks ${url}`)
        })
      })
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (tooWide > 0) found.push(`${state.name}: ${tooWide} pixels too wide`)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      for (const { id, nodes } of violations)
        found.push(
          `${state.name}: ${id} at ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(', ')}`,
        )
      await close()
    }
    expect(found).toEqual([])
  },
  300_000,
)
