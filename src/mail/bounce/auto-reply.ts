// Replies that nobody wrote: holidays, receipts for reading. They say nothing of whether a letter came through.
import type { Email } from 'postal-mime'

/** What programs older than RFC 3834 begin their subjects with, in the languages of those who are asked. */
const subjects =
  /^\s*(automatiskt svar|autosvar|frånvaro|automatic reply|auto(matic)?[- ]?(reply|response)|out of office|automaattinen vastaus)/i

export function isAutoReply(mail: Email): boolean {
  const header = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase()
  const submitted = header('auto-submitted')
  if (submitted !== undefined && !/^no\b/.test(submitted)) return true
  if (header('x-autoreply') !== undefined || header('x-autorespond') !== undefined) return true
  if (header('precedence') === 'auto_reply' || subjects.test(mail.subject ?? '')) return true
  return mail.attachments.some(({ mimeType }) => mimeType === 'message/disposition-notification')
}
