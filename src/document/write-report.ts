// Has a report written in a thread of its own, which ends with it or when somebody says stop.
import { Worker } from 'node:worker_threads'
import type { ReportDelivery, ReportOrder } from './worker.ts'

export interface Watching {
  signal?: AbortSignal
  progress?: (done: number, total: number) => void
}

/** One at a time: several at once would take the processors from those who answer. */
let line: Promise<unknown> = Promise.resolve()

/** @throws the signal's reason where it says stop; what the writers throw */
export function writeReport(order: ReportOrder, watching: Watching = {}): Promise<Uint8Array> {
  const written = line.then(() => write(order, watching))
  line = written.catch(() => undefined)
  return written
}

function write(order: ReportOrder, { signal, progress }: Watching): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order })
  const stop = () => {
    reject(signal?.reason)
    void worker.terminate()
  }
  signal?.addEventListener('abort', stop, { once: true })
  worker.on('message', (delivery: ReportDelivery) => {
    if ('bytes' in delivery) {
      progress?.(1, 1)
      resolve(delivery.bytes)
    } else progress?.(delivery.done, delivery.total)
  })
  worker.on('error', reject)
  worker.on('exit', () => {
    signal?.removeEventListener('abort', stop)
    reject(new Error('the thread that writes reports has ended'))
  })
  return promise
}
