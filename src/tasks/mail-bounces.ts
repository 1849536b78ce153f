// `npm run mail -- bounce` and `bounces`: what came back, from a pipe or from the mailbox, told in plain words.
import { type Language, type Phrases, phrasesIn } from '#i18n/phrases.ts'
import { mailboxSettings, readMailbox, troubleOf } from '#mail/bounce/mailbox.ts'
import { type Taken, takeBounce } from '#mail/bounce/take-bounce.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { findSilencedCopy } from '#store/mail-pause.ts'

interface Desk {
  db: Database
  identity: Identity
  config: { imapUrl: string | undefined }
  language: Language
}

/** EX_TEMPFAIL of sysexits.h: a mail server that pipes keeps the message, and hands it over again later. */
const tryLater = 75

/** One message on standard input. @returns 0 where it is taken care of, 75 where it should come again, 1 where none came */
export async function takeFromPipe({ db, identity, language }: Desk): Promise<number> {
  const words = phrasesIn(language).bounces.task
  const bytes = await readAll(process.stdin)
  if (bytes.length === 0) {
    console.error(words.nothing)
    return 1
  }
  try {
    const taken = await takeBounce(db, identity, bytes, Date.now())
    for (const line of describe(taken, words)) console.log(line)
    return taken.outcome === 'too_early' ? tryLater : 0
  } catch (error) {
    console.error(troubleOf(error))
    return tryLater
  }
}

/** All that is new in the mailbox. @returns 1 where something wants a person's eyes, or the mailbox cannot be read */
export async function takeFromMailbox({ db, identity, config, language }: Desk): Promise<number> {
  const words = phrasesIn(language).bounces.task
  if (!config.imapUrl) {
    console.error(words.no_mailbox)
    return 1
  }
  // The original would never see what a copy has marked as read.
  if (findSilencedCopy(db) !== undefined) {
    console.error(phrasesIn(language).mail.task_paused('restored_copy'))
    return 1
  }
  try {
    const settings = mailboxSettings(config.imapUrl)
    const tally = await readMailbox(settings, (bytes) => takeBounce(db, identity, bytes, Date.now()))
    console.log(words.tally(tally.matched, tally.ignored, tally.unmatched, tally.known, tally.too_early))
    return tally.unmatched > 0 ? 1 : 0
  } catch (error) {
    console.error(words.unreadable(troubleOf(error)))
    return 1
  }
}

function describe(taken: Taken, words: Phrases['bounces']['task']): string[] {
  switch (taken.outcome) {
    case 'matched': {
      const { verdict, status, words: said, hasPaused } = taken
      const server = status === '' && said === '' ? [] : [words.said(status, said)]
      return [words.matched(verdict), ...server, ...(hasPaused ? [words.paused] : [])]
    }
    case 'ignored':
      return [words.ignored[taken.why]]
    case 'unmatched':
      return [words.unmatched(taken.fault)]
    case 'known':
    case 'too_early':
      return [words[taken.outcome]]
  }
}

async function readAll(stream: NodeJS.ReadStream): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}
