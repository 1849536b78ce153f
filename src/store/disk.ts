// What the disk refuses, as the system's own error: SQLite says it in its own words, or of something that followed.
import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'

/** Too few for a page of the database and its log. */
const hardlyAny = 128 * 1024

/** @throws the system's error, with the path, where nothing can be written in the folder; it is made where it is missing */
export function requireWritable(folder: string): void {
  accessSync(nearest(folder), constants.W_OK)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** The cause that lies with the disk; undefined where it lies elsewhere. */
export function diskTrouble(file: string): unknown {
  const folder = path.dirname(file)
  try {
    accessSync(folder, constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < hardlyAny) return Object.assign(new Error('no space left'), { code: 'ENOSPC', path: file })
    return undefined
  } catch (error) {
    return error
  }
}

/** Whether a file lies there that has lost all it had. */
export const isEmptied = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.size === 0

/** Making folders within one that cannot be written in fails as if that were missing. */
const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(path.dirname(folder)))
