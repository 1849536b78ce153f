// From letter to bytes: headers and MIME. The same input gives the same headers, so a second try is the same letter.
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Letter } from './letters.ts'

export interface Posting {
  from: { name: string; address: string }
  /** Where an answer by mail goes: the project's contact. */
  replyTo: string
  to: { name: string; address: string }
  messageId: string
  /** UTC milliseconds. */
  date: number
  quietLink: string
  letter: Letter
}

/**
 * Writes the message. List-Unsubscribe lets the mail program itself say "no more" with one POST (RFC 8058);
 * Auto-Submitted keeps holiday replies from answering us (RFC 3834).
 */
export function composeMessage(posting: Posting): Promise<Buffer> {
  const { letter } = posting
  return new MailComposer({
    from: posting.from,
    replyTo: { name: '', address: posting.replyTo },
    to: posting.to,
    subject: letter.subject,
    messageId: posting.messageId,
    date: new Date(posting.date),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': { prepared: true, value: `<${posting.quietLink}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    text: letter.text,
    html: letter.html,
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
    .compile()
    .build()
}
