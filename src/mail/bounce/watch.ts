// Looks into the mailbox now and then for as long as the server is up; a copy of the database leaves it to the original,
// which would never see what the copy has marked as read. The log speaks of counts; never of an address or of what was
// written.
import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { findSilencedCopy } from '#store/mail-pause.ts'
import { type MailboxSettings, readMailbox, troubleOf } from './mailbox.ts'
import { takeBounce } from './take-bounce.ts'

export interface WatchOptions {
  db: Database
  identity: Identity
  mailbox: MailboxSettings
  now: () => number
  log: { info(facts: object, text: string): void; warn(facts: object, text: string): void }
  /** Milliseconds between two looks. */
  every?: number
}

export interface Watch {
  /** Hangs up, and resolves when nothing is in hand. */
  stop(): Promise<void>
}

const fiveMinutes = 300_000

export function watchMailbox({ db, identity, mailbox, now, log, every = fiveMinutes }: WatchOptions): Watch {
  const stopping = new AbortController()
  const { signal } = stopping
  const look = async () => {
    if (findSilencedCopy(db) !== undefined) return
    try {
      const tally = await readMailbox(mailbox, (bytes) => takeBounce(db, identity, bytes, now()), signal)
      if (Object.values(tally).some((messages) => messages > 0)) log.info(tally, 'read what came back')
    } catch (error) {
      if (!signal.aborted)
        log.warn({ reason: troubleOf(error) }, 'the mailbox that letters come back to cannot be read')
    }
  }
  const work = async () => {
    while (!signal.aborted) {
      await look()
      await delay(every, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  const working = work()
  return {
    stop() {
      stopping.abort()
      return working
    },
  }
}
