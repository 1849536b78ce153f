// Every page of the staff's side in every state in a real browser (participants-side.test.ts has the others): nothing
// for axe to find (WCAG 2.2 AA), nothing wider than the screen, no error, nobody else asked for anything. axe looks where
// there is least room: what it reads is the same on a wide screen and in the other language.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectAll } from '../gallery/browse.ts'
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
    const found = await inspectAll(browser, { language, width }, gallery.states, (page) =>
      tool === 'axe' ? askAxe(page) : Promise.resolve([]),
    )
    expect(found).toEqual([])
  },
  300_000,
)
