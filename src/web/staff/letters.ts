// A wave's letters as its page shows them: how many in which state, and those that want somebody's eyes.

import { maskedAddressOf } from '#store/contacts.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { findMailPause } from '#store/mail-pause.ts'
import { countMessages, listTroubled, type MessageKind, type MessageState } from '#store/messages.ts'

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
  rows: { kind: MessageKind; counts: number[] }[]
  /** Letters that need no more sending. */
  done: number
  all: number
  failed: number
  /** Some are being sent, or are about to be. */
  isMoving: boolean
  /** Why all mail is paused; null while it is not. */
  paused: string | null
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

export function tabulateLetters(db: Database, waveId: string): LettersTable {
  const counts = countMessages(db, waveId)
  const total = (some: readonly MessageState[]) =>
    kinds.reduce((sum, kind) => sum + some.reduce((letters, state) => letters + counts[kind][state], 0), 0)
  const present = states.filter((state) => total([state]) > 0)
  const all = total(states)
  const paused = findMailPause(db) ?? null
  return {
    states: present,
    rows: kinds
      .map((kind) => ({ kind, counts: present.map((state) => counts[kind][state]) }))
      .filter((row) => row.counts.some((letters) => letters > 0)),
    done: all - total(['queued', 'sending', 'retry']),
    all,
    failed: total(['failed']),
    isMoving: paused === null && total(['queued', 'sending']) > 0,
    paused,
  }
}

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
