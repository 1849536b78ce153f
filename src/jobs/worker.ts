// One piece of long work in a thread of its own, with a connection of its own: the thread that answers never waits.
import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '#errors.ts'
import { listProjects } from '#store/projects.ts'
import { openSnapshot } from '#store/snapshot.ts'
import type { JobKind } from './kind.ts'
import type { WorkOrder, WorkReport } from './order.ts'
import { perform } from './perform.ts'

const order = workerData as WorkOrder
const calledOff = new AbortController()
parentPort?.once('message', () => calledOff.abort())
yieldToAnswering()
try {
  tell(await work())
} catch (error) {
  tell({ at: 'failed', ...explain(error) })
}
parentPort?.close()

async function work(): Promise<WorkReport> {
  const { kinds } = (await import(order.kinds)) as { kinds: Readonly<Record<string, JobKind>> }
  const { job, now } = order
  const kind = kinds[job.kind]
  // A row of an older program, whose kind is no longer made.
  if (!kind) throw new Problem('not_found', { kind: job.kind })
  const db = openSnapshot(order.databaseFile)
  try {
    const [project] = listProjects(db, [job.projectId])
    if (!project) throw new Problem('not_found', { project: job.projectId })
    const result = await perform(
      kind,
      {
        db,
        project,
        params: job.params,
        language: job.language,
        now,
        baseUrl: order.baseUrl,
        judgements: order.judgements,
        signal: calledOff.signal,
        progress: sparingly((done, total) => tell({ at: 'progress', done, total })),
      },
      order.target,
    )
    return { at: 'done', ...result }
  } finally {
    db.$client.close()
  }
}

function tell(report: WorkReport): void {
  parentPort?.postMessage(report)
}

/** The first and the last step, and between them a few in a second: each costs the answering thread a write. */
function sparingly(say: (done: number, total: number) => void): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const time = performance.now()
    if (time - last < 500 && done < total) return
    last = time
    say(done, total)
  }
}

function explain(error: unknown): { code: string; reason: string } {
  if (error instanceof Problem) {
    const { which } = error.details
    return { code: which === undefined ? error.code : `${error.code} ${which}`, reason: error.message }
  }
  const { code } = error as NodeJS.ErrnoException
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: code === 'ENOSPC' || code === 'SQLITE_FULL' ? 'no_space' : 'internal', reason }
}

/** Linux keeps a priority for each thread: where both want the processor, answers go first. Elsewhere it is the process's. */
function yieldToAnswering(): void {
  if (process.platform !== 'linux') return
  try {
    os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A system that does not allow it does the work as well.
  }
}
