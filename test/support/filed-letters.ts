import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type FiledLetter, readLetter } from '#mail/folder-transport.ts'

/** Letters of the folder, the latest first. Files that are being written, or are no letters, are left out. */
export async function readLetters(folder: string): Promise<FiledLetter[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const letters = await Promise.all(
    names.filter((name) => name.endsWith('.eml')).map((name) => readLetter(path.join(folder, name))),
  )
  return letters.sort((a, b) => (b.date ?? 0) - (a.date ?? 0) || a.name.localeCompare(b.name))
}
