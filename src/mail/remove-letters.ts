// Letters that lie in the folder, taken away with the person they were written to.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

/**
 * Letters of the folder bear their Message-ID, which begins with the letter's id; half-written ones too.
 * @returns how many files
 */
export function removeLetters(folder: string, letterIds: readonly string[]): number {
  if (!existsSync(folder)) return 0
  const ids = new Set(letterIds)
  const theirs = readdirSync(folder).filter((name) => ids.has(name.split('@')[0] ?? ''))
  for (const name of theirs) rmSync(path.join(folder, name), { force: true })
  return theirs.length
}
