// What it means to hand a letter over: one envelope, one message, and an outcome that never guesses.
import type { Delivery } from '#store/ending.ts'

export type { Delivery }

/** Bare addresses, one recipient. What the server is told; the headers are for the reader. */
export interface Envelope {
  from: string
  to: string
}

export interface OutgoingMessage {
  /** RFC 5322 Message-ID with its angle brackets, the same over all tries of a letter. */
  messageId: string
  /** The whole message, headers and body. */
  bytes: Buffer
}

export interface Transport {
  /** Never rejects for what a server does: that is an outcome. */
  deliver(envelope: Envelope, message: OutgoingMessage): Promise<Delivery>
  /** Lets go of what is held open between letters. The next letter opens it again. */
  close(): void
}

/**
 * A server's words, fit to be stored and shown: one line, at most 300 characters, with addresses and anything as long
 * as a token taken out. Servers quote the recipient, and spam filters quote links.
 */
export function tidyReply(words: string): string {
  return words
    .slice(0, 3000)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '…')
    .replace(/[\w-]{22,}/g, '…')
    .trim()
    .slice(0, 300)
}
