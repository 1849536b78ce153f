// Every page of the participant's side, in every state and look: nothing for axe, HTML_CodeSniffer or html-validate to
// find. There is no list of faults that are let by. The other two read what is sent, which is the same however it is
// looked at: they see each page once in each language, and in Finnish what there is in Finnish.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnsweringLanguage } from '#survey/languages.ts'
import { inspectAll } from '../gallery/browse.ts'
import { type Gallery, openParticipantsGallery } from '../gallery/states.ts'
import { askAxe, askCodeSniffer, askHtmlValidate, askWidth, bringAxe } from '../support/checkers.ts'
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

interface Look {
  name: string
  /** Makes it so of a page that is open on a small phone. */
  arrange?: (page: Page) => Promise<unknown>
  /** Rules of axe that then have nothing to say. */
  leftOut?: readonly string[]
  mayBeWide?: boolean
}

const usualMedia = { forcedColors: null, colorScheme: null }

/** Also what is left of 1280 pixels at 400 % zoom. */
const smallPhone = { width: 320, height: 800 }
const looks: Readonly<Record<AnsweringLanguage, readonly Look[]>> = {
  sv: [
    { name: 'a small phone' },
    // axe takes the colour of the style sheet for what the operating system has put in its place.
    {
      name: 'forced dark colours',
      arrange: (page) => page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' }),
      leftOut: ['color-contrast'],
    },
    // Sizes are then the browser's own, which WCAG 2.5.8 leaves alone.
    {
      name: 'no style sheet',
      arrange: async (page) => {
        await page.emulateMedia(usualMedia)
        await page.evaluate(() => {
          for (const sheet of document.styleSheets) sheet.disabled = true
        })
      },
      leftOut: ['target-size'],
      mayBeWide: true,
    },
  ],
  en: [
    { name: 'a small phone' },
    { name: 'a wide screen', arrange: (page) => page.setViewportSize({ width: 1280, height: 800 }) },
  ],
  fi: [{ name: 'a small phone' }],
}

/** Names of what there surely is in Finnish. The rest of it is Swedish then, and looked at as such. */
const inFinnish =
  /^(first version|landing, (?!begun)|long words|own choices|no more|stop|erase|hand over|seat|link|lost|feedback)/

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang)

test.each(['sv', 'en', 'fi'] as const)(
  'nothing to find, in %s',
  async (language) => {
    const elsewhere: string[] = []
    const found = await inspectAll(
      browser,
      { language, width: smallPhone.width },
      gallery.states,
      async (page, answer, { name }) => {
        if ((await languageOf(page)) !== language) {
          elsewhere.push(name)
          return []
        }
        const read = [
          ...(await askCodeSniffer(page)).map((line) => `HTML_CodeSniffer: ${line}`),
          ...(await askHtmlValidate((await answer?.text()) ?? '')).map((line) => `html-validate: ${line}`),
        ]
        for (const { name, arrange, leftOut, mayBeWide } of looks[language]) {
          await arrange?.(page)
          const tooWide = mayBeWide ? [] : await askWidth(page)
          const faults = [...tooWide, ...(await askAxe(page, leftOut))]
          read.push(...faults.map((line) => `${name}: ${line}`))
        }
        await page.emulateMedia(usualMedia)
        await page.setViewportSize(smallPhone)
        return read
      },
    )
    const tools = ['HTML_CodeSniffer', 'html-validate', ...looks[language].map(({ name }) => `axe on ${name}`)]
    console.info(
      `${language}: ${gallery.states.length - elsewhere.length} states × (${tools.join(', ')}): ${found.length} findings`,
    )
    expect(found).toEqual([])
    const isExpected = (name: string) => language === 'fi' && !inFinnish.test(name)
    expect(elsewhere.filter((name) => !isExpected(name))).toEqual([])
  },
  600_000,
)
