// How an attempt at a letter may end, and what its row says from then on. Pure: sending.ts writes it down.

/** How an attempt ended. The texts are the server's words, without addresses and tokens. */
export type Delivery =
  | { outcome: 'accepted'; reply: string }
  /** Nothing was handed over. Trouble with the server is no fault of the letter, and does not count as a try of it. */
  | { outcome: 'retry'; reason: string; trouble: 'letter' | 'server' }
  | { outcome: 'failed'; reason: string }
  /** The whole letter left us and no answer came back. */
  | { outcome: 'unknown'; reason: string }

/** What becomes of a claimed letter. */
export type Ending =
  | Delivery
  /** Never begun: it waits again until `dueAt`. */
  | { outcome: 'released'; dueAt: number }
  /** Never begun: what was true at the claim no longer is. */
  | { outcome: 'cancelled'; reason: CancelReason }

export interface Ended {
  id: string
  ending: Ending
}

export type CancelReason =
  | 'erased'
  | 'withdrawn'
  | 'left'
  | 'answered'
  /** A letter of thanks for an answer that is no longer there. */
  | 'not_answered'
  | 'wave_closed'
  /** A letter of the last days, on another day. */
  | 'not_closing_soon'
  | 'quiet'
  | 'no_address'
  | 'bounced'
  /** Of letters to staff. */
  | 'account_closed'
  | 'has_password'

const minute = 60_000

/** Pauses before tries 2, 3, …; some 40 hours in all. After the last the letter has failed. */
const backOff = [5, 15, 30, 60, 120, 240, 480, 720, 720].map((minutes) => minutes * minute)

/** What the row of a letter, or of a letter about no wave, says after it. @param attempts begun so far, this one too */
export function afterEnding(ending: Ending, attempts: number, now: number) {
  switch (ending.outcome) {
    case 'accepted':
      return { state: 'accepted', attempts, dueAt: now, outcome: ending.reply } as const
    case 'failed':
    case 'unknown':
      return { state: ending.outcome, attempts, dueAt: now, outcome: ending.reason } as const
    case 'released': {
      const state = attempts > 1 ? 'retry' : 'queued'
      return { state, attempts: attempts - 1, dueAt: ending.dueAt, outcome: '' } as const
    }
    case 'cancelled':
      return { state: 'cancelled', attempts: attempts - 1, dueAt: now, outcome: ending.reason } as const
    case 'retry': {
      if (ending.trouble === 'server')
        return { state: 'retry', attempts: attempts - 1, dueAt: now + minute, outcome: ending.reason } as const
      const wait = backOff[attempts - 1]
      return wait === undefined
        ? ({ state: 'failed', attempts, dueAt: now, outcome: ending.reason } as const)
        : ({ state: 'retry', attempts, dueAt: now + wait, outcome: ending.reason } as const)
    }
  }
}

/** A server's word that the address is nobody's (RFC 3463; 5.1.10 is RFC 7505). 5.1.7 and 5.1.8 are about the sender's. */
const deadAddress = /(?<![\d.])5\.1\.([1236]|10)(?!\.?\d)/

export const isAboutDeadAddress = (words: string): boolean => deadAddress.test(words)
