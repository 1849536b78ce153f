// Empties the outbox: claim (on disk), write, look again, hand over, settle (on disk). One or two letters are in the
// air at once. Its log speaks of row ids and the server's words; never of an address, a name or a link.
import { localDay } from '#i18n/format.ts'
import type { Delivery, Ended } from '#store/ending.ts'
import { commitTogether } from '#store/group-commit.ts'
import { findMailPace, type MailPace } from '#store/mail-pace.ts'
import { pauseMail } from '#store/mail-pause.ts'
import { type AsOf, type Claimed, type Exchange, exchangeLetters, lookAgain } from '#store/sending.ts'
import { createPace } from './pace.ts'
import { isInvented, type Post, type PostOffice, preparePost } from './post.ts'
import { type RefusalKind, readRefusal } from './refusals.ts'
import { takeOver } from './takeover.ts'
import { tidyReply } from './transport.ts'
import type { Transports } from './transports.ts'

export interface SenderOptions extends PostOffice {
  transports: Transports
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
  /** Finishes the letters in hand, and no more. */
  stop(): Promise<void>
  /** Resolves when all that was due has been tried, or nothing more can be done now. */
  settled(): Promise<void>
  status(): SenderStatus
}

/** So many letters refused for good, one after the other, are about us and not about their readers. */
const refusalsBeforePause = 5
/** So many readers in a row whom servers do not know: a list may have nine dead addresses, a broken relay knows nobody. */
const unknownReadersBeforePause = 20
/** Refusals that tell of one reader, and nothing of us. */
const aboutReaders: ReadonlySet<RefusalKind> = new Set(['no_mailbox', 'no_domain', 'mailbox_closed', 'mailbox_full'])
/** A look for letters that came due unannounced: a wave's day, a retry after a change of the clock. */
const longestSleep = 60_000
const longestRest = 32
/** Letters claimed in one commit: what leaves within half a second, and no more than this. */
const mostClaimedAtOnce = 50
/** Milliseconds after which outcomes are settled although no new letters are wanted. */
const longestUnsettled = 1000

const sendersAt = new WeakSet<PostOffice['db']>()

/**
 * Starts sending. What an earlier process left half-sent is settled first, so call it only as sole owner of the
 * database.
 * @throws Error where this process already sends from the database
 */
export function startSender(options: SenderOptions): Sender {
  const { db, now, log, firstRest = 30_000 } = options
  if (sendersAt.has(db)) throw new Error('a sender is already at work on this database')
  const { journal, unknown, isCopy } = takeOver(db, now())
  sendersAt.add(db)
  if (unknown > 0) log.warn({ letters: unknown }, 'letters were cut off; somebody must decide about them')
  if (isCopy) log.warn({}, 'this database is a copy; mail is paused until an administrator confirms it')

  let status: SenderStatus = { state: 'sending' }
  let isStopping = false
  let isWoken = false
  let wakeUp = () => {}
  const whenSettled: (() => void)[] = []

  let limits: MailPace = findMailPace(db)
  const pace = createPace(limits)
  /** Claimed and not begun, each with what was true when it was claimed. */
  let ready: { letter: Claimed; asOf: AsOf }[] = []
  /** Written ahead, by the letter's id, while others are on their way. */
  const written = new Map<string, Promise<Post | string>>()
  /** Begun. None of these promises rejects. */
  const inHand = new Map<string, Promise<void>>()
  /** Over, and not yet settled on disk. */
  let ended: Ended[] = []
  /** What went wrong with the server or the disk, where a rest is due. */
  let trouble: string | undefined
  let rests = 0
  let refusalsInRow = 0
  let unknownReadersInRow = 0
  let refilledAt = performance.now()
  let settledAt = refilledAt

  /** Until the time is over or somebody wakes us, which also ends it before it begins. */
  const sleep = (milliseconds: number, being: 'at rest' | 'at work' = 'at rest'): Promise<void> =>
    new Promise((resolve) => {
      if (isWoken || isStopping) return resolve()
      if (being === 'at rest') for (const tell of whenSettled.splice(0)) tell()
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

  /** Settles and claims at most so many. What is known about a letter is kept until the disk has taken it. */
  const exchange = async (wanted: number): Promise<Exchange> => {
    const settling = ended
    ended = []
    try {
      const taken = await commitTogether(db, () => exchangeLetters(db, settling, wanted, now(), localDay(now())))
      journal.forget(settling.map(({ id }) => id))
      settledAt = performance.now()
      if (taken.letters.length > 0) ready = taken.letters.map((letter) => ({ letter, asOf: taken.asOf }))
      return taken
    } catch (error) {
      ended = [...settling, ...ended]
      throw error
    }
  }

  const refill = async (): Promise<Exchange> => {
    limits = findMailPace(db)
    pace.limit(limits)
    const perHalfSecond = Math.floor((ended.length * 500) / (performance.now() - refilledAt))
    refilledAt = performance.now()
    const taken = await exchange(Math.min(Math.max(perHalfSecond, limits.connections), mostClaimedAtOnce))
    if (taken.letters.length > 0) await journal.turnPage(taken.mark)
    return taken
  }

  /** Claimed letters that are not begun after all wait again. */
  const putBack = () => {
    ended.push(...ready.map(({ letter: { id } }) => ({ id, ending: { outcome: 'released', dueAt: now() } }) as const))
    ready = []
    written.clear()
  }

  /** @returns its bytes, or in a word why there are none */
  const write = (letter: Claimed): Promise<Post | string> => preparePost(options, letter, now()).catch(codeOf)

  /** The first byte leaves in the same breath in which the reader is looked at again. */
  const begin = async (letter: Claimed, asOf: AsOf) => {
    const post = await (written.get(letter.id) ?? write(letter))
    written.delete(letter.id)
    if (typeof post === 'string') return end(letter, { outcome: 'failed', reason: `not written: ${post}` })
    const turn = pace.take(letter.id, domainOf(post), now())
    const instead =
      turn === undefined ? lookAgain(db, letter, now(), asOf) : ({ outcome: 'released', dueAt: turn } as const)
    if (instead) return void ended.push({ id: letter.id, ending: instead })
    journal.begin(letter.id)
    const transport = isInvented(db, letter) ? options.transports.demo : options.transports.real
    const delivery = await handOver(() => transport.deliver(post.envelope, post.message))
    journal.end(letter.id, delivery)
    end(letter, delivery)
  }

  const start = ({ letter, asOf }: (typeof ready)[number]) => {
    const work = begin(letter, asOf)
      .catch((error: unknown) => {
        // Only what comes before the first byte throws: the disk refused to be read, or to note that it begins.
        ended.push({ id: letter.id, ending: { outcome: 'released', dueAt: now() } })
        trouble = codeOf(error)
      })
      .finally(() => inHand.delete(letter.id))
    inHand.set(letter.id, work)
  }

  const end = (letter: Claimed, delivery: Delivery) => {
    ended.push({ id: letter.id, ending: delivery })
    log.info({ message: letter.id, outcome: delivery.outcome }, 'letter')
    countRefusal(delivery)
    if (delivery.outcome === 'retry' && delivery.trouble === 'server') trouble = delivery.reason
    else rests = 0
  }

  const countRefusal = (delivery: Delivery) => {
    const kind = delivery.outcome === 'failed' ? readRefusal(delivery.reason).kind : undefined
    if (kind === undefined) {
      refusalsInRow = 0
      unknownReadersInRow = 0
    } else if (aboutReaders.has(kind)) unknownReadersInRow += 1
    else {
      unknownReadersInRow = 0
      // What is refused for our domain's sake, every letter will meet.
      refusalsInRow = kind === 'our_domain' ? refusalsBeforePause : refusalsInRow + 1
    }
  }

  const pauseOnRefusals = () => {
    if (refusalsInRow < refusalsBeforePause && unknownReadersInRow < unknownReadersBeforePause) return
    const reason = refusalsInRow < refusalsBeforePause ? 'readers_unknown_in_row' : 'refused_in_row'
    refusalsInRow = 0
    unknownReadersInRow = 0
    putBack()
    pauseMail(db, reason, 'system', now())
  }

  const recover = async (reason: string) => {
    await Promise.all(inHand.values())
    putBack()
    trouble = undefined
    try {
      await exchange(0)
      await rest(reason)
    } catch (error) {
      await rest(codeOf(error))
    }
  }

  const step = async () => {
    if (trouble !== undefined) return recover(trouble)
    pauseOnRefusals()
    if (ended.length > 0 && performance.now() - settledAt > longestUnsettled) await exchange(0)
    if (inHand.size >= limits.connections) {
      const next = ready.slice(0, limits.connections).find(({ letter }) => !written.has(letter.id))
      if (next) written.set(next.letter.id, write(next.letter))
      return firstOf(inHand.values(), longestUnsettled)
    }
    const wait = pace.untilNext(now())
    if (wait > 0) {
      if (ended.length > 0) await exchange(0)
      return sleep(wait, 'at work')
    }
    const taken = ready.length === 0 ? await refill() : undefined
    const next = ready.shift()
    if (next) return start(next)
    if (!taken?.rest) return
    if (inHand.size > 0) return firstOf([...inHand.values(), sleep(longestUnsettled, 'at work')], longestUnsettled)
    closeTransports(options.transports)
    if (taken.rest.outcome === 'paused') {
      status = { state: 'paused', reason: taken.rest.reason }
      return sleep(longestSleep)
    }
    status = { state: 'idle' }
    return sleep(Math.min(Math.max((taken.rest.nextDueAt ?? Number.POSITIVE_INFINITY) - now(), 0), longestSleep))
  }

  const work = async () => {
    while (!isStopping) {
      isWoken = false
      status = { state: 'sending' }
      try {
        await step()
      } catch (error) {
        trouble = codeOf(error)
      }
      // Other work of the process gets its turn between letters.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(inHand.values())
    putBack()
    try {
      await exchange(0)
    } catch (error) {
      log.warn({ letters: ended.length, reason: codeOf(error) }, 'the last outcomes are in the journal alone')
    }
    status = { state: 'stopped' }
    closeTransports(options.transports)
    journal.close()
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

/** From the first byte to the server on, an exception means that nobody knows. */
async function handOver(deliver: () => Promise<Delivery>): Promise<Delivery> {
  try {
    return await deliver()
  } catch (error) {
    return { outcome: 'unknown', reason: codeOf(error) }
  }
}

/** Waits for the first of them, at most so many milliseconds. */
async function firstOf(promises: Iterable<Promise<void>>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
    timer.unref()
  })
  await Promise.race([...promises, late])
  clearTimeout(timer)
}

const domainOf = ({ envelope }: Post): string => envelope.to.slice(envelope.to.lastIndexOf('@') + 1)

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
