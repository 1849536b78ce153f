// A database as it is at one moment, on a connection of its own that cannot write: what long work reads from, so that
// every part of a file tells of the same state however long it takes.
import { type Database, joinDatabase } from './database.ts'

/** Closing the connection ends it. @throws Problem as joinDatabase */
export function openSnapshot(file: string): Database {
  const db = joinDatabase(file)
  db.$client.pragma('query_only = ON')
  db.$client.exec('begin')
  // The moment is that of the first read.
  db.$client.prepare('select count(*) from sqlite_schema').get()
  return db
}
