// The machine's part of a bounce: message/delivery-status (RFC 3464), one block of fields for each recipient.
import PostalMime from 'postal-mime'
import type { RecipientReport } from '#store/bounces.ts'
import { tidyReply } from '../transport.ts'
import { decodeText } from './decode-text.ts'
import { linesOf, paragraphsOf } from './paragraphs.ts'
import { judge, statusOf } from './verdict.ts'

export interface DeliveryStatus {
  recipients: RecipientReport[]
  /** Some recipient has the letter. */
  hasArrived: boolean
  /** Message-ID of the letter, where the server tells it here. */
  letter: string | undefined
}

type Fields = ReadonlyMap<string, string>

/** A letter of ours has one recipient; a list behind it may have many, and a flood of them is nobody's report. */
const mostBlocks = 200

export async function readDeliveryStatus(bytes: Uint8Array): Promise<DeliveryStatus> {
  const blocks = paragraphsOf(linesOf(decodeText(bytes)))
  const groups = await Promise.all(blocks.slice(0, mostBlocks).map(readFields))
  const judged = groups.filter((fields) => fields.has('action')).map(reportOf)
  return {
    recipients: judged.filter((one): one is RecipientReport => one !== undefined && one !== 'arrived'),
    hasArrived: judged.includes('arrived'),
    letter: groups.map((fields) => fields.get('x-original-message-id')).find((id) => id !== undefined),
  }
}

async function readFields(lines: readonly string[]): Promise<Fields> {
  const { headers } = await PostalMime.parse(`${lines.join('\r\n')}\r\n\r\n`)
  const fields = new Map<string, string>()
  for (const { key, value } of headers) if (!fields.has(key)) fields.set(key, value)
  return fields
}

function reportOf(fields: Fields): RecipientReport | 'arrived' | undefined {
  const field = (name: string) => fields.get(name) ?? ''
  const words = withoutType(field('diagnostic-code'))
  const status = statusOf(field('status'), words)
  const verdict = judge(field('action').trim().toLowerCase(), status)
  if (verdict === undefined || verdict === 'arrived') return verdict
  const addresses = [field('final-recipient'), field('original-recipient')].map(addressIn).filter((one) => one !== '')
  return { addresses, verdict, status, words: tidyReply(words) }
}

/** "rfc822; <bo@example.org>" → "bo@example.org". */
const addressIn = (field: string): string => withoutType(field).replace(/^<(.*)>$/, '$1')

const withoutType = (field: string): string => field.replace(/^\s*[\w-]{1,40}\s*;/, '').trim()
