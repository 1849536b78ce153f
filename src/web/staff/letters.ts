// A wave's letters as its page shows them: how many in which state, how fast they go, and those that want somebody's eyes.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { estimateSeconds, lately } from '#mail/time-left.ts'
import type { Trouble } from '#mail/trouble.ts'
import { maskAddress } from '#store/contacts.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { findMailPace, type MailPace } from '#store/mail-pace.ts'
import { findMailPause, findWavePause } from '#store/mail-pause.ts'
import { countInLine, countSentAfter, sumLetters, tallyLetters, underWay } from '#store/mailing.ts'
import { listTroubled, type MessageKind, type MessageState } from '#store/messages.ts'
import { findSendingHours, isWithin, nextOpening } from '#store/sending-hours.ts'
import type { Unreached } from '#store/unreached.ts'

/** In the order of the table. */
const states: readonly MessageState[] = [
  'queued',
  'sending',
  'accepted',
  'returned',
  'retry',
  'failed',
  'unknown',
  'cancelled',
]
const kinds: readonly MessageKind[] = ['invitation', 'reminder', 'closing_soon', 'thanks', 'links']

export interface LettersTable {
  /** States that some letter is in. */
  states: MessageState[]
  /**
   * People who are asked and have no invitation: `unaddressed` for want of an address, `without` the others. `sum`: all
   * counts of the row together.
   */
  rows: { kind: MessageKind; counts: number[]; unaddressed: number; without: number; sum: number }[]
  /** Everybody asked in the wave: the sum of the row of invitations. */
  recipients: number
  /** Letters that need no more sending and no decision. */
  done: number
  all: number
  failed: number
  /** Sent or not: a person decides. */
  unknown: number
  /** Queued, being sent or to be tried again. */
  waiting: number
  /** Some are being sent, or are about to be. */
  isMoving: boolean
  /** Why all mail is paused; null while it is not. */
  paused: string | null
  /** Since when somebody has stopped this wave's letters, UTC milliseconds; null while they go. */
  pausedSince: number | null
  /** When letters go on, where the sending hours hold them back; null where they do not. */
  opening: number | null
  pace: MailPace
  /** Until all that may leave now has left; null where nothing tells how fast it goes. */
  secondsLeft: number | null
}

export interface TroubledLetter {
  id: string
  invitationId: string
  /** Still hoped for, and the letter did not arrive: this reader can correct the address. */
  isUnreached: boolean
  name: string
  municipality: string
  /** First letter and domain: enough to know whom to ask. */
  to: string
  kind: MessageKind
  state: MessageState
  changedAt: number
  dueAt: number
  /** The server's words. */
  outcome: string
  /** As in the log of the mail server. */
  messageId: string
}

export function tabulateLetters(db: Database, waveId: string, now: number): LettersTable {
  const tally = tallyLetters(db, waveId)
  const total = (some: readonly MessageState[]) => sumLetters(tally, some)
  const present = states.filter((state) => total([state]) > 0)
  const all = total(states)
  const waiting = total(underWay)
  const unknown = total(['unknown'])
  const paused = findMailPause(db) ?? null
  const pausedSince = findWavePause(db, waveId) ?? null
  const hours = findSendingHours(db)
  const isHeldBack = hours !== undefined && waiting > 0 && !isWithin(hours, now)
  const pace = findMailPace(db)
  return {
    states: present,
    rows: kinds
      .map((kind) => {
        const counts = present.map((state) => tally.counts[kind][state])
        const { recipients, unaddressed, without } = tally
        if (kind === 'invitation') return { kind, counts, unaddressed, without, sum: recipients }
        return { kind, counts, unaddressed: 0, without: 0, sum: counts.reduce((sum, one) => sum + one, 0) }
      })
      .filter(({ sum }) => sum > 0),
    recipients: tally.recipients,
    done: all - waiting - unknown,
    all,
    failed: total(['failed']),
    unknown,
    waiting,
    isMoving: paused === null && pausedSince === null && !isHeldBack && total(['queued', 'sending']) > 0,
    paused,
    pausedSince,
    opening: isHeldBack ? nextOpening(hours, now) : null,
    pace,
    secondsLeft: estimateSeconds(countInLine(db, now), countSentAfter(db, now - lately), pace.perMinute, now),
  }
}

/** What stays of them while letters leave: where anything else changes, the page is made anew. */
export const shapeOf = (letters: LettersTable, troubles: readonly Trouble[]): string =>
  JSON.stringify([
    letters.states,
    letters.rows.map(({ kind, unaddressed, without }) => [kind, unaddressed, without > 0]),
    letters.isMoving,
    letters.paused,
    letters.pausedSince,
    letters.opening,
    troubles.map(({ kind }) => kind).sort(),
  ])

/** How many are done, and how many a person has to decide about. */
export function sayDone({ done, all, unknown }: LettersTable, language: Language): string {
  const { sentOf, undecided } = phrasesIn(language).mailing
  const said = sentOf(formatCount(done, language), formatCount(all, language))
  return unknown === 0 ? said : `${said}, ${undecided(unknown)}`
}

/** In whole minutes, as it is said; null where nothing is known. */
export const minutesLeft = ({ secondsLeft }: LettersTable): number | null =>
  secondsLeft === null ? null : Math.ceil(secondsLeft / 60)

export interface Troubled {
  /** Unknown and failed: somebody has to do something. */
  toDecide: TroubledLetter[]
  /** Tried again by themselves. */
  retried: TroubledLetter[]
}

/**
 * The first hundred of each: more of them are one trouble, not a hundred.
 * @param people of the wave whose letter did not arrive, for whoever may correct an address
 */
export function troubledLetters(
  db: Database,
  identity: Identity,
  waveId: string,
  people: readonly Unreached[],
): Troubled {
  const all = listTroubled(db, waveId)
  const unreached = new Set(people.map(({ invitationId }) => invitationId))
  const tell = (some: typeof all): TroubledLetter[] =>
    some.slice(0, 100).map(({ nameSealed, addressSealed, ...letter }) => ({
      ...letter,
      isUnreached: unreached.has(letter.invitationId),
      name: identity.open(nameSealed),
      to: addressSealed === null ? '' : maskAddress(identity.open(addressSealed)),
    }))
  return {
    toDecide: tell(all.filter(({ state }) => state !== 'retry')),
    retried: tell(all.filter(({ state }) => state === 'retry')),
  }
}
