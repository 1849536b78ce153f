// Three programs and a ruler that look for faults in a page, each answering with one line per fault: html-validate looks
// at what the server sent, the others at what a browser has made of it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import axeCore from 'axe-core'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

declare const axe: typeof axeCore

/** From the next page on; quicker than handing axe to each page that has been opened. */
export const bringAxe = (page: Page) => page.addInitScript({ content: axeCore.source })

/**
 * @param page opened after `bringAxe`
 * @param leftOut rules that have nothing to say about the page as it is looked at
 */
export async function askAxe(page: Page, leftOut: readonly string[] = []): Promise<string[]> {
  const violations = await page.evaluate(
    async ({ standards, leftOut }) => {
      const { violations } = await axe.run(document, {
        runOnly: standards,
        rules: Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
        iframes: false,
      })
      return violations
    },
    { standards, leftOut },
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}

/** Nothing is to be looked for sideways. */
export async function askWidth(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return over > 0 ? [`${over} pixels too wide`] : []
}

/** What HTML_CodeSniffer hands over; its type 1 is an error, 2 and 3 ask a person to look. */
interface Message {
  type: number
  code: string
  msg: string
  element: Element
}
declare const HTMLCS: {
  process(standard: string, root: Document, done: () => void): void
  getMessages(): Message[]
}

const sniffer = readFileSync(createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js'), 'utf8')

/** By its standard WCAG2AA. */
export async function askCodeSniffer(page: Page): Promise<string[]> {
  await page.evaluate(sniffer)
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        HTMLCS.process('WCAG2AA', document, () =>
          resolve(
            HTMLCS.getMessages()
              .filter(({ type }) => type === 1)
              .map(({ code, msg, element }) => `${code} at ${element.outerHTML?.slice(0, 80)}: ${msg}`),
          ),
        )
      }),
  )
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // Our own files come the same way as the page that would vouch for them.
      'require-sri': ['error', { target: 'crossorigin' }],
      // What went wrong stands before the main heading, where it is met first.
      'heading-level': ['error', { minInitialRank: 'h2' }],
      // A button in a form sends it: that is the standard, and what ours do.
      'no-implicit-button-type': 'off',
    },
  }),
)

/** By the standard of HTML, its own rules for accessibility, and those for whole documents. */
export async function askHtmlValidate(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`),
  )
}
