// A wave's letters as its page shows them: how many in which state, how fast they go, and those that want somebody's eyes.
import { estimateSeconds, lately } from '#mail/time-left.ts'
import type { Trouble } from '#mail/trouble.ts'
import { maskedAddressOf } from '#store/contacts.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { findMailPace, type MailPace } from '#store/mail-pace.ts'
import { findMailPause, findWavePause } from '#store/mail-pause.ts'
import { countInLine, countRecipients, countSentAfter } from '#store/mailing.ts'
import { countMessages, listTroubled, type MessageKind, type MessageState } from '#store/messages.ts'
import { findSendingHours, isWithin, nextOpening } from '#store/sending-hours.ts'

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
  /** `without`: people who are asked and have no letter of the kind yet. `sum`: all counts of the row together. */
  rows: { kind: MessageKind; counts: number[]; without: number; sum: number }[]
  /** Everybody asked in the wave: the sum of the row of invitations. */
  recipients: number
  /** Letters that need no more sending. */
  done: number
  all: number
  failed: number
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
  const counts = countMessages(db, waveId)
  const recipients = countRecipients(db, waveId)
  const total = (some: readonly MessageState[]) =>
    kinds.reduce((sum, kind) => sum + sumOf(some.map((state) => counts[kind][state])), 0)
  const present = states.filter((state) => total([state]) > 0)
  const all = total(states)
  const waiting = total(['queued', 'sending', 'retry'])
  const paused = findMailPause(db) ?? null
  const pausedSince = findWavePause(db, waveId) ?? null
  const hours = findSendingHours(db)
  const isHeldBack = hours !== undefined && waiting > 0 && !isWithin(hours, now)
  const pace = findMailPace(db)
  return {
    states: present,
    rows: kinds
      .map((kind) => {
        const own = present.map((state) => counts[kind][state])
        const without = kind === 'invitation' ? recipients - sumOf(own) : 0
        return { kind, counts: own, without, sum: without + sumOf(own) }
      })
      .filter(({ sum }) => sum > 0),
    recipients,
    done: all - waiting,
    all,
    failed: total(['failed']),
    waiting,
    isMoving: paused === null && pausedSince === null && !isHeldBack && total(['queued', 'sending']) > 0,
    paused,
    pausedSince,
    opening: isHeldBack ? nextOpening(hours, now) : null,
    pace,
    secondsLeft: estimateSeconds(countInLine(db, now), countSentAfter(db, now - lately), pace.perMinute, now),
  }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0)

/** What stays of them while letters leave: where anything else changes, the page is made anew. */
export const shapeOf = (letters: LettersTable, troubles: readonly Trouble[]): string =>
  JSON.stringify([
    letters.states,
    letters.rows.map(({ kind, without }) => [kind, without > 0]),
    letters.isMoving,
    letters.paused,
    letters.pausedSince,
    letters.opening,
    troubles.map(({ kind }) => kind).sort(),
  ])

/** In whole minutes, as it is said; null where nothing is known. */
export const minutesLeft = ({ secondsLeft }: LettersTable): number | null =>
  secondsLeft === null ? null : Math.ceil(secondsLeft / 60)

/** The first hundred: more of them are one trouble, not a hundred. */
export function troubledLetters(db: Database, identity: Identity, waveId: string): TroubledLetter[] {
  return listTroubled(db, waveId)
    .slice(0, 100)
    .map(({ id, participantId, kind, state, changedAt, dueAt, outcome, messageId }) => ({
      id,
      to: maskedAddressOf(db, identity, participantId),
      kind,
      state,
      changedAt,
      dueAt,
      outcome,
      messageId,
    }))
}
