// Where a database lies, whatever symbolic links lead there: SQLite follows them, so what lies beside it must too.
import { realpathSync } from 'node:fs'

/** The path itself where there is no such file yet. */
export function realFile(file: string): string {
  try {
    return realpathSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return file
    throw error
  }
}
