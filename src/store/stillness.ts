// Whether anything at all has been written to the database since a moment, by whomever: asked in a few microseconds,
// where looking at the rows themselves would take ten times as long.
import type { Database } from './database.ts'
import { preparedOnce } from './prepared.ts'

export interface Moment {
  /** Rows changed by this connection since it was opened. */
  changes: number
  /** Another number after another connection has committed. */
  version: number
}

/** Taken at the end of a transaction that writes, it holds from its commit on: nobody else can write until then. */
export function momentOf(db: Database): Moment {
  const { changes, version } = preparedFor(db)
  return { changes: changes.get() as number, version: version.get() as number }
}

/** Nothing has been written since, not even what was undone. */
export function isStill(db: Database, since: Moment): boolean {
  const { changes, version } = momentOf(db)
  return changes === since.changes && version === since.version
}

const preparedFor = preparedOnce(({ $client }: Database) => ({
  changes: $client.prepare('select total_changes()').pluck(),
  version: $client.prepare('pragma data_version').pluck(),
}))
