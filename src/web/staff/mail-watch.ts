// Tells open pages how a mailing goes. One reader looks once a second for all of them, and only while somebody looks;
// it reads no more than a number where nothing has happened. Counts alone pass through it, never a name.
import { Readable } from 'node:stream'
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { groupTroubles } from '#mail/trouble.ts'
import type { Database } from '#store/database.ts'
import { findLastEvent } from '#store/events.ts'
import { listSaid } from '#store/mailing.ts'
import { type LettersTable, minutesLeft, sayDone, shapeOf, tabulateLetters } from './letters.ts'

export interface MailWatch {
  /** A stream of server-sent events about the wave; undefined where too many are watching. */
  watch(waveId: string, language: Language): Readable | undefined
  /** Ends every stream, and lets nobody else begin. */
  close(): void
}

export interface WatchLimits {
  /** Open pages at once. */
  most: number
  /** Milliseconds after which a page has to ask again, and is looked at again: who may read may have changed. */
  longest: number
  /** Milliseconds between looks. */
  pause: number
}

const usual: WatchLimits = { most: 50, longest: 60_000, pause: 1000 }

/** Milliseconds between signs of life, so that nothing on the way takes the line for dead. */
const heartbeat = 15_000

interface Listener {
  stream: Readable
  waveId: string
  language: Language
  since: number
  /** What it was told last, and when. */
  told: string
  toldAt: number
}

export function createMailWatch(db: Database, now: () => number, limits: WatchLimits = usual): MailWatch {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let lastEvent = -1

  const leave = (listener: Listener) => {
    listeners.delete(listener)
    listener.stream.push(null)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  /** @param some of one wave */
  const tell = (waveId: string, some: readonly Listener[]) => {
    const letters = tabulateLetters(db, waveId, now())
    const shape = shapeOf(letters, groupTroubles(listSaid(db, waveId)))
    for (const [language, own] of Map.groupBy(some, (listener) => listener.language)) {
      const text = `event: progress\ndata: ${JSON.stringify(progressIn(letters, shape, language))}\n\n`
      for (const listener of own) {
        if (listener.told === text) continue
        listener.told = text
        say(listener, text)
      }
    }
  }

  const look = () => {
    const time = performance.now()
    for (const listener of listeners) if (time - listener.since > limits.longest) leave(listener)
    const event = findLastEvent(db)
    if (event !== lastEvent)
      for (const [waveId, some] of Map.groupBy(listeners, ({ waveId }) => waveId)) tell(waveId, some)
    lastEvent = event
    for (const listener of listeners) if (time - listener.toldAt > heartbeat) say(listener, ':\n\n')
  }

  return {
    watch(waveId, language) {
      if (isClosed || listeners.size >= limits.most) return undefined
      const stream = new Readable({ read() {} })
      const since = performance.now()
      const listener: Listener = { stream, waveId, language, since, told: '', toldAt: since }
      listeners.add(listener)
      stream.once('close', () => leave(listener))
      stream.push('retry: 1000\n\n')
      tell(waveId, [listener])
      timer ??= setInterval(look, limits.pause).unref()
      return stream
    },
    close() {
      isClosed = true
      for (const listener of listeners) leave(listener)
    },
  }
}

function say(listener: Listener, text: string): void {
  listener.toldAt = performance.now()
  listener.stream.push(text)
}

/** What the page shows of a mailing that goes on, in the reader's words. */
function progressIn(letters: LettersTable, shape: string, language: Language) {
  const words = phrasesIn(language)
  const count = (letters: number) => formatCount(letters, language)
  const minutes = minutesLeft(letters)
  return {
    shape,
    done: letters.done,
    all: letters.all,
    words: sayDone(letters, language),
    left: minutes === null ? words.mailing.leftUnknown : words.mailing.left(minutes),
    cells: letters.rows.flatMap((row) => [...row.counts, row.sum].map(count)),
  }
}
