// What a message that came back says: bytes in, meaning out. All of it is somebody else's text, and may be forged:
// whether it is about a letter of ours is decided where the letters are (store/bounces.ts).
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { BounceReport } from '#store/bounces.ts'
import { isAutoReply } from './auto-reply.ts'
import { readDeliveryStatus } from './delivery-status.ts'
import { readReturnedText } from './plain-text.ts'

export interface ReadMessage {
  /** Its own, by which a person finds it; empty where it bears none. */
  messageId: string
  reading: Reading
}

export type Reading =
  | { kind: 'report'; report: BounceReport }
  /** Nothing to act upon: a reply that nobody wrote, or news that a letter has arrived. */
  | { kind: 'ignored'; why: 'auto_reply' | 'arrived' }
  /** For a person's eyes. */
  | { kind: 'unreadable' }

/** Bytes that are looked at: reports are small, and what matters stands before the letter that they return. */
export const mostBytesRead = 512 * 1024

/** A report returns one letter, and its headers are all that is asked for. */
const mostReturned = 3
const mostBytesReturned = 64 * 1024

const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 }

export async function readBounce(bytes: Uint8Array): Promise<ReadMessage> {
  const mail = await parse(bytes.subarray(0, mostBytesRead))
  return mail
    ? { messageId: idsIn([mail.messageId])[0] ?? '', reading: await readMail(mail) }
    : { messageId: '', reading: { kind: 'unreadable' } }
}

async function readMail(mail: Email): Promise<Reading> {
  const status = mail.attachments.find(isDeliveryStatus)
  if (status) return readReport(mail, bytesOf(status))
  if (isFromMailSystem(mail)) return readText(mail)
  return isAutoReply(mail) ? { kind: 'ignored', why: 'auto_reply' } : { kind: 'unreadable' }
}

async function readReport(mail: Email, status: Uint8Array): Promise<Reading> {
  const { recipients, hasArrived, letter } = await readDeliveryStatus(status)
  if (recipients.length === 0) return hasArrived ? { kind: 'ignored', why: 'arrived' } : { kind: 'unreadable' }
  const returned = await Promise.all(
    mail.attachments
      .filter(isReturned)
      .slice(0, mostReturned)
      .map((one) => parse(bytesOf(one).subarray(0, mostBytesReturned))),
  )
  const letters = idsIn([...returned.map((one) => one?.messageId), letter, mail.inReplyTo, mail.references])
  return { kind: 'report', report: { letters, recipients } }
}

function readText(mail: Email): Reading {
  const { recipients, letter } = readReturnedText(mail.text ?? '')
  if (recipients.length === 0) return { kind: 'unreadable' }
  return { kind: 'report', report: { letters: idsIn([letter, mail.inReplyTo, mail.references]), recipients } }
}

const parse = (bytes: Uint8Array): Promise<Email | undefined> =>
  PostalMime.parse(bytes, { ...limits, forceRfc822Attachments: true }).catch(() => undefined)

const isDeliveryStatus = ({ mimeType }: Attachment): boolean =>
  mimeType === 'message/delivery-status' || mimeType === 'message/global-delivery-status'

/** The letter that came back, whole or its headers alone (RFC 3462, RFC 6533). */
const isReturned = ({ mimeType }: Attachment): boolean =>
  /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/.test(mimeType)

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)

/** People do not write under these names; what a person writes is never taken for a report. */
const isFromMailSystem = ({ from, headers }: Email): boolean =>
  /^(mailer-daemon|postmaster)@/i.test(from?.address ?? '') || headers.some(({ key }) => key === 'x-failed-recipients')

const mostLetters = 20

/** Message-IDs with their angle brackets, in order, each once. */
const idsIn = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text ?? '').match(/<[^<>\s]{3,250}>/g) ?? []).slice(0, mostLetters)),
]
