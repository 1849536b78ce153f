// Empties the outbox, one letter after the other: claim (on disk), write, hand over, settle (on disk). Its log speaks
// of row ids and the server's words; never of an address, a name or a link.
import { localDay } from '#i18n/format.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { pauseMail } from '#store/mail-pause.ts'
import { type ClaimedLetter, claimNext, recoverInterrupted, settle } from '#store/sending.ts'
import { estimateMinutes } from '#survey/duration.ts'
import { mailableAddress } from './addresses.ts'
import { composeMessage } from './compose.ts'
import { writeLetter } from './letters.ts'
import { answerLink, quietLink } from './links.ts'
import { type Delivery, type Envelope, type OutgoingMessage, tidyReply } from './transport.ts'
import type { Transports } from './transports.ts'

export interface SenderOptions {
  db: Database
  identity: Identity
  transports: Transports
  /** Links in letters begin with it; without a trailing slash. */
  baseUrl: string
  /** Address that letters come from; without one, the project's contact. */
  mailFrom?: string | undefined
  now: () => number
  log: { info(facts: object, text: string): void; warn(facts: object, text: string): void }
  /** Milliseconds of the first rest after trouble with the server; doubled each time, up to 32 times this. */
  firstRest?: number
}

export type SenderStatus =
  | { state: 'sending' }
  /** Nothing to send now. */
  | { state: 'idle' }
  /** The server or the disk gave trouble; tried again at `until`. */
  | { state: 'resting'; reason: string; until: number }
  | { state: 'paused'; reason: string }
  | { state: 'stopped' }

export interface Sender {
  /** Look now: something was queued, mended or resumed. */
  wake(): void
  /** Finishes the letter in hand, and no more. */
  stop(): Promise<void>
  /** Resolves when all that was due has been tried, or nothing more can be done now. */
  settled(): Promise<void>
  status(): SenderStatus
}

/** So many letters refused for good, one after the other, are about us and not about their readers. */
const refusalsBeforePause = 5
/** A look for letters that came due unannounced: a wave's day, a retry after a change of the clock. */
const longestSleep = 60_000
const longestRest = 32

const sendersAt = new WeakSet<Database>()

/**
 * Starts sending. Letters that an earlier process left half-sent become `unknown` first, so call it only as sole owner
 * of the database.
 * @throws Error where this process already sends from the database
 */
export function startSender(options: SenderOptions): Sender {
  const { db, now, log, firstRest = 30_000 } = options
  if (sendersAt.has(db)) throw new Error('a sender is already at work on this database')
  sendersAt.add(db)

  const interrupted = recoverInterrupted(db, now())
  if (interrupted > 0) log.warn({ letters: interrupted }, 'letters were cut off; somebody must decide about them')

  let status: SenderStatus = { state: 'sending' }
  let isStopping = false
  let isWoken = false
  let wakeUp = () => {}
  let rests = 0
  let refusalsInRow = 0
  const whenSettled: (() => void)[] = []

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (isWoken || isStopping) return resolve()
      for (const tell of whenSettled.splice(0)) tell()
      const timer = setTimeout(resolve, milliseconds)
      timer.unref()
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const rest = async (reason: string) => {
    const pause = firstRest * Math.min(2 ** rests, longestRest)
    rests += 1
    status = { state: 'resting', reason, until: now() + pause }
    log.warn({ reason, seconds: Math.round(pause / 1000) }, 'mail rests')
    closeTransports(options.transports)
    await sleep(pause)
  }

  /** Keeps what is known about a letter, however long the disk refuses: forgetting it would make it `unknown`. */
  const keep = async (id: string, delivery: Delivery) => {
    for (;;) {
      try {
        return settle(db, id, delivery, now())
      } catch (error) {
        log.warn({ message: id, outcome: delivery.outcome, reason: codeOf(error) }, 'the outcome could not be stored')
        if (isStopping || !codeOf(error).startsWith('SQLITE_')) return
        await rest(codeOf(error))
      }
    }
  }

  const sendOne = async (letter: ClaimedLetter) => {
    const delivery = await deliver(options, letter)
    await keep(letter.id, delivery)
    log.info({ message: letter.id, outcome: delivery.outcome }, 'letter')
    refusalsInRow = delivery.outcome === 'failed' ? refusalsInRow + 1 : 0
    if (refusalsInRow >= refusalsBeforePause) {
      refusalsInRow = 0
      pauseMail(db, 'refused_in_row', 'system', now())
    }
    if (delivery.outcome === 'retry' && delivery.trouble === 'server') await rest(delivery.reason)
    else rests = 0
  }

  const work = async () => {
    while (!isStopping) {
      isWoken = false
      status = { state: 'sending' }
      try {
        const claim = claimNext(db, now(), localDay(now()))
        if (claim.outcome === 'letter') {
          await sendOne(claim.letter)
        } else if (claim.outcome !== 'cancelled') {
          closeTransports(options.transports)
          status = claim.outcome === 'paused' ? { state: 'paused', reason: claim.reason } : { state: 'idle' }
          const next =
            claim.outcome === 'nothing' ? (claim.nextDueAt ?? Number.POSITIVE_INFINITY) - now() : longestSleep
          await sleep(Math.min(Math.max(next, 0), longestSleep))
        }
      } catch (error) {
        await rest(codeOf(error))
      }
      // Other work of the process gets its turn between letters.
      await new Promise((resolve) => setImmediate(resolve))
    }
    status = { state: 'stopped' }
    closeTransports(options.transports)
    sendersAt.delete(db)
    for (const tell of whenSettled.splice(0)) tell()
  }

  const working = work()
  return {
    wake() {
      isWoken = true
      wakeUp()
    },
    stop() {
      isStopping = true
      wakeUp()
      return working
    },
    settled: () =>
      new Promise((resolve) => {
        const isAtWork = status.state === 'sending' || (isWoken && status.state !== 'stopped')
        if (isAtWork) whenSettled.push(resolve)
        else resolve()
      }),
    status: () => status,
  }
}

/** A letter that cannot be written has failed; from the first byte to the server on, an exception is `unknown`. */
async function deliver(options: SenderOptions, letter: ClaimedLetter): Promise<Delivery> {
  let post: { envelope: Envelope; message: OutgoingMessage }
  try {
    post = await writePost(options, letter)
  } catch (error) {
    return { outcome: 'failed', reason: `not written: ${codeOf(error)}` }
  }
  const transport = letter.project.isDemo ? options.transports.demo : options.transports.real
  try {
    return await transport.deliver(post.envelope, post.message)
  } catch (error) {
    return { outcome: 'unknown', reason: codeOf(error) }
  }
}

async function writePost(options: SenderOptions, letter: ClaimedLetter) {
  const name = options.identity.open(letter.nameSealed)
  const to = mailableAddress(options.identity.open(letter.addressSealed))
  if (to === undefined) throw new Error('the address is not one plain address')
  const from = mailableAddress(options.mailFrom ?? letter.project.contactEmail)
  if (from === undefined) throw new Error('the sender is not one plain address')
  const quiet = quietLink(options.baseUrl, letter.tokens.quiet)
  const written = writeLetter({
    kind: letter.kind,
    ordinal: letter.ordinal,
    language: letter.language,
    project: {
      name: letter.language === 'sv' ? letter.project.nameSv : letter.project.nameEn,
      organisation: letter.project.organisation,
      contactEmail: letter.project.contactEmail,
    },
    wave: letter.wave,
    minutes: estimateMinutes(
      getQuestionnaire(options.db, letter.questionnaire.id, letter.questionnaire.version),
      letter.wave.kind,
    ),
    recipientName: name,
    answerLink: answerLink(options.baseUrl, letter.tokens.answer),
    quietLink: quiet,
  })
  const bytes = await composeMessage({
    from: { name: letter.project.organisation, address: from },
    replyTo: letter.project.contactEmail,
    to: { name, address: to },
    messageId: letter.messageId,
    date: options.now(),
    quietLink: quiet,
    letter: written,
  })
  return { envelope: { from, to }, message: { messageId: letter.messageId, bytes } }
}

function closeTransports(transports: Transports): void {
  transports.real.close()
  transports.demo.close()
}

/** An error in a few words that are safe to log: messages of libraries may quote what they were given. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error'
  const { code } = error as NodeJS.ErrnoException
  return code ?? tidyReply(error.message)
}
