// A picture of a chart for programs that do not take SVG. Drawing and packing a large one takes longer than somebody who
// answers should wait, so the server's own thread has another do it; a thread that is there for long work does it itself,
// at the priority it has.
import { setImmediate as turn } from 'node:timers/promises'
import { isMainThread, Worker } from 'node:worker_threads'
import { drawPng, type PngScale } from './png-drawing.ts'
import type { DrawingOrder, Drawn } from './png-worker.ts'

/**
 * PNG on white, `scale` pixels per unit of the viewBox, fewer where a very tall picture would take too much memory.
 * @throws Error with what is no SVG
 */
export async function chartPng(svg: string, scale: PngScale): Promise<Buffer> {
  if (isMainThread) return drawBeside(svg, scale)
  // Whoever calls the work off is heard between two pictures.
  await turn()
  return drawPng(svg, scale)
}

let worker: Worker | undefined
let orders = 0
const waiting = new Map<number, PromiseWithResolvers<Buffer>>()

function drawBeside(svg: string, scale: PngScale): Promise<Buffer> {
  worker ??= startWorker()
  const order: DrawingOrder = { id: orders++, svg, scale }
  const promised = Promise.withResolvers<Buffer>()
  waiting.set(order.id, promised)
  worker.ref()
  worker.postMessage(order)
  return promised.promise
}

function startWorker(): Worker {
  const started = new Worker(new URL('./png-worker.ts', import.meta.url))
  started.on('message', (drawn: Drawn) => {
    const promised = waiting.get(drawn.id)
    waiting.delete(drawn.id)
    if ('error' in drawn) promised?.reject(drawn.error)
    else promised?.resolve(Buffer.from(drawn.png.buffer, drawn.png.byteOffset, drawn.png.byteLength))
    // While nothing is asked of it, it keeps no process alive.
    if (waiting.size === 0) started.unref()
  })
  let reason: unknown = new Error('the thread that draws has ended')
  started.on('error', (error) => {
    reason = error
  })
  started.on('exit', () => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  })
  return started
}
