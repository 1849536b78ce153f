// One process at a time may serve and send from a database. The claim is a lock of the operating system on a file
// of its own, so kill -9 lets go of it too. It lies beside the file itself, whatever links lead there.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { Problem } from '#errors.ts'
import { realFile } from './real-file.ts'

/**
 * Holds the claim until `release`, or until the process ends.
 * @throws Problem 'in_use' where another process holds it
 */
export function claimSoleOwnership(databaseFile: string): { release(): void } {
  mkdirSync(path.dirname(databaseFile), { recursive: true, mode: 0o700 })
  const lock = new Sqlite(`${realFile(databaseFile)}.owner`)
  lock.pragma('busy_timeout = 0')
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new Problem('in_use', { file: databaseFile })
  }
  return { release: () => lock.close() }
}
