// The thread that computes, one piece of work after the other; what it reads of closed waves it keeps as columns.
import { parentPort, workerData } from 'node:worker_threads'
import { joinOwnDatabase } from '#store/database.ts'
import { recallCounts } from './columns.ts'
import type { WavePair } from './input.ts'
import { takeApart } from './pieces.ts'
import { type Work, works } from './works.ts'

export interface Order {
  id: number
  work: Work
  pair: WavePair
}
/** `pieces` of the outcome; `code` of the error, which it loses on its way. */
export type Delivery = { id: number; pieces: readonly Uint8Array[] } | { id: number; error: unknown; code?: string }

const db = joinOwnDatabase((workerData as { file: string }).file)

parentPort?.on('message', ({ id, work, pair }: Order) => {
  const deliver = (delivery: Delivery, given: ArrayBuffer[] = []) => parentPort?.postMessage(delivery, given)
  try {
    const pieces = takeApart(works[work](db, pair, recallCounts))
    // Given away, not copied.
    deliver(
      { id, pieces },
      pieces.map(({ buffer }) => buffer),
    )
  } catch (error) {
    const { code } = error as { code?: unknown }
    deliver(typeof code === 'string' ? { id, error, code } : { id, error })
  }
})
