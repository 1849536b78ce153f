// The thread that draws pictures for the server's own, one after the other.
import { parentPort } from 'node:worker_threads'
import { drawPng, type PngScale } from './png-drawing.ts'

export interface DrawingOrder {
  id: number
  svg: string
  scale: PngScale
}
export type Drawn = { id: number; png: Uint8Array } | { id: number; error: unknown }

parentPort?.on('message', ({ id, svg, scale }: DrawingOrder) => {
  const tell = (drawn: Drawn) => parentPort?.postMessage(drawn)
  try {
    tell({ id, png: drawPng(svg, scale) })
  } catch (error) {
    tell({ id, error })
  }
})
