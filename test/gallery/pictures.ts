// `npm run gallery`: a picture of every page in every state, phone and desktop, Swedish and English, what participants see
// also in forced colours, and one sheet that shows them all; and the contact sheet of the charts. For eyes, not for tests.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SingleBar } from 'cli-progress'
import { launchBrowser } from '../support/chromium.ts'
import { type Look, openTab } from './browse.ts'
import { writeChartSheet } from './chart-sheet.ts'
import { writeLetterSheet } from './letter-sheet.ts'
import { openParticipantsGallery, openStaffGallery } from './states.ts'

const folder = path.resolve(process.argv[2] ?? 'gallery')
const only = process.argv[3]
mkdirSync(folder, { recursive: true })

const looks: readonly Look[] = [
  { language: 'sv', width: 360 },
  { language: 'sv', width: 1280 },
  { language: 'en', width: 1280 },
]
/** Most of them read on a phone, in either language, and with whatever colours it is set to. */
const participantsLooks: readonly Look[] = [
  ...looks,
  { language: 'en', width: 360 },
  { language: 'sv', width: 360, forcedColors: true },
]
const sides = [
  { gallery: await openStaffGallery(), looks },
  { gallery: await openParticipantsGallery(), looks: participantsLooks },
].map(({ gallery, looks }) => ({
  looks,
  states: gallery.states.filter(({ name }) => !only || name.includes(only)),
  close: gallery.close,
}))
const browser = await launchBrowser()
const bar = new SingleBar({ format: '{bar} {value}/{total} {name}' })
const pictureCount = sides.reduce((sum, { states, looks }) => sum + states.length * looks.length, 0)
bar.start(pictureCount, 0, { name: '' })
const rows: string[] = []
for (const { looks, states, close } of sides) {
  const tabs = await Promise.all(looks.map(async (look) => ({ look, ...(await openTab(browser, look)) })))
  for (const state of states) {
    const pictures: string[] = []
    for (const { look, page, visit } of tabs) {
      await visit(state)
      const colours = look.forcedColors ? '-forced-colours' : ''
      const file = `${state.name.replace(/[^a-z0-9]+/gi, '-')}-${look.language}-${look.width}${colours}.png`
      await page.screenshot({ path: path.join(folder, file), fullPage: true })
      pictures.push(`<a href="${file}"><img src="${file}" alt="" loading="lazy" height="480"></a>`)
      bar.increment({ name: state.name })
    }
    rows.push(`<h2>${state.name}</h2><p>${pictures.join(' ')}</p>`)
  }
  for (const tab of tabs) await tab.close()
  await close()
}
bar.stop()
writeFileSync(
  path.join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Samverka</title>${rows.join('\n')}`,
)
const letters = !only || only === 'mail' ? await writeLetterSheet(browser, folder) : undefined
await browser.close()
console.log(path.join(folder, 'index.html'))
if (letters) console.log(letters)
if (!only || only === 'charts') console.log(writeChartSheet(folder))
