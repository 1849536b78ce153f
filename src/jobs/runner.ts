// Sees to the long work that waits: claims a row, has a worker do it, puts down what came of it; and keeps the folder
// of results to just the files of rows that are done.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Database } from '#store/database.ts'
import {
  claimNextJob,
  endJob,
  expireJob,
  expireJobsBefore,
  findJob,
  type Job,
  type JobEnd,
  listJobIds,
  noteProgress,
} from '#store/jobs.ts'
import type { Judgements } from '#survey/judgements.ts'
import type { WorkOrder, WorkReport } from './order.ts'
import { unfinishedName } from './perform.ts'

export interface RunnerOptions {
  db: Database
  /** The file behind `db`: workers read it on connections of their own. */
  databaseFile: string
  /** Where results lie, one file per job, named by its id. */
  folder: string
  now: () => number
  log: { info(facts: object, text: string): void; warn(facts: object, text: string): void }
  /** Pieces of work at a time; left out = a processor stays free for answering, and never more than two. */
  atOnce?: number
  /** Where the server's pages lie, for files that lead to them; left out = nobody knows. */
  baseUrl?: string | undefined
  /** Reasons in English beside the questionnaires; left out = none are translated. */
  judgements?: Judgements
  /** Megabytes of its own beyond which a piece of work ends, and nothing else does. */
  memoryLimit?: number
  /** Address of the module that lists the kinds: tests have kinds of their own. */
  kinds?: string
}

export interface JobRunner {
  /** Look now: something was asked for or called off. */
  wake(): void
  /** Cuts off what runs, which is then `interrupted`; what waits goes on waiting. */
  stop(): Promise<void>
  /** Resolves when nothing waits or runs. */
  settled(): Promise<void>
}

/** A file is kept for a week, long enough to fetch it; shorter where somebody whose answers it may hold is erased. */
export const keptFor = 7 * 86_400_000
/** Milliseconds that work called off may take to notice. */
const patience = 2_000
/** Milliseconds between looks at folder and rows: commands in other processes erase, and ask for nothing. */
const lookEvery = 60_000

export const resultPath = (folder: string, jobId: string): string => path.join(folder, jobId)

/** Starts the work that waits. What an earlier process left running is `interrupted`: call it only as sole owner. */
export function startJobs(options: RunnerOptions): JobRunner {
  const { db, folder, now, log } = options
  const atOnce = options.atOnce ?? Math.min(2, Math.max(1, os.availableParallelism() - 1))
  const running = new Map<string, { cutOff: () => void; ended: Promise<void> }>()
  const whenSettled: (() => void)[] = []
  let isStopping = false

  mkdirSync(folder, { recursive: true, mode: 0o700 })
  look()
  const looking = setInterval(look, lookEvery)
  looking.unref()

  return {
    wake: look,
    async stop() {
      isStopping = true
      clearInterval(looking)
      for (const { cutOff } of running.values()) cutOff()
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
    settled: () =>
      new Promise((resolve) => {
        whenSettled.push(resolve)
        look()
      }),
  }

  /** Rows and folder are brought into line. Trouble with the disk must not end the server: the next look tries again. */
  function look(): void {
    try {
      for (const [id, { cutOff }] of running) if (findJob(db, id)?.state !== 'running') cutOff()
      tidy()
      fill()
    } catch (error) {
      log.warn({ reason: String(error) }, 'jobs could not be looked after')
    }
  }

  function fill(): void {
    while (!isStopping && running.size < atOnce) {
      const job = claimNextJob(db, now())
      if (!job) break
      running.set(job.id, begin(job))
    }
    if (running.size === 0) for (const tell of whenSettled.splice(0)) tell()
  }

  function begin(job: Job) {
    const cutOff = new AbortController()
    const ended = doInWorker(options, job, cutOff.signal)
      .then((end) => finish(job, end))
      .catch((error: unknown) =>
        log.warn({ job: job.id, reason: String(error) }, 'the end of a job could not be stored'),
      )
      .finally(() => {
        running.delete(job.id)
        look()
      })
    return { cutOff: () => cutOff.abort(), ended }
  }

  function finish(job: Job, { end, reason }: Outcome): void {
    rmSync(unfinishedName(resultPath(folder, job.id)), { force: true })
    const isKept = endJob(db, job.id, end, now()) && end.state === 'done'
    if (!isKept) rmSync(resultPath(folder, job.id), { force: true })
    const facts = { job: job.id, kind: job.kind, state: findJob(db, job.id)?.state, reason }
    if (end.state === 'failed') log.warn(facts, 'job')
    else log.info(facts, 'job')
  }

  /** Old files go, and whatever lies in the folder without a row that speaks for it. */
  function tidy(): void {
    for (const id of listJobIds(db, 'running')) if (!running.has(id)) endJob(db, id, { state: 'interrupted' }, now())
    expireJobsBefore(db, now() - keptFor)
    for (const id of listJobIds(db, 'done')) if (!existsSync(resultPath(folder, id))) expireJob(db, id)
    const kept = new Set([...listJobIds(db, 'done'), ...running.keys(), ...[...running.keys()].map(unfinishedName)])
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(path.join(folder, name), { force: true })
  }
}

interface Outcome {
  end: JobEnd
  /** For the log alone. */
  reason?: string
}

/** Never rejects: a worker that dies of whatever has failed. */
async function doInWorker(options: RunnerOptions, job: Job, cutOff: AbortSignal): Promise<Outcome> {
  const { db, databaseFile, folder, now, kinds, baseUrl = null, judgements = new Map(), memoryLimit = 1024 } = options
  const order: WorkOrder = {
    databaseFile,
    target: resultPath(folder, job.id),
    job,
    kinds: kinds ?? new URL('./kinds.ts', import.meta.url).href,
    now: now(),
    baseUrl,
    judgements,
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  })
  let outcome: Outcome = { end: { state: 'failed', error: 'internal' }, reason: 'the worker ended without a word' }
  worker.on('message', (report: WorkReport) => {
    if (report.at === 'progress') keepProgress(db, job.id, report)
    else if (report.at === 'failed') outcome = { end: { state: 'failed', error: report.code }, reason: report.reason }
    else {
      const { fileSize, fileSha256, cutId } = report
      outcome = { end: { state: 'done', fileSize, fileSha256, cutId } }
    }
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const code = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_big' : 'internal'
    outcome = { end: { state: 'failed', error: code }, reason: error.message }
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const callOff = () => {
    worker.postMessage('called off')
    void delay(patience, undefined, { ref: false }).then(() => worker.terminate())
  }
  if (cutOff.aborted) callOff()
  else cutOff.addEventListener('abort', callOff, { once: true })
  await ended
  return cutOff.aborted ? { end: { state: 'interrupted' } } : outcome
}

function keepProgress(db: Database, id: string, { done, total }: { done: number; total: number }): void {
  try {
    noteProgress(db, id, done, total)
  } catch {
    // A step that could not be put down is made good by the next; the work itself goes on.
  }
}
