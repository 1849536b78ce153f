// A picture of a chart for programs that do not take SVG. The fonts come along, so that it looks the same on a server
// that has none.
import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'

const { resolve } = createRequire(import.meta.url)
const fontFiles = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/source-sans-3/${file}`),
)

/** Pixels of the largest picture: four bytes each while it is drawn. */
const mostPixels = 40_000_000

/**
 * PNG on white, `scale` pixels per unit of the viewBox, fewer where a very tall picture would take too much memory.
 * Drawn outside the main thread.
 */
export async function chartPng(svg: string, scale: 1 | 3): Promise<Buffer> {
  const image = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: Math.min(scale, largestScale(svg)) },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  })
  return image.asPng()
}

function largestScale(svg: string): number {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  return Math.sqrt(mostPixels / (Number(width) * Number(height) || 1))
}
