// The thread that computes: one piece of work after the other, each from one state of the database.
import { parentPort, workerData } from 'node:worker_threads'
import { joinDatabase } from '#store/database.ts'
import type { WavePair } from './input.ts'
import { type Outcome, type Work, works } from './works.ts'

export interface Order {
  id: number
  work: Work
  pair: WavePair
}
export type Delivery = { id: number; outcome: Outcome<Work> } | { id: number; error: unknown }

const db = joinDatabase((workerData as { file: string }).file)

parentPort?.on('message', ({ id, work, pair }: Order) => {
  const deliver = (delivery: Delivery) => parentPort?.postMessage(delivery)
  try {
    deliver({ id, outcome: db.transaction(() => works[work](db, pair)) })
  } catch (error) {
    deliver({ id, error })
  }
})
