// Where results are computed: beside a server in a thread of its own, so that no page waits for another's figures; on
// the spot where none was started, as in commands and tests. Once for all who ask for the same at the same time.
import { Worker } from 'node:worker_threads'
import type { Database } from '#store/database.ts'
import { findLastEvent } from '#store/events.ts'
import { readCounts } from './columns.ts'
import type { WavePair } from './input.ts'
import { putTogether } from './pieces.ts'
import type { Delivery, Order } from './worker.ts'
import { type Outcomes, type Work, works } from './works.ts'

/** Computed, or being computed. */
interface Known {
  /** The last event when it was asked for: whatever results are made of changes with a new one. */
  event: number
  outcome: Promise<Outcomes[Work]>
}
const known = new WeakMap<Database, Map<string, Known>>()

/**
 * The outcome of the work on the database as it is, or was when somebody else asked since the last event.
 * @throws whatever the work throws; Error where the thread broke down. The next call tries anew
 */
export function compute<W extends Work>(db: Database, work: W, pair: WavePair): Promise<Outcomes[W]> {
  const ofDatabase = known.get(db) ?? new Map<string, Known>()
  known.set(db, ofDatabase)
  const key = `${work} ${pair.from.id} ${pair.to.id}`
  const event = findLastEvent(db)
  const found = ofDatabase.get(key)
  // The key names the work, so what lies under it is of that kind.
  if (found?.event === event) return found.outcome as Promise<Outcomes[W]>
  const outcome = threads.get(db)?.compute(work, pair) ?? Promise.try(() => works[work](db, pair, readCounts))
  ofDatabase.set(key, { event, outcome })
  const forget = () => {
    if (ofDatabase.get(key)?.outcome === outcome) ofDatabase.delete(key)
  }
  // A cut looks at the rows themselves each time, and keeps its own bytes.
  outcome.then(work === 'edition' ? forget : undefined, forget)
  return outcome as Promise<Outcomes[W]>
}

export interface Computing {
  /** Ends the thread; what it has not finished fails. */
  stop(): Promise<void>
}

const threads = new WeakMap<Database, Thread>()

/** From now on results of this database, which lies in a file, are computed in a thread that is kept warm. */
export function startComputing(db: Database): Computing {
  const thread = new Thread(db.$client.name)
  threads.set(db, thread)
  return {
    async stop() {
      threads.delete(db)
      await thread.stop()
    },
  }
}

class Thread {
  readonly #file: string
  #worker: Worker | undefined
  #orders = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<Outcomes[Work]>>()

  constructor(file: string) {
    this.#file = file
    this.#worker = this.#start()
  }

  compute(work: Work, pair: WavePair): Promise<Outcomes[Work]> {
    this.#worker ??= this.#start()
    const order: Order = { id: this.#orders++, work, pair }
    const promised = Promise.withResolvers<Outcomes[Work]>()
    this.#waiting.set(order.id, promised)
    this.#worker.ref()
    this.#worker.postMessage(order)
    return promised.promise
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { file: this.#file } })
    worker.on('message', (delivery: Delivery) => {
      const promised = this.#waiting.get(delivery.id)
      this.#waiting.delete(delivery.id)
      if ('error' in delivery) promised?.reject(withCode(delivery))
      // What the work was decided the order; its outcome is of that kind.
      else promised?.resolve(putTogether(delivery.pieces) as Promise<Outcomes[Work]>)
      if (this.#waiting.size === 0) worker.unref()
    })
    let reason: unknown = new Error('the computing thread has ended')
    worker.on('error', (error) => {
      reason = error
    })
    worker.on('exit', () => {
      this.#worker = undefined
      for (const { reject } of this.#waiting.values()) reject(reason)
      this.#waiting.clear()
    })
    // While nothing is asked of it, it keeps no process alive.
    worker.unref()
    return worker
  }
}

/** The error as it was thrown: whoever asked tells by its code what went wrong. */
const withCode = ({ error, code }: Extract<Delivery, { error: unknown }>): unknown =>
  error instanceof Error && code !== undefined ? Object.assign(error, { code }) : error
