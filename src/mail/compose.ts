// From letter to bytes: headers and MIME. The same input gives the same headers, so a second try is the same letter.
import MailComposer from 'nodemailer/lib/mail-composer'
import { type DkimKey, sign } from './dkim.ts'
import type { Letter } from './letters.ts'

export interface Posting {
  from: { name: string; address: string }
  /** Where an answer by mail goes: the project's contact. */
  replyTo: string
  to: { name: string; address: string }
  messageId: string
  /** UTC milliseconds. */
  date: number
  unsubscribe: Unsubscribe
  letter: Letter
}

/**
 * How a mail program itself can say "no more". quiet: with one POST to the link (RFC 8058). mailto: by a letter to the
 * contact (RFC 2369). none: the letter was asked for, and no other follows.
 */
export type Unsubscribe = { by: 'quiet'; link: string } | { by: 'mailto'; address: string } | { by: 'none' }

/** Writes the message, signed where there is a key. Auto-Submitted keeps holiday replies from answering us (RFC 3834). */
export async function composeMessage(posting: Posting, key?: DkimKey): Promise<Buffer> {
  const { letter } = posting
  const bytes = await new MailComposer({
    from: named(posting.from),
    replyTo: { name: '', address: posting.replyTo },
    to: named(posting.to),
    subject: asTyped(letter.subject),
    messageId: posting.messageId,
    date: new Date(posting.date),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(posting.unsubscribe) },
    text: letter.text,
    html: letter.html,
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
    .compile()
    .build()
  return key ? sign(bytes, key, posting.date) : bytes
}

const named = ({ name, address }: Posting['to']) => ({ name: asTyped(name), address })

/** Typed text that looks like an encoded word (RFC 2047) would be read as what it encodes, an address for instance. */
const asTyped = (text: string): string => text.replaceAll('=?', '= ?')

function listHeaders(unsubscribe: Unsubscribe) {
  const header = (value: string) => ({ 'List-Unsubscribe': { prepared: true, value: `<${value}>` } })
  switch (unsubscribe.by) {
    case 'quiet':
      return { ...header(unsubscribe.link), 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    case 'mailto':
      return header(`mailto:${encodeURIComponent(unsubscribe.address).replace('%40', '@')}?subject=unsubscribe`)
    case 'none':
      return {}
  }
}
