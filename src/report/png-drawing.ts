// Draws a chart as PNG, on the spot: chart-png.ts says in which thread. The fonts come along, so that it looks the same
// on a server that has none.
import { createRequire } from 'node:module'
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'

const { resolve } = createRequire(import.meta.url)
const fontFiles = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/source-sans-3/${file}`),
)

/** Pixels of the largest picture: four bytes each while it is drawn. */
const mostPixels = 40_000_000

/** How many pixels a unit of the viewBox gets, at most. */
export type PngScale = 1 | 3

/** A tenth of a second and more of the thread it is called in. @throws Error with what is no SVG */
export const drawPng = (svg: string, scale: PngScale): Buffer =>
  draw(svg, { mode: 'zoom', value: Math.min(scale, largestScale(svg)) })

/** So many pixels wide, whatever its own size. @throws Error with what is no SVG */
export const drawPngWide = (svg: string, pixels: number): Buffer => draw(svg, { mode: 'width', value: pixels })

function draw(svg: string, fitTo: NonNullable<ResvgRenderOptions['fitTo']>): Buffer {
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo,
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  })
  return picture.render().asPng()
}

function largestScale(svg: string): number {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  return Math.sqrt(mostPixels / (Number(width) * Number(height) || 1))
}
