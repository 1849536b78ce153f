// Queries of pages that many wait for, prepared once on each connection and kept for as long as it is open.
import { sql } from 'drizzle-orm'
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

/**
 * What is told when the query is run, by name. The plus sign leaves it as it is, and tells SQLite not to look at it when
 * it plans: a query of several tables would be planned anew for each run, at many times the cost of running it.
 */
export const given = (name: string) => sql`+${sql.placeholder(name)}`
