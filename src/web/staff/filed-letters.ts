// Letters in the folder, found by their Message-IDs: only what is shown is opened, and what cannot be read is left out.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type FiledLetter, readLetter } from '#mail/folder-transport.ts'

/**
 * The first so many of these letters that lie in the folder, in the order given.
 * @returns `all`: how many of them lie there
 */
export async function readFiled(
  folder: string,
  messageIds: readonly string[],
  most: number,
): Promise<{ letters: FiledLetter[]; all: number }> {
  const files = new Set(await readdir(folder).catch(() => []))
  const there = messageIds.filter((messageId) => files.has(fileOf(messageId)))
  const opened = await Promise.all(there.slice(0, most).map((messageId) => openFiled(folder, messageId)))
  return { letters: opened.filter((letter) => letter !== undefined), all: there.length }
}

/** The letter; undefined where its file is not there, or is not to be read. */
export const openFiled = (folder: string, messageId: string): Promise<FiledLetter | undefined> =>
  readLetter(path.join(folder, fileOf(messageId))).catch(() => undefined)

const fileOf = (messageId: string): string => `${messageId.slice(1, -1)}.eml`
