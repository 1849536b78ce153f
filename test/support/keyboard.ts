// Where a keyboard is on a page, and the way there by Tab: each stop comes in the order in which the page is read, is
// seen, and lies on the screen.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Stop {
  /** What it is called: its text, or the field's name. */
  name: string
  /** Where it stands among all that can be reached, as the page is read. */
  order: number
  isSeen: boolean
  isOnScreen: boolean
}

/** Where the keyboard is. A group of radio buttons is one stop, at whichever of its buttons. */
export async function findStop(page: Page): Promise<Stop> {
  // The page scrolls to what has the focus with its next picture, whether or not scripts run.
  await page.waitForTimeout(20)
  return page.evaluate(() => {
    const here = document.activeElement as HTMLElement
    const nameOf = (one: Element) => one.getAttribute('name') ?? one.textContent?.trim() ?? ''
    const isField = here.matches('input, textarea, select')
    const { outlineStyle, outlineWidth } = getComputedStyle(here.closest('.option') ?? here)
    const box = here.getBoundingClientRect()
    // Of a large field to write in, browsers bring the line to write on: the rest may lie below.
    const bottom = here.matches('textarea') ? box.top + 48 : box.bottom
    return {
      name: isField ? nameOf(here) : (here.innerText ?? ''),
      order: [...document.querySelectorAll('a, button, input, textarea, select, [tabindex]')].indexOf(here),
      isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      // Scrolling stops at whole pixels.
      isOnScreen: box.top > -1 && box.left > -1 && bottom < window.innerHeight + 1 && box.right < window.innerWidth + 1,
    }
  })
}

/** Presses Tab until the stop is reached, and holds every stop on the way to what is promised. */
export async function tabUntil(
  page: Page,
  wanted: string,
  isReached: (stop: Stop) => boolean | Promise<boolean>,
): Promise<void> {
  let before = -1
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab')
    const here = await findStop(page)
    expect([page.url(), here]).toEqual([page.url(), { ...here, isSeen: true, isOnScreen: true }])
    expect([here.name, here.order > before]).toEqual([here.name, true])
    before = here.order
    if (await isReached(here)) return
  }
  throw new Error(`Tab never came to ${wanted} on ${page.url()}`)
}
