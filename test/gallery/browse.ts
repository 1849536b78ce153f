// Brings a browser to a state of the gallery: by its address, or by sending its form from a page of the same site.
import type { Browser, Page, Response } from 'playwright-core'
import type { AnsweringLanguage } from '#survey/languages.ts'
import { askWidth, bringAxe } from '../support/checkers.ts'
import { asked, type State } from './states.ts'

export interface Look {
  language: AnsweringLanguage
  width: number
  /** Dark ones of the operating system, in place of those of the style sheet. */
  forcedColors?: boolean
}

/** A tab that goes from one state to the next: a browser spends longer on opening a tab than on most pages. */
export interface Tab {
  page: Page
  visit(state: State): Promise<Response | null>
  close(): Promise<void>
}

export async function openTab(browser: Browser, { language, width, forcedColors = false }: Look): Promise<Tab> {
  const colours = forcedColors ? ({ forcedColors: 'active', colorScheme: 'dark' } as const) : {}
  const context = await browser.newContext({ locale: language, viewport: { width, height: 800 }, ...colours })
  const page = await context.newPage()
  const visit = async (state: State) => {
    const host = { url: state.base }
    const [name, value] = state.cookie?.split('=') ?? []
    await context.clearCookies()
    await context.addCookies([
      { name: 'language', value: language, ...host },
      ...(name && value ? [{ name, value, ...host }] : []),
    ])
    const { path, form } = asked(state)
    const address = new URL(state.base + path)
    if (/^\/(s\/|quiet\/|lost-link)/.test(path)) address.searchParams.set('lang', language)
    return form ? send(page, `${state.base}/session`, address.href, form) : page.goto(address.href)
  }
  return { page, visit, close: () => context.close() }
}

/**
 * Walks all states in two tabs, with axe at hand: a browser waits more than it works.
 * @param inspect gives a line for each thing it finds
 * @returns what was found, each line with its state: also errors of scripts, requests to anybody else, pages that are
 *   wider than the screen, and answers of another status than the state's own
 */
export async function inspectAll(
  browser: Browser,
  look: Look,
  states: readonly State[],
  inspect: (page: Page, answer: Response | null, state: State) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = []
  const queue = states.values()
  const walk = async () => {
    const { page, visit, close } = await openTab(browser, look)
    await bringAxe(page)
    let at = states[0]
    const note = (line: string) => found.push(`${at?.name}: ${line}`)
    page.on('pageerror', ({ message }) => note(message))
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(at?.base ?? '') && !/^(data|blob):/.test(url)) note(`asks ${url}`)
    })
    for (const state of queue) {
      at = state
      const answer = await visit(state)
      if (answer?.status() !== state.status) note(`answers ${answer?.status()}, not ${state.status}`)
      for (const line of [...(await askWidth(page)), ...(await inspect(page, answer, state))]) note(line)
    }
    await close()
  }
  await Promise.all([walk(), walk()])
  return found
}

async function send(
  page: Page,
  from: string,
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response | null> {
  await page.goto(from)
  const submit = ({ action, fields }: { action: string; fields: Readonly<Record<string, string>> }) => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = action
    for (const [name, value] of Object.entries(fields)) {
      const field = document.createElement('textarea')
      field.name = name
      field.value = value
      form.append(field)
    }
    document.body.append(form)
    form.submit()
  }
  const [answer] = await Promise.all([page.waitForNavigation(), page.evaluate(submit, { action, fields })])
  return answer
}
