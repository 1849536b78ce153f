// Queries of pages that many wait for, prepared once on each connection and kept for as long as it is open.
import type { Database, Transaction } from './database.ts'

/** What `prepare` makes of a connection, made when it is first asked for. */
export function preparedOnce<Connection extends Database | Transaction, Queries>(
  prepare: (db: Connection) => Queries,
): (db: Connection) => Queries {
  const known = new WeakMap<Connection, Queries>()
  return (db) => {
    const queries = known.get(db) ?? prepare(db)
    known.set(db, queries)
    return queries
  }
}
