// Bounces from before RFC 3464, written for people: qmail's format (QSBMF), and Exim's of old. A paragraph that begins
// with an address tells what became of it; below it lies a copy of the letter, or its first lines.
import type { RecipientReport } from '#store/bounces.ts'
import { tidyReply } from '../transport.ts'
import { linesOf, paragraphsOf } from './paragraphs.ts'
import { judge, statusOf } from './verdict.ts'

export interface ReturnedText {
  recipients: RecipientReport[]
  /** Message-ID in the copy of the letter. */
  letter: string | undefined
}

/** The first line of the copy, or the line above it. What is addressed below it was our own doing. */
const copyBegins =
  /^(-{2,}.{0,60}\b(copy|below|original|returned)\b|(return-path|received|message-id|from|to|subject|date):)/i

/** Alone on its line, as both write it: "<bo@example.org>:" and "  bo@example.org". */
const addressLine = /^\s*<?([^\s<>@,;:]+@[^\s<>@,;:]+)>?:?$/

/** Without a code of the server's nothing is concluded. */
export function readReturnedText(text: string): ReturnedText {
  const lines = linesOf(text)
  const at = lines.findIndex((line) => copyBegins.test(line))
  const [head, copy] = at < 0 ? [lines, []] : [lines.slice(0, at), lines.slice(at)]
  const hasGivenUp = head.some((line) => /given up|too long|timeout exceeded/i.test(line))
  return {
    recipients: paragraphsOf(head).flatMap((paragraph) => reportOf(paragraph, hasGivenUp)),
    letter: copy.map((line) => /^message-id:\s*(<[^<>\s]+>)/i.exec(line)?.[1]).find((id) => id !== undefined),
  }
}

function reportOf([first = '', ...rest]: readonly string[], hasGivenUp: boolean): RecipientReport[] {
  const [, address] = addressLine.exec(first) ?? []
  const words = rest.join(' ')
  const status = statusOf('', words)
  if (address === undefined || status === '') return []
  // A temporary error is a delay, unless the server says that it has given up.
  const verdict = judge(status.startsWith('4') && !hasGivenUp ? 'delayed' : 'failed', status)
  if (verdict === undefined || verdict === 'arrived') return []
  return [{ addresses: [address], verdict, status, words: tidyReply(words) }]
}
