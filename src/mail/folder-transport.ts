// Letters as files: what the product sends until it is given a mail server, and what the page "Utkorg" reads.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import PostalMime, { type Address } from 'postal-mime'
import type { Transport } from './transport.ts'

export interface FiledLetter {
  /** Name of the file without .eml. */
  name: string
  messageId: string
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  /** UTC milliseconds; null where the letter bears no date that can be read. */
  date: number | null
  text: string
  html: string
  /** Links of the text, in order. */
  links: string[]
}

/** Files each letter as <Message-ID>.eml. A second try of a letter replaces the first: one letter, one file. */
export function createFolderTransport(folder: string): Transport {
  return {
    async deliver(_envelope, message) {
      const file = path.join(folder, fileNameOf(message.messageId))
      const unfinished = `${file}.${process.pid}.tmp`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(unfinished, message.bytes, { mode: 0o600, flush: true })
        await rename(unfinished, file)
        return { outcome: 'accepted', reply: 'filed' }
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined)
        const code = (error as NodeJS.ErrnoException).code ?? 'error'
        return { outcome: 'retry', reason: `outbox folder: ${code}`, trouble: 'server' }
      }
    },
    close() {},
  }
}

export async function readLetter(file: string): Promise<FiledLetter> {
  const mail = await PostalMime.parse(await readFile(file))
  const text = mail.text ?? ''
  const person = (one: Address | undefined) => ({
    name: one?.name ?? '',
    address: one?.address ?? '',
  })
  const date = Date.parse(mail.date ?? '')
  return {
    name: path.basename(file, '.eml'),
    messageId: mail.messageId ?? '',
    from: person(mail.from),
    to: person(mail.to?.[0]),
    subject: mail.subject ?? '',
    date: Number.isNaN(date) ? null : date,
    text,
    html: mail.html ?? '',
    links: text.match(/https?:\/\/[^\s<>]+/g) ?? [],
  }
}

/** `<abc@example.org>` → `abc@example.org.eml`, whatever else a Message-ID might hold. */
const fileNameOf = (messageId: string): string => `${messageId.replace(/[<>]/g, '').replace(/[^\w.@-]/g, '_')}.eml`
