// `npm run gallery`: a picture of every page in every state, phone and desktop, Swedish and English, and one sheet that
// shows them all; and the contact sheet of the charts. For eyes, not for tests.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SingleBar } from 'cli-progress'
import { launchBrowser } from '../support/chromium.ts'
import { openTab } from './browse.ts'
import { writeChartSheet } from './chart-sheet.ts'
import { writeLetterSheet } from './letter-sheet.ts'
import { openGallery } from './states.ts'

const folder = path.resolve(process.argv[2] ?? 'gallery')
const only = process.argv[3]
mkdirSync(folder, { recursive: true })

const gallery = await openGallery()
const browser = await launchBrowser()
const states = gallery.states.filter(({ name }) => !only || name.includes(only))
const looks = [
  { language: 'sv', width: 360 },
  { language: 'sv', width: 1280 },
  { language: 'en', width: 1280 },
] as const
const bar = new SingleBar({ format: '{bar} {value}/{total} {name}' })
bar.start(states.length * looks.length, 0, { name: '' })
const tabs = await Promise.all(looks.map(async (look) => ({ look, ...(await openTab(browser, look)) })))
const rows: string[] = []
for (const state of states) {
  const pictures: string[] = []
  for (const { look, page, visit } of tabs) {
    await visit(state)
    const file = `${state.name.replace(/[^a-z0-9]+/gi, '-')}-${look.language}-${look.width}.png`
    await page.screenshot({ path: path.join(folder, file), fullPage: true })
    pictures.push(`<a href="${file}"><img src="${file}" alt="" loading="lazy" height="480"></a>`)
    bar.increment({ name: state.name })
  }
  rows.push(`<h2>${state.name}</h2><p>${pictures.join(' ')}</p>`)
}
bar.stop()
writeFileSync(
  path.join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Samverka</title>${rows.join('\n')}`,
)
const letters = !only || only === 'mail' ? await writeLetterSheet(browser, folder) : undefined
await browser.close()
await gallery.close()
console.log(path.join(folder, 'index.html'))
if (letters) console.log(letters)
if (!only || only === 'charts') console.log(writeChartSheet(folder))
