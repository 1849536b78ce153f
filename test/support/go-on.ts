// On from a page of questions: its script opens the next one only when the server has saved this one.
import type { Page } from 'playwright-core'

/** Presses the button and waits for the page that follows. */
export async function goOn(page: Page, button: string): Promise<void> {
  const from = page.url()
  await page.getByRole('button', { name: button }).last().click()
  await page.waitForURL(({ href }) => href !== from)
}
