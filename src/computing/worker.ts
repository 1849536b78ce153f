// The thread that computes, one piece of work after the other; what it reads of closed waves it keeps as columns.
import { parentPort, workerData } from 'node:worker_threads'
import { joinOwnDatabase } from '#store/database.ts'
import { recallColumns } from './columns.ts'
import type { WavePair } from './input.ts'
import { type Outcomes, type Work, works } from './works.ts'

export interface Order {
  id: number
  work: Work
  pair: WavePair
}
export type Delivery = { id: number; outcome: Outcomes[Work] } | { id: number; error: unknown }

const db = joinOwnDatabase((workerData as { file: string }).file)

parentPort?.on('message', ({ id, work, pair }: Order) => {
  const deliver = (delivery: Delivery) => parentPort?.postMessage(delivery)
  try {
    deliver({ id, outcome: works[work](db, pair, recallColumns) })
  } catch (error) {
    deliver({ id, error })
  }
})
