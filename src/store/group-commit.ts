// One flush to disk for everybody who is saving right now. A durable commit takes about as long for one as for fifty,
// so what arrives together is written in one transaction, and each is answered only after it is on disk.
import type Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'

interface Waiting {
  work: () => unknown
  resolve: (value: never) => void
  reject: (reason: unknown) => void
}

interface Group {
  waiting: Waiting[]
  /** Runs a piece of work in a transaction, or inside one in a savepoint. */
  run: Sqlite.Transaction<(work: () => unknown) => unknown>
}

type Outcome = { value: unknown } | { error: unknown }

const groups = new WeakMap<Database, Group>()

/**
 * Runs the work together with what else is being written at this moment, in the order in which it was asked for. The
 * promise settles when the commit is on disk; work that throws is undone alone, and takes nothing else with it.
 * @param work reads and writes the database at once, without awaiting; it may be run again where the group failed
 */
export function commitTogether<T>(db: Database, work: () => T): Promise<T> {
  const group = groups.get(db) ?? newGroup(db)
  return new Promise<T>((resolve, reject) => {
    group.waiting.push({ work, resolve, reject })
    // What has come in on other connections meanwhile is read before this runs.
    if (group.waiting.length === 1) setImmediate(() => commit(db.$client, group.run, group.waiting.splice(0)))
  })
}

function newGroup(db: Database): Group {
  const group = { waiting: [], run: db.$client.transaction((work: () => unknown) => work()) }
  groups.set(db, group)
  return group
}

function commit(client: Sqlite.Database, run: Group['run'], waiting: readonly Waiting[]): void {
  let hasBegun = false
  let outcomes: Outcome[] = []
  try {
    run.immediate(() => {
      hasBegun = true
      outcomes = waiting.map(({ work }) => attempt(client, run, work))
    })
  } catch (error) {
    // A full disk may end the whole transaction. Smaller writes may yet find room, so each has a try of its own; where
    // the database could not even be locked, trying again would only hold everybody up.
    if (waiting.length === 1 || !hasBegun) for (const { reject } of waiting) reject(error)
    else for (const one of waiting) commit(client, run, [one])
    return
  }
  for (const [at, { resolve, reject }] of waiting.entries()) {
    const outcome = outcomes[at]
    if (outcome && 'value' in outcome) resolve(outcome.value as never)
    else reject(outcome?.error)
  }
}

/** @throws what the work threw, where that has ended the transaction around it */
function attempt(client: Sqlite.Database, run: Group['run'], work: () => unknown): Outcome {
  try {
    return { value: run(work) }
  } catch (error) {
    if (!client.inTransaction) throw error
    return { error }
  }
}
