// Brings a browser to a state of the gallery: by its address, or by sending its form from a page of the same site.
import type { Browser, Page } from 'playwright-core'
import type { State } from './states.ts'

export interface Look {
  language: 'sv' | 'en'
  width: number
  /** A dark contrast theme of the operating system's. */
  forcedColours?: boolean
  /** As where the style sheet never arrives. */
  withoutCss?: boolean
}

/** A browser waits more than it works. */
export async function twoAtATime<T>(all: readonly T[], look: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values()
  const work = async () => {
    for (const one of queue) await look(one)
  }
  await Promise.all([work(), work()])
}

/** @param watch called with the page before it goes anywhere */
export async function visit(
  browser: Browser,
  state: State,
  { language, width, forcedColours = false, withoutCss = false }: Look,
  watch = (_page: Page): void => {},
) {
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height: 800 },
    ...(forcedColours ? { forcedColors: 'active', colorScheme: 'dark' } : {}),
  })
  if (withoutCss) await context.route('**/*.css', (route) => route.abort())
  const host = { url: state.base }
  await context.addCookies([{ name: 'language', value: language, ...host }])
  const [name, value] = state.cookie?.split('=') ?? []
  if (name && value) await context.addCookies([{ name, value, ...host }])
  const page = await context.newPage()
  watch(page)
  const address = new URL(state.base + state.path)
  if (state.path.startsWith('/s/') || state.path.startsWith('/quiet/')) address.searchParams.set('lang', language)
  const answer = state.form
    ? await send(page, `${state.base}/session`, address.href, state.form)
    : await page.goto(address.href)
  return { page, answer, close: () => context.close() }
}

async function send(page: Page, from: string, action: string, fields: Readonly<Record<string, string>>) {
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
