// Finds a Chromium, or unpacks the one that came with the install: once, atomically, beside node_modules' other caches,
// with fonts and libraries of its own, so that a machine without either can run the browser tests.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const root = path.join(import.meta.dirname, '../..')
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH
  const { executablePath, env } = own ? { executablePath: own, env: {} } : await unpackChromium()
  return chromium.launch({ executablePath, env: { ...inherited(), ...env }, args: flags })
}

/** @throws Error where the package holds no browser for this kind of machine */
export async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The bundled Chromium is for Linux on x64. Set CHROME_PATH to a Chrome or Chromium of your own.')
  const packed = path.join(root, 'node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(root, 'node_modules/.cache', `chromium-${version}`)
  if (!existsSync(path.join(folder, 'chromium'))) await unpackInto(folder, path.join(packed, 'bin'))
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter((part) => part !== undefined)
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  }
}

async function unpackInto(folder: string, packed: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  // The package unpacks into the temporary directory, and takes whatever lies there for its own.
  const before = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br']
    await Promise.all(parts.map((part) => inflate(path.join(packed, part))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  // Without a list of fonts Chromium ends at once on a machine that has none.
  const fonts = [path.join(folder, 'fonts'), '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`).join('')
  const cache = `<cachedir>${path.join(folder, 'fontcache')}</cachedir>`
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  writeFileSync(path.join(unfinished, 'fonts.conf'), `${head}<fontconfig>${fonts}${cache}</fontconfig>`)
  try {
    renameSync(unfinished, folder)
  } catch {
    // Another process was first.
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
