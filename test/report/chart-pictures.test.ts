// Golden pictures: each kind of chart over eleven planted municipalities, and an empty one, against the picture that
// somebody has looked at. GOLDENS=write draws them anew; look at them before they are kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { listCharts } from '#report/chart-catalogue.ts'
import { chartPng } from '#report/chart-png.ts'
import { chartSvg, type SvgOptions } from '#report/chart-svg.ts'
import { oneOfEachKind } from '../gallery/chart-sheet.ts'
import { type PlanName, plantSource } from './planted.ts'

const { GOLDENS } = process.env
const folder = path.join(import.meta.dirname, 'goldens')

const pictures: [PlanName, string, SvgOptions['layout']][] = [
  ...oneOfEachKind(listCharts(plantSource('eleven')))
    .filter(({ name }) => !/-D$/.test(name) || name === 'answers-D')
    .map(({ name }): [PlanName, string, SvgOptions['layout']] => ['eleven', name, 'wide']),
  ['eleven', 'forest-INDEX', 'narrow'],
  ['eleven', 'answers-D', 'narrow'],
  ['eleven', 'contacts-contact', 'narrow'],
  ['long names', 'multiples', 'wide'],
  ['twenty-three', 'slope-INDEX', 'wide'],
  ['long names', 'slope-INDEX', 'wide'],
  ['long names', 'slope-INDEX', 'narrow'],
  ['hidden', 'network-contact', 'narrow'],
]

test.each(pictures)('%s, %s, %s: as somebody has seen it', async (plan, name, layout) => {
  const chart = listCharts(plantSource(plan))
    .find((entry) => entry.name === name)
    ?.build()
  if (!chart) throw new Error(`There is no chart ${name}`)
  const picture = halved(PNG.sync.read(await chartPng(chartSvg(chart, { layout, texts: true }), 1)))
  const file = path.join(folder, `${plan.replace(/\W+/g, '-')}-${name}-${layout}.png`)
  if (GOLDENS === 'write') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }))
  }
  expect(existsSync(file), file).toBe(true)
  const golden = PNG.sync.read(readFileSync(file))
  expect([picture.width, picture.height]).toEqual([golden.width, golden.height])
  const different = pixelmatch(picture.data, golden.data, undefined, golden.width, golden.height, {
    threshold: 0.15,
  })
  // A moved mark differs in hundreds of pixels, another rounding of a curve in a few.
  expect(different).toBeLessThan(golden.width * golden.height * 0.0005)
})

/** Four pixels become their mean in sixteen shades: a tenth of the bytes, and the edges of letters count less. */
function halved(source: PNG): PNG {
  const target = new PNG({ width: source.width >> 1, height: source.height >> 1 })
  for (let y = 0; y < target.height; y += 1)
    for (let x = 0; x < target.width; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        const at = (dx: number, dy: number) =>
          source.data[((2 * y + dy) * source.width + 2 * x + dx) * 4 + channel] ?? 0
        target.data[(y * target.width + x) * 4 + channel] =
          17 * Math.round((at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4 / 17)
      }
  return target
}
