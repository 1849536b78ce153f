// Every page of the participant's side, in every state and look: nothing for axe, HTML_CodeSniffer or html-validate to
// find. There is no list of faults that are let by. The other two read what is sent, which is the same however it is
// looked at: they see each page once in each language.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectAll, type Look } from '../gallery/browse.ts'
import { type Gallery, openParticipantsGallery } from '../gallery/states.ts'
import { askAxe, askCodeSniffer, askHtmlValidate, bringAxe } from '../support/checkers.ts'
import { launchBrowser } from '../support/chromium.ts'

let gallery: Gallery
let browser: Browser
beforeAll(async () => {
  gallery = await openParticipantsGallery()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

test('each tool finds what is planted for it', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await bringAxe(page)
  await page.goto('about:blank')
  await page.setContent('<!doctype html><html lang="sv"><title>x</title><main><h1>x</h1><input><img src="x"></main>')
  expect((await askAxe(page)).join()).toContain('image-alt')
  expect((await askCodeSniffer(page)).join()).toContain('1_1_1')
  expect((await askHtmlValidate(await page.content())).join()).toContain('wcag/h37')
  await context.close()
})

/** 320 pixels are also what is left of 1280 at 400 % zoom. */
const looks: readonly (Look & { name: string; leftOut?: readonly string[]; isRead?: boolean })[] = [
  { name: 'Swedish on a small phone', language: 'sv', width: 320, isRead: true },
  { name: 'English on a small phone', language: 'en', width: 320, isRead: true },
  { name: 'English on a wide screen', language: 'en', width: 1280 },
  // axe takes the colour of the style sheet for what the operating system has put in its place.
  {
    name: 'Swedish in forced dark colours',
    language: 'sv',
    width: 320,
    forcedColours: true,
    leftOut: ['color-contrast'],
  },
  // Sizes are then the browser's own, which WCAG 2.5.8 leaves alone.
  { name: 'Swedish without a style sheet', language: 'sv', width: 320, withoutCss: true, leftOut: ['target-size'] },
]

test.each(looks)(
  'nothing to find: $name',
  async ({ name, leftOut, isRead, ...look }) => {
    const found = await inspectAll(browser, look, gallery.states, async (page, answer) => {
      const byTool = {
        axe: await askAxe(page, leftOut),
        HTML_CodeSniffer: isRead ? await askCodeSniffer(page) : [],
        'html-validate': isRead ? await askHtmlValidate((await answer?.text()) ?? '') : [],
      }
      return Object.entries(byTool).flatMap(([tool, lines]) => lines.map((line) => `${tool}: ${line}`))
    })
    console.info(`${gallery.states.length} states × ${isRead ? 3 : 1} tools, ${name}: ${found.length} findings`)
    expect(found).toEqual([])
  },
  600_000,
)
