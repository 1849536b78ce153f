// Opens the one database file: durable settings asserted, migrations run with every row counted before and after.
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { Problem } from '#errors.ts'
import { diskTrouble } from './disk.ts'
import { realFile } from './real-file.ts'
import * as schema from './schema.ts'

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database }

/** What a transaction hands to its body: the same queries, all kept or none. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** All of it or nothing, with the right to write taken at the start: what is read first is still true when it writes. */
export const immediately = <T>(db: Database, body: (tx: Transaction) => T): T =>
  db.transaction(body, { behavior: 'immediate' })

const inMemory = ':memory:'
const migrationsFolder = path.join(import.meta.dirname, '../../migrations')

/** What each setting must read back as; WAL and FULL together mean that a confirmed answer survives a power cut. */
const settings = {
  busy_timeout: 10_000,
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
} as const

/** Most that is kept in memory of a file that many ask for: who opens a link is found in pages all over it. */
const kibibytesAtHand = 64 * 1024

/**
 * Opens and migrates the database: for the one process that owns it (see sole-owner.ts). `:memory:` is for tests, and
 * so is another folder of migrations.
 * @throws Problem 'newer_database' where a newer program has migrated the file; 'database_refused' where a setting does
 *   not hold, the file is damaged or a migration loses a row;
 *   the file is then as it was before
 */
export function openDatabase(file: string, migrations = migrationsFolder): Database {
  return open(file, (db) => {
    checkHealth(db.$client)
    refuseNewer(db.$client, file, migrations)
    bringUpToDate(db, file, migrations)
    db.$client.pragma(`cache_size = -${kibibytesAtHand}`)
  })
}

/**
 * Joins a database that another process may own and serve from. It is never migrated under its feet.
 * @throws Problem 'needs_migration' where this program is newer than the file, 'newer_database' and 'database_refused' as openDatabase
 */
export function joinDatabase(file: string, migrations = migrationsFolder): Database {
  return open(file, (db) => {
    checkHealth(db.$client)
    refuseNewer(db.$client, file, migrations)
    if (countPending(db.$client, migrations) > 0) throw new Problem('needs_migration', { file })
  })
}

/**
 * A further connection, for another thread of a process that has opened or joined the database already: what that has
 * checked, which takes seconds where the file is large, is not checked again.
 * @throws Problem 'database_refused' where a setting does not hold
 */
export const joinOwnDatabase = (file: string): Database => open(file, () => undefined)

function open(file: string, prepare: (db: Database) => void): Database {
  if (file !== inMemory) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const client = new Sqlite(file)
  try {
    configure(client, file)
    const db = drizzle(client, { schema })
    prepare(db)
    return db
  } catch (error) {
    client.close()
    if (error instanceof LostRows) putBack(file)
    if (error instanceof Problem) throw error
    const trouble = file === inMemory ? undefined : diskTrouble(file)
    throw trouble ?? new Problem('database_refused', { file, reason: reasonOf(error) })
  }
}

class LostRows extends Error {}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? [error.message, ...(error.cause ? [reasonOf(error.cause)] : [])].join(': ') : String(error)

function configure(client: Sqlite.Database, file: string): void {
  for (const [name, value] of Object.entries(settings)) client.pragma(`${name} = ${value}`)
  // A read first: synchronous shows its final value only after the first use of the file.
  client.prepare('select count(*) from sqlite_schema').get()
  for (const [name, value] of Object.entries(settings)) {
    if (file === inMemory && name === 'journal_mode') continue
    const actual = client.pragma(name, { simple: true })
    if (actual !== value) throw new Error(`${name} is ${String(actual)}, not ${value}`)
  }
}

function checkHealth(client: Sqlite.Database): void {
  const health = client.pragma('quick_check', { simple: true })
  if (health !== 'ok') throw new Error(`quick_check says ${String(health)}`)
}

/**
 * Runs the migrations that are new. A generated table rebuild can delete rows without a word (docs/decisions/0002):
 * so a copy is kept, foreign keys are off on the connection meanwhile, and no table may lose a row.
 */
function bringUpToDate(db: Database, file: string, migrations: string): void {
  const client = db.$client
  if (countPending(client, migrations) === 0) return
  const before = countRows(client)
  if (file !== inMemory && before.size > 0) keepCopy(client, copyOf(file))
  client.pragma('foreign_keys = OFF')
  try {
    migrate(db, { migrationsFolder: migrations })
  } finally {
    client.pragma('foreign_keys = ON')
  }
  const after = countRows(client)
  const lost = [...before].filter(([table, rows]) => (after.get(table) ?? 0) < rows).map(([table]) => table)
  if (lost.length > 0) throw new LostRows(`the migration lost rows of ${lost.join(', ')}`)
  const broken = brokenReferences(client)
  if (broken !== undefined) throw new LostRows(`the migration left ${broken}`)
}

/** What is wrong with references, in words; undefined where nothing is. */
function brokenReferences(client: Sqlite.Database): string | undefined {
  try {
    const broken = client.pragma('foreign_key_check') as unknown[]
    return broken.length > 0 ? `${broken.length} references to nothing` : undefined
  } catch (error) {
    // A key that refers to what is no longer unique cannot even be checked.
    return `references that cannot be checked: ${reasonOf(error)}`
  }
}

function countPending(client: Sqlite.Database, migrations: string): number {
  const last = lastMigration(client)
  return readMigrationFiles({ migrationsFolder: migrations }).filter(({ folderMillis }) => folderMillis > last).length
}

/** It would write on with tables and rules that it does not know. @throws Problem 'newer_database' */
function refuseNewer(client: Sqlite.Database, file: string, migrations: string): void {
  const known = Math.max(
    ...readMigrationFiles({ migrationsFolder: migrations }).map(({ folderMillis }) => folderMillis),
  )
  if (lastMigration(client) > known) throw new Problem('newer_database', { file, before: copyOf(file) })
}

/** When the last that the file has been through was made, UTC milliseconds; 0 of a new file. */
function lastMigration(client: Sqlite.Database): number {
  const known = client.prepare(`select count(*) from sqlite_schema where name = '__drizzle_migrations'`).pluck().get()
  if (!known) return 0
  return (client.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null) ?? 0
}

function countRows(client: Sqlite.Database): Map<string, number> {
  const tables = client
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'`,
    )
    .pluck()
    .all() as string[]
  return new Map(
    tables.map((table) => [table, client.prepare(`select count(*) from "${table}"`).pluck().get() as number]),
  )
}

/** Where the database lies as it was before its latest migration, if that had anything to keep. */
export const copyOf = (file: string): string => `${realFile(file)}.before-migration`

function keepCopy(client: Sqlite.Database, copy: string): void {
  const unfinished = `${copy}.tmp`
  rmSync(unfinished, { force: true })
  client.prepare('vacuum into ?').run(unfinished)
  renameSync(unfinished, copy)
}

/** The file as it was before the migration; what the migration left in the log goes too. */
function putBack(file: string): void {
  for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true })
  copyFileSync(copyOf(file), file)
}
