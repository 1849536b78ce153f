// One flush to disk for everybody who is saving right now. A durable commit takes about as long for one as for fifty,
// so what arrives while the disk is at work is written in one transaction, and each is answered only after it is on disk.
import fs from 'node:fs'
import type Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'
import { whileNobodyElseWrites } from './remembered.ts'

interface Waiting {
  work: () => unknown
  resolve: (value: never) => void
  reject: (reason: unknown) => void
}

interface Group {
  waiting: Waiting[]
  /** Runs in a transaction. */
  run: Sqlite.Transaction<(body: () => Outcome[]) => Outcome[]>
  /** Set while something committed is on its way to the disk; settles when it has arrived, or could not. */
  flush: Promise<void> | undefined
  /** Why the disk did not take what it was given: what it says of later writes cannot be believed any more. */
  broken: Error | undefined
}

type Outcome = { value: unknown } | { error: unknown }

const groups = new WeakMap<Database, Group>()

/**
 * Runs the work together with what else is to be written, in the order in which it was asked for. The promise settles
 * when the commit is on disk; work that throws is undone alone, and takes nothing else with it. While the disk is at
 * work other requests are served, and those that write wait for their turn.
 * @param work reads and writes the database at once, without awaiting; it may be run again where the group failed
 */
export function commitTogether<T>(db: Database, work: () => T): Promise<T> {
  const group = groups.get(db) ?? newGroup(db)
  return new Promise<T>((resolve, reject) => {
    group.waiting.push({ work, resolve, reject })
    // What has come in on other connections meanwhile is read before this runs.
    if (group.waiting.length === 1 && !group.flush) setImmediate(() => takeTurn(db, group))
  })
}

/** Waits for what has been committed together and is not yet on disk: before that is told as certain. */
export async function whenOnDisk(db: Database): Promise<void> {
  await groups.get(db)?.flush
}

function newGroup(db: Database): Group {
  const run = db.$client.transaction((body: () => Outcome[]) => body())
  const group: Group = { waiting: [], run, flush: undefined, broken: undefined }
  groups.set(db, group)
  return group
}

function takeTurn(db: Database, group: Group): void {
  const client = db.$client
  const waiting = group.waiting.splice(0)
  if (group.broken) {
    tell(waiting, failed(waiting, group.broken))
    return
  }
  if (client.memory) {
    tell(waiting, commit(db, group.run, waiting))
    return
  }
  // The transaction may end in the memory of the system, since the flush that is waited for follows it.
  client.exec('pragma synchronous = normal')
  const outcomes = commit(db, group.run, waiting)
  client.exec('pragma synchronous = full')
  const flushed = flushLog(client.name).then(
    () => tell(waiting, outcomes),
    (error: Error) => {
      group.broken = error
      tell(waiting, failed(waiting, error))
    },
  )
  group.flush = flushed.then(() => {
    group.flush = undefined
    if (group.waiting.length > 0) takeTurn(db, group)
  })
}

function tell(waiting: readonly Waiting[], outcomes: readonly Outcome[]): void {
  for (const [at, { resolve, reject }] of waiting.entries()) {
    const outcome = outcomes[at]
    if (outcome && 'value' in outcome) resolve(outcome.value as never)
    else reject(outcome?.error)
  }
}

const failed = (waiting: readonly Waiting[], error: unknown): Outcome[] => waiting.map(() => ({ error }))

/** What `synchronous = full` does at the end of a transaction; meanwhile the server goes on with other things. */
function flushLog(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const log = fs.openSync(`${file}-wal`, 'r+')
    fs.fdatasync(log, (error) => {
      fs.closeSync(log)
      if (error) reject(error)
      else resolve()
    })
  })
}

/** All in one transaction. Where one of them fails, each has one of its own, so that it takes nothing else with it. */
function commit(db: Database, run: Group['run'], waiting: readonly Waiting[]): Outcome[] {
  let hasBegun = false
  try {
    return run.immediate(() => {
      hasBegun = true
      return whileNobodyElseWrites(db, () => waiting.map(({ work }) => ({ value: work() })))
    })
  } catch (error) {
    // Where the database could not even be locked, trying again would only hold everybody up.
    if (waiting.length === 1 || !hasBegun) return failed(waiting, error)
    return waiting.flatMap((one) => commit(db, run, [one]))
  }
}
