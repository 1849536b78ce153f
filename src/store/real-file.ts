// Where a database lies, whatever symbolic links lead there: SQLite follows them, so what lies beside it must too.
import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** Where there is no such file yet, one in the folder that it will lie in. */
export function realFile(file: string): string {
  try {
    return realpathSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const target = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(file) : file
    return path.resolve(path.dirname(file), target)
  }
}
