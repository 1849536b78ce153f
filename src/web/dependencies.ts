// What the pages need from outside: handed in, so that tests build the same app that server.ts starts.
import type { Writable } from 'node:stream'
import type { Config } from '#config.ts'
import type { SendNow } from '#mail/direct.ts'
import type { Outside } from '#mail/preflight/outside.ts'
import type { SenderStatus } from '#mail/sender.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import type { Judgements } from '#survey/judgements.ts'

export interface Dependencies {
  db: Database
  identity: Identity
  config: Config
  /** Why versions differ, in English. */
  judgements: Judgements
  now: () => number
  /** Servers and DNS as a look before a mailing asks them; left out = the real ones. */
  outside?: Outside
  /** Where the log goes; left out = standard output. */
  logTo?: Writable
  /** Called after letters have been queued. */
  wakeSender: () => void
  /** Hands over a test letter at once; left out where no letters leave from here. */
  sendNow?: SendNow
  /** What the sender is doing; left out where none is at work here. */
  mailStatus?: () => SenderStatus | undefined
  /** Called after long work has been asked for or called off. */
  wakeJobs: () => void
}
