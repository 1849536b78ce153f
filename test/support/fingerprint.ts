import { createHash } from 'node:crypto'
import type { Database } from '#store/database.ts'

/** SHA-256 of all rows of all tables in order: two states of a database are equal when their sums are. */
export function fingerprintDatabase({ $client }: Database): string {
  const hash = createHash('sha256')
  const tables = $client.prepare(`select name from sqlite_schema where type = 'table' order by name`).pluck().all()
  for (const table of tables) {
    hash.update(String(table))
    for (const row of $client
      .prepare(`select * from "${String(table)}" order by rowid`)
      .raw()
      .iterate())
      hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}
