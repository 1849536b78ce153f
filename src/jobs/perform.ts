// Long work from beginning to end, for the server's worker and for a command alike: a file is there whole or not at all.
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import type { JobContext, JobKind } from './kind.ts'

export interface Result {
  fileSize: number
  fileSha256: string
  cutId: string | null
}

export const unfinishedName = (target: string): string => `${target}.unfinished`

/**
 * Does the work and puts its file at `target`, for its owner's eyes.
 * @throws what the work throws, and the signal's reason where it was called off; nothing is left then
 */
export async function perform(
  kind: JobKind,
  context: Omit<JobContext<unknown>, 'output'>,
  target: string,
): Promise<Result> {
  const output = unfinishedName(target)
  rmSync(output, { force: true })
  try {
    context.signal.throwIfAborted()
    const cutId = await kind.work({ ...context, params: kind.params.parse(context.params), output })
    const fileSha256 = await sumOf(output)
    context.signal.throwIfAborted()
    keepOnDisk(output)
    renameSync(output, target)
    return { fileSize: statSync(target).size, fileSha256, cutId }
  } finally {
    rmSync(output, { force: true })
  }
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function keepOnDisk(file: string): void {
  chmodSync(file, 0o600)
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
