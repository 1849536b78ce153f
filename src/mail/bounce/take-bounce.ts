// One message from the mailbox or the pipe: read, and held against our letters.
import { createHash } from 'node:crypto'
import { type Recorded, recordBounce } from '#store/bounces.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { mostBytesRead, readBounce } from './read-bounce.ts'

export type Taken = Recorded | { outcome: 'ignored'; why: 'auto_reply' | 'arrived' }

/** What is known to have been recorded is on disk. A message that is taken again changes nothing. */
export async function takeBounce(db: Database, identity: Identity, bytes: Uint8Array, now: number): Promise<Taken> {
  const { reading, messageId } = await readBounce(bytes)
  if (reading.kind === 'ignored') return { outcome: 'ignored', why: reading.why }
  const sha256 = createHash('sha256').update(bytes.subarray(0, mostBytesRead)).digest('hex')
  const report = reading.kind === 'report' ? reading.report : undefined
  return recordBounce(db, identity, { sha256, messageId, report }, now)
}
