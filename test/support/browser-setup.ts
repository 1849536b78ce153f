// Before the browser tests: the browser is unpacked once, and not by several files at the same time.
import { unpackChromium } from './chromium.ts'

export default async function setup(): Promise<void> {
  if (!process.env.CHROME_PATH) await unpackChromium()
}
