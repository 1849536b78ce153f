// What the pages need from outside: handed in, so that tests build the same app that server.ts starts.
import type { Writable } from 'node:stream'
import type { Config } from '#config.ts'
import type { SenderStatus } from '#mail/sender.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'

export interface Dependencies {
  db: Database
  identity: Identity
  config: Config
  now: () => number
  /** Where the log goes; left out = standard output. */
  logTo?: Writable
  /** Called after letters have been queued. */
  wakeSender: () => void
  /** What the sender is doing; left out where none is at work here. */
  mailStatus?: () => SenderStatus | undefined
  /** Called after long work has been asked for or called off. */
  wakeJobs: () => void
}
