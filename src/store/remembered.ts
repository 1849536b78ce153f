// What every page behind a link asks and few writes change: read once, and forgotten at the moment that a row it was
// read from changes. The connection tells of its own writes through triggers, SQLite of those of other processes.
import Sqlite from 'better-sqlite3'
import { getTableName, type Table } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { LRUCache } from 'lru-cache'
import type { Database } from './database.ts'

interface Reading<Value> {
  /** Tells it from others on the same connection; letters and underscores. */
  name: string
  /** Any change of these forgets everything. */
  tables?: readonly Table[]
  /** A change of a row of their tables forgets what is kept under the column's value. */
  keys?: readonly SQLiteColumn[]
  /** Must give the same for the same rows. What is not found is looked for anew each time. */
  read: (db: Database, key: string) => Value | undefined
  /** Values kept at once; those not asked for longest go first. */
  most: number
}

interface Memory<Value extends object> {
  kept: LRUCache<string, Value>
  /** Version of the file for which `kept` holds. */
  version: number
}

/**
 * `read` with a memory, on each connection of its own. Nothing is put into it within a transaction, which may yet be
 * undone; what a transaction has changed is read anew within it too.
 */
export function remembered<Value extends object>(
  reading: Reading<Value>,
): (db: Database, key: string) => Value | undefined {
  const memories = new WeakMap<Database, Memory<Value>>()
  return (db, key) => {
    const memory = memories.get(db)
    if (!memory) {
      // Triggers made within a transaction would be gone with it.
      const begun = db.$client.inTransaction ? undefined : watch(db.$client, reading)
      if (begun) memories.set(db, begun)
      return reading.read(db, key)
    }
    const version = versionOf(db)
    if (version !== memory.version) memory.kept.clear()
    memory.version = version
    const known = memory.kept.get(key)
    if (known) return known
    const value = reading.read(db, key)
    if (value === undefined || db.$client.inTransaction) return value
    memory.kept.set(key, value)
    return value
  }
}

/** @returns undefined where nothing can be written: what is asked is read each time until a trigger can be made */
function watch<Value extends object>(client: Sqlite.Database, reading: Reading<Value>): Memory<Value> | undefined {
  try {
    return makeTriggers(client, reading)
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return undefined
    throw error
  }
}

function makeTriggers<Value extends object>(
  client: Sqlite.Database,
  { name, tables = [], keys = [], most }: Reading<Value>,
): Memory<Value> {
  const kept = new LRUCache<string, Value>({ max: most })
  const forget = `forget_${name}`
  client.function(forget, (key: unknown) => {
    if (key === null) kept.clear()
    else kept.delete(String(key))
    return null
  })
  const after = (table: string, work: string, body: string) =>
    client.exec(
      `create temp trigger if not exists "${forget}_${table}_${work}" after ${work} on main."${table}" begin select ${body}; end`,
    )
  for (const table of tables)
    for (const work of ['insert', 'update', 'delete']) after(getTableName(table), work, `${forget}(null)`)
  for (const column of keys) {
    const table = getTableName(column.table)
    after(table, 'insert', `${forget}(new."${column.name}")`)
    after(table, 'update', `${forget}(old."${column.name}"), ${forget}(new."${column.name}")`)
    after(table, 'delete', `${forget}(old."${column.name}")`)
  }
  return { kept, version: -1 }
}

interface Version {
  ask: Sqlite.Statement
  /** As asked in this turn, or within this transaction; undefined = not yet. */
  known: number | undefined
  /** Nobody else can write. */
  isStill: boolean
}

const versions = new WeakMap<Database, Version>()

function versionsOf(db: Database): Version {
  const version = versions.get(db) ?? {
    ask: db.$client.prepare('pragma data_version').pluck(),
    known: undefined,
    isStill: false,
  }
  versions.set(db, version)
  return version
}

/** A number that changes when another connection has committed. Outside transactions it is asked once a turn. */
function versionOf(db: Database): number {
  const version = versionsOf(db)
  if (version.known !== undefined && (version.isStill || !db.$client.inTransaction)) return version.known
  const asked = version.ask.get() as number
  if (version.known === undefined)
    queueMicrotask(() => {
      version.known = undefined
    })
  version.known = asked
  return asked
}

/** Within a transaction that holds the right to write: what others have written is asked once, and not by each reader. */
export function whileNobodyElseWrites<T>(db: Database, body: () => T): T {
  const version = versionsOf(db)
  version.known = version.ask.get() as number
  version.isStill = true
  try {
    return body()
  } finally {
    version.isStill = false
    version.known = undefined
  }
}
